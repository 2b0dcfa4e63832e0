"""What goes wrong with the digests reaches the admin once, in plain words, or waits for one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import Forbidden

from bot.admin_notices import standing_troubles, watch_deliveries
from bot.digest.making import Maker
from bot.groups import Groups, JoinAsked
from bot.sandbox.html import parse_html
from storage.groups import ADMIN
from tests.bot.digest.builders import config, texts
from tests.bot.digest.test_publish import MONDAY, QUOTED, Client, due, join, send, tell

HOUR = timedelta(hours=1)


async def admin(database, *, chat_id=-900):
    return await join(database, ADMIN, chat_id=chat_id)


async def watch(database, now=MONDAY, *, settings=None):
    return await watch_deliveries(database, settings or config(), texts(), now=now)


async def outgoing(database, now=MONDAY + timedelta(days=400)):
    """The texts that go out, by chat, taken as sent."""
    found = {}
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=now, limit=50):
            for item in items:
                if "text" in item.params:
                    found.setdefault(item.chat_id, []).append(parse_html(item.params["text"]).text)
                await tx.outbox.sent(item.id, now=now, message_id=1)
    return found


async def fail(database, *, reason="BadRequest", now=MONDAY):
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=now, limit=50):
            for item in items:
                await tx.outbox.failed(item.id, now=now, reason=reason)


async def standing(database, now=MONDAY):
    async with database.transaction() as tx:
        return await standing_troubles(tx, config(), texts(), now=now)


async def test_a_delivery_that_failed_is_told_once_with_what_to_do(database):
    await tell(database, "buskorning")
    group = await join(database)
    await admin(database)
    await due(database)
    assert await watch(database) == 0
    await fail(database)
    assert await watch(database) == 1
    assert await watch(database) == 0
    ((chat, [text]),) = (await outgoing(database)).items()
    assert chat == -900
    assert f"vecka 47 2026, till grupp {group.id} (leverans 1) kom inte fram" in text
    assert "Telegram godtog inte meddelandet" in text
    assert "brabot deliveries resend 1" in text
    assert QUOTED not in text
    assert "-100" not in text
    assert await watch(database, MONDAY + timedelta(days=1)) == 0


async def test_without_an_admin_it_waits_for_one_and_stands_in_the_health_check(
    database,
):
    await join(database)
    await due(database)
    await fail(database)
    assert await watch(database) == 0
    (told,) = await standing(database)
    assert "kom inte fram" in told
    assert "<" not in told
    await admin(database)
    assert await watch(database) == 1


async def test_what_is_over_before_anybody_was_told_is_not_told(database):
    await join(database)
    await due(database)
    await fail(database)
    await watch(database)
    async with database.transaction() as tx:
        await tx.deliveries.dismiss(1, now=MONDAY)
    await admin(database)
    assert await watch(database) == 0
    assert await standing(database) == []


async def test_a_lost_group_is_told_to_those_who_look_after_the_bot(database):
    group = await join(database, chat_id=-100)
    await admin(database)
    await due(database)
    await send(database, Client({-100: Forbidden("bot was kicked")}))
    assert await watch(database) == 1
    ((_, [text]),) = (await outgoing(database)).items()
    assert f"Grupp {group.id} (Trafik" in text
    assert "brabot group invite trafik" in text
    assert "boten får inte skriva i gruppen längre" in text


async def test_the_loss_of_the_admins_own_chat_is_told_in_the_health_check(database):
    await join(database, chat_id=-100)
    await admin(database)
    await due(database)
    async with database.transaction() as tx:
        pending = await tx.outbox.claim(now=MONDAY, limit=1)
        await tx.outbox.failed(pending[0].id, now=MONDAY, reason="BadRequest")
    assert await watch(database) == 1
    await send(database, Client({-900: Forbidden("bot was kicked")}))
    assert await watch(database) == 0
    told = await standing(database)
    assert any("brabot group invite --admin" in line for line in told)
    await admin(database, chat_id=-901)
    assert await watch(database) == 1
    ((_, [text]),) = (await outgoing(database)).items()
    assert "leverans 1" in text
    assert "de som sköter boten" in text


async def test_a_chat_becomes_the_admins_and_is_told_what_it_is_for(database):
    async with database.transaction() as tx:
        code = await tx.groups.invite(ADMIN, now=MONDAY, valid_for=timedelta(days=1))
    groups = Groups(config=config(), texts=texts(), database=database, clock=lambda: MONDAY)
    await groups.join(JoinAsked(update_id=1, chat_id=-900, code=code))
    assert "när något går fel" in (await outgoing(database))[-900][0]
    await due(database, MONDAY + timedelta(weeks=1))
    assert await outgoing(database) == {}


async def test_the_audit_log_tells_when_a_group_came_and_went(database):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=MONDAY, valid_for=timedelta(days=1))
    groups = Groups(config=config(), texts=texts(), database=database, clock=lambda: MONDAY)
    for update_id in (1, 2):  # Telegram may bring the same one again
        await groups.join(JoinAsked(update_id=update_id, chat_id=-100, code=code))
    await groups.removed(3, chat_id=-100)
    async with database.transaction() as tx:
        entries = await tx.audit.entries()
    assert [(e.actor, e.action, e.detail) for e in reversed(entries)] == [
        ("group:1", "group_joined", {"focus_area": "trafik"}),
        ("group:1", "group_lost", {"focus_area": "trafik"}),
    ]


async def test_weeks_missed_beyond_catching_up_are_told_together(database):
    await join(database)
    await join(database, "norrby", chat_id=-101)
    await admin(database)
    later = MONDAY + timedelta(weeks=9)
    await due(database, later)
    assert await watch(database, later) == 1
    texts_out = await outgoing(database)
    (text,) = texts_out[-900]
    assert text.count("6 sammanställningar, från vecka 47 2026 till vecka 52 2026") == 2


async def test_what_waits_for_hours_is_told(database):
    await join(database)
    await admin(database)
    await due(database)
    assert await watch(database, MONDAY + 6 * HOUR) == 0
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=MONDAY, limit=1)
        await tx.outbox.postpone(item.id, until=MONDAY + 30 * HOUR, reason="NetworkError")
    assert await watch(database, MONDAY + 7 * HOUR) == 1
    told = (await outgoing(database, MONDAY + 8 * HOUR))[-900]
    assert "har väntat i mer än 6 timmar: Telegram gick inte att nå" in told[0]


async def test_what_cannot_be_made_is_told(database, monkeypatch):
    await join(database)
    await admin(database)

    async def broken(self, focus_area, when):
        raise ZeroDivisionError

    monkeypatch.setattr(Maker, "make", broken)
    for hours, told in ((0, 0), (7, 1), (8, 0)):
        assert await due(database, MONDAY + hours * HOUR) == 0
        assert await watch(database, MONDAY + hours * HOUR) == told
    assert "digest_not_made" in (await outgoing(database))[-900][0]


async def test_a_stopped_bot_shows_in_the_health_check(database):
    await join(database)
    assert await standing(database, MONDAY) == []
    (told,) = await standing(database, MONDAY + timedelta(days=2))
    assert "är inte gjord. Kontrollera att brabot run körs." in told


async def test_a_group_whose_focus_area_is_gone_is_told(database):
    await join(database, "gone")
    await admin(database)
    assert await watch(database) == 1
    assert "inte finns i themes.toml" in (await outgoing(database))[-900][0]


async def test_many_troubles_fit_into_one_message(database):
    for number in range(12):
        await join(database, "gone", chat_id=-100 - number)
    await admin(database)
    assert await watch(database) == 1
    (text,) = (await outgoing(database))[-900]
    assert len(text) <= 4096
    assert "Och 6 saker till." in text


async def test_a_mailbox_of_the_admin_gets_it_as_a_mail(database):
    async with database.transaction() as tx:
        await tx.groups.add_mailbox(ADMIN, "drift@boras.example.se", now=MONDAY)
    await join(database, "gone")
    assert await watch(database) == 1
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=MONDAY, limit=9)
    assert item.address == "drift@boras.example.se"
    assert "brabot group remove 2" in item.params["text"]
    assert "<code>brabot group remove 2</code>" in item.params["html"]


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_every_trouble_can_be_said_in_every_language(
    database,
    language,
):
    settings = replace(config(), languages=(language,))
    group = await join(database)
    async with database.transaction() as tx:
        detail = {"group": group.id, "focus_area": "trafik", "period": "2026-Q4"}
        await tx.notices.note("group_lost", "group:9", detail, now=MONDAY)
        await tx.deliveries.miss(group.id, ["2026-W40"], now=MONDAY)
    await due(database)
    await admin(database)
    assert await watch(database, MONDAY + 7 * HOUR, settings=settings) == 1
