import asyncio
import signal
import stat
import subprocess
import sys

import pytest
from sqlalchemy import select

import storage.moving
from storage.alone import alone
from storage.database import open_database
from storage.errors import (
    DatabaseInUse,
    DatabaseMoved,
    DatabaseNotEmpty,
    MoveFailed,
    SecretKeyWrong,
)
from storage.keys import Keyring
from storage.moving import MOVED, move
from storage.tables import Row
from tests.storage.archive import ROWS, fill, telegram_id
from tests.storage.postgres import only_sqlite, plain_engine

TABLES = [table for table in Row.metadata.sorted_tables if table.name not in ("meta", "audit")]

KILLED_AT_THE_END = """
import os, signal, sys
from datetime import UTC, datetime
from storage.keys import Keyring
from storage.moving import move

def die(done, total):
    if done == total:
        os.kill(os.getpid(), signal.SIGKILL)

move(sys.argv[1], sys.argv[2], Keyring.from_secret(bytes(range(32))),
     now=datetime(2026, 11, 18, tzinfo=UTC), actor="eva", progress=die)
"""


@pytest.fixture
def target(engine, request, tmp_path):
    """Where to move to: the other kind of database."""
    if engine == "postgresql":
        yield f"sqlite:///{tmp_path / 'ny.db'}"
        return
    with request.getfixturevalue("postgres").without_tables() as found:
        yield found


@pytest.fixture
async def full(url, keyring, now):
    await (await open_database(url, keyring)).close()
    with alone(url) as connection:
        fill(connection, keyring, now)
    return url


def everything(url):
    engine = plain_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted(
                (dict(row) for row in connection.execute(select(table)).mappings()),
                key=lambda row: [str(row[key.name]) for key in table.primary_key],
            )
            for table in TABLES
        }
    engine.dispose()
    return found


async def test_every_row_of_every_table_stands_in_the_new_database(full, target, keyring, now):
    before = everything(full)
    moved = move(full, target, keyring, now=now, actor="eva")
    assert everything(target) == before
    assert all(len(rows) == ROWS for rows in before.values())
    assert {name: told.rows for name, told in moved.tables.items()} == {
        **dict.fromkeys(before, ROWS),
        "audit": ROWS,
        "meta": 2,
    }


async def test_life_goes_on_there_and_the_old_one_opens_no_more(
    full, target, keyring, concern, now
):
    move(full, target, keyring, now=now, actor="eva")
    with pytest.raises(DatabaseMoved, match="flyttat"):
        await open_database(full, keyring)
    database = await open_database(target, keyring)
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(telegram_id(2), now=now, language="sv")
        assert resident.id == 2
        new = await tx.concerns.record(concern("ny", resident_id=2, telegram_id=7), now=now)
        assert new.id == ROWS + 1
        (entry,) = await tx.audit.entries(actions=[MOVED])
        assert entry.id == ROWS + 1
    await database.close()


async def test_no_number_is_given_twice_though_its_row_is_gone(url, target, keyring, concern, now):
    database = await open_database(url, keyring)
    async with database.transaction() as tx:
        gone = await tx.concerns.record(concern("bort"), now=now)
        await tx.concerns.delete(gone.id, now=now, by="resident")
    await database.close()
    move(url, target, keyring, now=now, actor="eva")
    database = await open_database(target, keyring)
    async with database.transaction() as tx:
        assert (await tx.concerns.record(concern("ny"), now=now)).id > gone.id
    await database.close()


@only_sqlite
async def test_there_and_back_it_is_the_same(full, target, keyring, tmp_path, now):
    before = everything(full)
    move(full, target, keyring, now=now, actor="eva")
    back = f"sqlite:///{tmp_path / 'tillbaka.db'}"
    move(target, back, keyring, now=now, actor="eva")
    assert everything(back) == before
    assert stat.S_IMODE((tmp_path / "tillbaka.db").stat().st_mode) == 0o600
    await (await open_database(back, keyring)).close()


async def test_a_place_that_holds_something_is_refused(full, target, keyring, now):
    database = await open_database(target, keyring)
    async with database.transaction() as tx:
        await tx.residents.recognise(1, now=now, language="sv")
    await database.close()
    with pytest.raises(DatabaseNotEmpty):
        move(full, target, keyring, now=now, actor="eva")
    await (await open_database(full, keyring)).close()


@only_sqlite
async def test_with_another_key_nothing_is_moved(full, target, now):
    with pytest.raises(SecretKeyWrong):
        move(full, target, Keyring.from_secret(bytes(32)), now=now, actor="eva")


async def test_while_the_bot_has_it_open_nothing_is_moved(database, url, target, keyring, now):
    async with database.transaction() as tx:
        await tx.audit.entries()
    with pytest.raises(DatabaseInUse, match="Stoppa boten"):
        move(url, target, keyring, now=now, actor="eva")


async def test_a_row_that_arrives_otherwise_undoes_it_all(
    full, target, keyring, now, monkeypatch, tmp_path
):
    read = storage.moving._rows

    def other(connection, table):
        for rows in read(connection, table):
            if table.name == "concern" and connection.dialect.name != source:
                rows[0]["muted"] = not rows[0]["muted"]
            yield rows

    source = "sqlite" if full.startswith("sqlite") else "postgresql"
    monkeypatch.setattr(storage.moving, "_rows", other)
    with pytest.raises(MoveFailed, match="concern"):
        move(full, target, keyring, now=now, actor="eva")
    monkeypatch.undo()
    assert not list(tmp_path.glob("*ny.db*"))
    move(full, target, keyring, now=now, actor="eva")


@only_sqlite
async def test_killed_on_the_way_the_old_one_is_as_it_was_and_it_can_be_done_again(
    full, target, keyring, child_env, now
):
    before = everything(full)
    child = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", KILLED_AT_THE_END, full, target], env=child_env
    )
    assert child.returncode == -signal.SIGKILL
    assert everything(full) == before
    move(full, target, keyring, now=now, actor="eva")
    assert everything(target) == before
