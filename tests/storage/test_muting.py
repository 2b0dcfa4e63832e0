"""Of whom nothing is passed on."""

from datetime import timedelta

import pytest

from storage.retention import RetentionRule

CHAT = 700_123_456


@pytest.fixture
def tell(concern, now):
    async def recorded(tx, **changes):
        resident = await tx.residents.recognise(CHAT, now=now, language="sv")
        new = concern(resident_id=resident.id, telegram_id=CHAT, **changes)
        return resident, await tx.concerns.record(new, now=now)

    return recorded


async def test_what_a_muted_resident_tells_is_kept_apart_and_counted_nowhere(database, tell, now):
    span = now - timedelta(days=1), now + timedelta(days=1)
    async with database.transaction() as tx:
        resident, before = await tell(tx)
        assert await tx.muting.mute(
            before.id, reason="hot", until=now + timedelta(days=7), actor="cli:eva", now=now
        )
        _, apart = await tell(tx)
        assert apart.muted and not before.muted
        assert [row.id for row in await tx.counting.details(span)] == [before.id]
        ((_, _, _, _, voices),) = await tx.counting.told([span])
        assert voices.split() == [before.voice_key]
        (mute,) = await tx.muting.all(now=now)
        assert (mute.reference, mute.kept_apart, mute.reason) == (apart.reference, 1, "hot")
        assert await tx.muting.of(resident.id, now=now + timedelta(days=8)) is None
        assert await tx.muting.all(now=now + timedelta(days=8)) == []


async def test_danger_now_is_passed_on_whoever_tells_of_it(database, tell, now):
    async with database.transaction() as tx:
        _, before = await tell(tx)
        await tx.muting.mute(before.id, reason="hot", until=None, actor="cli", now=now)
        _, danger = await tell(tx, urgency="now")
        assert not danger.muted
        _, apart = await tell(tx)
        await tx.concerns.resolve(apart.id, urgency="now")
        assert not (await tx.concerns.get(apart.id)).muted


async def test_what_a_muted_resident_changes_is_kept_apart_too(database, tell, message, now):
    async with database.transaction() as tx:
        resident, before = await tell(tx)
        await tx.muting.mute(before.id, reason="hot", until=None, actor="cli", now=now)
        changed = message("Något helt annat")
        await tx.concerns.replace_message(resident.id, 1, changed, now=now)
    async with database.transaction() as tx:
        assert (await tx.concerns.get(before.id)).muted


async def test_a_mute_is_lifted_by_hand_and_with_the_resident(database, tell, now):
    async with database.transaction() as tx:
        resident, before = await tell(tx)
        for _ in range(2):
            await tx.muting.mute(before.id, reason="hot", until=None, actor="cli", now=now)
        assert await tx.muting.unmute(before.id, actor="cli", now=now)
        assert not await tx.muting.unmute(before.id, actor="cli", now=now)
        await tx.muting.mute(before.id, reason="hot", until=None, actor="cli", now=now)
        await tx.residents.forget(resident.id, now=now)
    async with database.transaction() as tx:
        again, _ = await tell(tx)
        assert await tx.muting.of(again.id, now=now) is None
        actions = [entry.action for entry in await tx.audit.entries()]
    assert actions.count("resident_muted") == 3 and actions.count("resident_unmuted") == 1


async def test_nobody_is_muted_for_a_concern_that_leads_to_nobody(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        assert not await tx.muting.mute(kept.id, reason="hot", until=None, actor="cli", now=now)


async def test_a_mute_that_is_over_is_kept_no_longer(database, tell, now):
    long = timedelta(days=365)
    rule = RetentionRule(
        contact=long,
        original_text=long,
        concern=long,
        unsorted=long,
        unsorted_kinds=frozenset(),
        handled=long,
        conversation=long,
    )
    async with database.transaction() as tx:
        resident, before = await tell(tx)
        until = now + timedelta(days=1)
        await tx.muting.mute(before.id, reason="hot", until=until, actor="cli", now=now)
        await tx.retention.apply(rule, now=now)
        assert await tx.muting.of(resident.id, now=now)
        await tx.retention.apply(rule, now=until)
        assert await tx.muting.of(resident.id, now=now) is None
