import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from storage.alone import alone
from storage.backup import write_backup
from storage.database import open_database
from storage.errors import DatabaseInUse, DecryptionFailed, SecretKeyWrong
from storage.inbox import IncomingUpdate
from storage.keys import Keyring
from storage.media import NewMedia
from storage.protected import LASTING_COLUMNS, RECIPIENTS, SEALED
from storage.restore import restore_backup
from storage.rotation import ROTATED, rotate
from storage.tables import Row
from tests.storage.archive import fill, telegram_id
from tests.storage.postgres import only_sqlite, plain_engine

NEW = Keyring.from_secret(bytes(range(1, 33)))
THIRD = Keyring.from_secret(bytes(range(2, 34)))
CHAT = 700_123_456
SAID = "Kanariefågel-Sjuttiosju"

KILLED_AT_THE_END = """
import os, signal, sys
from datetime import UTC, datetime
from storage.keys import Keyring
from storage.rotation import rotate

def die(done, total):
    if done == total:
        os.kill(os.getpid(), signal.SIGKILL)

keys = Keyring.from_secret(bytes(range(32))), Keyring.from_secret(bytes(range(1, 33)))
rotate(sys.argv[1], *keys, now=datetime(2026, 11, 18, tzinfo=UTC), actor="eva", progress=die)
"""


@pytest.fixture
def change(url, keyring, now):
    def run(old=keyring, new=NEW, **more):
        return rotate(url, old, new, now=now, actor="eva", **more)

    return run


@pytest.fixture
async def full(url, keyring, now):
    """A database with rows in every table."""
    await (await open_database(url, keyring)).close()
    with alone(url) as connection:
        fill(connection, keyring, now)
    return url


def rows_of(url, *tables):
    engine = plain_engine(url)
    with engine.connect() as connection:
        found = {
            name: connection.execute(
                select(table := Row.metadata.tables[name]).order_by(*table.primary_key)
            )
            .mappings()
            .all()
            for name in tables
        }
    engine.dispose()
    return found


async def test_every_sealed_value_of_every_table_opens_with_the_new_key_and_with_no_other(
    full, change, keyring
):
    tables = {one.table for one in SEALED}
    before = rows_of(full, *tables)
    done = change()
    after = rows_of(full, *tables)
    for one in SEALED:
        for old_row, new_row in zip(before[one.table], after[one.table], strict=True):
            clear = keyring.decrypt(old_row[one.column], purpose=one.purpose)
            assert NEW.decrypt(new_row[one.column], purpose=one.purpose) == clear
            with pytest.raises(DecryptionFailed):
                keyring.decrypt(new_row[one.column], purpose=one.purpose)
    assert done.sealed == sum(len(before[one.table]) for one in SEALED)


async def test_every_recipient_is_known_by_a_hash_of_the_new_key(full, change):
    change()
    for table, column in RECIPIENTS:
        hashes = [row[column] for row in rows_of(full, table)[table]]
        assert sorted(hashes) == sorted(
            NEW.fingerprint(telegram_id(i), purpose="chat") for i in (1, 2, 3)
        )


@only_sqlite
async def test_what_has_no_clear_counterpart_is_recognised_after_two_changes_as_well(
    full, change, now
):
    tables = {table for table, _ in LASTING_COLUMNS}
    before = rows_of(full, *tables)
    change()
    change(NEW, THIRD)
    assert [
        (row[column], i)
        for (table, column) in LASTING_COLUMNS
        for i, row in enumerate(rows_of(full, table)[table])
    ] == [
        (row[column], i)
        for (table, column) in LASTING_COLUMNS
        for i, row in enumerate(before[table])
    ]


@only_sqlite
async def test_everything_else_stays_as_it_was(full, change):
    changed = {(one.table, one.column) for one in SEALED} | set(RECIPIENTS)
    changed |= {("concern", "pseudonym")}
    names = [name for name in Row.metadata.tables if name not in ("meta", "audit")]

    def rest():
        return {
            name: [
                {key: value for key, value in row.items() if (name, key) not in changed}
                for row in rows
            ]
            for name, rows in rows_of(full, *names).items()
        }

    before = rest()
    change()
    assert rest() == before


