"""A digest is made once and reaches each group once, whatever happens in between."""

import asyncio
import os
import re
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import ChatMigrated, Forbidden

from bot.digest.making import Maker, make_digest, preview_digest
from bot.digest.publish import Sent, deliver_due, deliver_to, deliver_to_all
from bot.digest.values import Trend, facts_from_json
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from bot.sandbox.html import parse_html
from bot.telegram.sender import Sender
from storage.concern_values import NewConcern, NewMessage, StoredTheme
from storage.database import open_database
from storage.keys import Keyring
from tests.bot.digest.builders import WEEK, ZONE, after, config, texts

QUOTED = "Mopeder kör fort på gångvägen varje kväll."
MONDAY = after(WEEK, hours=8)
KEYRING = Keyring.from_secret(bytes(range(32)))


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
    """The texts to be sent, as (chat, text), and taken as sent; pictures too."""
    found = []
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=MONDAY + timedelta(days=400), limit=50):
            for item in items:
                if "text" in item.params:
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


def said_late(text):
    found = re.search(r"kommer (\S+ \S+) sent\.", text)
    return found and found[1]


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


async def test_after_a_stop_missed_weeks_follow_in_order_and_say_how_late_they_are(database):
    await join(database)
    later = MONDAY + timedelta(weeks=5)
    assert await due(database, later) == config().digest.catch_up_weeks
    sent = [text for _, text in await waiting(database)]
    assert [f"Vecka {week}," in text for week, text in zip((49, 50, 51, 52), sent, strict=True)]
    assert [said_late(text) for text in sent] == ["tre veckor", "två veckor", "sju dagar", None]


async def test_what_was_missed_for_too_long_is_listed_and_may_be_sent_after_all(database):
    group = await join(database)
    assert await due(database) == 1
    later = MONDAY + timedelta(weeks=7)
    assert await due(database, later) == 4
    assert await due(database, later) == 0
    async with database.transaction() as tx:
        missed = [d for d in await tx.deliveries.list() if d.state == "missed"]
    assert [d.period for d in missed] == ["2026-W48", "2026-W49", "2026-W50"]
    assert await deliver_to(database, config(), texts(), group, "2026-W48", now=later)
    sent = [text for _, text in await waiting(database)]
    assert said_late(sent[-1]) == "sex veckor"


async def test_a_longer_stop_that_is_caught_up_by_a_new_setting_is(database):
    await join(database)
    later = MONDAY + timedelta(weeks=5)
    assert await due(database, later) == 4
    digest = config().digest.model_copy(update={"catch_up_weeks": 26})
    changed = replace(config(), digest=digest)
    assert await deliver_due(database, changed, texts(), now=later) == 2


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


async def test_one_that_cannot_be_made_does_not_keep_the_others_waiting(database, monkeypatch):
    await join(database, "norrby", chat_id=-100)
    await join(database, "trafik", chat_id=-101)
    made = Maker.make

    async def broken(self, focus_area, when):
        if focus_area.id == "norrby":
            raise ZeroDivisionError
        return await made(self, focus_area, when)

    monkeypatch.setattr(Maker, "make", broken)
    assert await due(database) == 1
    monkeypatch.undo()
    assert await due(database, MONDAY + timedelta(hours=1)) == 1
    assert [chat for chat, _ in await waiting(database)] == [-101, -100]


async def test_a_quarter_is_delivered_once_beside_its_weeks(database):
    group = await join(database)
    quarter = MONDAY + timedelta(weeks=8)
    for again in (False, True):
        sent = await deliver_to(database, config(), texts(), group, "2026-Q4", now=quarter)
        assert sent is not again
    assert await deliver_to(database, config(), texts(), group, WEEK, now=quarter)
    async with database.transaction() as tx:
        assert set(await tx.digests.delivered(group.id)) == {"2026-Q4", "2026-W47"}


async def test_one_sent_on_demand_and_taken_back_is_made_anew_though_it_is_not_due(database):
    at = MONDAY + timedelta(weeks=6)
    concern = await tell(database, "buskorning")
    group = await join(database, at=at)
    assert await deliver_to(database, config(), texts(), group, WEEK, now=at)
    async with database.transaction() as tx:
        await tx.concerns.delete(concern.id, now=at, by="resident")
    assert await due(database, at) == 1
    assert await due(database, at) == 0
    ((_, text),) = await waiting(database)
    assert QUOTED not in text
    assert "i efterhand" in text


class Client:
    """Telegram as the sender meets it: `refuse` says what it answers to a chat."""

    def __init__(self, refuse):
        self._refuse = refuse
        self.reached = set()

    async def call(self, method, params):
        error = self._refuse.get(params["chat_id"])
        if error is not None:
            raise error
        self.reached.add(params["chat_id"])
        return {"message_id": 1}


async def send(database, client):
    sender = Sender(client, database, clock=lambda: MONDAY)
    running = asyncio.create_task(sender.run())
    for _ in range(500):
        async with database.transaction() as tx:
            left = await tx.outbox.count("waiting") + await tx.outbox.count("sending")
        if not left:
            break
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_digest_follows_a_chat_that_has_moved(database):
    group = await join(database, chat_id=-100)
    assert await due(database) == 1
    client = Client({-100: ChatMigrated(-200)})
    await send(database, client)
    assert client.reached == {-200}
    async with database.transaction() as tx:
        assert await tx.digests.delivered(group.id) == {"2026-W47": "sent"}
    assert await due(database, MONDAY + timedelta(weeks=1)) == 1
    assert [chat for chat, _ in await waiting(database)] == [-200]


async def test_a_group_that_has_thrown_the_bot_out_is_noted_for_the_admin(database):
    group = await join(database, chat_id=-100)
    assert await due(database) == 1
    await send(database, Client({-100: Forbidden("bot was kicked")}))
    async with database.transaction() as tx:
        (delivery,) = await tx.deliveries.not_sent()
        (notice,) = await tx.notices.untold()
        assert await tx.groups.list() == []
    assert (delivery.state, delivery.reason, delivery.channel) == ("failed", "Forbidden", None)
    assert (notice.cause, notice.detail["group"]) == ("group_lost", group.id)
    assert await due(database, MONDAY + timedelta(weeks=1)) == 0


async def test_two_bots_on_one_database_send_one_digest_to_each_group(database, tmp_path):
    await tell(database, "buskorning")
    for chat_id in (-100, -101, -102):
        await join(database, chat_id=chat_id)
    other = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", KEYRING)
    try:
        queued = await asyncio.gather(due(database), due(other))
    finally:
        await other.close()
    assert sum(queued) == 3
    assert sorted(chat for chat, _ in await waiting(database)) == [-102, -101, -100]


CHILD = """
import asyncio, sys
from storage.database import open_database
from tests.bot.digest.test_publish import KEYRING, due

async def main(url):
    database = await open_database(url, KEYRING)
    await due(database)
    await database.close()

asyncio.run(main(sys.argv[1]))
"""


@pytest.mark.slow
async def test_two_processes_on_one_database_send_one_digest_to_each_group(database, tmp_path):
    for chat_id in (-100, -101):
        await join(database, chat_id=chat_id)
    url = f"sqlite:///{tmp_path / 'brabot.db'}"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    children = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, url, env=env)
        for _ in range(2)
    ]
    assert [await child.wait() for child in children] == [0, 0]
    assert sorted(chat for chat, _ in await waiting(database)) == [-101, -100]
