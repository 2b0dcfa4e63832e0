"""SQLite under asyncio, with few changes of thread: they cost more than most statements do.

aiosqlite runs every step of a statement (cursor, execute, fetch, close) in a thread of the
connection's own, which is right for what may take long, and several times the work for the rest.
Here a statement changes thread once, and a short one not at all.
"""

import sqlite3
from collections import deque
from functools import cache
from time import perf_counter
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util.concurrency import await_

_SHORT_STEPS = 5_000
"""Steps of SQLite's machine, about a millisecond: a query that needs more begins anew in the
thread, so that nobody's answer waits for it."""
_SHORT_VALUES = 200
"""So many values may an insert have that does not change thread."""
_TURN_SECONDS = 0.005
"""After so long the next statement changes thread in any case: others get their turn."""


class _Guard:
    """Keeps others from waiting: ends a query that takes too long, when SQLite asks."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.armed = False
        self.turn_ends = 0.0
        connection.set_progress_handler(self._ask, _SHORT_STEPS)

    def _ask(self) -> bool:
        return self.armed


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ()
    _awaitable_cursor_close = False
    _adapt_connection: "_Connection"

    def _make_new_cursor(self, connection: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own
        return self._adapt_connection.plain.cursor()

    def _aenter_cursor(self, cursor: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own
        return cursor

    def execute(self, operation: Any, parameters: Any = None) -> Any:  # noqa: ANN401
        values = parameters or ()
        in_turn = perf_counter() < self._adapt_connection.guard.turn_ends
        try:
            if in_turn and _is_query(operation):
                self._query(operation, values)
            elif in_turn and _is_insert(operation) and len(values) <= _SHORT_VALUES:
                self._run(operation, values)
            else:
                self._in_thread(operation, values)
        except Exception as error:  # SQLAlchemy's own way of raising it as the driver's
            self._adapt_connection._handle_exception(error)

    def executemany(self, operation: Any, seq_of_parameters: Any) -> Any:  # noqa: ANN401
        connection = self._adapt_connection
        run: Any = self._cursor.executemany
        rows = list(seq_of_parameters)
        few = sum(map(len, rows)) <= _SHORT_VALUES
        try:
            if few and _is_insert(operation) and perf_counter() < connection.guard.turn_ends:
                run(operation, rows)
            else:
                await_(connection.driver._execute(run, operation, rows))
        except Exception as error:  # as in `execute`
            self._adapt_connection._handle_exception(error)

    def _query(self, operation: str, parameters: Any) -> None:  # noqa: ANN401
        guard = self._adapt_connection.guard
        guard.armed = True
        try:
            self._run(operation, parameters)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            guard.armed = False
            self._in_thread(operation, parameters)
        finally:
            guard.armed = False

    def _in_thread(self, operation: str, parameters: Any) -> None:  # noqa: ANN401
        connection = self._adapt_connection
        await_(connection.driver._execute(self._run, operation, parameters))
        connection.guard.turn_ends = perf_counter() + _TURN_SECONDS

    def _run(self, operation: str, parameters: Any) -> None:  # noqa: ANN401
        cursor: Any = self._cursor
        cursor.execute(operation, parameters)
        if cursor.description:
            self._rows = deque(cursor.fetchall())


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ("driver", "guard", "plain")
    _cursor_cls = _Cursor

    def __init__(self, dbapi: Any, connection: Any) -> None:  # noqa: ANN401
        super().__init__(dbapi, connection)
        self.driver: Any = connection
        self.plain: sqlite3.Connection = connection._conn
        self.guard = _Guard(self.plain)

    def rollback(self) -> None:
        """Undo; nothing to do after a commit, though the pool asks for it every time."""
        if self.plain.in_transaction:
            super().rollback()


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> _Connection:  # noqa: ANN401
        return _Connection(self, super().connect(*arg, **kw)._connection)


@cache
def sqlite_driver() -> AsyncAdapt_aiosqlite_dbapi:
    """What `create_async_engine` takes as the `module` for addresses of `sqlite+aiosqlite`."""
    return _Driver(aiosqlite, sqlite3)


def _is_query(operation: str) -> bool:
    """Whether it only reads, so that it may be ended and begun anew."""
    return operation.startswith("SELECT ")


def _is_insert(operation: str) -> bool:
    """Whether it inserts the rows that it names: ending it would undo the whole transaction."""
    return operation.startswith("INSERT INTO ") and ") VALUES (" in operation
