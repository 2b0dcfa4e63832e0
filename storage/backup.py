"""A copy of everything, encrypted, made while the bot runs.

The rows are read in one transaction and go encrypted to the file, so no clear copy ever stands
on a disk, nor does what SQLite's free pages may hold; a file copy or `VACUUM INTO` would be
somewhat faster, and need one.
"""

import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, insert

from storage.database import translated
from storage.errors import BackupDamaged, DatabaseMissing, DatabaseUnreadable
from storage.keys import Keyring
from storage.known_key import check_key
from storage.private_files import check_free, private_file
from storage.rows import Rows, Shape, last_ids, read_rows, shape, tables
from storage.sealed import Sealer, unsealed
from storage.sqlite_files import sqlite_path, whole_engine
from storage.tables import AuditRow

TAKEN: Final = "backup_taken"
"""The audit log's action for a copy; its subject is the copy's own mark."""

_MARK_BYTES = 8

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a backup holds.

    `mark` is its own, by which a database is recognised that has grown out of the one that
    was copied. `revision` is the version of the tables, `last_ids` the highest number that
    any row of a table ever had. `tables` stand in the order of their rows.
    """

    mark: str
    created_at: datetime
    revision: str
    tables: tuple[Shape, ...]
    last_ids: Mapping[str, int]

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(table.rows for table in self.tables)

    @property
    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {table.name: table.rows for table in self.tables}


def write_backup(
    url: str,
    keyring: Keyring,
    target: Path,
    *,
    now: datetime,
    actor: str,
    replace: bool = False,
    progress: Progress | None = None,
) -> Contents:
    """Copy the database to `target`, consistent as of one moment; read back before it is named so.

    The audit log says so before anything is copied: no copy exists without it.

    Raises:
        BackupUnsupported, DatabaseMissing, DatabaseUnreadable, SecretKeyWrong,
        DatabaseUnavailable: there is nothing that can be copied.
        FileTaken, FileUnwritable: the target refuses; what stood there stands there still.
    """
    path = sqlite_path(url)
    check_free(target, replace=replace)
    if not path.exists() or not path.stat().st_size:
        raise DatabaseMissing(f"{path} finns inte. Ange databasen i BRABOT_DATABASE_URL.")
    mark = secrets.token_hex(_MARK_BYTES)
    with private_file(target, replace=replace) as file, translated():
        _note(whole_engine(path, begin="BEGIN IMMEDIATE"), keyring, mark, now=now, actor=actor)
        with whole_engine(path, begin="BEGIN", pragmas=("query_only=ON",)).begin() as connection:
            contents = _write(connection, Sealer(file, keyring), mark, now, progress)
        file.flush()
        file.seek(0)
        _check(file, keyring)
    return contents


def check_backup(path: Path, keyring: Keyring, *, progress: Progress | None = None) -> Contents:
    """What a backup holds, once every byte of it has been found to be right.

    Raises:
        BackupKeyWrong, BackupNewer, BackupDamaged: as `unsealed`, or it cannot be read.
    """
    with opened(path) as file:
        return _check(file, keyring, progress)


def opened(path: Path) -> BinaryIO:
    """The file of a backup; raises `BackupDamaged` when it cannot be read."""
    try:
        return path.open("rb")
    except OSError as error:
        raise BackupDamaged(f"{path} går inte att läsa ({error.strerror}).") from error


class BackupReader:
    """A backup's contents, and then its rows; all of them were there when `batches` ends."""

    def __init__(self, file: BinaryIO, keyring: Keyring) -> None:
        self._lines = unsealed(file, keyring)
        try:
            self.contents = _contents(json.loads(next(self._lines)))
        except (StopIteration, KeyError, TypeError, ValueError) as error:
            raise BackupDamaged(_FOREIGN) from error

    def batches(self, progress: Progress | None = None) -> Iterator[tuple[Shape, Rows]]:
        """Some rows of a table at a time; raises as `unsealed`."""
        shapes = self.contents.tables
        left = [shape.rows for shape in shapes]
        for line in self._lines:
            number, rows = json.loads(line)
            left[number] -= len(rows)
            yield shapes[number], rows
            if progress:
                progress(self.contents.rows - sum(left), self.contents.rows)
        if any(left):
            raise BackupDamaged(_FOREIGN)


_FOREIGN = "Säkerhetskopian stämmer inte med sin egen innehållsförteckning. Använd en annan kopia."


def _note(engine: Engine, keyring: Keyring, mark: str, *, now: datetime, actor: str) -> None:
    with engine.begin() as connection:
        if MigrationContext.configure(connection).get_current_revision() is None:
            raise DatabaseUnreadable("Databasen är ett annat programs. Ange Bråbots egen.")
        check_key(connection, keyring)
        connection.execute(
            insert(AuditRow).values(
                at=now, actor=actor, action=TAKEN, subject=f"backup:{mark}", detail={}
            )
        )


def _write(
    connection: Connection,
    sealer: Sealer,
    mark: str,
    now: datetime,
    progress: Progress | None,
) -> Contents:
    found = tables(connection)
    contents = Contents(
        mark=mark,
        created_at=now,
        revision=MigrationContext.configure(connection).get_current_revision() or "",
        tables=tuple(shape(connection, table) for table in found),
        last_ids=last_ids(connection),
    )
    sealer.write(_line(_plain(contents)))
    done = 0
    for number, table in enumerate(found):
        for rows in read_rows(connection, table):
            sealer.write(_line([number, rows]))
            done += len(rows)
            if progress:
                progress(done, contents.rows)
    sealer.finish()
    return contents


def _check(file: BinaryIO, keyring: Keyring, progress: Progress | None = None) -> Contents:
    reader = BackupReader(file, keyring)
    for _ in reader.batches(progress):
        pass
    return reader.contents


def _line(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _plain(contents: Contents) -> dict[str, Any]:
    return {
        "mark": contents.mark,
        "created_at": contents.created_at.isoformat(),
        "revision": contents.revision,
        "tables": [[table.name, table.columns, table.rows] for table in contents.tables],
        "last_ids": dict(contents.last_ids),
    }


def _contents(plain: dict[str, Any]) -> Contents:
    return Contents(
        mark=plain["mark"],
        created_at=datetime.fromisoformat(plain["created_at"]),
        revision=plain["revision"],
        tables=tuple(
            Shape(name=name, columns=tuple(columns), rows=rows)
            for name, columns, rows in plain["tables"]
        ),
        last_ids=plain["last_ids"],
    )
