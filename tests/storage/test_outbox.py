from datetime import timedelta

import pytest
from sqlalchemy import text

from storage.outbox import LEASE, OutboxState, Priority

MINUTE = timedelta(minutes=1)


async def claimed(tx, now, limit=100):
    return [item.params["text"] for item in await tx.outbox.claim(now=now, limit=limit)]


async def test_a_message_comes_back_as_it_was_put(database, outgoing, now):
    params = {"text": "hej \ud800 👍", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}
    async with database.transaction() as tx:
        id = await tx.outbox.put(outgoing(-7, params=params, inbox_update_id=3), now=now)
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=now, limit=1)
    assert (item.id, item.chat_id, item.method) == (id, -7, "sendMessage")
    assert item.params == params
    assert (item.attempts, item.doubtful, item.concern_id, item.delivery_id) == (0, 0, None, None)


async def test_a_chat_gets_its_messages_one_after_the_other(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put_all([outgoing(text="1"), outgoing(text="2")], now=now)
        (first,) = await tx.outbox.claim(now=now, limit=10)
        assert await claimed(tx, now) == []
        await tx.outbox.sent(first.id, now=now, message_id=11)
        assert await claimed(tx, now) == ["2"]


async def test_priority_orders_chats_and_not_the_messages_of_one(database, outgoing, now):
    messages = [
        outgoing(1, "digest", priority=Priority.DIGEST),
        outgoing(1, "reply after digest", priority=Priority.REPLY),
        outgoing(2, "alert", priority=Priority.ALERT),
        outgoing(3, "reply", priority=Priority.REPLY),
    ]
    async with database.transaction() as tx:
        await tx.outbox.put_all(messages, now=now)
        assert await claimed(tx, now) == ["reply", "alert", "digest"]


async def test_danger_overtakes_within_its_chat_in_its_own_order(database, outgoing, now):
    danger = {"priority": Priority.DANGER}
    messages = [
        outgoing(text="reply"),
        outgoing(text="112", **danger),
        outgoing(text="b", **danger),
    ]
    order = []
    async with database.transaction() as tx:
        await tx.outbox.put_all(messages, now=now)
        while items := await tx.outbox.claim(now=now, limit=10):
            order += [item.params["text"] for item in items]
            await tx.outbox.sent(items[0].id, now=now, message_id=None)
    assert order == ["112", "b", "reply"]


async def test_danger_does_not_wait_for_a_postponed_message(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put(outgoing(text="later", not_before=now + MINUTE), now=now)
        await tx.outbox.put(outgoing(text="after"), now=now)
        assert await claimed(tx, now) == []
        await tx.outbox.put(outgoing(text="112", priority=Priority.DANGER), now=now)
        assert await claimed(tx, now) == ["112"]


async def test_a_postponed_message_holds_back_its_chat_only(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put_all(
            [outgoing(1, "a"), outgoing(1, "b"), outgoing(2, "c"), outgoing(2, "d")], now=now
        )
        first, second = await tx.outbox.claim(now=now, limit=10)
        await tx.outbox.postpone(first.id, until=now + MINUTE, reason="rate_limited")
        await tx.outbox.sent(second.id, now=now, message_id=5)
        assert await claimed(tx, now) == ["d"]
        (again,) = await tx.outbox.claim(now=now + MINUTE, limit=10)
        assert (again.params["text"], again.attempts, again.doubtful) == ("a", 1, 0)


async def test_a_failed_message_frees_its_chat(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put_all([outgoing(text="a"), outgoing(text="b")], now=now)
        (first,) = await tx.outbox.claim(now=now, limit=1)
        await tx.outbox.failed(first.id, now=now, reason="chat_not_found")
        assert await claimed(tx, now) == ["b"]
        assert await tx.outbox.count(OutboxState.FAILED) == 1


async def test_what_a_crash_left_on_its_way_waits_again_as_doubtful(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put_all([outgoing(1, "a"), outgoing(1, "b"), outgoing(2, "c")], now=now)
        await tx.outbox.claim(now=now, limit=1)
    async with database.transaction() as tx:
        assert await tx.outbox.recover(now=now + LEASE) == 1
        items = await tx.outbox.claim(now=now + LEASE, limit=10)
    assert [(item.params["text"], item.doubtful) for item in items] == [("a", 1), ("c", 0)]


async def test_what_a_living_bot_is_sending_stays_its_own(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put(outgoing(text="a"), now=now)
        (item,) = await tx.outbox.claim(now=now, limit=1)
        assert await tx.outbox.recover(now=now) == 0
        await tx.outbox.renew([item.id], now=now + LEASE / 2)
        assert await tx.outbox.recover(now=now + LEASE) == 0
        assert await tx.outbox.recover(now=now + 2 * LEASE) == 1


async def test_what_an_older_program_was_sending_belongs_to_nobody(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put(outgoing(text="a"), now=now)
        await tx.outbox.claim(now=now, limit=1)
        await tx.outbox._session.execute(text("UPDATE outbox SET leased_until = NULL"))
        assert await tx.outbox.recover(now=now) == 1


async def test_a_message_goes_to_a_chat_or_to_a_mailbox(outgoing):
    for to in ({"chat_id": None}, {"chat_id": 7, "address": "a@example.se"}):
        with pytest.raises(ValueError, match="one chat or"):
            outgoing(**to)


async def test_a_mailbox_gets_its_mails_one_after_the_other_however_it_is_written(
    database, outgoing, now
):
    async with database.transaction() as tx:
        for address in ("Info@example.se", "info@example.SE"):
            await tx.outbox.put(outgoing(None, address=address), now=now)
        (item,) = await tx.outbox.claim(now=now, limit=10)
    assert (item.chat_id, item.address) == (None, "Info@example.se")
    assert "example.se" not in repr(item)


async def test_what_came_back_has_failed_once(database, outgoing, now):
    reason = "mail_bounced 5.1.1"
    async with database.transaction() as tx:
        id = await tx.outbox.put(outgoing(None, address="a@example.se"), now=now)
        (item,) = await tx.outbox.claim(now=now, limit=1)
        assert item.token.startswith(f"{id}.")
        assert await tx.outbox.bounced(item.token, now=now, reason=reason) is False
        await tx.outbox.sent(id, now=now, message_id=None)
        assert await tx.outbox.bounced(item.token, now=now, reason=reason) is True
        assert await tx.outbox.bounced(item.token, now=now, reason=reason) is False
        assert await tx.outbox.count(OutboxState.FAILED) == 1


@pytest.mark.parametrize(
    "token", ["", "1", "1.", "1.0123456789abcdef0123", "²." + 20 * "0", "9" * 30 + ".00", "-1.0"]
)
async def test_nobody_guesses_a_token(database, outgoing, now, token):
    async with database.transaction() as tx:
        id = await tx.outbox.put(outgoing(None, address="a@example.se"), now=now)
        await tx.outbox.sent(id, now=now, message_id=None)
        assert await tx.outbox.bounced(token, now=now, reason="x") is None
        assert await tx.outbox.count(OutboxState.SENT) == 1


async def test_a_claim_rolled_back_can_be_made_again(database, outgoing, now):
    async with database.transaction() as tx:
        await tx.outbox.put(outgoing(text="a"), now=now)
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            assert await claimed(tx, now) == ["a"]
            raise ZeroDivisionError
    async with database.transaction() as tx:
        assert await claimed(tx, now) == ["a"]


async def test_messages_of_a_concern_can_be_cancelled(database, concern, outgoing, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.outbox.put(outgoing(1, "of it", concern_id=kept.id), now=now)
        await tx.outbox.put(outgoing(1, "other"), now=now)
        assert await tx.outbox.cancel_for_concern(kept.id) == 1
        assert await claimed(tx, now) == ["other"]
        assert await tx.outbox.count("cancelled") == 1


async def test_the_oldest_waiting_message_is_told(database, outgoing, now):
    async with database.transaction() as tx:
        assert await tx.outbox.oldest_waiting() is None
        await tx.outbox.put(outgoing(1), now=now)
        await tx.outbox.put(outgoing(2), now=now + MINUTE)
        assert await tx.outbox.oldest_waiting() == now
        await tx.outbox.claim(now=now, limit=1)
        assert await tx.outbox.oldest_waiting() == now + MINUTE
