import pytest

from storage.inbox import IncomingUpdate
from storage.outbox import Priority

CANARY = "Kanariefågel-Sjuttiosju"
CHAT = 700_123_456


@pytest.fixture
def traces(on_disk):
    """Which of the canaries stand readable in the database's files."""
    needles = [CANARY.encode(), CANARY.encode("utf-16-le"), str(CHAT).encode()]
    return lambda: [needle for needle in needles if needle in on_disk()]


async def resident_with_everything(tx, concern, outgoing, now):
    """A resident with a concern, a conversation, and messages in and out."""
    resident = await tx.residents.recognise(CHAT, now=now, language="sv")
    new = concern(CANARY, resident_id=resident.id, telegram_id=CHAT)
    kept = await tx.concerns.record(new, now=now)
    await tx.conversations.save(resident.id, CANARY, now=now)
    await tx.outbox.put(outgoing(CHAT, CANARY, concern_id=kept.id), now=now)
    raws = [
        IncomingUpdate(update_id=id, chat_id=CHAT, raw=f'{{"text": "{CANARY}"}}') for id in (1, 2)
    ]
    await tx.inbox.receive([*raws, IncomingUpdate(update_id=3, chat_id=8, raw="{}")], now=now)
    return resident, kept


async def deliver(tx, concern_id, outgoing, now, parts=2):
    code = await tx.groups.invite("trafik", now=now, valid_for=now - now.replace(hour=0))
    group = await tx.groups.redeem(code, chat_id=-9, now=now)
    digest = await tx.digests.record(
        "trafik", "2026-W47", {"concerns": 1}, [(concern_id, CANARY)], now=now
    )
    messages = [outgoing(-9, f"del {n}", priority=Priority.DIGEST) for n in range(parts)]
    assert await tx.digests.deliver(digest.id, group.id, messages, now=now)
    return group, digest, messages


async def test_originals_and_ids_are_never_readable_on_disk(
    database, concern, message, outgoing, now, traces
):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(CHAT, now=now, language="sv")
        hidden = message(CANARY, masked="[namn]")
        await tx.concerns.record(
            concern(resident_id=resident.id, telegram_id=CHAT, message=hidden), now=now
        )
        await tx.conversations.save(resident.id, CANARY, now=now)
        await tx.outbox.put(outgoing(CHAT, CANARY), now=now)
        await tx.inbox.receive([IncomingUpdate(update_id=1, chat_id=CHAT, raw=CANARY)], now=now)
        code = await tx.groups.invite("trafik", now=now, valid_for=now - now.replace(hour=0))
        await tx.groups.redeem(code, chat_id=CHAT, now=now)
    assert traces() == []


async def test_the_search_for_traces_would_find_one(database, concern, now, traces):
    async with database.transaction() as tx:
        await tx.concerns.record(concern(CANARY), now=now)
    assert traces() != []


async def test_a_deleted_concern_leaves_no_byte_of_its_text(
    database, concern, outgoing, now, traces
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(CANARY), now=now)
        await tx.outbox.put(outgoing(CHAT, "om den", concern_id=kept.id), now=now)
        _, digest, _ = await deliver(tx, kept.id, outgoing, now)
    async with database.transaction() as tx:
        assert await tx.concerns.delete(kept.id, now=now, by="resident")
    assert traces() == []
    async with database.transaction() as tx:
        assert await tx.concerns.get(kept.id) is None
        assert await tx.concerns.texts(kept.id, actor="eva", now=now) == []
        assert await tx.outbox.claim(now=now, limit=10) == []
        assert (await tx.digests.get(digest.focus_area, digest.week)).quotes == ()
        assert not await tx.concerns.delete(kept.id, now=now, by="resident")
        actions = [entry.action for entry in await tx.audit.entries()]
    assert actions.count("concern_deleted") == 1


async def test_a_waiting_delivery_that_quotes_it_is_made_anew_once(
    database, concern, outgoing, now
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(CANARY), now=now)
        group, digest, messages = await deliver(tx, kept.id, outgoing, now)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        assert await tx.digests.delivered(group.id) == {}
        assert await tx.digests.deliver(digest.id, group.id, messages, now=now)
        assert not await tx.digests.deliver(digest.id, group.id, messages, now=now)


async def test_a_delivery_that_is_out_stays_delivered(database, concern, outgoing, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(CANARY), now=now)
        group, _, _ = await deliver(tx, kept.id, outgoing, now, parts=1)
        (item,) = await tx.outbox.claim(now=now, limit=1)
        await tx.outbox.sent(item.id, now=now, message_id=1)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        assert await tx.digests.delivered(group.id) == {"2026-W47": "sent"}


async def test_a_quote_on_its_way_is_not_sent_a_second_time(database, concern, outgoing, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(CANARY), now=now)
        group, _, _ = await deliver(tx, kept.id, outgoing, now, parts=1)
        (item,) = await tx.outbox.claim(now=now, limit=1)
    async with database.transaction() as tx:
        await tx.concerns.delete(kept.id, now=now, by="resident")
    async with database.transaction() as tx:
        await tx.outbox.postpone(item.id, until=now, reason="rate_limited")
        assert await tx.outbox.claim(now=now, limit=1) == []
        assert await tx.digests.delivered(group.id) == {}


async def test_a_forgotten_resident_leaves_nothing_but_what_waits_to_be_answered(
    database, concern, outgoing, now, traces
):
    async with database.transaction() as tx:
        resident, kept = await resident_with_everything(tx, concern, outgoing, now)
        await tx.outbox.put(outgoing(8, "till en annan"), now=now)
    async with database.transaction() as tx:
        assert await tx.residents.forget(resident.id, now=now) == 1
        assert await tx.outbox.put(outgoing(CHAT, "Nu är allt raderat."), now=now)
    assert traces() == []
    async with database.transaction() as tx:
        assert await tx.residents.telegram_id(resident.id) is None
        assert await tx.conversations.load(resident.id) is None
        assert await tx.concerns.get(kept.id) is None
        waiting = await tx.inbox.waiting(now=now, limit=10)
        assert [item.update_id for item in waiting] == [1, 3]
        await tx.inbox.handled(1, now=now)
        later = await tx.inbox.waiting(now=now, limit=10)
        assert [item.update_id for item in later] == [2, 3]
        sent = [item.params["text"] for item in await tx.outbox.claim(now=now, limit=10)]
        assert sorted(sent) == ["Nu är allt raderat.", "till en annan"]
        assert await tx.residents.forget(resident.id, now=now) == 0


async def test_a_forgotten_resident_who_comes_back_is_somebody_new(
    database, concern, outgoing, now
):
    async with database.transaction() as tx:
        resident, _ = await resident_with_everything(tx, concern, outgoing, now)
        await tx.residents.forget(resident.id, now=now)
        again = await tx.residents.recognise(CHAT, now=now, language="en")
    assert again.id != resident.id
    assert again.language == "en"
