"""What a database URL means."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import (
    DatabaseFolderMissing,
    DatabaseUnavailable,
    DatabaseUnreadable,
    DatabaseUrlInvalid,
)

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
_SQLITE_MAGIC = b"SQLite format 3\x00"  # https://www.sqlite.org/fileformat.html, 1.3.1


def driver_url(url: str) -> URL:
    """The URL with the driver that is used for it.

    Raises:
        DatabaseUrlInvalid: neither `sqlite:///PATH` nor `postgresql://…`.
        DatabaseFolderMissing: the folder of the SQLite file does not exist.
        DatabaseUnreadable: there is something else than a SQLite file.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The cause is left out: it may hold a password.
        raise DatabaseUrlInvalid(_allowed("går inte att förstå")) from None
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUrlInvalid(_allowed(f"börjar med {parsed.drivername}://"))
    if parsed.drivername == "sqlite":
        _check_file(parsed)
    return parsed.set(drivername=_DRIVERS[parsed.drivername])


def make_private(url: URL) -> None:
    """Make the SQLite file, if there is none, so that only its owner may read and write it.

    SQLite gives the files it makes beside it (`-wal`, `-shm`) the same rights.
    Source: https://www.sqlite.org/src, os_unix.c, findCreateFileMode.

    Raises:
        DatabaseUnavailable: the folder refuses.
    """
    path = Path(url.database or "")
    # A file that is there stays closed: closing it would drop SQLite's locks on it.
    if path.exists():
        return
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseUnavailable(
            f"{path} går inte att skapa ({error.strerror}). Kontrollera mappens rättigheter "
            "och att disken inte är full."
        ) from error


def _check_file(url: URL) -> None:
    if not url.database:
        raise DatabaseUrlInvalid(_allowed("saknar filens namn"))
    path = Path(url.database).absolute()
    if not path.parent.is_dir():
        raise DatabaseFolderMissing(
            f"Mappen {path.parent} finns inte. Skapa den, eller ange en annan plats för databasen."
        )
    if path.is_dir() or not _may_be_sqlite(path):
        raise DatabaseUnreadable(
            f"{path} är ingen databas. Kontrollera adressen, eller läs in en säkerhetskopia."
        )


def _may_be_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE_MAGIC)) in (b"", _SQLITE_MAGIC)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise DatabaseUnavailable(
            f"{path} går inte att läsa ({error.strerror}). Kontrollera filens rättigheter."
        ) from error


def _allowed(found: str) -> str:
    return (
        f"Databasens adress {found}. "
        "Den ska vara sqlite:///FIL (fyra snedstreck för en fullständig sökväg) "
        "eller postgresql://ANVÄNDARE:LÖSENORD@DATOR/DATABAS."
    )
