import asyncio
import os
import sqlite3
import subprocess
import sys

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import make_url, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from storage.database import open_database
from storage.errors import (
    DatabaseDriverMissing,
    DatabaseFolderMissing,
    DatabaseNewer,
    DatabaseUnavailable,
    DatabaseUnreadable,
    DatabaseUrlInvalid,
    NaiveTime,
    SecretKeyWrong,
)
from storage.inbox import IncomingUpdate
from storage.keys import Keyring
from storage.schema import alembic_config
from storage.tables import Row
from storage.url import driver_url
from tests.storage.postgres import only_sqlite, plain_engine

UPDATE = IncomingUpdate(update_id=1, chat_id=7, raw="{}")

CHILD = """
import asyncio, os, sys
from datetime import UTC, datetime
from storage.database import open_database
from storage.inbox import IncomingUpdate
from storage.keys import Keyring

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)

async def main(url, mode, first):
    database = await open_database(url, Keyring.from_secret(bytes(range(32))))
    for update_id in range(first, first + 20):
        update = IncomingUpdate(update_id=update_id, chat_id=update_id, raw="{}")
        async with database.transaction() as tx:
            await tx.inbox.receive([update], now=NOW)
            if mode == "die" and update_id == first + 5:
                os._exit(9)
    await database.close()

asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
"""


def child(url, env, mode, first):
    return subprocess.Popen([sys.executable, "-c", CHILD, url, mode, str(first)], env=env)


async def test_the_tables_are_what_the_migrations_make(database, url):
    engine = plain_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    engine.dispose()


CONCERN_OF_0001 = """
INSERT INTO concern (id, reference, source, told_at, kind, urgency, recurring, language,
                     status, needs_human, config_version, recorded_at)
VALUES (:id, :reference, 'telegram', '2026-11-01 08:00:00.000000', 'concern', 'normal', false,
        'sv', :status, false, 'v1', '2026-11-01 08:00:00.000000')
"""
AUDIT_OF_0001 = """
INSERT INTO audit (at, actor, action, subject, detail)
VALUES ({at}, 'eva', 'concern_status_set', 'concern:{id}', '{{}}')
"""


async def test_concerns_of_the_first_schema_are_kept_with_the_date_of_their_closing(
    empty_url, keyring
):
    engine = plain_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        for id, status in enumerate(["new", "done", "closed", "open"], start=1):
            values = {"id": id, "reference": f"B-AAA{id}", "status": status}
            connection.execute(text(CONCERN_OF_0001), values)
        for id, day in ((2, 3), (2, 4), (4, 5)):
            at = f"'2026-11-{day:02} 09:30:00.000000'"
            connection.exec_driver_sql(AUDIT_OF_0001.format(at=at, id=id))
    engine.dispose()

    database = await open_database(empty_url, keyring)

    async with database.transaction() as tx:
        found = [await tx.concerns.get(id) for id in (1, 2, 3, 4)]
    await database.close()
    assert [(c.status, c.closed_at and c.closed_at.isoformat()) for c in found] == [
        ("new", None),
        ("done", "2026-11-04T09:30:00+00:00"),
        ("closed", "2026-11-01T08:00:00+00:00"),
        ("open", None),
    ]


@only_sqlite
async def test_only_its_owner_may_read_a_new_database(url, keyring, tmp_path, now):
    before = os.umask(0)
    try:
        database = await open_database(url, keyring)
        async with database.transaction() as tx:
            await tx.inbox.receive([UPDATE], now=now)
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
        await database.close()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["brabot.db", "brabot.db-wal", "brabot.db-shm"], 0o600)


@only_sqlite
async def test_a_database_that_is_there_keeps_the_rights_it_was_given(url, keyring, tmp_path):
    await (await open_database(url, keyring)).close()
    (tmp_path / "brabot.db").chmod(0o640)
    await (await open_database(url, keyring)).close()
    assert (tmp_path / "brabot.db").stat().st_mode & 0o777 == 0o640


@only_sqlite
async def test_a_place_where_no_database_can_be_made_is_told(url, keyring, tmp_path):
    (tmp_path / "brabot.db").symlink_to(tmp_path / "saknas" / "brabot.db")
    with pytest.raises(DatabaseUnavailable, match="går inte att skapa"):
        await open_database(url, keyring)


def test_the_tables_can_be_made_on_postgresql():
    for table in Row.metadata.sorted_tables:
        assert CreateTable(table).compile(dialect=postgresql.dialect())


async def test_what_was_kept_is_there_after_opening_again(url, keyring, now):
    for expected in (1, 0):
        database = await open_database(url, keyring)
        async with database.transaction() as tx:
            assert await tx.inbox.receive([UPDATE], now=now) == expected
        await database.close()


async def test_a_transaction_that_raises_leaves_nothing(database, now):
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            await tx.inbox.receive([UPDATE], now=now)
            raise ZeroDivisionError
    async with database.transaction() as tx:
        assert await tx.inbox.count("waiting") == 0


async def test_a_killed_process_leaves_what_it_committed_and_nothing_half(database, url, child_env):
    process = child(url, child_env, "die", 100)
    assert await asyncio.to_thread(process.wait) == 9
    async with database.transaction() as tx:
        assert await tx.inbox.count("waiting") == 5


async def test_two_processes_open_and_write_a_new_database_at_once(empty_url, keyring, child_env):
    processes = [child(empty_url, child_env, "live", first) for first in (100, 200)]
    assert [await asyncio.to_thread(process.wait) for process in processes] == [0, 0]
    database = await open_database(empty_url, keyring)
    async with database.transaction() as tx:
        assert await tx.inbox.count("waiting") == 40
    await database.close()


