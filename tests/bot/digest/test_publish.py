"""A digest is made once and reaches each group once, whatever happens in between."""

from datetime import timedelta

import pytest

from bot.digest.making import make_digest, preview_digest
from bot.digest.publish import Sent, deliver_due, deliver_to, deliver_to_all
from bot.digest.values import Trend, facts_from_json
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from bot.sandbox.html import parse_html
from storage.concern_values import NewConcern, NewMessage, StoredTheme
from tests.bot.digest.builders import WEEK, ZONE, after, config, texts

QUOTED = "Mopeder kör fort på gångvägen varje kväll."
MONDAY = after(WEEK, hours=8)


async def tell(database, *themes, week=WEEK, text=QUOTED, area=None, telegram_id=1):
    at = week.bounds(ZONE)[0] + timedelta(days=2)
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(telegram_id, now=at, language="sv")
        return await tx.concerns.record(
            NewConcern(
                resident_id=resident.id,
                telegram_id=telegram_id,
                source="telegram",
                told_at=at,
                kind="concern",
                urgency="normal",
                recurring=False,
                language="sv",
                area=area,
                themes=tuple(StoredTheme(id=theme, score=0.9) for theme in themes),
                places=(),
                needs_human=False,
                config_version="1",
                message=NewMessage(told_at=at, text=text, masked=text, reading={}),
            ),
            now=at,
        )


async def join(database, focus_area="trafik", *, chat_id=-100, at=MONDAY - timedelta(days=1)):
    async with database.transaction() as tx:
        code = await tx.groups.invite(focus_area, now=at, valid_for=timedelta(days=1))
        return await tx.groups.redeem(code, chat_id=chat_id, now=at)


async def waiting(database):
    """What is to be sent, as (chat, text), and taken as sent."""
    found = []
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=MONDAY + timedelta(days=400), limit=50):
            for item in items:
                found.append((item.chat_id, parse_html(item.params["text"]).text))
                await tx.outbox.sent(item.id, now=MONDAY, message_id=1)
    return found


async def due(database, now=MONDAY):
    return await deliver_due(database, config(), texts(), now=now)


async def test_a_digest_stays_as_it_was_made(database):
    await tell(database, "buskorning")
    first = await make_digest(database, config(), "trafik", WEEK, now=MONDAY)
    await tell(database, "buskorning", telegram_id=2)
    again = await make_digest(database, config(), "trafik", str(WEEK), now=MONDAY)
    assert again == first
    assert facts_from_json(first.facts).total.concerns == 1
    assert [text for _, text in first.quotes] == [QUOTED]


async def test_facts_hold_no_text_of_residents(database):
    await tell(database, "buskorning")
    digest = await make_digest(database, config(), "trafik", WEEK, now=MONDAY)
    assert QUOTED not in str(digest.facts)


async def test_a_look_at_a_week_keeps_nothing(database):
    facts, quotes = await preview_digest(database, config(), "trafik", WEEK, now=MONDAY)
    assert facts.total.concerns == 0
    await tell(database, "buskorning")
    facts, quotes = await preview_digest(database, config(), "trafik", WEEK, now=MONDAY)
    assert (facts.total.concerns, quotes) == (1, (QUOTED,))


async def test_a_week_that_is_not_over_is_shown_but_not_kept(database):
    now = MONDAY - timedelta(days=2)
    with pytest.raises(InputInvalid, match="inte slut"):
        await make_digest(database, config(), "trafik", WEEK, now=now)
    facts, _ = await preview_digest(database, config(), "trafik", WEEK, now=now)
    assert not facts.complete
    assert facts.total.trend is Trend.UNKNOWN
    with pytest.raises(InputInvalid, match="inte börjat"):
        await preview_digest(database, config(), "trafik", WEEK.shifted(1), now=now)


async def test_the_weeks_before_are_read_and_older_ones_noticed(database):
    for back in (1, 2, 30):
        await tell(database, "buskorning", week=WEEK.shifted(-back))
    facts, _ = await preview_digest(database, config(), "trafik", WEEK, now=MONDAY)
    assert [week.concerns for week in facts.history] == [0, 0, 0, 0, 0, 0, 1, 1]


async def test_each_group_gets_what_is_due_once(database):
    await tell(database, "buskorning")
    await join(database, chat_id=-100)
    await join(database, chat_id=-101)
    await join(database, "norrby", chat_id=-102)
    assert await due(database, MONDAY - timedelta(hours=1)) == 0
    assert await due(database) == 3
    assert await due(database) == 0
    sent = dict(await waiting(database))
    assert sent.keys() == {-100, -101, -102}
    assert "1 tips från 1 person." in sent[-100]
    assert "Inget att rapportera" in sent[-102]
    assert "i efterhand" not in sent[-100]


async def test_after_a_stop_missed_weeks_follow_in_order_and_say_that_they_are_late(database):
    await join(database)
    later = MONDAY + timedelta(weeks=5)
    assert await due(database, later) == config().digest.catch_up_weeks
    sent = [text for _, text in await waiting(database)]
    assert [f"Vecka {week}," in text for week, text in zip((49, 50, 51, 52), sent, strict=True)]
    assert ["i efterhand" in text for text in sent] == [True, True, True, False]


async def test_a_group_that_joins_late_gets_no_old_digests(database):
    await join(database, at=MONDAY + timedelta(minutes=1))
    assert await due(database, MONDAY + timedelta(hours=2)) == 0


async def test_a_quote_deleted_before_it_is_sent_is_not_in_the_digest_made_anew(database):
    concern = await tell(database, "buskorning")
    await join(database)
    assert await due(database) == 1
    async with database.transaction() as tx:
        await tx.concerns.delete(concern.id, now=MONDAY, by="resident")
    assert await due(database) == 1
    ((_, text),) = await waiting(database)
    assert QUOTED not in text


async def test_a_group_of_a_focus_area_that_is_gone_is_left_alone(database):
    await join(database, "gone")
    assert await due(database) == 0


async def test_a_digest_on_demand_counts_as_the_weeks_delivery(database):
    group = await join(database)
    assert await deliver_to(database, config(), texts(), group, WEEK, now=MONDAY)
    assert not await deliver_to(database, config(), texts(), group, str(WEEK), now=MONDAY)
    assert await due(database) == 0
    await join(database, chat_id=-101)
    sent = await deliver_to_all(database, config(), texts(), "trafik", WEEK, now=MONDAY)
    assert sent == Sent(queued=1, before=1)


@pytest.mark.parametrize(
    ("focus_area", "week", "said"),
    [
        ("trafk", "2026-W47", 'Menade du "trafik"'),
        ("trafik", "2026-47", 'Menade du "2026-W47"'),
    ],
)
async def test_a_wrong_focus_area_or_week_is_told_with_the_nearest(
    database, focus_area, week, said
):
    with pytest.raises(InputInvalid) as refused:
        await make_digest(database, config(), focus_area, week, now=MONDAY)
    assert said in str(refused.value)


async def test_weeks_are_taken_by_local_time(database):
    await tell(database, "buskorning", week=Week(2026, 43))
    facts, _ = await preview_digest(database, config(), "trafik", Week(2026, 43), now=MONDAY)
    assert facts.total.concerns == 1
