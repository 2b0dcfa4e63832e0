import errno
import io
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from alembic import command
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from storage import backup as backup_module
from storage.backup import check_backup, write_backup
from storage.concerns import Status
from storage.database import open_database
from storage.errors import (
    BackupDamaged,
    BackupKeyWrong,
    BackupNewer,
    BackupUnsupported,
    DatabaseInUse,
    DatabaseMissing,
    DatabaseNotEmpty,
    DatabaseUnreadable,
    FileTaken,
    FileUnwritable,
    SecretKeyWrong,
)
from storage.inbox import IncomingUpdate
from storage.keys import Keyring
from storage.restore import restore_backup
from storage.schema import alembic_config
from storage.sealed import Sealer, unsealed

SAID = "Zanzibarkällaren luktar bränt"
MASKED = "Maskeradmarkören luktar bränt"
OTHER_KEY = Keyring.from_secret(bytes(32))


@pytest.fixture
def engine():
    return "sqlite"


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "kopia.backup"


@pytest.fixture
def backup(url, keyring, now, copy):
    def write(**changes):
        values = {"now": now, "actor": "cli"}
        return write_backup(url, keyring, copy, **{**values, **changes})

    return write


@pytest.fixture
def restore(url, keyring, now, copy):
    def put_back(to=url, **changes):
        values = {"now": now + timedelta(hours=2), "actor": "cli"}
        return restore_backup(copy, to, keyring, **{**values, **changes})

    return put_back


@pytest.fixture
def elsewhere(tmp_path):
    (tmp_path / "annan").mkdir()
    return f"sqlite:///{tmp_path / 'annan' / 'brabot.db'}"


@pytest.fixture
def told(database, concern, message, now):
    """A concern that a resident has told, with an answer that waits to be sent."""

    async def tell(account=7, **changes):
        given = {"telegram_id": account, "message": message(SAID, masked=MASKED), **changes}
        async with database.transaction() as tx:
            resident = await tx.residents.recognise(account, now=now, language="sv")
            return await tx.concerns.record(concern(resident_id=resident.id, **given), now=now)

    return tell


@pytest.fixture
async def opened(keyring):
    databases = []

    async def open_it(url):
        databases.append(await open_database(url, keyring))
        return databases[-1]

    yield open_it
    for database in databases:
        await database.close()


def rows(url, query, *values):
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return connection.execute(query, values).fetchall()


def everything(url):
    """All rows of all tables, but for the audit log's last words."""
    names = [name for (name,) in rows(url, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: sorted(map(repr, rows(url, f"SELECT * FROM {name}")))
        for name in names
        if name not in {"audit", "sqlite_sequence"}
    }


async def test_what_is_restored_is_what_was_there(
    database, told, outgoing, backup, restore, url, elsewhere, now, opened
):
    one = await told()
    async with database.transaction() as tx:
        await tx.conversations.save(one.resident_id, "åäö 🙂", now=now)
        await tx.inbox.receive([IncomingUpdate(update_id=5, chat_id=7, raw="{}")], now=now)
        await tx.outbox.sent(await tx.outbox.put(outgoing(), now=now), now=now, message_id=9)
        await tx.concerns.texts(one.id, actor="cli", now=now, reason="därför")

    contents = backup()
    restored = restore(elsewhere)

    assert everything(elsewhere) == everything(url)
    assert contents.counts["concern"] == contents.counts["message"] == 1
    assert restored.contents == contents
    assert restored.set_aside is restored.later is None
    there = await opened(elsewhere)
    async with there.transaction() as tx:
        assert await tx.concerns.texts(one.id, actor="cli", now=now) == [SAID]
        assert await tx.conversations.load(one.resident_id) == "åäö 🙂"
        actions = [entry.action for entry in await tx.audit.entries()]
        assert actions[1:] == ["backup_restored", "backup_taken", "original_read"]


async def test_nothing_that_was_told_can_be_read_in_the_file(told, backup, copy, url):
    await told(account=70_174_0605)
    backup()
    data = copy.read_bytes()
    for secret in (SAID, MASKED, "Zanzibar", "Maskerad", "701740605", "concern", "Norrby"):
        assert secret.encode() not in data
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_no_two_backups_look_alike(told, backup, copy):
    await told()
    backup()
    first = copy.read_bytes()
    backup(replace=True)
    assert not {first[at : at + 16] for at in range(33, len(first) - 16)} & {
        copy.read_bytes()[at : at + 16] for at in range(33, len(first) - 16)
    }


async def test_the_audit_log_tells_of_a_copy_before_it_is_made(database, backup, copy, tmp_path):
    with pytest.raises(FileTaken):
        copy.write_text("upptaget")
        backup()
    async with database.transaction() as tx:
        assert await tx.audit.entries() == []
    contents = backup(replace=True, actor="cli:Eva")
    async with database.transaction() as tx:
        (entry,) = await tx.audit.entries()
    assert (entry.actor, entry.action, entry.subject) == (
        "cli:Eva",
        "backup_taken",
        f"backup:{contents.mark}",
    )


async def test_while_others_write_it_shows_one_moment(
    database, told, backup, elsewhere, restore, url, monkeypatch
):
    for _ in range(5):
        await told()
    read_rows = backup_module.read_rows

    def write_meanwhile(connection, table):
        # Another connection changes what has not been read yet, between any two tables.
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=5)) as other, other:
            other.execute("DELETE FROM message WHERE id = (SELECT max(id) FROM message)")
            other.execute("DELETE FROM concern_theme")
            other.execute("INSERT INTO meta VALUES (?, 'meanwhile')", (table.name,))
        return read_rows(connection, table)

    monkeypatch.setattr(backup_module, "read_rows", write_meanwhile)
    contents = backup()
    restore(elsewhere)

    assert contents.counts["concern"] == contents.counts["message"] == 5
    assert len(rows(elsewhere, "SELECT * FROM message")) == 5
    assert len(rows(elsewhere, "SELECT * FROM concern_theme")) == 5
    assert rows(elsewhere, "SELECT * FROM meta WHERE value = 'meanwhile'") == []
    assert rows(url, "SELECT count(*) FROM message") == [(0,)]


