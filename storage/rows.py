"""The rows of a whole database as plain values, the same for every version of its tables."""

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    func,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

_AT_ONCE = 500
_LARGE = frozenset({"media_content"})
_LARGE_AT_ONCE = 8  # pieces of files, a quarter of a megabyte each
_ALEMBIC = "alembic_version"

Rows = list[list[Any]]
Turn = Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A table: its name, its columns and how many rows it has."""

    name: str
    columns: tuple[str, ...]
    rows: int


def tables(connection: Connection) -> list[Table]:
    """All tables as the database itself describes them, what others refer to first."""
    found = MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type = JSON(none_as_null=True)
    return [table for table in found.sorted_tables if table.name != _ALEMBIC]


def shape(connection: Connection, table: Table) -> Shape:
    """What the table holds now."""
    count = connection.scalar(select(func.count()).select_from(table)) or 0
    return Shape(name=table.name, columns=tuple(table.columns.keys()), rows=count)


def read_rows(connection: Connection, table: Table, *where: ColumnElement[bool]) -> Iterator[Rows]:
    """The rows (all, or those of which all is true), some hundred at a time, fit for JSON."""
    turns = [_to_plain(column.type) for column in table.columns]
    at_once = _LARGE_AT_ONCE if table.name in _LARGE else _AT_ONCE
    query = select(table).where(*where).execution_options(yield_per=at_once)
    for rows in connection.execute(query).partitions():
        yield [
            [_turned(turn, value) for turn, value in zip(turns, row, strict=True)] for row in rows
        ]


def insert_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Rows) -> None:
    """Put rows from `read_rows` into a table; it may have gained columns with a default."""
    if not rows:
        return
    turns = [_from_plain(table.columns[name].type) for name in columns]
    connection.execute(
        table.insert(),
        [
            {
                name: _turned(turn, value)
                for name, turn, value in zip(columns, turns, row, strict=True)
            }
            for row in rows
        ],
    )


def last_ids(connection: Connection) -> dict[str, int]:
    """By table, the highest number that any row ever had."""
    rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {row.name: row.seq for row in rows}


def set_last_ids(connection: Connection, last: Mapping[str, int]) -> None:
    """Let new rows be numbered from there on."""
    connection.execute(text("DELETE FROM sqlite_sequence"))
    if not last:
        return
    connection.execute(
        text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"),
        [{"name": name, "seq": seq} for name, seq in last.items()],
    )


def _turned(turn: Turn | None, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return value if turn is None or value is None else turn(value)


def _to_plain(kind: TypeEngine[Any]) -> Turn | None:
    if isinstance(kind, LargeBinary):
        return lambda value: base64.b64encode(value).decode("ascii")
    if isinstance(kind, DateTime):
        return _written
    return None


def _from_plain(kind: TypeEngine[Any]) -> Turn | None:
    if isinstance(kind, LargeBinary):
        return base64.b64decode
    if isinstance(kind, DateTime):
        return datetime.fromisoformat
    return None


def _written(value: datetime) -> str:
    """In UTC and without saying so, which is how SQLite keeps it."""
    utc = value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat()
