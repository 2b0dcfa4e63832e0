"""Two transactions at once: each does its part, and neither undoes what the other said."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.concerns import StoredTheme
from storage.database import open_database
from storage.errors import ConcernUnknown, DatabaseUnavailable, InviteUsed
from storage.outbox import Priority
from storage.resorting import ReadMessage, Sorted

HOUR = timedelta(hours=1)
A_MOMENT = 0.15  # long enough for the other one to come as far as it can


@pytest.fixture
def meanwhile(database):
    """Runs something in a transaction of its own, while the one in the block is open."""

    @asynccontextmanager
    async def run(work):
        async def other():
            async with database.transaction() as tx:
                return await work(tx)

        started = []

        def start():
            started.append(asyncio.create_task(other()))
            return started[0]

        async with database.transaction() as tx:
            yield tx, start
            await asyncio.sleep(A_MOMENT)
        await asyncio.wait(started)

    return run


async def test_two_senders_share_what_waits(database, outgoing, now, meanwhile):
    async with database.transaction() as tx:
        await tx.outbox.put_all([outgoing(chat) for chat in (1, 2, 3, 1)], now=now)
    async with meanwhile(lambda tx: tx.outbox.claim(now=now, limit=9)) as (tx, start):
        ours = await tx.outbox.claim(now=now, limit=2)
        theirs = start()
    assert [item.chat_id for item in ours] == [1, 2]
    assert [item.chat_id for item in theirs.result()] == [3]


async def test_danger_waits_while_its_chat_is_being_claimed(database, outgoing, now):
    async def bring_danger_and_claim():
        async with database.transaction() as tx:
            await tx.outbox.put(outgoing(1, priority=Priority.DANGER), now=now)
        async with database.transaction() as tx:
            return await tx.outbox.claim(now=now, limit=9)

    async with database.transaction() as tx:
        await tx.outbox.put(outgoing(1), now=now)
    async with database.transaction() as tx:
        assert len(await tx.outbox.claim(now=now, limit=9)) == 1
        theirs = asyncio.create_task(bring_danger_and_claim())
        await asyncio.sleep(A_MOMENT)
    assert await theirs == []


async def test_a_code_makes_one_of_two_chats_a_group(database, now, meanwhile):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
    async with meanwhile(lambda tx: tx.groups.redeem(code, chat_id=-2, now=now)) as (tx, start):
        await tx.groups.redeem(code, chat_id=-1, now=now)
        theirs = start()
    assert isinstance(theirs.exception(), InviteUsed)


async def test_what_is_deleted_while_its_sending_fails_never_waits_again(
    database, concern, outgoing, now, meanwhile
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.outbox.put(outgoing(concern_id=kept.id), now=now)
        (item,) = await tx.outbox.claim(now=now, limit=1)
    postponing = meanwhile(lambda tx: tx.outbox.postpone(item.id, until=now, reason="x"))
    async with postponing as (tx, start):
        await tx.concerns.delete(kept.id, now=now, by="resident")
        start()
    async with database.transaction() as tx:
        assert await tx.outbox.claim(now=now, limit=9) == []
        assert await tx.outbox.count("cancelled") == 1


async def test_what_is_claimed_while_it_is_deleted_is_not_sent_a_second_time(
    database, concern, outgoing, now, meanwhile
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.outbox.put(outgoing(concern_id=kept.id), now=now)
    deletion = meanwhile(lambda tx: tx.concerns.delete(kept.id, now=now, by="resident"))
    async with deletion as (tx, start):
        (item,) = await tx.outbox.claim(now=now, limit=1)
        start()
    async with database.transaction() as tx:
        await tx.outbox.postpone(item.id, until=now, reason="x")
        assert await tx.outbox.claim(now=now, limit=9) == []


async def test_a_concern_that_is_being_deleted_takes_no_message(
    database, concern, message, now, meanwhile
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
    adding = meanwhile(lambda tx: tx.concerns.add_message(kept.id, message("mer"), now=now))
    async with adding as (tx, start):
        await tx.concerns.delete(kept.id, now=now, by="resident")
        theirs = start()
    assert isinstance(theirs.exception(), ConcernUnknown)


async def test_of_two_who_say_what_a_concern_is_about_the_last_is_right(
    database, concern, now, meanwhile
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
    later = (StoredTheme(id="trafik", score=1.0, origin="coordinator"),)
    saying = meanwhile(lambda tx: tx.concerns.resolve(kept.id, themes=later))
    async with saying as (tx, start):
        await tx.concerns.resolve(kept.id, themes=[replace(later[0], id="brand")])
        theirs = start()
    assert theirs.exception() is None
    async with database.transaction() as tx:
        assert (await tx.concerns.get(kept.id)).themes == later


async def test_a_text_edited_while_it_is_sorted_anew_stays_edited(
    database, concern, message, now, meanwhile
):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(7, now=now, language="sv")
        new = concern("Ylvali ringde", resident_id=resident.id)
        await tx.concerns.record(new, now=now)
        (kept,) = await tx.resorting.kept(version=None, since=None, after=0, limit=9)
    found = Sorted(
        kind="concern",
        urgency="normal",
        recurring=False,
        language="sv",
        area=None,
        themes=(),
        places=(),
        needs_human=False,
        messages=(ReadMessage(masked="Ylvali ringde då", reading={}),),
    )
    sorting = meanwhile(lambda tx: tx.resorting.sort(kept, found, version="v2"))
    async with sorting as (tx, start):
        edited = message("Hon ringde", masked="Hon ringde")
        await tx.concerns.replace_message(resident.id, 1, edited, now=now + HOUR)
        theirs = start()
    assert theirs.result() is False
    async with database.transaction() as tx:
        assert (await tx.concerns.get(kept.concern.id)).masked == "Hon ringde"


async def test_who_waits_too_long_is_told(url, keyring, concern, now, monkeypatch):
    monkeypatch.setattr("storage.database._BUSY_SECONDS", 0.2)
    first, second = [await open_database(url, keyring) for _ in range(2)]
    async with first.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
    async with first.transaction() as tx:
        await tx.concerns.resolve(kept.id, area="Boda")
        with pytest.raises(DatabaseUnavailable, match="inget annat program"):
            async with second.transaction() as other:
                await other.concerns.resolve(kept.id, area="Norrby")
    await first.close()
    await second.close()