async def test_the_bot_writes_on_while_a_backup_is_read(database, told, backup, monkeypatch):
    await told()
    reached, go_on = threading.Event(), threading.Event()
    read_rows = backup_module.read_rows

    def wait(connection, table):
        reached.set()
        assert go_on.wait(10)
        return read_rows(connection, table)

    monkeypatch.setattr(backup_module, "read_rows", wait)
    taking = threading.Thread(target=backup)
    taking.start()
    assert reached.wait(10)
    await told(account=8)
    go_on.set()
    taking.join()


@pytest.mark.parametrize("part", ["beginning", "salt", "key check", "length", "chunk", "tag"])
async def test_a_changed_byte_anywhere_is_found_and_nothing_is_touched(
    told, backup, restore, copy, database, url, part
):
    await told()
    backup()
    data = bytearray(copy.read_bytes())
    at = {
        "beginning": 3,
        "salt": 12,
        "key check": 30,
        "length": 36,
        "chunk": 200,
        "tag": len(data) - 1,
    }[part]
    data[at] ^= 1
    copy.write_bytes(data)
    await database.close()
    before = everything(url)

    with pytest.raises((BackupDamaged, BackupKeyWrong)):
        restore(force=True)

    assert everything(url) == before


@given(
    st.lists(st.binary(max_size=300).map(lambda line: line.replace(b"\n", b""))),
    st.integers(0, 200_000),
)
def test_lines_come_back_as_they_were(keyring, lines, long):
    file = io.BytesIO()
    sealer = Sealer(file, keyring)
    whole = [*lines, os.urandom(long).replace(b"\n", b""), *lines]
    for line in whole:
        sealer.write(line)
    sealer.finish()
    file.seek(0)
    assert list(unsealed(file, keyring)) == whole


