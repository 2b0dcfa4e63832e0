"""An archive moved whole from one database to another, compared row by row."""

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select

from storage.alone import alone, alone_on_server
from storage.backup import Progress
from storage.database import translated
from storage.errors import DatabaseNotEmpty, DatabaseUnavailable, MoveFailed
from storage.keys import Keyring
from storage.known_key import check_key, check_not_moved, note_moved
from storage.numbering import last_numbers, set_last_numbers
from storage.private_files import sync_folder
from storage.protected import SEALED
from storage.schema import migrate
from storage.sqlite_files import sqlite_path, whole_engine
from storage.tables import AuditRow, MetaRow, Row
from storage.url import driver_url

MOVED: Final = "storage_moved"
"""The audit log's action in the database that everything was moved to."""

_BUILDING = ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=ON")
_AT_ONCE = 500
_LARGE = frozenset(one.table for one in SEALED if one.whole)
_LARGE_AT_ONCE = 8
_MODULUS = 1 << 256


@dataclass(frozen=True, kw_only=True)
class Told:
    """How many rows a table has, and the sum of the hashes of all of them (hex).

    The sum is the same in whatever order the rows come: databases order texts differently.
    """

    rows: int
    hash: str


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What stands in the new database now, table by table, the same as stood in the old one."""

    tables: Mapping[str, Told]

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(told.rows for told in self.tables.values())


def move(
    source_url: str,
    target_url: str,
    keyring: Keyring,
    *,
    now: datetime,
    actor: str,
    progress: Progress | None = None,
) -> Moved:
    """Move everything, SQLite or PostgreSQL to either: compared whole, or nothing is moved.

    Only then does the new database hold anything, and the old one lets nobody open it any
    more. Killed between those two steps, both hold everything and the old one opens still.

    Raises:
        DatabaseInUse: the bot or a command has one of them open.
        DatabaseNotEmpty: the new one holds something.
        DatabaseMoved, SecretKeyWrong: the old one is not, or not with this key, to be moved.
        MoveFailed: what arrived is not what was read; nothing was kept of it.
        DatabaseMissing, DatabaseUnreadable, DatabaseUnavailable, DatabaseUrlInvalid,
        DatabaseFolderMissing, DatabaseDriverMissing: one of them cannot be used.
    """
    with translated(), alone(source_url) as source:
        check_not_moved(source)
        migrate(source)
        check_key(source, keyring)
        with _empty(target_url) as target:
            moved = _copy(source, target, progress)
            set_last_numbers(target, last_numbers(source))
            target.execute(
                insert(AuditRow).values(
                    at=now,
                    actor=actor,
                    action=MOVED,
                    subject="database",
                    detail={"rows": moved.rows, "from": source.dialect.name},
                )
            )
            where = target.dialect.name
        note_moved(source, {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[where])
    return moved


def _copy(source: Connection, target: Connection, progress: Progress | None) -> Moved:
    tables = Row.metadata.sorted_tables
    total = 2 * sum(source.scalar(select(func.count()).select_from(one)) or 0 for one in tables)
    done = 0
    moved: dict[str, Told] = {}
    for table in tables:
        read = _Sum()
        for rows in _rows(source, table):
            target.execute(table.insert(), rows)
            read.add(rows)
            done += len(rows)
            if progress:
                progress(done, total)
        moved[table.name] = read.told()
    for table in tables:
        arrived = _Sum()
        for rows in _rows(target, table):
            arrived.add(rows)
            done += len(rows)
            if progress:
                progress(done, total)
        if arrived.told() != moved[table.name]:
            raise MoveFailed(
                f"Tabellen {table.name} blev inte densamma i den nya databasen "
                f"({moved[table.name].rows} rader lästes, {arrived.told().rows} kom fram, eller "
                "så skiljer sig en av dem). Inget är flyttat: använd den gamla som förut."
            )
    return Moved(tables=moved)


def _rows(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    at_once = _LARGE_AT_ONCE if table.name in _LARGE else _AT_ONCE
    result = connection.execute(select(table).execution_options(yield_per=at_once))
    for rows in result.mappings().partitions():
        yield [dict(row) for row in rows]


class _Sum:
    """Rows, counted and hashed one by one."""

    def __init__(self) -> None:
        self._rows = 0
        self._sum = 0

    def add(self, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            line = json.dumps(row, sort_keys=True, default=_plain).encode()
            self._sum += int.from_bytes(hashlib.sha256(line).digest(), "big")
        self._rows += len(rows)
        self._sum %= _MODULUS

    def told(self) -> Told:
        return Told(rows=self._rows, hash=f"{self._sum:064x}")


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    raise TypeError(type(value).__name__)


@contextmanager
def _empty(url: str) -> Iterator[Connection]:
    """An empty database with all tables, kept when the block ends, not there when it raises."""
    if driver_url(url).drivername.startswith("sqlite"):
        with _empty_file(sqlite_path(url)) as connection:
            yield connection
        return
    with alone_on_server(url) as connection:
        check_not_moved(connection)
        migrate(connection)
        _check_empty(connection)
        connection.execute(delete(MetaRow))
        yield connection


@contextmanager
def _empty_file(path: Path) -> Iterator[Connection]:
    if path.exists() and path.stat().st_size:
        raise DatabaseNotEmpty(f"{path} finns redan. Ange en fil som inte finns.")
    building = path.with_name(f".{path.name}.moving")
    try:
        building.unlink(missing_ok=True)  # what a crash has left
        building.touch(mode=0o600)
        try:
            engine = whole_engine(building, begin="BEGIN IMMEDIATE", pragmas=_BUILDING)
            with engine.begin() as connection:
                migrate(connection)
                yield connection
            _sync(building)
            building.replace(path)
            sync_folder(path.parent)
        finally:
            building.unlink(missing_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(
            f"{path} går inte att skriva ({error.strerror}). Kontrollera mappens rättigheter och "
            "att disken inte är full."
        ) from error


def _check_empty(connection: Connection) -> None:
    held = {
        table.name: count
        for table in Row.metadata.sorted_tables
        if table.name != MetaRow.__tablename__
        and (count := connection.scalar(select(func.count()).select_from(table)))
    }
    if held:
        raise DatabaseNotEmpty(
            f"Databasen att flytta till är inte tom: den innehåller {sum(held.values())} rader. "
            "Ange en tom. Är det en flytt som redan är gjord (`brabot health` säger hur den mår), "
            "så använd den i stället."
        )


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
