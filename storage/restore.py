"""Putting a backup in the place of the database."""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from storage.backup import BackupReader, Contents, Progress, opened
from storage.database import translated
from storage.errors import DatabaseNotEmpty, DatabaseUnavailable
from storage.keys import Keyring
from storage.outgrown import Later
from storage.private_files import sync_folder
from storage.refill import check_known, refill
from storage.sqlite_files import held, sqlite_path, whole_engine

_TOLD = ("concern", "resident", "focus_group", "inbox")
"""A database with rows in none of these holds nothing that anybody would miss."""
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may leave beside a database; whatever it is, it belongs to that one."""
_BUILDING = (
    "journal_mode=MEMORY",  # who builds a new file needs none that survives
    "synchronous=OFF",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is deleted again right away leaves no trace in free pages
)


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was put in place.

    `set_aside` is where the old database is now, if there was one. `later` is what was taken
    from it because it had grown out of the backed up one; with None, nothing is known of
    what happened after the backup. Unless all could be taken, `doubtful` messages that waited
    then may be out.
    """

    contents: Contents
    set_aside: Path | None
    later: Later | None
    doubtful: int


def restore_backup(
    file: Path,
    url: str,
    keyring: Keyring,
    *,
    now: datetime,
    actor: str,
    force: bool = False,
    resend: bool = False,
    progress: Progress | None = None,
) -> Restored:
    """Make the backup the database; until all of it is found right, nothing is touched.

    Undone is what residents have told since. What an old database knows besides stays so
    (`storage.outgrown`). Without one, what waited to be sent is not sent; `resend` sends it.

    Raises:
        BackupKeyWrong, BackupNewer, BackupDamaged: it cannot be used.
        BackupUnsupported, DatabaseUrlInvalid, DatabaseFolderMissing: there is no such place.
        DatabaseInUse: the old database is open somewhere; `force` does not change that.
        DatabaseNotEmpty: it holds something, or cannot be read, and `force` does not say
            that it may be set aside.
        DatabaseUnavailable: the disk is full or refuses.
    """
    path = sqlite_path(url, damaged=True)
    with opened(file) as source, _at(path) as (there, old):
        reader = BackupReader(source, keyring)
        check_known(reader.contents)
        if there and not force:
            _check_empty(path, old)
        with _new_file(path) as new_file:
            engine = whole_engine(new_file, begin="BEGIN IMMEDIATE", pragmas=_BUILDING)
            with translated(), engine.begin() as new:
                filled = refill(
                    new,
                    reader,
                    old,
                    keyring,
                    now=now,
                    actor=actor,
                    resend=resend,
                    progress=progress,
                )
            _sync(new_file)
            aside = _set_aside(path, now)
            new_file.replace(path)
            sync_folder(path.parent)
    return Restored(
        contents=reader.contents, set_aside=aside, later=filled.later, doubtful=filled.doubtful
    )


@contextmanager
def _at(path: Path) -> Iterator[tuple[bool, Connection | None]]:
    """Whether there is anything, and the database itself, held, if it can be read."""
    if not path.exists() or not path.stat().st_size:
        yield False, None
        return
    with held(path) as old:
        yield True, old


def _check_empty(path: Path, old: Connection | None) -> None:
    remedy = (
        "Med --force ställs den undan bredvid (inget raderas) och säkerhetskopian tar dess plats."
    )
    if old is None:
        raise DatabaseNotEmpty(f"{path} går inte att läsa som databas. {remedy}")
    try:
        known = set(inspect(old).get_table_names())
        # The names are constants of this module.
        held_rows = {
            name: old.scalar(text(f"SELECT count(*) FROM {name}"))  # noqa: S608
            for name in _TOLD
            if name in known
        }
    except DatabaseError as error:
        raise DatabaseNotEmpty(f"{path} är skadad. {remedy}") from error
    if known and not known >= set(_TOLD):
        raise DatabaseNotEmpty(f"{path} är ett annat programs databas. {remedy}")
    if any(held_rows.values()):
        raise DatabaseNotEmpty(
            f"{path} är inte tom: den innehåller {held_rows['concern']} ärenden. {remedy}"
        )


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """An empty file beside the database, gone afterwards unless it has taken its place."""
    new_file = path.with_name(f".{path.name}.restoring")
    try:
        # One that a crash has left is emptied; nobody else is here: the database is held.
        new_file.unlink(missing_ok=True)
        new_file.touch(mode=0o600)
        try:
            yield new_file
        finally:
            new_file.unlink(missing_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(
            f"{path} går inte att skriva ({error.strerror}). Kontrollera mappens rättigheter och "
            "att disken inte är full."
        ) from error


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Give the old database a second name; at its first one it stands until it is replaced.

    What SQLite left beside it goes along, also when the database itself is gone: it would
    corrupt the new one.
    """
    left = [suffix for suffix in ("", *_BESIDE) if path.with_name(path.name + suffix).exists()]
    if not left:
        return None
    stamp = f"{path.name}.before-restore-{now:%Y%m%dT%H%M%SZ}"
    names = itertools.chain([stamp], (f"{stamp}-{number}" for number in itertools.count(2)))
    aside = next(found for name in names if not (found := path.with_name(name)).exists())
    for suffix in left:
        old, new = path.with_name(path.name + suffix), aside.with_name(aside.name + suffix)
        new.hardlink_to(old) if not suffix else old.rename(new)
    return aside
