"""What people say is right is kept beside what was read, every word of it."""

import pytest

from storage.concerns import StoredPlace, StoredTheme
from storage.correction_values import Said, What
from storage.errors import ConcernUnknown

READ = {
    "area": "Norrby",
    "places": (StoredPlace(name="Norrbyskolan"),),
    "themes": (StoredTheme(id="buskorning", score=0.9), StoredTheme(id="buller", score=0.6)),
}
BY_RESIDENT = {"by": "resident", "config_version": "v1"}
BY_ANNA = {"by": "cli:Anna", "config_version": "v2"}


async def test_a_place_is_corrected_and_what_was_read_is_kept(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        await tx.corrections.place(kept.id, area="Hulta", names=["Hulta"], now=now, **BY_RESIDENT)
        after = await tx.concerns.get(kept.id)
        (row,) = await tx.corrections.all()
        (noted, *_) = await tx.audit.entries(limit=1)
    assert (after.area, after.places) == ("Hulta", (StoredPlace(name="Hulta", origin="resident"),))
    assert (row.what, row.read) == (What.PLACE, Said(area="Norrby", names=("Norrbyskolan",)))
    assert (row.said, row.agrees) == (Said(area="Hulta", names=("Hulta",)), False)
    assert (row.by, row.at, row.config_version) == ("resident", now, "v1")
    assert (noted.actor, noted.action) == ("resident", "concern_area_set")
    assert "Hulta" not in str(noted.detail)


async def test_a_theme_is_corrected_and_the_audit_log_tells_who_but_not_what(
    database, concern, now
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        themes = (StoredTheme(id="brand", score=1.0, origin="coordinator"), READ["themes"][1])
        await tx.corrections.themes(kept.id, themes, now=now, **BY_ANNA)
        after = await tx.concerns.get(kept.id)
        (row,) = await tx.corrections.all()
        (noted, *_) = await tx.audit.entries(limit=1)
    assert after.themes == themes
    assert (row.what, row.read.names, row.said.names) == (
        What.THEME,
        ("buskorning", "buller"),
        ("brand",),
    )
    assert (noted.actor, noted.action, noted.detail) == ("cli:Anna", "concern_theme_set", {})


async def test_those_who_disagree_are_all_kept_and_what_was_read_stays_the_same(
    database, concern, now
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        await tx.corrections.place(kept.id, area="Hulta", names=["Hulta"], now=now, **BY_RESIDENT)
        await tx.corrections.place(kept.id, area="Sjöbo", names=["Sjöbo"], now=now, **BY_ANNA)
        await tx.corrections.place(kept.id, area="Norrby", names=["Norrby"], now=now, **BY_RESIDENT)
        rows = await tx.corrections.all()
        first, *_ = await tx.corrections.all(limit=1)
        later = await tx.corrections.all(after=first.id)
    assert [row.said.area for row in rows] == ["Hulta", "Sjöbo", "Norrby"]
    assert [row.by for row in rows] == ["resident", "cli:Anna", "resident"]
    assert {row.read.area for row in rows} == {"Norrby"}
    assert later == rows[1:]


async def test_what_is_confirmed_counts_as_told_by_a_human_and_once_only(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        assert await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)
        assert not await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)
        after = await tx.concerns.get(kept.id)
        rows = await tx.corrections.all()
    assert [theme.origin for theme in after.themes] == ["resident", "reading"]
    assert (after.area, after.places[0].origin) == ("Norrby", "resident")
    assert {row.what: row.agrees for row in rows} == {What.THEME: True, What.PLACE: True}


async def test_only_what_was_read_is_confirmed_not_what_was_said(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        await tx.corrections.place(kept.id, area="Hulta", names=["Hulta"], now=now, **BY_RESIDENT)
        assert await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)
        rows = await tx.corrections.all()
        empty = await tx.concerns.record(concern(area=None, places=(), themes=()), now=now)
        assert not await tx.corrections.confirm(empty.id, now=now, **BY_RESIDENT)
    assert [(row.what, row.agrees) for row in rows] == [(What.PLACE, False), (What.THEME, True)]


async def test_that_no_theme_fits_is_kept_and_left_to_a_human(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(needs_human=False, **READ), now=now)
        await tx.corrections.themes(kept.id, (), now=now, **BY_RESIDENT)
        after = await tx.concerns.get(kept.id)
        (row,) = await tx.corrections.all()
        (kept_again,) = await tx.resorting.kept(version=None, since=None, after=0, limit=9)
    assert (after.themes, after.needs_human, row.said) == ((), True, Said())
    assert kept_again.no_theme_fits


async def test_a_correction_comes_with_the_masked_text_of_the_first_message(
    database, concern, message, now
):
    async with database.transaction() as tx:
        given = concern(message=message("Kalle kör", masked="[namn] kör"), **READ)
        kept = await tx.concerns.record(given, now=now)
        await tx.concerns.add_message(kept.id, message("igen"), now=now)
        await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)
        rows = await tx.corrections.all()
    assert {row.text for row in rows} == {"[namn] kör"}
    assert "[namn]" not in repr(rows)


async def test_corrections_go_with_their_concern(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(**READ), now=now)
        await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        assert await tx.corrections.all() == []
        with pytest.raises(ConcernUnknown):
            await tx.corrections.confirm(kept.id, now=now, **BY_RESIDENT)


async def test_what_is_counted_goes_by_what_those_saw_who_spoke(database, concern, message, now):
    async with database.transaction() as tx:
        asked = await tx.concerns.record(concern(area=None, places=(), themes=()), now=now)
        answer = message("Hulta", reading={"area": "Hulta", "themes": [{"id": "brand"}]})
        await tx.concerns.add_message(asked.id, answer, now=now)
        await tx.corrections.place(asked.id, area="Hulta", names=["Hulta"], now=now, **BY_RESIDENT)
        reordered = await tx.concerns.record(concern(**READ), now=now)
        second = StoredTheme(id="buller", score=0.6, origin="resident")
        await tx.corrections.themes(
            reordered.id, (second, READ["themes"][0]), now=now, **BY_RESIDENT
        )
        added, corrected = await tx.counting.details((now.replace(hour=0), now.replace(hour=23)))
    assert (added.area_said, added.read_areas, added.theme_said) == (True, frozenset(), False)
    assert (corrected.read_themes, corrected.said_theme) == ({"buskorning"}, "buller")
    assert not corrected.area_said
