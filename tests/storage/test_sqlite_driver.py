"""Short statements do not change thread, and long ones keep nobody waiting."""

import asyncio
import threading

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.sqlite_driver import sqlite_driver

LONG = (
    "SELECT count(*) FROM (WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i FROM n)"
)


@pytest.fixture
async def connection(tmp_path):
    """A connection on which a transaction has begun, with the threads its statements ran in."""
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{tmp_path / 'some.db'}", module=sqlite_driver()
    )

    def set_up(plain, _):
        plain.isolation_level = None
        plain.create_function("thread", 0, lambda: threading.current_thread().name)

    event.listen(engine.sync_engine, "connect", set_up)
    event.listen(engine.sync_engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    async with engine.connect() as open_connection:
        await open_connection.execute(text("CREATE TABLE word (id INTEGER PRIMARY KEY, said TEXT)"))
        yield open_connection
    await engine.dispose()


async def run(connection, statement, values=None):
    def work(sync):
        result = sync.execute(text(statement), values or {})
        return result.all() if result.returns_rows else result.rowcount

    return await connection.run_sync(work)


async def test_a_short_query_and_a_small_insert_stay_where_they_are(connection):
    here = threading.current_thread().name
    await run(connection, "UPDATE word SET said = 'a turn begins'")
    assert await run(connection, "SELECT thread()") == [(here,)]
    await run(connection, "INSERT INTO word (said) VALUES (thread())")
    assert await run(connection, "SELECT said FROM word") == [(here,)]


async def test_what_changes_rows_does_not(connection):
    await run(connection, "INSERT INTO word (said) VALUES ('here')")
    assert await run(connection, "UPDATE word SET said = thread()") == 1
    [(there,)] = await run(connection, "SELECT said FROM word")
    assert there != threading.current_thread().name


async def test_a_long_query_begins_anew_elsewhere_and_lets_others_go_on(connection):
    turns = 0

    async def others():
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    going = asyncio.create_task(others())
    await run(connection, "INSERT INTO word (said) VALUES ('before')")
    await run(connection, "UPDATE word SET said = 'a turn begins'")
    before = turns
    assert await run(connection, LONG) == [(300_000,)]
    assert turns > before
    going.cancel()
    assert await run(connection, "SELECT said FROM word") == [("a turn begins",)]


async def test_errors_are_those_of_the_driver_wherever_they_happen(connection):
    await run(connection, "UPDATE word SET said = 'a turn begins'")
    with pytest.raises(OperationalError, match="no such table"):
        await run(connection, "SELECT * FROM nowhere")
    await run(connection, "INSERT INTO word (id, said) VALUES (1, 'once')")
    with pytest.raises(IntegrityError):
        await run(connection, "INSERT INTO word (id, said) VALUES (1, 'twice')")
    assert await run(connection, "SELECT id FROM word") == [(1,)]


async def test_what_is_rolled_back_is_gone_and_a_second_time_does_no_harm(connection):
    await run(connection, "INSERT INTO word (said) VALUES ('kept')")
    await connection.commit()
    await run(connection, "INSERT INTO word (said) VALUES ('undone')")
    await connection.rollback()
    await connection.rollback()
    assert await run(connection, "SELECT said FROM word") == [("kept",)]


async def test_many_rows_are_inserted_in_one_go(connection):
    rows = [{"said": str(number)} for number in range(1_000)]
    assert await run(connection, "INSERT INTO word (said) VALUES (:said)", rows) == 1_000
    assert await run(connection, "SELECT count(*) FROM word") == [(1_000,)]
