"""A SQLite file opened as a whole, by a command that reads or replaces all of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError

from storage.errors import BackupUnsupported, DatabaseInUse, DatabaseUnreadable
from storage.url import driver_url

_BUSY_SECONDS = 20
_IN_USE_SECONDS = 1


def sqlite_path(url: str, *, damaged: bool = False) -> Path:
    """The file of a SQLite URL; one that is to be replaced may be `damaged`.

    Raises:
        BackupUnsupported: it is another kind of database.
        DatabaseUrlInvalid, DatabaseFolderMissing, DatabaseUnreadable: as `driver_url`.
    """
    try:
        target = driver_url(url)
    except DatabaseUnreadable:
        target = make_url(url)
        if not damaged or Path(target.database or "").is_dir():
            raise
    if not target.drivername.startswith("sqlite") or not target.database:
        raise BackupUnsupported(
            "`brabot backup` och `brabot restore` gäller SQLite. Ta kopior av PostgreSQL med "
            "pg_dump, kryptera dem, och läs in dem med pg_restore."
        )
    return Path(target.database).absolute()


def whole_engine(path: Path, *, begin: str, pragmas: tuple[str, ...] = ()) -> Engine:
    """An engine over one file, which is closed as soon as nobody uses it.

    `begin` opens its transactions: plain `BEGIN` is a reader's, whose view stays the same
    while others write.
    """

    def set_up(connection: DBAPIConnection, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"timeout": _BUSY_SECONDS},
    )
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


@contextmanager
def held(path: Path, *, pragmas: tuple[str, ...] = ()) -> Iterator[Connection | None]:
    """The database with nobody else in it, its write-ahead log emptied; None if unreadable.

    Raises:
        DatabaseInUse: another connection, of this process or another, has it open.
    """
    if not _is_free(path):
        yield None
        return
    with whole_engine(path, begin="BEGIN EXCLUSIVE", pragmas=pragmas).connect() as connection:
        try:
            connection.begin()
        except OperationalError as error:
            raise DatabaseInUse(_in_use(path)) from error
        yield connection


def _is_free(path: Path) -> bool:
    """Whether it can be read; SQLite leaves the WAL mode only for the last one who has it open.

    Source: https://www.sqlite.org/wal.html, "Activating And Configuring WAL Mode".
    """
    connection = sqlite3.connect(path, timeout=_IN_USE_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse(_in_use(path)) from error
        return False
    except sqlite3.DatabaseError:
        return False
    else:
        return True
    finally:
        connection.close()


def _in_use(path: Path) -> str:
    return (
        f"{path} används av ett annat program. Stoppa boten först (systemctl stop brabot), "
        "och alla andra kommandon."
    )
