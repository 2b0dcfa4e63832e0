"""How deliveries went is known for as long as the deliveries are, and none is sent twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from alembic import command
from sqlalchemy import text

from storage.database import open_database
from storage.deliveries import Channel
from storage.outbox import Priority
from storage.schema import alembic_config
from tests.storage.postgres import plain_engine

HOUR = timedelta(hours=1)
WEEK = "2026-W47"


@pytest.fixture
async def group(database, now):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
        return await tx.groups.redeem(code, chat_id=-9, now=now)


@pytest.fixture
def parts(outgoing):
    return [outgoing(-9, f"del {n}", priority=Priority.DIGEST) for n in (1, 2)]


@pytest.fixture
async def delivery(database, group, parts, now):
    """One that waits, of two messages."""
    async with database.transaction() as tx:
        digest = await tx.digests.record("trafik", WEEK, {}, [], now=now)
        assert await tx.digests.deliver(digest.id, group.id, parts, now=now)
        (found,) = await tx.deliveries.list()
    return found


async def finish(tx, now, *, failed=None):
    """Send what waits; the message number `failed` is refused."""
    number = 0
    while items := await tx.outbox.claim(now=now, limit=1):
        number += 1
        if number == failed:
            await tx.outbox.failed(items[0].id, now=now, reason="Forbidden")
        else:
            await tx.outbox.sent(items[0].id, now=now, message_id=number)


async def test_a_delivery_is_told_with_its_group_and_how_far_it_has_come(database, delivery, now):
    assert (delivery.focus_area, delivery.period, delivery.channel) == (
        "trafik",
        WEEK,
        Channel.TELEGRAM,
    )
    assert (delivery.state, delivery.sendings, delivery.unresolved) == ("waiting", 1, False)
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=now, limit=1)
        await tx.outbox.postpone(item.id, until=now, reason="TimedOut")
        found = await tx.deliveries.get(delivery.id)
        assert (found.state, found.reason, found.attempts) == ("waiting", "TimedOut", 1)
        await finish(tx, now, failed=2)
        found = await tx.deliveries.get(delivery.id)
    assert (found.state, found.reason, found.unresolved) == ("failed", "Forbidden", True)


async def test_what_is_done_with_is_kept_also_when_its_messages_are_gone(
    database, group, delivery, now
):
    async with database.transaction() as tx:
        assert await tx.deliveries.settle(now=now) == 0
        await tx.groups.remove(group.id, now=now)
        assert await tx.deliveries.settle(now=now + HOUR) == 1
        assert await tx.deliveries.settle(now=now + HOUR) == 0
        found = await tx.deliveries.get(delivery.id)
    assert (found.state, found.reason, found.channel) == ("withdrawn", "group_removed", None)
    assert (found.settled_at, found.unresolved) == (now + HOUR, False)


async def test_a_mail_that_comes_back_later_makes_its_delivery_a_failed_one(
    database, group, outgoing, now
):
    async with database.transaction() as tx:
        digest = await tx.digests.record("trafik", WEEK, {}, [], now=now)
        await tx.digests.deliver(digest.id, group.id, [outgoing(-9)], now=now)
        (item,) = await tx.outbox.claim(now=now, limit=1)
        await tx.outbox.sent(item.id, now=now, message_id=None)
        await tx.deliveries.settle(now=now)
        assert (await tx.deliveries.list())[0].state == "sent"
        await tx.outbox.bounced(item.token, now=now, reason="mail_bounced 5.1.1")
        assert (await tx.deliveries.list())[0].state == "failed"
        assert await tx.deliveries.settle(now=now) == 1
        (found,) = await tx.deliveries.not_sent()
    assert (found.state, found.reason) == ("failed", "mail_bounced 5.1.1")


async def test_one_sent_again_by_command_forgets_how_the_first_sending_went(
    database, delivery, parts, now
):
    later = now + HOUR
    async with database.transaction() as tx:
        await finish(tx, now, failed=1)
        await tx.deliveries.settle(now=now)
        failed = await tx.deliveries.get(delivery.id)
        assert await tx.deliveries.resend(failed, failed.digest_id, parts, now=later)
        again = await tx.deliveries.get(delivery.id)
        assert (again.state, again.reason, again.sendings) == ("waiting", None, 2)
        assert (again.created_at, again.queued_at, again.settled_at) == (now, later, None)
        await finish(tx, later)
        assert await tx.deliveries.settle(now=later) == 1
        sent = await tx.deliveries.get(delivery.id)
    assert (sent.state, sent.unresolved) == ("sent", False)


async def test_nothing_is_sent_again_while_it_is_on_its_way_or_by_two_at_once(
    database, delivery, parts, now
):
    async with database.transaction() as tx:
        assert not await tx.deliveries.resend(delivery, delivery.digest_id, parts, now=now)
        await finish(tx, now)
        seen = await tx.deliveries.get(delivery.id)
        assert await tx.deliveries.resend(seen, seen.digest_id, parts, now=now)
    async with database.transaction() as tx:
        await finish(tx, now)
        assert not await tx.deliveries.resend(seen, seen.digest_id, parts, now=now)
        assert await tx.outbox.count("waiting") == 0


async def test_a_missed_period_is_listed_once_and_may_be_sent_after_all(
    database, group, parts, now
):
    async with database.transaction() as tx:
        assert await tx.deliveries.miss(group.id, [WEEK, "2026-W46"], now=now) == 2
        assert await tx.deliveries.miss(group.id, [WEEK], now=now + HOUR) == 0
        first, other = await tx.deliveries.list()
        assert (first.state, first.digest_id, first.sendings) == ("missed", None, 0)
        assert first.unresolved
        assert await tx.digests.delivered(group.id) == {}
        digest = await tx.digests.record("trafik", first.period, {}, [], now=now)
        assert await tx.digests.deliver(digest.id, group.id, parts, now=now)
        assert not await tx.digests.deliver(digest.id, group.id, parts, now=now)
        assert (await tx.deliveries.get(first.id)).sendings == 1
        digest = await tx.digests.record("trafik", other.period, {}, [], now=now)
        assert await tx.deliveries.resend(other, digest.id, parts, now=now)
        assert (await tx.deliveries.get(other.id)).sendings == 1


async def test_one_that_nobody_needs_any_more_is_dismissed(database, group, delivery, now):
    async with database.transaction() as tx:
        await tx.deliveries.miss(group.id, ["2026-W40"], now=now)
        missed = (await tx.deliveries.list())[-1]
        assert not await tx.deliveries.dismiss(delivery.id, now=now)
        assert await tx.deliveries.dismiss(missed.id, now=now)
        assert not await tx.deliveries.dismiss(missed.id, now=now)
        found = await tx.deliveries.get(missed.id)
        assert [d.id for d in await tx.deliveries.not_sent()] == [delivery.id]
        assert "2026-W40" in await tx.digests.delivered(group.id)
    assert found == replace(missed, dismissed_at=now)
    assert not found.unresolved


async def test_nobody_waits_for_what_a_group_missed_that_is_gone(database, group, now):
    async with database.transaction() as tx:
        await tx.deliveries.miss(group.id, [WEEK], now=now)
        await tx.groups.remove(group.id, now=now)
        (missed,) = await tx.deliveries.list()
    assert not missed.unresolved


async def test_one_that_was_taken_back_stays_listed_until_it_is_made_anew(
    database, concern, group, outgoing, now
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        digest = await tx.digests.record("trafik", WEEK, {}, [(kept.id, "ord")], now=now)
        await tx.digests.deliver(digest.id, group.id, [outgoing(-9)], now=now)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        (found,) = await tx.deliveries.not_sent()
        assert (found.state, found.reason) == ("withdrawn", "quote_deleted")
        digest = await tx.digests.get("trafik", WEEK)
        assert (digest.quotes, digest.quotes_gone) == ((), 1)
        assert await tx.digests.deliver(digest.id, group.id, [outgoing(-9)], now=now)
        await finish(tx, now)
        assert (await tx.deliveries.get(found.id)).state == "sent"


async def test_deliveries_of_the_schema_before_keep_their_messages(empty_url, keyring):
    engine = plain_engine(empty_url)
    at = "2026-11-16 06:30:00.000000"
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        command.upgrade(alembic_config(connection), "0004")
        for statement in (
            f"INSERT INTO focus_group (id, focus_area, created_at) VALUES (1, 'trafik', '{at}')",
            f"INSERT INTO digest VALUES (4, 'trafik', '{WEEK}', '{{}}', '{at}')",
            f"INSERT INTO delivery VALUES (7, 4, 1, '{WEEK}', '{at}')",
            "INSERT INTO outbox (id, chat, priority, state, attempts, doubtful, reason, "
            "delivery_id, created_at) "
            f"VALUES (2, 'x', 30, 'failed', 3, 1, 'BadRequest', 7, '{at}')",
        ):
            connection.execute(text(statement))
    engine.dispose()

    database = await open_database(empty_url, keyring)

    async with database.transaction() as tx:
        (found,) = await tx.deliveries.list()
        assert await tx.deliveries.settle(now=found.created_at) == 1
    await database.close()
    assert (found.id, found.digest_id, found.state, found.reason) == (7, 4, "failed", "BadRequest")
    assert (found.attempts, found.doubtful, found.queued_at) == (3, 1, found.created_at)
