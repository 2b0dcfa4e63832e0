"""Health and metrics tell how the bot fares, and nothing of anybody."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.digest.publish import deliver_due
from bot.web.app import build_web
from bot.web.fresh import Fresh
from bot.web.health import Readiness
from bot.web.metrics import Metrics, MetricsPage
from bot.web.sights import Queue, Queues, Sights
from storage.database import open_database
from storage.errors import DatabaseUnavailable
from storage.inbox import IncomingUpdate
from storage.keys import Keyring
from storage.outbox import Outgoing, Priority
from tests.bot.talk import CONFIG, TEXTS

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
EMPTY = Queue(waiting=0, failed=0, oldest_seconds=0.0)
MARKS = ("700123456", "Zebrafink", "gul_kanarie", "Kornknarr", "trygghet@")


def found(value):
    async def look():
        return value

    return Fresh(look, seconds=60)


async def asked(path, *, queues, overdue=0, telegram=True, metrics=None):
    ready = Readiness(
        queues=found(queues), overdue_digests=found(overdue), telegram=found(telegram)
    )
    page = MetricsPage(metrics or Metrics(themes=[]), queues=found(queues))
    transport = httpx.ASGITransport(build_web(ready=ready, metrics=page, webhook=None))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(path)


@pytest.mark.parametrize(
    ("inbox_seconds", "outbox_seconds", "overdue", "telegram", "ill"),
    [
        (0, 0, 0, True, set()),
        (1800, 1800, 0, True, set()),
        (1801, 0, 0, True, {"inbox"}),
        (0, 1801, 0, True, {"outbox"}),
        (0, 0, 1, True, {"digests"}),
        (0, 0, None, True, {"digests"}),
        (0, 0, 0, False, {"telegram"}),
        (0, 0, 0, None, {"telegram"}),
    ],
)
async def test_ready_names_the_part_that_is_not_well(
    inbox_seconds, outbox_seconds, overdue, telegram, ill
):
    queues = Queues(
        inbox=Queue(waiting=1, failed=0, oldest_seconds=inbox_seconds),
        outbox=Queue(waiting=1, failed=0, oldest_seconds=outbox_seconds),
    )
    answer = await asked("/health/ready", queues=queues, overdue=overdue, telegram=telegram)
    assert answer.status_code == (503 if ill else 200)
    assert answer.json()["ready"] is not bool(ill)
    assert {name for name, part in answer.json()["parts"].items() if not part["ok"]} == ill


async def test_without_a_database_it_lives_but_is_not_ready_and_metrics_say_so():
    answer = await asked("/health/ready", queues=None)
    assert answer.status_code == 503
    assert answer.json()["parts"]["database"] == {"ok": False}
    assert (await asked("/health/live", queues=None)).status_code == 200
    text = (await asked("/metrics", queues=None)).text
    assert "brabot_database_up 0.0" in text
    assert "brabot_queue_waiting{" not in text


async def test_without_a_webhook_there_is_no_address_for_one():
    assert (await asked("/telegram", queues=None)).status_code == 404


async def test_metrics_count_what_happens_by_labels_of_few_values():
    metrics = Metrics(themes=["trafik", "belysning"])
    metrics.received(3, new=2)
    metrics.read("concern", ["trafik", "a theme that is no more"])
    metrics.not_read()
    metrics.handled("handled", seconds=0.2)
    metrics.sent(digest=True, seconds=-1)
    metrics.not_sent("mail_refused 550", given_up=True)
    metrics.not_sent("Forbidden", given_up=True)
    metrics.not_sent("trygghet@boras.example.se Zebrafink", given_up=False)
    metrics.answered(401)
    metrics.digests_queued(4)
    queues = Queues(inbox=Queue(waiting=2, failed=1, oldest_seconds=7.5), outbox=EMPTY)
    answer = await asked("/metrics", queues=queues, metrics=metrics)
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }
    assert (
        samples.items()
        >= {
            ("brabot_updates_received_total",): 2,
            ("brabot_updates_repeated_total",): 1,
            ("brabot_messages_read_total", "concern"): 1,
            ("brabot_messages_read_themes_total", "trafik"): 1,
            ("brabot_messages_read_themes_total", "belysning"): 0,
            ("brabot_readings_failed_total",): 1,
            ("brabot_updates_handled_total", "handled"): 1,
            ("brabot_handling_seconds_bucket", "0.25"): 1,
            ("brabot_sending_seconds_bucket", "0.05"): 1,
            ("brabot_messages_sent_total", "yes"): 1,
            ("brabot_webhook_requests_total", "401"): 1,
            ("brabot_digests_queued_total",): 4,
            ("brabot_database_up",): 1,
            ("brabot_queue_waiting", "inbox"): 2,
            ("brabot_queue_failed", "inbox"): 1,
            ("brabot_queue_oldest_seconds", "inbox"): 7.5,
        }.items()
    )
    reasons = {name[2] for name in samples if name[0] == "brabot_sendings_failed_total"}
    assert reasons == {"mail_refused", "Forbidden", "other"}
    assert "a theme" not in answer.text
    assert not [mark for mark in MARKS if mark in answer.text]


async def test_the_queues_are_seen_as_they_are_and_show_nobody(tmp_path):
    keys = Keyring.from_secret(bytes(range(32)))
    database = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", keys)
    raw = json.dumps({"update_id": 5, "message": {"text": "Kornknarr", "chat": {"id": 700123456}}})
    async with database.transaction() as tx:
        update = IncomingUpdate(update_id=5, chat_id=700_123_456, raw=raw)
        await tx.inbox.receive([update], now=NOW - timedelta(minutes=31))
        message = Outgoing(
            chat_id=700_123_456,
            method="sendMessage",
            params={"text": "Zebrafink"},
            priority=Priority.ALERT,
        )
        await tx.outbox.put(message, now=NOW)
    sights = Sights(database, CONFIG, clock=lambda: NOW)
    queues = await sights.queues()
    assert queues == Queues(
        inbox=Queue(waiting=1, failed=0, oldest_seconds=31 * 60),
        outbox=Queue(waiting=1, failed=0, oldest_seconds=0),
    )
    assert await sights.overdue_digests() == 0
    ready = await asked("/health/ready", queues=queues)
    metrics = await asked("/metrics", queues=queues)
    assert ready.status_code == 503
    assert not [mark for mark in MARKS if mark in ready.text + metrics.text]
    await database.close()


async def test_a_digest_that_is_six_hours_late_is_seen_until_it_is_out(tmp_path):
    keys = Keyring.from_secret(bytes(range(32)))
    database = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", keys)
    area, joined = CONFIG.focus_areas[0].id, NOW - timedelta(days=8)
    async with database.transaction() as tx:
        code = await tx.groups.invite(area, now=joined, valid_for=timedelta(days=1))
        await tx.groups.redeem(code, chat_id=-100, now=joined)
    assert await deliver_due(database, CONFIG, TEXTS, now=NOW) == 1

    async def overdue(hours):
        at = NOW + timedelta(hours=hours)
        return await Sights(database, CONFIG, clock=lambda: at).overdue_digests()

    assert [await overdue(hours) for hours in (0, 5, 7)] == [0, 0, 1]
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=NOW, limit=50):
            for item in items:
                await tx.outbox.sent(item.id, now=NOW, message_id=item.id)
    assert await overdue(7) == 0
    await database.close()


async def test_a_database_that_is_away_is_a_sight_of_nothing():
    class Away:
        def transaction(self):
            raise DatabaseUnavailable("away")

    sights = Sights(Away(), CONFIG, clock=lambda: NOW)
    assert await sights.queues() is None
    assert await sights.overdue_digests() is None


async def test_however_many_ask_the_bot_looks_once_and_nobody_waits_for_long():
    looks, done = [], asyncio.Event()

    async def look():
        looks.append(1)
        await done.wait()
        return len(looks)

    fresh = Fresh(look, seconds=0, patience_seconds=0.01)
    assert await asyncio.gather(*(fresh.get() for _ in range(20))) == [None] * 20
    done.set()
    assert [await fresh.get(), len(looks)] == [1, 1]
    assert [await fresh.get(), len(looks)] == [2, 2]