async def test_how_far_it_has_come_is_told(told, backup, keyring, copy):
    for _ in range(3):
        await told()
    seen = []
    contents = backup(progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (contents.rows, contents.rows)
    assert sorted(seen) == seen
    again = []
    check_backup(copy, keyring, progress=lambda done, total: again.append((done, total)))
    assert again == seen


async def test_each_bit_of_a_small_file_counts(keyring, copy):
    with copy.open("wb") as file:
        sealer = Sealer(file, keyring)
        sealer.write(b"{}")
        sealer.finish()
    whole = copy.read_bytes()
    for at in range(len(whole)):
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises((BackupDamaged, BackupKeyWrong, BackupNewer)):
            check_backup(copy, keyring)
    for length in range(len(whole)):
        copy.write_bytes(whole[:length])
        with pytest.raises(BackupDamaged):
            check_backup(copy, keyring)


@pytest.mark.parametrize("cut", [1, 20, 70_000])
async def test_a_cut_or_lengthened_file_is_found(
    database, told, backup, keyring, copy, message, cut
):
    for _ in range(3):
        noise = os.urandom(40_000).hex()
        await told(message=message("x", masked=noise))
    backup()
    whole = copy.read_bytes()
    assert check_backup(copy, keyring).counts["concern"] == 3
    copy.write_bytes(whole[:-cut])
    with pytest.raises(BackupDamaged, match="avklippt"):
        check_backup(copy, keyring)
    copy.write_bytes(whole + b"x")
    with pytest.raises(BackupDamaged):
        check_backup(copy, keyring)


async def test_chunks_in_another_order_are_found(database, told, backup, keyring, copy, message):
    for _ in range(3):
        await told(message=message("x", masked=os.urandom(60_000).hex()))
    backup()
    data = copy.read_bytes()
    size = 4 + 64 * 1024 + 16
    first, second = data[33 : 33 + size], data[33 + size : 33 + 2 * size]
    copy.write_bytes(data[:33] + second + first + data[33 + 2 * size :])
    with pytest.raises(BackupDamaged):
        check_backup(copy, keyring)


async def test_what_is_no_backup_is_told_apart(keyring, copy, tmp_path):
    for content in (b"", b"SQLite format 3\x00", b"hej"):
        copy.write_bytes(content)
        with pytest.raises(BackupDamaged, match="ingen säkerhetskopia"):
            check_backup(copy, keyring)
    with pytest.raises(BackupDamaged, match="går inte att läsa"):
        check_backup(tmp_path / "saknas", keyring)


async def test_another_key_opens_nothing_and_copies_nothing(told, backup, url, copy, now):
    await told()
    backup()
    with pytest.raises(BackupKeyWrong, match="BRABOT_SECRET_KEY"):
        check_backup(copy, OTHER_KEY)
    with pytest.raises(SecretKeyWrong):
        write_backup(url, OTHER_KEY, copy.with_name("ny"), now=now, actor="cli")
    assert not copy.with_name("ny").exists()


async def test_a_newer_backup_asks_for_a_newer_program(
    told, backup, keyring, copy, restore, elsewhere
):
    await told()
    backup()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:8] + bytes([9]) + whole[9:])
    with pytest.raises(BackupNewer, match="Uppdatera"):
        restore(elsewhere)
    with copy.open("wb") as file:
        sealer = Sealer(file, keyring)
        header = {
            "mark": "m",
            "created_at": "2026-01-01T00:00:00+00:00",
            "revision": "9999",
            "tables": [],
            "last_ids": {},
        }
        sealer.write(json.dumps(header).encode())
        sealer.finish()
    with pytest.raises(BackupNewer, match="9999"):
        restore(elsewhere)


def test_without_a_database_there_is_no_backup(url, keyring, now, copy, tmp_path):
    with pytest.raises(DatabaseMissing):
        write_backup(url, keyring, copy, now=now, actor="cli")
    with pytest.raises(BackupUnsupported, match="pg_dump"):
        write_backup("postgresql://a:b@c/d", keyring, copy, now=now, actor="cli")
    other = tmp_path / "brabot.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE x (y)")
    with pytest.raises(DatabaseUnreadable):
        write_backup(url, keyring, copy, now=now, actor="cli")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brabot.db"]


