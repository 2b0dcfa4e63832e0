"""The few statements that SQLite and PostgreSQL spell differently, or that count rows."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, Executable, func, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Row


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
    table = inspect(row_type).local_table
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(table).values(list(values))
    # psycopg tells no row count here; the rows that come back can be counted on both.
    result = await session.execute(
        statement.on_conflict_do_nothing(index_elements=list(unique)).returning(
            *(table.c[name] for name in unique)
        )
    )
    return len(result.all())


async def one_at_a_time(session: AsyncSession, lock: int) -> None:
    """Wait for the other transactions with this `lock`; they wait for this one to end.

    SQLite has one writer at a time in any case.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(lock)))


async def changed_rows(session: AsyncSession, statement: Executable) -> int:
    """Run an insert, update or delete; how many rows it touched."""
    result = cast("CursorResult[Any]", await session.execute(statement))
    return result.rowcount
