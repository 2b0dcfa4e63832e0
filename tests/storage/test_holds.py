import pytest

from storage.errors import ConcernHeld
from storage.holds import HELD, LIFTED
from tests.storage.test_retention import CHAT, DAY, RULE, contact_of

WHY = {"decision": "KS 2026-123", "reason": "domstolen har begärt det", "actor": "eva"}


@pytest.fixture
async def two(database, concern, now):
    """Two concerns of a resident, the first of which is held."""
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(CHAT, now=now, language="sv")
        told = [
            await tx.concerns.record(
                concern(text, resident_id=resident.id, telegram_id=CHAT), now=now
            )
            for text in ("det hållna", "det andra")
        ]
        await tx.conversations.save(resident.id, "{}", now=now)
        await tx.holds.add(told[0].id, **WHY, now=now)
    return told


async def test_retention_passes_over_what_is_held_until_it_is_lifted(database, two, now):
    held, other = two
    for later in (200 * DAY, 800 * DAY):
        async with database.transaction() as tx:
            await tx.retention.apply(RULE, now=now + later)
        async with database.transaction() as tx:
            assert await tx.concerns.texts(held.id, actor="eva", now=now) == ["det hållna"]
        assert await contact_of(database, held.id) == (1, held.pseudonym, 1)
    async with database.transaction() as tx:
        assert await tx.concerns.get(other.id) is None
        assert await tx.holds.lift(held.id, actor="eva", now=now)
        assert not await tx.holds.lift(held.id, actor="eva", now=now)
        await tx.retention.apply(RULE, now=now + 800 * DAY)
        assert await tx.concerns.get(held.id) is None


async def test_a_held_concern_is_not_deleted_but_said_to_be_held(database, two, now):
    async with database.transaction() as tx:
        with pytest.raises(ConcernHeld):
            await tx.concerns.delete(two[0].id, now=now, by="resident")
    async with database.transaction() as tx:
        assert await tx.concerns.get(two[0].id) is not None
        (hold,) = await tx.holds.of_concerns([one.id for one in two])
        assert (hold.reference, hold.decision, hold.reason) == (
            two[0].reference,
            WHY["decision"],
            WHY["reason"],
        )


async def test_of_a_resident_who_deletes_everything_only_what_is_held_is_left(database, two, now):
    async with database.transaction() as tx:
        await tx.residents.forget(1, now=now)
    async with database.transaction() as tx:
        assert [one.id for one in await tx.concerns.of_resident(1)] == [two[0].id]
        assert await tx.conversations.load(1) is None
        await tx.holds.lift(two[0].id, actor="eva", now=now)
        await tx.residents.forget(1, now=now)
        assert await tx.residents.telegram_id(1) is None


async def test_the_log_tells_the_decision_and_never_the_reason(database, two, now, on_disk):
    async with database.transaction() as tx:
        await tx.holds.lift(two[0].id, actor="eva", now=now)
        entries = await tx.audit.entries(actions=[HELD, LIFTED])
    assert [(entry.action, entry.detail) for entry in entries] == [
        (LIFTED, {"decision": "KS 2026-123"}),
        (HELD, {"decision": "KS 2026-123"}),
    ]
    assert WHY["reason"].encode() not in on_disk()
