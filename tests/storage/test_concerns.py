from datetime import timedelta

import pytest

from storage.concerns import STATUS_SET, Status, StoredPlace, StoredTheme
from storage.errors import ConcernKnown, ConcernUnknown

DAY = timedelta(days=1)


async def test_a_concern_comes_back_as_it_was_recorded(database, concern, keyring, now):
    new = concern("Det är mörkt", telegram_id=42)
    async with database.transaction() as tx:
        recorded = await tx.concerns.record(new, now=now)
    async with database.transaction() as tx:
        kept = await tx.concerns.get(recorded.id)
        assert await tx.concerns.by_reference(f" {recorded.reference.lower()} ") == kept
    assert kept == recorded
    assert (kept.themes, kept.places, kept.area) == (new.themes, new.places, "Norrby")
    assert (kept.source, kept.status, kept.told_at) == ("telegram", "new", now)
    assert (kept.masked, kept.message_count) == ("Det är mörkt", 1)
    assert kept.pseudonym == keyring.pseudonym(42, at=now)


async def test_references_are_short_and_unique(database, concern, now):
    async with database.transaction() as tx:
        references = [(await tx.concerns.record(concern(), now=now)).reference for _ in range(20)]
    assert len(set(references)) == 20
    assert all(len(reference) == 6 and reference.startswith("B-") for reference in references)


async def test_references_grow_when_the_short_ones_are_taken(database, concern, now, monkeypatch):
    monkeypatch.setattr("storage.recording.random_code", lambda length: "7" * length)
    async with database.transaction() as tx:
        first = await tx.concerns.record(concern(), now=now)
        await tx.concerns.delete(first.id, now=now, by="resident")
        second = await tx.concerns.record(concern(), now=now)
    assert (first.reference, second.reference) == ("B-7777", "B-77777")


async def test_more_messages_join_in_the_order_told(database, concern, message, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern("först"), now=now)
        await tx.concerns.add_message(kept.id, message("sist", told_at=now + DAY), now=now)
        await tx.concerns.add_message(kept.id, message("sedan", told_at=now), now=now)
        kept = await tx.concerns.get(kept.id)
    assert (kept.masked, kept.message_count) == ("först\nsedan\nsist", 3)


async def test_an_unknown_concern_takes_no_message_and_no_change(database, message, now):
    async with database.transaction() as tx:
        with pytest.raises(ConcernUnknown):
            await tx.concerns.add_message(99, message(), now=now)
        with pytest.raises(ConcernUnknown):
            await tx.concerns.resolve(99, kind="spam")
        assert await tx.concerns.get(99) is None
        assert await tx.concerns.by_reference("B-XXXX") is None


async def test_an_edited_message_takes_the_old_ones_place(database, concern, message, now, on_disk):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        other = await tx.residents.recognise(43, now=now, language="sv")
        kept = await tx.concerns.record(
            concern("Ring Ylvali-Gammal", resident_id=resident.id), now=now
        )
    async with database.transaction() as tx:
        new = message("Det är mörkt")
        assert await tx.concerns.replace_message(other.id, 1, new, now=now) is None
        assert await tx.concerns.replace_message(resident.id, 99, new, now=now) is None
        assert await tx.concerns.replace_message(resident.id, 1, new, now=now) == kept.id
        assert (await tx.concerns.get(kept.id)).masked == "Det är mörkt"
        assert await tx.concerns.texts(kept.id, actor="eva", now=now) == ["Det är mörkt"]
    assert b"Ylvali-Gammal" not in on_disk()


async def test_resolving_changes_only_what_is_given(database, concern, now):
    themes = [StoredTheme(id="brand", score=0.5, origin="resident")]
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.concerns.resolve(kept.id, urgency="now", themes=themes, recurring=True)
        changed = await tx.concerns.get(kept.id)
        assert (changed.urgency, changed.themes, changed.recurring) == ("now", (*themes,), True)
        assert (changed.kind, changed.area, changed.places) == ("concern", "Norrby", kept.places)
        await tx.concerns.resolve(kept.id, area=None, places=[])
        changed = await tx.concerns.get(kept.id)
        assert (changed.area, changed.places) == (None, ())


async def test_an_area_set_by_somebody_says_who_and_is_audited(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(area=None, places=()), now=now)
        await tx.concerns.set_area(kept.id, "Hulta", ["Hultaskolan"], origin="resident", now=now)
        kept = await tx.concerns.get(kept.id)
        (entry,) = await tx.audit.entries()
    assert kept.area == "Hulta"
    assert kept.places == (StoredPlace(name="Hultaskolan", origin="resident"),)
    assert (entry.actor, entry.action) == ("resident", "concern_area_set")


async def test_every_look_at_an_original_is_audited(database, concern, message, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern("Åsa \ud800 👍"), now=now)
        await tx.concerns.add_message(kept.id, message("mer"), now=now)
        texts = await tx.concerns.texts(kept.id, actor="eva", now=now)
        (entry,) = await tx.audit.entries()
    assert texts == ["Åsa \ud800 👍", "mer"]
    assert (entry.actor, entry.action, entry.subject) == (
        "eva",
        "original_read",
        f"concern:{kept.id}",
    )