async def test_many_tasks_share_the_database(database, now):
    async def keep(update_id: int) -> None:
        async with database.transaction() as tx:
            await tx.inbox.receive(
                [IncomingUpdate(update_id=update_id, chat_id=1, raw="{}")], now=now
            )

    await asyncio.gather(*(keep(update_id) for update_id in range(30)))
    async with database.transaction() as tx:
        assert await tx.inbox.count("waiting") == 30


@only_sqlite
async def test_sqlite_is_set_to_lose_and_leak_nothing(database, tmp_path):
    async with database._engine.connect() as connection:
        found = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


async def test_another_key_is_refused_and_changes_nothing(url, keyring, on_disk):
    await (await open_database(url, keyring)).close()
    before = on_disk()
    with pytest.raises(SecretKeyWrong, match="BRABOT_SECRET_KEY"):
        await open_database(url, Keyring.from_secret(bytes(32)))
    assert on_disk() == before


async def test_a_newer_schema_is_refused(empty_url, keyring):
    await (await open_database(empty_url, keyring)).close()
    engine = plain_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(DatabaseNewer, match="9999"):
        await open_database(empty_url, keyring)


@only_sqlite
async def test_a_file_that_is_no_database_is_refused_and_left_alone(url, keyring, tmp_path):
    (tmp_path / "brabot.db").write_bytes(b"Semesterlista 2026\n" * 100)
    with pytest.raises(DatabaseUnreadable, match="ingen databas"):
        await open_database(url, keyring)
    assert (tmp_path / "brabot.db").read_bytes() == b"Semesterlista 2026\n" * 100


async def test_the_database_of_another_program_is_refused(empty_url, keyring):
    engine = plain_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE song (title TEXT)"))
    engine.dispose()
    with pytest.raises(DatabaseUnreadable, match="annat program"):
        await open_database(empty_url, keyring)


async def test_a_missing_folder_is_named(tmp_path, keyring):
    with pytest.raises(DatabaseFolderMissing, match="saknas"):
        await open_database(f"sqlite:///{tmp_path}/saknas/brabot.db", keyring)


async def test_a_folder_in_the_databases_place_is_refused(tmp_path, keyring):
    (tmp_path / "brabot.db").mkdir()
    with pytest.raises(DatabaseUnreadable, match="ingen databas"):
        await open_database(f"sqlite:///{tmp_path}/brabot.db", keyring)


@only_sqlite
async def test_a_locked_database_is_told_and_usable_afterwards(
    url, keyring, tmp_path, now, monkeypatch
):
    monkeypatch.setattr("storage.database._BUSY_SECONDS", 0.05)
    database = await open_database(url, keyring)
    other = sqlite3.connect(tmp_path / "brabot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable, match="går inte att använda just nu"):
        async with database.transaction() as tx:
            await tx.inbox.receive([UPDATE], now=now)
    other.execute("ROLLBACK")
    other.close()
    async with database.transaction() as tx:
        assert await tx.inbox.receive([UPDATE], now=now) == 1
    await database.close()


@only_sqlite
async def test_a_damaged_database_is_told(url, keyring, tmp_path):
    await (await open_database(url, keyring)).close()
    path = tmp_path / "brabot.db"
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    with pytest.raises(DatabaseUnreadable, match="skadad"):
        await open_database(url, keyring)


@pytest.mark.parametrize("url", ["", "brabot.db", "mysql://hemlig@x/y", "sqlite://", "://"])
def test_other_urls_are_refused_without_their_secrets(url):
    with pytest.raises(DatabaseUrlInvalid, match="sqlite:///") as caught:
        driver_url(url)
    assert "hemlig" not in str(caught.value)


def test_a_postgresql_url_gets_its_driver():
    url = driver_url("postgresql://eva:pw@db.example.se:5433/brabot?sslmode=require")
    assert url == make_url("postgresql+psycopg://eva:pw@db.example.se:5433/brabot?sslmode=require")


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_a_server_that_throws_everybody_out_is_told_and_used_again(database, url, now):
    admin = plain_engine(url)
    thrown_out = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with pytest.raises(DatabaseUnavailable, match="databasservern"):
        async with database.transaction() as tx:
            await tx.inbox.receive([UPDATE], now=now)
            with admin.begin() as connection:
                connection.execute(text(thrown_out))
            await tx.inbox.count("waiting")
    async with database.transaction() as tx:
        assert await tx.inbox.receive([UPDATE], now=now) == 1
    with admin.begin() as connection:
        connection.execute(text(thrown_out))
    admin.dispose()
    async with database.transaction() as tx:
        assert await tx.inbox.count("waiting") == 1


async def test_a_server_that_is_away_is_told_without_the_password(keyring):
    with pytest.raises(DatabaseUnavailable, match="databasservern") as caught:
        await open_database("postgresql://eva:hemligt@127.0.0.1:1/brabot", keyring)
    assert "hemligt" not in str(caught.value)


async def test_without_the_package_for_postgresql_it_is_named(keyring, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseDriverMissing, match=r"brabot\[postgres\]"):
        await open_database("postgresql://eva@127.0.0.1:1/brabot", keyring)


async def test_naive_times_are_refused(database, now):
    with pytest.raises(NaiveTime):
        async with database.transaction() as tx:
            await tx.inbox.receive([UPDATE], now=now.replace(tzinfo=None))
    with pytest.raises(NaiveTime):
        async with database.transaction() as tx:
            await tx.inbox.waiting(now=now.replace(tzinfo=None), limit=1)
