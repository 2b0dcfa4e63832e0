"""The few statements that SQLite and PostgreSQL spell differently, or that count rows."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    CursorResult,
    Executable,
    Insert,
    Table,
    bindparam,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Row


def table_of(row_type: type[Row]) -> Table:
    """The table itself: what is done to it leaves alone the rows that a session has loaded."""
    return cast("Table", inspect(row_type).local_table)


async def insert_new(
    session: AsyncSession,
    row_type: type[Row],
    values: Sequence[Mapping[str, Any]],
    *,
    unique: Sequence[str],
) -> int:
    """Insert the rows whose `unique` columns are not there yet; how many these were."""
    if not values:
        return 0
    statement = _new(row_type, session.get_bind().dialect.name, tuple(unique))
    # psycopg tells no row count here; the rows that come back can be counted on both.
    return len((await session.execute(statement, list(values))).all())


@cache
def _new(row_type: type[Row], dialect: str, unique: tuple[str, ...]) -> Executable:
    table = table_of(row_type)
    into = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = into(table).on_conflict_do_nothing(index_elements=list(unique))
    return statement.returning(*(table.c[name] for name in unique))


async def insert_row(session: AsyncSession, row_type: type[Row], values: Mapping[str, Any]) -> int:
    """Insert a row and nothing else, with all the values it needs; its number."""
    result = await session.execute(_into(row_type), dict(values))
    inserted: Any = cast("CursorResult[Any]", result).inserted_primary_key
    return int(inserted[0])


async def insert_rows(
    session: AsyncSession, row_type: type[Row], values: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows that have no number of their own, or whose number nobody asks for."""
    if values:
        await session.execute(_into(row_type), list(values))


@cache
def _into(row_type: type[Row]) -> Insert:
    return insert(table_of(row_type))


async def put_row(
    session: AsyncSession,
    row_type: type[Row],
    values: Mapping[str, Any],
    *,
    unique: Sequence[str],
) -> None:
    """Insert the row, or change the one whose `unique` columns are the same."""
    dialect = session.get_bind().dialect.name
    await session.execute(_put(row_type, dialect, tuple(values), tuple(unique)), dict(values))


@cache
def _put(
    row_type: type[Row], dialect: str, columns: tuple[str, ...], unique: tuple[str, ...]
) -> Executable:
    table = table_of(row_type)
    into = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = into(table).values({name: bindparam(name) for name in columns})
    changed = {name: statement.excluded[name] for name in columns if name not in unique}
    return statement.on_conflict_do_update(index_elements=list(unique), set_=changed)


async def one_at_a_time(session: AsyncSession, lock: int) -> None:
    """Wait for the other transactions with this `lock`; they wait for this one to end.

    SQLite has one writer at a time in any case.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(lock)))


async def changed_rows(
    session: AsyncSession, statement: Executable, values: Mapping[str, Any] | None = None
) -> int:
    """Run an insert, update or delete with its values; how many rows it touched."""
    result = cast("CursorResult[Any]", await session.execute(statement, values))
    return result.rowcount
