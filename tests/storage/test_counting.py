"""What digests count, and that the archive's age slows none of it."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text

from storage.concerns import Status, StoredTheme
from storage.counting import theme_ids, voice_keys
from tests.storage.postgres import only_sqlite

DAY = timedelta(days=1)


def themes(*ids):
    return tuple(StoredTheme(id=id, score=0.9) for id in ids)


def grouped(rows):
    return {
        (span, kind, area, frozenset(theme_ids(ids))): sorted(voice_keys(voices))
        for span, kind, area, ids, voices in rows
    }


async def test_what_is_alike_in_a_span_is_one_row_with_the_voice_of_each(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        for day, area, by in ((0, "Hulta", None), (0, "Hulta", resident.id), (1, None, None)):
            new = concern(
                told_at=now + day * DAY, area=area, resident_id=by, themes=themes("brand", "stold")
            )
            last = await tx.concerns.record(new, now=now)
        spans = [(now, now + DAY), (now + DAY, now + 2 * DAY), (now, now + 2 * DAY)]
        found = grouped(await tx.counting.told(spans))
    both = frozenset({"brand", "stold"})
    mine, others = f"resident:{resident.id}", f"concern:{last.id}"
    assert found.keys() == {
        (0, "concern", "Hulta", both),
        (1, "concern", None, both),
        (2, "concern", "Hulta", both),
        (2, "concern", None, both),
    }
    assert mine in found[0, "concern", "Hulta", both]
    assert found[1, "concern", None, both] == [others] == found[2, "concern", None, both]


async def test_a_span_is_half_open_and_may_be_empty(database, concern, now):
    async with database.transaction() as tx:
        await tx.concerns.record(concern(themes=()), now=now)
        assert await tx.counting.told([]) == []
        assert await tx.counting.told([(now - DAY, now)]) == []
        assert grouped(await tx.counting.told([(now, now + DAY)])).keys() == {
            (0, "concern", "Norrby", frozenset())
        }
        assert await tx.counting.any_told((now, now + DAY))
        assert not await tx.counting.any_told((now - DAY, now))


async def test_details_count_voices_as_the_concern_itself_does(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        kept = [
            await tx.concerns.record(new, now=now)
            for new in (
                concern(resident_id=resident.id, telegram_id=42),
                concern(telegram_id=42),
                concern(source="import", recurring=True, urgency="soon", language="so"),
            )
        ]
        found = await tx.counting.details((now, now + DAY))
    assert [row.voice for row in found] == [one.voice_key for one in kept]
    assert [row.id for row in found] == [one.id for one in kept]
    last = found[-1]
    assert (last.source, last.recurring, last.urgency, last.language) == (
        "import",
        True,
        "soon",
        "so",
    )
    assert (last.status, last.needs_human, last.told_at) == ("new", False, now)


async def test_details_tell_what_was_read_and_what_a_human_said(database, concern, message, now):
    reading = {"area": "Hulta", "themes": [{"id": "brand", "score": 0.9}]}
    async with database.transaction() as tx:
        first = await tx.concerns.record(concern(message=message(reading=reading)), now=now)
        await tx.concerns.add_message(first.id, message(reading={"area": None}), now=now)
        await tx.concerns.set_area(first.id, "Göta", ["Göta"], origin="resident", now=now)
        said = (StoredTheme(id="stold", score=1.0, origin="coordinator"),)
        await tx.concerns.resolve(first.id, themes=said)
        await tx.concerns.record(concern(message=message(reading={})), now=now)
        corrected, plain = await tx.counting.details((now, now + DAY))
    assert (corrected.read_areas, corrected.read_themes) == ({"Hulta"}, {"brand"})
    assert (corrected.area_said, corrected.theme_said, corrected.area) == (True, True, "Göta")
    assert (plain.read_areas, plain.read_themes) == (frozenset(), frozenset())
    assert (plain.area_said, plain.theme_said) == (False, False)


async def test_the_open_ones_come_latest_first_and_closed_or_imported_never(database, concern, now):
    async with database.transaction() as tx:
        for day in range(4):
            kept = await tx.concerns.record(concern(told_at=now + day * DAY), now=now)
            if day == 2:
                await tx.concerns.set_status(kept.id, Status.DONE, actor="cli", now=now)
        await tx.concerns.record(concern(kind="question"), now=now)
        old = concern(source="import", external_id="17", told_at=now + 3 * DAY)
        await tx.concerns.record(old, now=now)
        found = await tx.counting.waiting(
            "concern", source="telegram", before=now + 9 * DAY, limit=2
        )
        early = await tx.counting.waiting("concern", source="telegram", before=now + DAY, limit=9)
    assert [row.told_at - now for row in found] == [3 * DAY, DAY]
    assert [row.told_at for row in early] == [now]


async def test_what_came_late_is_found_by_when_it_was_recorded(database, concern, now):
    async with database.transaction() as tx:
        await tx.concerns.record(concern(), now=now + DAY)
        await tx.concerns.record(concern(), now=now + 3 * DAY)
        found = await tx.counting.arrived((now, now + DAY), after=now + DAY)
        assert await tx.counting.arrived((now + DAY, now + 2 * DAY), after=now) == []
    assert [(row.told_at, row.recorded_at) for row in found] == [(now, now + 3 * DAY)]


async def test_when_digests_were_made_is_told_by_focus_area_and_week(database, now):
    async with database.transaction() as tx:
        await tx.digests.record("trafik", "2026-W47", {}, [], now=now)
        await tx.digests.record("trafik", "2026-W48", {}, [], now=now + DAY)
        await tx.digests.record("brand", "2026-W47", {}, [], now=now)
        made = await tx.counting.digests_made(["trafik"], ["2026-W47", "2026-W46"])
    assert made == {("trafik", "2026-W47"): now}


async def test_concerns_are_read_whole_by_their_ids(database, concern, now):
    async with database.transaction() as tx:
        kept = [await tx.concerns.record(concern(f"nummer {n}"), now=now) for n in range(3)]
        assert await tx.counting.of_ids([kept[2].id, kept[0].id, 99]) == [kept[0], kept[2]]
        assert await tx.counting.of_ids([]) == []


@only_sqlite
@pytest.mark.parametrize(
    "read",
    [
        lambda counting, now: counting.told([(now, now + DAY), (now - DAY, now)]),
        lambda counting, now: counting.details((now, now + DAY)),
        lambda counting, now: counting.waiting("concern", source="telegram", before=now, limit=10),
        lambda counting, now: counting.arrived((now, now + DAY), after=now),
        lambda counting, now: counting.any_told((now, now + DAY)),
        lambda counting, now: counting.digests_made(["trafik"], ["2026-W47"]),
        lambda counting, now: counting.of_ids([1, 2]),
    ],
)
async def test_no_query_goes_through_a_whole_table(database, now, read):
    seen = []

    def note(_connection, _cursor, statement, parameters, *_):
        seen.append((statement, parameters))

    engine = database._engine
    event.listen(engine.sync_engine, "before_cursor_execute", note)
    async with database.transaction() as tx:
        await read(tx.counting, now)
    event.remove(engine.sync_engine, "before_cursor_execute", note)
    asked = [one for one in seen if one[0].lstrip().startswith(("SELECT", "WITH"))]
    assert asked
    async with engine.connect() as connection:
        tables = {
            name for (name,) in await connection.execute(text("SELECT name FROM sqlite_master"))
        }
        for statement, parameters in asked:
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps = [row[-1] for row in plan]
            assert [s for s in steps if s.startswith("SCAN") and s.split()[1] in tables] == []
            assert not any("TEMP B-TREE FOR ORDER BY" in s for s in steps if "LIMIT" in statement)