async def test_what_stands_there_is_replaced_only_when_asked_and_only_by_a_whole_one(
    database, told, backup, copy, tmp_path, monkeypatch
):
    await told()
    copy.write_text("den förra")
    with pytest.raises(FileTaken, match="--force"):
        backup()

    def fail(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(backup_module, "read_rows", fail)
        backup(replace=True)
    assert copy.read_text() == "den förra"
    assert not list(tmp_path.glob(".*"))
    backup(replace=True)
    assert copy.read_bytes().startswith(b"BRABOTBK")


async def test_a_full_disk_is_said_and_leaves_no_file(
    database, told, backup, copy, tmp_path, monkeypatch
):
    await told()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("storage.private_files.os.fsync", full)
    with pytest.raises(FileUnwritable, match="disken"):
        backup()
    assert not copy.exists()
    assert not list(tmp_path.glob(".*"))


CHILD = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from storage import backup, restore
from storage.keys import Keyring

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

what, url, file = sys.argv[1:]
keyring, now = Keyring.from_secret(bytes(range(32))), datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
if what == "backup":
    backup.Sealer.finish = die
    backup.write_backup(url, keyring, Path(file), now=now, actor="cli")
else:
    restore.sync_folder = restore._sync = die
    restore.restore_backup(Path(file), url, keyring, now=now, actor="cli", force=True)
"""


def run_and_die(what, url, copy, env):
    done = subprocess.run([sys.executable, "-c", CHILD, what, url, str(copy)], env=env, check=False)
    assert done.returncode == -signal.SIGKILL


async def test_killed_in_the_middle_a_backup_is_not_there_and_the_next_one_is(
    database, told, backup, copy, child_env, url, tmp_path, message
):
    await told(message=message("x", masked=MASKED + os.urandom(90_000).hex()))
    run_and_die("backup", url, copy, child_env)
    assert not copy.exists()
    (left,) = tmp_path.glob(".*")
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert left.stat().st_size > 0
    assert MASKED.encode() not in left.read_bytes()
    backup()
    assert not list(tmp_path.glob(".*"))


async def test_killed_in_the_middle_a_restore_has_changed_nothing(
    database, told, backup, restore, copy, child_env, url, tmp_path
):
    await told()
    backup()
    await told(account=8)
    await database.close()
    before = everything(url)
    run_and_die("restore", url, copy, child_env)
    assert everything(url) == before
    restore(force=True)
    assert rows(url, "SELECT count(*) FROM concern") == [(1,)]
    assert not list(tmp_path.glob(".*"))


async def test_two_backups_into_one_folder_do_not_mix(
    database, told, backup, url, keyring, now, copy, monkeypatch
):
    await told()
    check = backup_module._check

    def another(*given):
        with pytest.raises(FileUnwritable, match="En annan fil"):
            write_backup(url, keyring, copy.with_name("b"), now=now, actor="cli")
        return check(*given)

    monkeypatch.setattr(backup_module, "_check", another)
    backup()
    assert not copy.with_name("b").exists()


async def test_a_database_that_holds_something_is_set_aside_only_when_asked(
    database, told, backup, restore, url, tmp_path
):
    await told()
    backup()
    await told(account=8)
    await database.close()
    with pytest.raises(DatabaseNotEmpty, match="2 ärenden"):
        restore()
    before = everything(url)

    restored = restore(force=True)

    assert restored.set_aside == tmp_path / "brabot.db.before-restore-20261118T140000Z"
    assert everything(f"sqlite:///{restored.set_aside}") == before
    assert rows(url, "SELECT count(*) FROM concern") == [(1,)]
    assert stat.S_IMODE((tmp_path / "brabot.db").stat().st_mode) == 0o600
    again = restore(force=True)
    assert again.set_aside == tmp_path / "brabot.db.before-restore-20261118T140000Z-2"


async def test_an_empty_database_needs_no_force(database, told, backup, restore, elsewhere, opened):
    await told()
    backup()
    await (await opened(elsewhere)).close()
    restore(elsewhere)
    assert rows(elsewhere, "SELECT count(*) FROM concern") == [(1,)]


async def test_a_database_that_is_open_is_never_replaced(database, told, backup, restore, url):
    await told()
    backup()
    with pytest.raises(DatabaseInUse, match="Stoppa boten"):
        restore(force=True)
    await told(account=8)
    assert rows(url, "SELECT count(*) FROM concern") == [(2,)]


@pytest.mark.parametrize(
    "content", [b"inte en databas" * 99, b"SQLite format 3\x00" + b"skadad" * 999]
)
async def test_a_damaged_database_is_set_aside_with_what_belongs_to_it(
    database, told, backup, restore, url, tmp_path, content
):
    await told()
    backup()
    await database.close()
    (tmp_path / "brabot.db").write_bytes(content)
    (tmp_path / "brabot.db-wal").write_bytes(b"rest")
    with pytest.raises(DatabaseNotEmpty):
        restore()
    restored = restore(force=True)
    assert restored.later is None
    assert restored.set_aside.read_bytes() == content
    assert not (tmp_path / "brabot.db-wal").exists()
    assert rows(url, "PRAGMA integrity_check") == [("ok",)]
    assert rows(url, "SELECT count(*) FROM concern") == [(1,)]


async def test_an_older_version_is_brought_up_to_the_newest(
    url, keyring, now, copy, elsewhere, opened
):
    engine = create_engine(url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
    engine.dispose()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute(
            "INSERT INTO concern VALUES (4, 'B-7K3Q', NULL, NULL, 'import', 'x', "
            "'2026-03-01 12:00:00.000000', 'concern', 'normal', 0, 'sv', 'Norrby', 'done', 0, "
            "'v1', '2026-03-02 12:00:00.000000')"
        )
    write_backup(url, keyring, copy, now=now, actor="cli")
    assert rows(url, "SELECT version_num FROM alembic_version") == [("0001",)]

    restore_backup(copy, elsewhere, keyring, now=now, actor="cli")

    there = await opened(elsewhere)
    async with there.transaction() as tx:
        found = await tx.concerns.by_reference("B-7K3Q")
    assert found.status is Status.DONE
    assert found.closed_at is not None
