"""What a restore must not undo: deletions, what has been sent, who had a look."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import chain, repeat

import pytest

from storage.backup import write_backup
from storage.database import open_database
from storage.inbox import IncomingUpdate
from storage.media import NewMedia
from storage.outbox import Priority
from storage.restore import restore_backup

HOUR = timedelta(hours=1)


class Place:
    """A database that is backed up, lives on, and is restored."""

    def __init__(self, directory, keyring, now):
        self.file = directory / "brabot.db"
        self.copy = directory / "kopia.backup"
        self.url = f"sqlite:///{self.file}"
        self.keyring, self.now = keyring, now
        self.database = None

    async def open(self):
        self.database = await open_database(self.url, self.keyring)

    async def close(self):
        if self.database is not None:
            await self.database.close()
        self.database = None

    async def do(self, work):
        async with self.database.transaction() as tx:
            return await work(tx)

    def backup(self):
        return write_backup(self.url, self.keyring, self.copy, now=self.now, actor="cli")

    async def restore(self, **changes):
        """As an operator does: stop, restore, start."""
        await self.close()
        values = {"now": self.now + 5 * HOUR, "actor": "cli", "force": True, **changes}
        restored = restore_backup(self.copy, self.url, self.keyring, **values)
        await self.open()
        return restored

    async def lose(self):
        """The disk is gone."""
        await self.close()
        for path in self.file.parent.glob("brabot.db*"):
            path.unlink()

    def rows(self, query):
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
async def place(tmp_path, keyring, now):
    place = Place(tmp_path, keyring, now)
    await place.open()
    yield place
    await place.close()


@pytest.fixture
def tell(place, concern, now):
    async def tell(account=7, at=now, **changes):
        async with place.database.transaction() as tx:
            resident = await tx.residents.recognise(account, now=at, language="sv")
            new = concern(resident_id=resident.id, telegram_id=account, told_at=at, **changes)
            return await tx.concerns.record(new, now=at)

    return tell


async def test_a_concern_deleted_since_stays_deleted_down_to_the_free_pages(
    place, tell, message, now
):
    gone = await tell(message=message("x", masked="Maskeradmarkören " * 99))
    kept = await tell()
    place.backup()
    await place.do(lambda tx: tx.concerns.delete(gone.id, now=now + HOUR, by="resident"))

    restored = await place.restore()

    assert restored.later.erased == 1
    assert b"Maskerad" not in place.file.read_bytes()
    async with place.database.transaction() as tx:
        assert await tx.concerns.get(gone.id) is None
        assert (await tx.concerns.get(kept.id)).resident_id is not None
    assert place.rows("SELECT concern_id FROM message") == [(kept.id,)]
    assert place.rows("SELECT count(*) FROM tombstone") == [(1,)]


async def test_a_forgotten_resident_stays_forgotten_also_where_the_link_was_broken_before(
    place, tell, now
):
    one, other = await tell(), await tell(account=8)
    linked = await tell()
    await place.do(lambda tx: tx.conversations.save(one.resident_id, "{}", now=now))
    place.backup()
    # Retention breaks the link of one concern, so forgetting does not take it along.
    await place.close()
    with closing(sqlite3.connect(place.file)) as connection, connection:
        connection.execute(f"UPDATE concern SET resident_id = NULL WHERE id = {linked.id}")
    await place.open()
    await place.do(lambda tx: tx.residents.forget(one.resident_id, now=now + HOUR))

    restored = await place.restore()

    assert (restored.later.erased, restored.later.forgotten) == (1, 1)
    assert place.rows("SELECT id FROM resident") == [(other.resident_id,)]
    assert place.rows("SELECT count(*) FROM conversation") == [(0,)]
    assert place.rows(f"SELECT resident_id, pseudonym FROM concern WHERE id = {linked.id}") == [
        (None, None)
    ]
    assert place.rows(
        f"SELECT telegram_message_id FROM message WHERE concern_id = {linked.id}"
    ) == [(None,)]


async def test_an_edit_since_is_kept(place, tell, message, now):
    told = await tell()
    place.backup()
    edited = message("utan namn", masked="utan namn")
    await place.do(
        lambda tx: tx.concerns.replace_message(told.resident_id, 1, edited, now=now + HOUR)
    )
    await place.restore()
    async with place.database.transaction() as tx:
        assert (await tx.concerns.get(told.id)).masked == "utan namn"
        assert await tx.concerns.texts(told.id, actor="cli", now=now) == ["utan namn"]


async def test_what_was_told_since_is_only_set_aside_and_its_reference_is_nobody_elses(
    place, tell, now, monkeypatch
):
    await tell()
    place.backup()
    since = await tell(at=now + HOUR, external_id="rapport-1", source="import")

    restored = await place.restore()

    assert restored.later.lost == 1
    async with place.database.transaction() as tx:
        assert await tx.concerns.by_reference(since.reference) is None
        assert await tx.concerns.known_external(["rapport-1"]) == set()
    codes = chain([since.reference[2:]], repeat("2345"))
    monkeypatch.setattr("storage.recording.random_code", lambda _: next(codes))
    new = await tell(at=now + 6 * HOUR)
    assert (new.reference, new.id) == ("B-2345", since.id + 1)


async def test_no_message_is_sent_twice_and_none_is_lost(place, outgoing, now):
    async def put(tx):
        return [await tx.outbox.put(outgoing(n, f"text {n}"), now=now) for n in (1, 2, 3)]

    sent, _, on_its_way = await place.do(put)
    place.backup()

    async def live_on(tx):
        await tx.outbox.sent(sent, now=now, message_id=4)
        await tx.outbox.put(outgoing(9, "efter kopian"), now=now)

    await place.do(live_on)
    claimed = await place.do(lambda tx: tx.outbox.claim(now=now, limit=9))
    assert on_its_way in {item.id for item in claimed}
    for item in claimed[:1]:
        await place.do(lambda tx, id=item.id: tx.outbox.sent(id, now=now, message_id=5))

    restored = await place.restore()

    assert restored.doubtful == 0
    async with place.database.transaction() as tx:
        assert await tx.outbox.count("sent") == 2
        assert await tx.outbox.recover(now=now + 6 * HOUR) == 2
        again = await tx.outbox.claim(now=now + 6 * HOUR, limit=9)
    assert sorted(item.params["text"] for item in again) == ["efter kopian", "text 3"]
    assert all(item.doubtful == 1 for item in again)


async def test_a_digest_sent_since_is_not_sent_again_nor_a_removed_group_brought_back(
    place, tell, outgoing, now
):
    async def join(tx, chat):
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
        return code, await tx.groups.redeem(code, chat_id=chat, now=now)

    told = await tell()
    _, group = await place.do(lambda tx: join(tx, -1))
    _, removed = await place.do(lambda tx: join(tx, -2))
    place.backup()
    since = await tell(at=now + HOUR)

    async def live_on(tx):
        quotes = [(told.id, "kvar"), (since.id, "bara i den förra")]
        digest = await tx.digests.record("trafik", "2026-W47", {"n": 2}, quotes, now=now)
        part = outgoing(-1, "del", priority=Priority.DIGEST)
        assert await tx.digests.deliver(digest.id, group.id, [part], now=now)
        await tx.groups.remove(removed.id, now=now)
        return await join(tx, -3)

    _, joined = await place.do(live_on)

    await place.restore()

    async with place.database.transaction() as tx:
        digest = await tx.digests.get("trafik", "2026-W47")
        assert digest.quotes == ((told.id, "kvar"),)
        part = outgoing(-1, "del igen", priority=Priority.DIGEST)
        assert not await tx.digests.deliver(digest.id, group.id, [part], now=now)
        assert {one.id for one in await tx.groups.list()} == {group.id, joined.id}


async def test_no_look_at_an_original_is_forgotten(place, tell, now):
    told = await tell()
    place.backup()
    await place.do(lambda tx: tx.concerns.texts(told.id, actor="cli:Eva", now=now, reason="därför"))
    await place.restore(actor="cli:Bo")
    async with place.database.transaction() as tx:
        last, looked, taken = await tx.audit.entries()
    assert (last.actor, last.action) == ("cli:Bo", "backup_restored")
    assert (looked.actor, looked.action) == ("cli:Eva", "original_read")
    assert taken.action == "backup_taken"


async def test_an_update_that_telegram_still_holds_is_taken_once(place, now):
    def update(number):
        return IncomingUpdate(update_id=number, chat_id=7, raw="{}")

    await place.do(lambda tx: tx.inbox.receive([update(1)], now=now))
    place.backup()
    await place.do(lambda tx: tx.inbox.receive([update(2)], now=now))
    await place.do(lambda tx: tx.inbox.handled(2, now=now))

    await place.restore()
    again = [update(1), update(2), update(3)]
    assert await place.do(lambda tx: tx.inbox.receive(again, now=now)) == 1

    await place.lose()
    await place.restore()
    assert await place.do(lambda tx: tx.inbox.receive(again, now=now)) == 2


async def test_with_the_old_database_gone_what_waited_is_doubtful_and_not_sent(
    place, outgoing, now
):
    await place.do(lambda tx: tx.outbox.put(outgoing(1, "ett"), now=now))
    await place.do(lambda tx: tx.outbox.claim(now=now, limit=1))
    await place.do(lambda tx: tx.outbox.put(outgoing(2, "två"), now=now))
    place.backup()
    await place.lose()

    restored = await place.restore()

    assert (restored.doubtful, restored.later, restored.set_aside) == (2, None, None)
    async with place.database.transaction() as tx:
        assert await tx.outbox.recover(now=now) == 0
        assert await tx.outbox.claim(now=now + 9 * HOUR, limit=9) == []
        assert await tx.outbox.count("failed") == 2

    await place.restore(resend=True)
    await place.lose()
    await place.restore(resend=True)
    claimed = await place.do(lambda tx: tx.outbox.claim(now=now + 9 * HOUR, limit=9))
    assert {(item.params["text"], item.doubtful) for item in claimed} == {("ett", 1), ("två", 1)}


async def test_with_the_old_database_gone_no_number_in_an_old_button_means_another_concern(
    place, tell
):
    await tell()
    place.backup()
    for _ in range(5):
        lost = await tell()
    await place.lose()
    await place.restore()
    assert (await tell()).id > lost.id


async def test_a_database_of_its_own_is_not_taken_for_a_later_one(place, tell, now):
    told = await tell()
    place.backup()
    await place.lose()
    await place.open()  # a new, empty one, in which somebody has written
    await tell(account=9)

    restored = await place.restore()

    assert restored.later is None
    async with place.database.transaction() as tx:
        assert (await tx.concerns.get(told.id)).resident_id == told.resident_id


async def test_a_restored_database_knows_nothing_of_backups_taken_after_the_one_it_came_from(
    place, tell
):
    await tell()
    place.backup()
    first = place.copy
    await tell(account=8)
    place.copy = place.copy.with_name("senare.backup")
    place.backup()
    later, place.copy = place.copy, first
    await place.lose()
    await place.restore()
    place.copy = later

    restored = await place.restore()

    assert restored.later is None
    assert place.rows("SELECT count(*) FROM resident") == [(2,)]


@pytest.mark.parametrize("table", ["outbox", "audit"])
async def test_of_a_damaged_database_deletions_are_known_unless_just_these_are_damaged(
    place, tell, outgoing, now, table
):
    gone = await tell()
    await place.do(lambda tx: tx.outbox.put(outgoing(), now=now))
    place.backup()
    await tell(account=8)
    await place.do(lambda tx: tx.concerns.delete(gone.id, now=now + HOUR, by="resident"))
    await place.close()
    (root,) = place.rows(f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")[0]
    (size,) = place.rows("PRAGMA page_size")[0]
    with place.file.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)

    restored = await place.restore()

    left = 0 if table == "outbox" else 1
    assert (restored.later is None) == (table == "audit")
    assert restored.later is None or not restored.later.whole
    assert restored.doubtful == 1
    assert place.rows("PRAGMA integrity_check") == [("ok",)]
    assert place.rows("SELECT count(*) FROM concern") == [(left,)]
    assert place.rows("SELECT count(*) FROM tombstone") == [(1 - left,)]


async def with_file(tx, concern, content, now, *, number=1):
    unique = f"unique-{number}"
    await tx.media.add(
        concern.id,
        NewMedia(
            telegram_message_id=number,
            kind="photo",
            file_id="AgAC",
            unique_id=unique,
            album=None,
            told_at=now,
        ),
        now=now,
    )
    (item,) = await tx.media.claim(now=now, limit=1)
    assert await tx.media.keep(item, content, media_type="image/jpeg", now=now)
    return item.id


async def test_files_come_back_whole_but_none_that_another_has_taken_the_place_of(place, tell, now):
    large = bytes(range(256)) * 3000
    first, second = await tell(), await tell()
    kept = await place.do(lambda tx: with_file(tx, first, large, now))
    changed = await place.do(lambda tx: with_file(tx, second, b"the old one", now, number=2))
    place.backup()

    async def replace(tx):
        other = NewMedia(
            telegram_message_id=2,
            kind="photo",
            file_id="AgAC-new",
            unique_id="another",
            album=None,
            told_at=now,
        )
        assert await tx.media.replace(second.resident_id, other, now=now) == second.id
        (item,) = await tx.media.claim(now=now, limit=1)
        await tx.media.keep(item, b"the new one", media_type="image/jpeg", now=now)

    await place.do(replace)
    await place.restore()

    async with place.database.transaction() as tx:
        assert await tx.media.content(kept) == large
        assert await tx.media.content(changed) == b"the new one"
        assert len(await tx.media.of_resident(first.resident_id)) == 2


async def test_files_come_back_where_nothing_else_is_left(place, tell, now):
    concern = await tell()
    kept = await place.do(lambda tx: with_file(tx, concern, b"what was sent", now))
    place.backup()
    await place.lose()
    await place.restore()
    async with place.database.transaction() as tx:
        assert await tx.media.content(kept) == b"what was sent"