async def test_a_life_goes_on_with_the_new_key(url, change, keyring, concern, outgoing, now):
    database = await open_database(url, keyring)
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(CHAT, now=now, language="sv")
        new = concern(SAID, resident_id=resident.id, telegram_id=CHAT)
        kept = await tx.concerns.record(new, now=now)
        gone = await tx.concerns.record(concern("bort", external_id="gammal-1"), now=now)
        await tx.concerns.delete(gone.id, now=now, by="resident")
        picture = NewMedia(
            telegram_message_id=9,
            kind="photo",
            file_id="F",
            unique_id="U",
            album="A",
            told_at=now,
        )
        await tx.media.add(kept.id, picture, now=now)
        (fetch,) = await tx.media.claim(now=now, limit=1)
        long = os.urandom(600_000)
        assert await tx.media.keep(fetch, long, media_type="image/jpeg", now=now)
        await tx.conversations.save(resident.id, SAID, now=now)
        await tx.groups.add_mailbox("trafik", "Trafik@Kommun.example", now=now)
        code = await tx.groups.invite("norrby", now=now, valid_for=timedelta(days=1))
        await tx.outbox.put(outgoing(CHAT, SAID), now=now)
        await tx.inbox.receive(
            [IncomingUpdate(update_id=n, chat_id=77, raw='{"chat": {"id": 77}}') for n in (1, 2)],
            now=now,
        )
        await tx.inbox.handled(1, now=now)
        token = tx.outbox._token(1)  # in the header of a mail that may bounce
    await database.close()

    change()

    with pytest.raises(SecretKeyWrong):
        await open_database(url, keyring)
    database = await open_database(url, NEW)
    async with database.transaction() as tx:
        assert (await tx.residents.recognise(CHAT, now=now, language="sv")).id == resident.id
        assert await tx.residents.telegram_id(resident.id) == CHAT
        assert await tx.concerns.texts(kept.id, actor="eva", now=now) == [SAID]
        assert (await tx.concerns.get(kept.id)).pseudonym == NEW.pseudonym(CHAT, at=now)
        assert await tx.media.content(fetch.id) == long
        assert await tx.media.concern_of_album(resident.id, "A") == kept.id
        assert await tx.conversations.load(resident.id) == SAID
        (mailbox,) = await tx.groups.list()
        assert mailbox.address == "Trafik@Kommun.example"
        (item,) = await tx.outbox.claim(now=now, limit=9)
        assert item.token == token
        assert item.chat_id == CHAT
        assert item.params["text"] == SAID
        # One more from the same chat stands behind the one that waits.
        await tx.inbox.receive([IncomingUpdate(update_id=3, chat_id=77, raw="{}")], now=now)
        assert [one.update_id for one in await tx.inbox.waiting(now=now, limit=9)] == [2]
        assert (await tx.groups.redeem(code, chat_id=-9, now=now)).focus_area == "norrby"
        assert await tx.concerns.known_external(["gammal-1", "ny"]) == {"gammal-1"}
        (entry,) = await tx.audit.entries(actions=[ROTATED])
        assert entry.actor == "eva"
    await database.close()


async def test_while_somebody_has_it_open_nothing_is_changed(database, change):
    async with database.transaction() as tx:
        await tx.audit.entries()
    with pytest.raises(DatabaseInUse, match="Stoppa boten"):
        change()


async def test_who_comes_while_the_key_is_changed_waits_or_is_refused(url, keyring, monkeypatch):
    await (await open_database(url, keyring)).close()
    if url.startswith("sqlite"):
        monkeypatch.setattr("storage.database._BUSY_SECONDS", 0.1)
    with alone(url) as connection:
        connection.execute(text("SELECT 1"))
        with pytest.raises(Exception, match=r"byts just nu|går inte att använda"):
            await open_database(url, keyring)
    await (await open_database(url, keyring)).close()


async def test_a_connection_that_comes_back_after_the_change_is_refused(database, url, change):
    """PostgreSQL may restart below the bot; what it would write now nobody could read."""
    if url.startswith("sqlite"):
        pytest.skip("a file is let go only by who closes it")
    async with database.transaction() as tx:
        await tx.audit.entries()
    await database._engine.dispose()
    await asyncio.to_thread(change)
    with pytest.raises(SecretKeyWrong):
        async with database.transaction() as tx:
            await tx.audit.entries()


@only_sqlite
async def test_with_neither_key_its_own_nothing_is_changed(full, change, keyring):
    before = rows_of(full, "message")
    with pytest.raises(SecretKeyWrong):
        change(NEW, THIRD)
    assert rows_of(full, "message") == before
    await (await open_database(full, keyring)).close()


async def test_a_value_that_cannot_be_read_undoes_it_all(full, change, keyring):
    engine = plain_engine(full)
    with engine.begin() as connection:
        message = Row.metadata.tables["message"]
        connection.execute(message.update().where(message.c.id == 3).values(text=b"trasigt"))
    engine.dispose()
    before = rows_of(full, "message", "resident", "meta")
    with pytest.raises(DecryptionFailed):
        change()
    assert rows_of(full, "message", "resident", "meta") == before
    await (await open_database(full, keyring)).close()


@only_sqlite
async def test_done_again_it_finds_itself_done(full, change):
    assert not change().already
    before = rows_of(full, "message", "audit")
    assert change().already
    assert rows_of(full, "message", "audit") == before


@only_sqlite
async def test_killed_just_before_it_is_done_the_old_key_opens_it_and_it_can_be_done_again(
    full, change, keyring, child_env
):
    child = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", KILLED_AT_THE_END, full], env=child_env
    )
    assert child.returncode == -signal.SIGKILL
    await (await open_database(full, keyring)).close()
    assert not change().already
    await (await open_database(full, NEW)).close()


@only_sqlite
async def test_a_backup_from_before_is_not_mixed_with_what_the_new_key_wrote(
    full, change, keyring, tmp_path, now
):
    copy = tmp_path / "kopia.backup"
    write_backup(full, keyring, copy, now=now, actor="eva")
    change()
    before = rows_of(full, "message", "meta")
    with pytest.raises(SecretKeyWrong, match="efter säkerhetskopian"):
        restore_backup(copy, full, keyring, now=now, actor="eva", force=True)
    assert rows_of(full, "message", "meta") == before
    database = tmp_path / "brabot.db"
    database.rename(tmp_path / "undan.db")
    restore_backup(copy, full, keyring, now=now, actor="eva")
    await (await open_database(full, keyring)).close()


@only_sqlite
async def test_nothing_sealed_with_the_old_key_is_left_in_the_file(full, change, on_disk):
    sealed = [row["text"] for row in rows_of(full, "message")["message"]]
    assert all(token in on_disk() for token in sealed)
    change()
    assert not any(token in on_disk() for token in sealed)
    assert sqlite3.connect(full.removeprefix("sqlite:///")).execute(
        "PRAGMA integrity_check"
    ).fetchall() == [("ok",)]
