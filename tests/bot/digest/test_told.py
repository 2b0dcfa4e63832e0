"""What digests rest on is read once for all focus areas, in few queries."""

import itertools
from datetime import timedelta

from sqlalchemy import event

from bot.digest.making import Maker
from bot.digest.periods import Period
from bot.digest.values import WeekCount
from storage.concern_values import NewConcern, NewMessage, Status, StoredTheme
from tests.bot.digest.builders import WEEK, ZONE, after, config

NOW = after(WEEK, hours=8)
MOST_QUERIES = 10


TEXT = "Mopeder kör fort på gångvägen varje kväll."


async def tell(
    database,
    *themes,
    week=WEEK,
    recorded_at=None,
    area=None,
    read_area=None,
    text=TEXT,
    urgency="soon",
):
    at = week.bounds(ZONE)[0] + timedelta(days=2)
    async with database.transaction() as tx:
        return await tx.concerns.record(
            NewConcern(
                source="telegram",
                told_at=at,
                kind="concern",
                urgency=urgency,
                recurring=True,
                language="sv",
                area=area,
                themes=tuple(StoredTheme(id=theme, score=0.9) for theme in themes),
                places=(),
                needs_human=False,
                config_version="1",
                message=NewMessage(told_at=at, text=text, masked=text, reading={"area": read_area}),
            ),
            now=recorded_at or at,
        )


def maker(database, now=NOW):
    return Maker(database=database, config=config(), now=now)


def focus_area(name="trafik"):
    found = config().focus_area(name)
    assert found is not None
    return found


async def test_all_focus_areas_are_served_by_one_reading(database):
    for week in (WEEK, WEEK.shifted(-1), WEEK.shifted(-52)):
        await tell(database, "buskorning", week=week, area="Norrby")
    counts = []
    seen = []

    def note(_connection, _cursor, statement, *_):
        if "FROM digest_quote" not in statement and statement.startswith(("SELECT", "WITH")):
            seen.append(statement)

    event.listen(database._engine.sync_engine, "before_cursor_execute", note)
    making = maker(database)
    for one in config().focus_areas:
        await making.compute(one, WEEK)
        counts.append(len(seen))
    event.remove(database._engine.sync_engine, "before_cursor_execute", note)
    assert counts[0] <= MOST_QUERIES
    # Afterwards only the few texts that may be quoted are read.
    assert all(later - earlier <= 4 for earlier, later in itertools.pairwise(counts))


async def test_what_is_done_and_corrected_is_told_from_what_is_stored(database):
    for number in range(6):
        kept = await tell(database, "buskorning", area="Norrby", read_area="Norrby")
        async with database.transaction() as tx:
            area = "Norrby" if number % 2 else "Hulta"
            await tx.concerns.set_area(kept.id, area, [area], origin="resident", now=NOW)
            if number < 4:
                await tx.concerns.set_status(kept.id, Status.DONE, actor="cli", now=NOW)
    facts, _ = await maker(database).compute(focus_area(), WEEK)
    assert {p.part: p.concerns for p in facts.urgent_status} == {
        "new": 2,
        "open": 0,
        "done": 4,
        "closed": 0,
    }
    assert [age.concerns for age in facts.open_ages] == [2, 0, 0, 0]
    assert (facts.places_read.read, facts.places_read.corrected) == (6, 3)
    assert facts.places_read.error == 0.5
    assert facts.recurring == 6


async def test_what_comes_after_its_digest_is_told_late_in_the_next(database):
    last = WEEK.shifted(-1)
    made = await maker(database, after(last, hours=8)).make(focus_area(), last)
    assert made.facts["total"]["concerns"] == 0
    await tell(database, "buskorning", week=last, recorded_at=after(last, hours=9))
    await tell(database, "buskorning")
    facts, _ = await maker(database).compute(focus_area(), WEEK)
    assert facts.total.concerns == 1
    assert facts.late == (WeekCount(week=str(last), concerns=1, voices=1),)
    assert facts.history[-1].concerns == 1
    await maker(database).make(focus_area(), WEEK)
    later, _ = await maker(database, after(WEEK.shifted(1), hours=8)).compute(
        focus_area(), WEEK.shifted(1)
    )
    assert later.late == ()


async def test_a_quarter_is_made_and_kept_like_a_week(database):
    await tell(database, "buskorning")
    quarter = Period.quarter(2026, 4)
    now = quarter.bounds(ZONE)[1] + timedelta(hours=8)
    digest = await maker(database, now).make(focus_area(), quarter)
    assert (digest.week, digest.facts["total"]["concerns"]) == ("2026-Q4", 1)
    assert await maker(database, now).make(focus_area(), quarter) == digest


async def test_copies_of_a_text_are_known_and_one_of_them_is_quoted(database):
    for number in range(5):
        await tell(database, "buskorning", text=f"{TEXT}{' Ja!' * number}", urgency="normal")
    await tell(database, "buskorning", "nara_relation", text=TEXT)
    facts, quotes = await maker(database).compute(focus_area(), WEEK)
    assert [(same.kind, same.concerns, same.theme) for same in facts.same_words] == [
        ("campaign", 5, "buskorning")
    ]
    assert facts.wordings == facts.total.concerns - 4
    assert [text for _, text in quotes] == [TEXT]