async def test_the_reason_for_a_look_is_audited_when_it_is_given(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.concerns.texts(kept.id, actor="cli", now=now, reason="Oklar plats")
        (entry,) = await tx.audit.entries()
    assert entry.detail == {"reason": "Oklar plats"}


async def test_closing_is_dated_once_and_undone_by_opening(database, concern, now):
    steps = [
        (Status.OPEN, None),
        (Status.DONE, now + DAY),
        (Status.CLOSED, now + DAY),
        (Status.NEW, None),
        (Status.CLOSED, now + 4 * DAY),
    ]
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        assert kept.closed_at is None
    for day, (status, closed_at) in enumerate(steps):
        at = now + day * DAY
        async with database.transaction() as tx:
            assert await tx.concerns.set_status(kept.id, status, actor="cli:eva", now=at)
        async with database.transaction() as tx:
            found = await tx.concerns.get(kept.id)
        assert (found.status, found.closed_at) == (status, closed_at)


async def test_a_change_of_status_is_audited_and_no_change_is_not(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        for _ in range(2):
            await tx.concerns.set_status(kept.id, Status.DONE, actor="cli", now=now)
        (entry,) = await tx.audit.entries()
        assert not await tx.concerns.set_status(kept.id, Status.DONE, actor="cli", now=now + DAY)
        assert (await tx.concerns.get(kept.id)).closed_at == now
        with pytest.raises(ConcernUnknown):
            await tx.concerns.set_status(99, Status.DONE, actor="cli", now=now)
    assert (entry.actor, entry.action, entry.subject, entry.detail) == (
        "cli",
        STATUS_SET,
        f"concern:{kept.id}",
        {"from": "new", "to": "done"},
    )


async def test_the_latest_are_those_asked_for_with_the_newest_last(database, concern, now):
    async with database.transaction() as tx:
        for day in (2, 0, 3, 1):
            new = concern(f"dag {day}", told_at=now + day * DAY, needs_human=day < 3)
            kept = await tx.concerns.record(new, now=now)
        await tx.concerns.set_status(kept.id, Status.OPEN, actor="cli", now=now)

        async def latest(**wanted):
            found = await tx.concerns.latest(**{"limit": 9, **wanted})
            return [int(kept.masked.removeprefix("dag ")) for kept in found]

        assert await latest() == [0, 1, 2, 3]
        assert await latest(limit=2) == [2, 3]
        assert await latest(limit=2, needs_human=True) == [1, 2]
        assert await latest(status=Status.OPEN) == [1]
        assert await latest(between=(now + DAY, now + 3 * DAY), status=Status.NEW) == [2]


async def test_what_no_database_takes_is_replaced_in_masked_text(database, concern, now):
    async with database.transaction() as tx:
        recorded = await tx.concerns.record(concern("a\ud800b\x00c"), now=now)
    async with database.transaction() as tx:
        assert (await tx.concerns.get(recorded.id)).masked == "a\ufffdb\ufffdc"


async def test_a_period_is_half_open_and_in_order(database, concern, now):
    async with database.transaction() as tx:
        for day in (2, 0, 1, 3):
            await tx.concerns.record(concern(f"dag {day}", told_at=now + day * DAY), now=now)
        found = await tx.concerns.told_between(now + DAY, now + 3 * DAY)
        assert [kept.masked for kept in found] == ["dag 1", "dag 2"]


async def test_a_residents_concerns_come_newest_first(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        for day in range(3):
            new = concern(f"dag {day}", resident_id=resident.id, told_at=now + day * DAY)
            await tx.concerns.record(new, now=now)
        await tx.concerns.record(concern("en annans"), now=now)
        found = await tx.concerns.of_resident(resident.id, limit=2)
    assert [kept.masked for kept in found] == ["dag 2", "dag 1"]


async def test_an_imported_concern_is_recorded_once_even_if_deleted_since(database, concern, now):
    new = concern(source="import", external_id="p-1")
    async with database.transaction() as tx:
        kept = await tx.concerns.record(new, now=now)
        with pytest.raises(ConcernKnown):
            await tx.concerns.record(new, now=now)
        assert await tx.concerns.known_external(["p-1", "p-2"]) == {"p-1"}
        await tx.concerns.delete(kept.id, now=now, by="admin")
        assert await tx.concerns.known_external(["p-1", "p-2"]) == {"p-1"}


async def test_a_voice_is_the_resident_else_the_pseudonym_else_the_concern(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        mine = [
            await tx.concerns.record(concern(resident_id=resident.id, telegram_id=42), now=now)
            for _ in range(2)
        ]
        broken = [await tx.concerns.record(concern(telegram_id=42), now=now) for _ in range(2)]
        alone = [await tx.concerns.record(concern(), now=now) for _ in range(2)]
    assert len({kept.voice_key for kept in mine}) == 1
    assert len({kept.voice_key for kept in broken}) == 1
    assert len({kept.voice_key for kept in [*mine, *broken, *alone]}) == 4
