"""A whole database in one transaction, with nobody else in it: not the bot, no command."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, NullPool, create_engine, text

from storage.advisory_locks import IN_USE
from storage.errors import (
    DatabaseDriverMissing,
    DatabaseInUse,
    DatabaseMissing,
    DatabaseUnreadable,
)
from storage.sqlite_files import held, sqlite_path
from storage.url import driver_url

_TAKEN = (
    "Databasen används: boten eller ett annat kommando har den öppen. Stoppa boten först "
    "(systemctl stop brabot), och alla andra kommandon."
)


@contextmanager
def alone(url: str) -> Iterator[Connection]:
    """A connection in a transaction, kept when the block ends, undone when it raises.

    Raises:
        DatabaseInUse: another connection of this program, in any process, has it open.
        DatabaseMissing, DatabaseUnreadable: there is no database, or not a whole one.
        DatabaseUrlInvalid, DatabaseFolderMissing: there is no such place.
    """
    target = driver_url(url)
    if not target.drivername.startswith("sqlite"):
        with alone_on_server(url) as connection:
            yield connection
        return
    path = sqlite_path(url)
    if not path.exists() or not path.stat().st_size:
        raise DatabaseMissing(f"{path} finns inte. Ange databasen i BRABOT_DATABASE_URL.")
    with held(path, pragmas=("secure_delete=ON", "synchronous=FULL")) as found:
        if found is None:
            raise DatabaseUnreadable(f"{path} är skadad. Läs in den senaste säkerhetskopian.")
        yield found
        found.commit()


@contextmanager
def alone_on_server(url: str) -> Iterator[Connection]:
    """The same on PostgreSQL, where every other connection of this program is kept out.

    Raises:
        DatabaseInUse, DatabaseDriverMissing, DatabaseUrlInvalid: as `alone`.
    """
    try:
        engine = create_engine(driver_url(url), poolclass=NullPool, hide_parameters=True)
    except ModuleNotFoundError as error:
        raise DatabaseDriverMissing(
            'PostgreSQL behöver ett paket till: pip install "brabot[postgres]".'
        ) from error
    try:
        with engine.begin() as connection:
            taken = connection.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), _LOCK)
            if not taken:
                raise DatabaseInUse(_TAKEN)
            yield connection
    finally:
        engine.dispose()


_LOCK = {"lock": IN_USE}
