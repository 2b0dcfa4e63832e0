"""What one process at a time may do, of many that share a database: who has the duty."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from enum import IntEnum

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.advisory_locks import RECEIVING, SCHEDULING

_LOOK_SECONDS = 0.5
_PATIENCE_SECONDS = 5.0
"""So long the server may take to say that the duty is still held."""

_GIVEN_UP_SECONDS = 10
"""So long after it last heard of a process that has a duty the server takes it for gone."""
_END_WHEN_SILENT = text(
    "SELECT set_config('idle_session_timeout', :timeout, false) "
    "WHERE current_setting('server_version_num')::int >= 140000"
)

Lost = Callable[[], Awaitable[None]]


class Duty(IntEnum):
    """A thing that is done once, however many processes could."""

    RECEIVING = RECEIVING
    SCHEDULING = SCHEDULING


@asynccontextmanager
async def leading(engine: AsyncEngine, duty: Duty) -> AsyncIterator[Lost]:
    """Wait until no other process has the duty, and have it while the block lasts.

    It belongs to a connection of its own: when the process ends, however it ends, the server
    closes the connection, and the next one has the duty; after some seconds also when the
    process or its machine has gone silent. A file has one process only.

    Returns:
        A coroutine function that returns when the duty is lost with its connection.
    """
    if engine.dialect.name != "postgresql":
        yield _never
        return
    async with engine.connect() as opened:
        connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
        try:
            await connection.execute(_END_WHEN_SILENT, {"timeout": f"{_GIVEN_UP_SECONDS}s"})
            await _had(connection, duty)

            async def lost() -> None:
                await _lost(connection)

            yield lost
        finally:
            await connection.invalidate()  # closed, not pooled: it would keep the duty


async def _had(connection: AsyncConnection, duty: Duty) -> None:
    while True:
        if await connection.scalar(select(func.pg_try_advisory_lock(int(duty)))):
            return
        await asyncio.sleep(_LOOK_SECONDS)


async def _lost(connection: AsyncConnection) -> None:
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await connection.scalar(select(1))
        except (DBAPIError, TimeoutError):
            return


async def _never() -> None:
    await asyncio.Event().wait()
