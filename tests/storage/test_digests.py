from datetime import timedelta

import pytest

from storage.outbox import LEASE, Priority

HOUR = timedelta(hours=1)


@pytest.fixture
async def group(database, now):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
        return await tx.groups.redeem(code, chat_id=-9, now=now)


@pytest.fixture
def parts(outgoing):
    return [outgoing(-9, f"del {n}", priority=Priority.DIGEST) for n in (1, 2)]


async def test_a_digest_is_made_once_for_focus_area_and_week(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        quotes = [(kept.id, "två"), (kept.id, "ett")]
        first = await tx.digests.record("trafik", "2026-W47", {"n": 1}, quotes, now=now)
    async with database.transaction() as tx:
        again = await tx.digests.record("trafik", "2026-W47", {"n": 2}, [], now=now + HOUR)
        other = await tx.digests.record("trafik", "2026-W53", {"n": 3}, [], now=now)
        assert await tx.digests.get("trafik", "2026-W47") == first == again
        assert await tx.digests.get("brand", "2026-W47") is None
    assert (first.facts, first.quotes, first.created_at) == ({"n": 1}, tuple(quotes), now)
    assert other.id != first.id


async def test_a_quote_of_a_deleted_concern_is_left_out(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        quotes = [(kept.id + 1, "borta"), (kept.id, "kvar")]
        digest = await tx.digests.record("trafik", "2026-W47", {}, quotes, now=now)
    assert digest.quotes == ((kept.id, "kvar"),)


async def test_a_week_is_delivered_to_a_group_once(database, group, parts, now):
    async with database.transaction() as tx:
        digest = await tx.digests.record("trafik", "2026-W47", {}, [], now=now)
        assert await tx.digests.deliver(digest.id, group.id, parts, now=now)
    async with database.transaction() as tx:
        assert not await tx.digests.deliver(digest.id, group.id, parts, now=now)
        assert await tx.outbox.count("waiting") == 2


async def test_a_sender_that_comes_late_takes_back_nothing_of_what_another_has_sent(
    database, group, parts, now
):
    async with database.transaction() as tx:
        digest = await tx.digests.record("trafik", "2026-W47", {}, [], now=now)
        await tx.digests.deliver(digest.id, group.id, parts[:1], now=now)
        (item,) = await tx.outbox.claim(now=now, limit=9)
        later = now + LEASE  # whoever claimed it was asleep meanwhile
        await tx.outbox.recover(now=later)
        assert await tx.outbox.claim(now=later, limit=9)
        await tx.outbox.sent(item.id, now=later, message_id=7)
    for late in (
        lambda tx: tx.outbox.postpone(item.id, until=later, reason="TimedOut", doubtful=True),
        lambda tx: tx.outbox.failed(item.id, now=later, reason="BadRequest"),
    ):
        async with database.transaction() as tx:
            await late(tx)
        async with database.transaction() as tx:
            assert await tx.outbox.count("sent") == 1
            assert not await tx.digests.deliver(digest.id, group.id, parts, now=later)
            assert "2026-W47" in await tx.digests.delivered(group.id)


async def test_a_delivery_undone_by_a_crash_is_made_later(database, group, parts, now):
    async with database.transaction() as tx:
        digest = await tx.digests.record("trafik", "2026-W47", {}, [], now=now)
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            await tx.digests.deliver(digest.id, group.id, parts, now=now)
            raise ZeroDivisionError
    async with database.transaction() as tx:
        assert await tx.digests.delivered(group.id) == {}
        assert await tx.digests.deliver(digest.id, group.id, parts, now=now)


async def test_how_far_a_delivery_has_come_follows_its_messages(database, group, parts, now):
    states = []
    async with database.transaction() as tx:
        for week in ("2026-W47", "2026-W48"):
            digest = await tx.digests.record("trafik", week, {}, [], now=now)
            await tx.digests.deliver(digest.id, group.id, parts, now=now)
        while items := await tx.outbox.claim(now=now, limit=1):
            if len(states) == 2:
                await tx.outbox.failed(items[0].id, now=now, reason="kicked")
            else:
                await tx.outbox.sent(items[0].id, now=now, message_id=1)
            states.append(tuple((await tx.digests.delivered(group.id)).values()))
    assert states == [
        ("waiting", "waiting"),
        ("sent", "waiting"),
        ("sent", "failed"),
        ("sent", "failed"),
    ]
