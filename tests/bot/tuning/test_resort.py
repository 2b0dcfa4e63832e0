"""The archive is read again: what people said stays, nothing is sent, nothing is lost."""

from dataclasses import replace

import pytest

from bot.tuning.resort import Resorted, resort
from bot.tuning.sorting import sorted_by
from nlp.reading import Kind, Urgency
from storage.concerns import Status, StoredPlace, StoredTheme

from .conftest import TOLD_AT, WordReader

BEFORE = WordReader(
    moped={"themes": ["buskorning"], "area": "Norrby"}, skräp={"themes": ["nedskrapning"]}
)
AFTER = WordReader(
    moped={"themes": ["fortkorning"], "area": "Hulta"},
    skräp={"themes": ["nedskrapning"]},
    hej={"kind": Kind.CHATTER, "themes": []},
    kniv={"urgency": Urgency.NOW, "themes": ["misshandel_hot"]},
)


@pytest.fixture
def resorted(database):
    async def run(reader=AFTER, version="after", **given):
        done = Resorted()
        async for _ in resort(database, reader, version=version, done=done, **given):
            pass
        return done

    return run


async def test_a_concern_gets_what_the_new_reading_says(told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen")
    done = await resorted()
    stands = await now_stands(concern)
    assert [theme.id for theme in stands.themes] == ["fortkorning"]
    assert stands.area == "Hulta"
    assert [place.name for place in stands.places] == ["Hulta"]
    assert (done.read, done.themes, done.areas) == (1, 1, 1)
    assert dict(done.moves) == {("buskorning", "fortkorning"): 1}


async def test_a_theme_that_a_person_gave_stays(told, resorted, now_stands):
    said = (StoredTheme(id="belysning", score=1.0, origin="coordinator"),)
    concern = await told(BEFORE, "en moped igen", themes=said)
    await resorted()
    assert (await now_stands(concern)).themes == said


async def test_a_place_that_a_person_gave_stays(told, resorted, now_stands):
    said = (StoredPlace(name="Göta", origin="resident"),)
    concern = await told(BEFORE, "en moped igen", places=said, area="Göta")
    await resorted()
    stands = await now_stands(concern)
    assert (stands.area, stands.places) == ("Göta", said)


async def test_how_far_the_work_has_come_stays(database, told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen")
    async with database.transaction() as tx:
        await tx.concerns.set_status(concern.id, Status.DONE, actor="cli", now=TOLD_AT)
    await resorted()
    assert (await now_stands(concern)).status is Status.DONE


async def test_nothing_is_sent_to_anybody(database, told, resorted, now_stands):
    concern = await told(BEFORE, "han har kniv")
    await resorted()
    assert (await now_stands(concern)).urgency == "now"
    async with database.transaction() as tx:
        assert await tx.outbox.count("waiting") == 0


async def test_an_urgency_that_was_told_on_is_not_taken_back(told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen", urgency="soon")
    await resorted()
    assert (await now_stands(concern)).urgency == "soon"


async def test_an_old_report_never_becomes_urgent(told, resorted, now_stands):
    concern = await told(BEFORE, "han har kniv", source="import")
    await resorted()
    assert (await now_stands(concern)).urgency == "normal"


async def test_further_messages_add_their_themes(told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen", "och skräp överallt", "hej igen")
    await resorted()
    stands = await now_stands(concern)
    assert [theme.id for theme in stands.themes] == ["fortkorning", "nedskrapning"]
    assert stands.kind == "concern"


async def test_what_is_no_report_any_more_loses_its_themes_only(told, resorted, now_stands):
    concern = await told(BEFORE, "hej moped", area="Norrby")
    done = await resorted()
    stands = await now_stands(concern)
    assert (stands.kind, stands.themes, stands.area) == ("chatter", (), "Norrby")
    assert done.kinds == 1


async def test_what_is_done_is_not_read_again(told, resorted):
    await told(BEFORE, "en moped igen")
    assert (await resorted()).read == 1
    assert (await resorted()).read == 0
    assert (await resorted(version="later")).read == 1


async def test_an_interrupted_run_goes_on_where_it_was(database, told, resorted):
    for _ in range(45):
        await told(BEFORE, "en moped igen")
    done = Resorted()
    steps = resort(database, AFTER, version="after", done=done)
    assert await anext(steps) == 20
    await steps.aclose()
    assert (await resorted()).read == 25


async def test_a_dry_run_counts_and_changes_nothing(told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen")
    assert (await resorted(dry_run=True)).themes == 1
    assert await now_stands(concern) == concern


async def test_what_is_told_before_the_day_is_left(told, resorted):
    await told(BEFORE, "en moped igen")
    assert (await resorted(since=TOLD_AT.replace(day=18))).read == 0
    assert (await resorted(since=TOLD_AT)).read == 1


async def test_what_a_resident_adds_meanwhile_is_not_lost(database, told, resorted, now_stands):
    concern = await told(BEFORE, "en moped igen")

    async with database.transaction() as tx:
        (kept,) = await tx.resorting.kept(version="after", since=None, after=0, limit=9)
    async with database.transaction() as tx:
        await tx.concerns.set_area(concern.id, "Göta", ["Göta"], origin="resident", now=TOLD_AT)
    async with database.transaction() as tx:
        outdated = sorted_by(kept, [AFTER.read_one("en moped igen")])
        assert not await tx.resorting.sort(kept, outdated, version="after")
    await resorted()
    stands = await now_stands(concern)
    assert stands.area == "Göta"
    assert [theme.id for theme in stands.themes] == ["fortkorning"]


async def test_one_that_was_changed_meanwhile_keeps_nobody_elses_from_being_sorted(
    database, told, now_stands
):
    changed, deleted, other = [await told(BEFORE, "en moped igen") for _ in range(3)]
    async with database.transaction() as tx:
        kept = await tx.resorting.kept(version="after", since=None, after=0, limit=9)
    async with database.transaction() as tx:
        await tx.concerns.set_area(changed.id, "Göta", ["Göta"], origin="resident", now=TOLD_AT)
        await tx.concerns.delete(deleted.id, now=TOLD_AT, by="cli")
    read = [(one, sorted_by(one, [AFTER.read_one("en moped igen")])) for one in kept]
    async with database.transaction() as tx:
        assert await tx.resorting.sort_all(read, version="after") == {other.id}
    assert [theme.id for theme in (await now_stands(changed)).themes] == ["buskorning"]
    assert [theme.id for theme in (await now_stands(other)).themes] == ["fortkorning"]


async def test_what_people_corrected_or_confirmed_stays(database, told, resorted, now_stands):
    corrected, confirmed, none = [await told(BEFORE, "en moped igen") for _ in range(3)]
    said = {"by": "resident", "config_version": "before", "now": TOLD_AT}
    chosen = (StoredTheme(id="brand", score=1.0, origin="resident"),)
    async with database.transaction() as tx:
        await tx.corrections.themes(corrected.id, chosen, **said)
        await tx.corrections.confirm(confirmed.id, **said)
        await tx.corrections.themes(none.id, (), **said)
    before = [theme.id for theme in confirmed.themes]
    await resorted()
    assert [theme.id for theme in (await now_stands(corrected)).themes] == ["brand"]
    assert [theme.id for theme in (await now_stands(confirmed)).themes] == before
    assert (await now_stands(none)).themes == ()


async def test_masking_that_has_learnt_more_reaches_the_archive(told, resorted, now_stands):
    class Masking(WordReader):
        def read_one(self, message):
            reading = super().read_one(message)
            return replace(reading, masked=reading.masked.replace("Testa", "[namn]"))

    concern = await told(BEFORE, "en moped, det är Testa")
    await resorted(Masking(**AFTER.known))
    assert (await now_stands(concern)).masked == "en moped, det är [namn]"


async def test_what_is_undecided_stays_under_the_theme_that_was_split(told, resorted, now_stands):
    one = await told(BEFORE, "mycket skräp")
    other = await told(BEFORE, "en moped igen")
    reader = WordReader(moped={"themes": ["fortkorning"]}, skräp={"themes": []})
    await resorted(reader, ended={"nedskrapning", "buskorning"})
    assert [theme.id for theme in (await now_stands(one)).themes] == ["nedskrapning"]
    assert [theme.id for theme in (await now_stands(other)).themes] == ["fortkorning"]
