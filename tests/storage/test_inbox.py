import asyncio
from datetime import timedelta, timezone

import pytest
from sqlalchemy import update as update_rows

from storage.errors import DecryptionFailed, UpdateTaken
from storage.inbox import LEASE, InboxState, IncomingUpdate
from storage.tables import InboxRow

MINUTE = timedelta(minutes=1)


def update(update_id, chat_id, raw='{"text": "hej"}'):
    return IncomingUpdate(update_id=update_id, chat_id=chat_id, raw=raw)


async def waiting_ids(tx, now, limit=100):
    return [item.update_id for item in await tx.inbox.waiting(now=now, limit=limit)]


async def claimed(database, now, limit=100, by="a"):
    async with database.transaction() as tx:
        return [item.update_id for item in await tx.inbox.claim(by=by, now=now, limit=limit)]


async def test_an_update_comes_back_as_it_came(database, now):
    raw = '{"text": "\\ud800 👍 å"}'
    async with database.transaction() as tx:
        assert await tx.inbox.receive([update(5, 7, raw)], now=now) == 1
    async with database.transaction() as tx:
        (item,) = await tx.inbox.waiting(now=now, limit=10)
    assert (item.update_id, item.raw, item.attempts, item.received_at) == (5, raw, 0, now)


async def test_times_of_any_zone_come_back_as_the_same_instant_in_utc(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(5, 7)], now=now.astimezone(timezone(MINUTE * 90)))
        (item,) = await tx.inbox.waiting(now=now, limit=10)
    assert item.received_at == now
    assert item.received_at.utcoffset() == timedelta(0)


async def test_known_updates_are_left_alone(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7, "first")], now=now)
        assert await tx.inbox.receive([update(1, 7, "second"), update(2, 8)], now=now) == 1
        assert await tx.inbox.receive([], now=now) == 0
        assert (await tx.inbox.waiting(now=now, limit=1))[0].raw == "first"


async def test_a_handled_update_received_again_is_not_handled_again(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7)], now=now)
        await tx.inbox.handled(1, now=now)
        await tx.inbox.receive([update(1, 7)], now=now)
        assert await waiting_ids(tx, now) == []


async def test_each_chat_shows_its_earliest_update_and_chatless_ones_stand_alone(database, now):
    updates = [update(4, 8), update(3, 7), update(1, 7), update(5, None), update(2, None)]
    async with database.transaction() as tx:
        await tx.inbox.receive(updates, now=now)
        assert await waiting_ids(tx, now) == [1, 2, 4, 5]
        assert await waiting_ids(tx, now, limit=2) == [1, 2]
        await tx.inbox.handled(1, now=now)
        assert await waiting_ids(tx, now) == [2, 3, 4, 5]


async def test_an_update_that_waits_for_its_retry_holds_back_its_chat_only(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 7), update(3, 8)], now=now)
        await tx.inbox.attempt_failed(1, now=now, retry_at=now + MINUTE, reason="locked")
        assert await waiting_ids(tx, now) == [3]
        first, _ = await tx.inbox.waiting(now=now + MINUTE, limit=10)
        assert (first.update_id, first.attempts) == (1, 1)


async def test_an_update_given_up_keeps_its_content_and_frees_its_chat(database, now, on_disk):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 7)], now=now)
        await tx.inbox.attempt_failed(1, now=now, retry_at=None, reason="reading_failed")
        assert await waiting_ids(tx, now) == [2]
        assert await tx.inbox.count(InboxState.FAILED) == 1
        assert await tx.inbox.purge_handled(now + MINUTE) == 0


async def test_done_updates_are_emptied_and_purged_after_their_time(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 8), update(3, 9)], now=now)
        await tx.inbox.handled(1, now=now)
        await tx.inbox.ignored([2], now=now + MINUTE, reason="unknown_update_type")
    async with database.transaction() as tx:
        assert await tx.inbox.count("handled") == await tx.inbox.count("ignored") == 1
        assert await tx.inbox.purge_handled(now) == 0
        assert await tx.inbox.purge_handled(now + MINUTE) == 1
        assert await tx.inbox.purge_handled(now + 2 * MINUTE) == 1
        assert await waiting_ids(tx, now) == [3]


async def test_content_changed_on_disk_is_noticed(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7)], now=now)
    async with database._engine.begin() as connection:
        await connection.execute(update_rows(InboxRow).values(content=b"\1\2\3\4\5"))
    async with database.transaction() as tx:
        with pytest.raises(DecryptionFailed):
            await tx.inbox.waiting(now=now, limit=1)


async def test_what_one_worker_has_claimed_no_other_gets_and_its_chat_waits(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 7), update(3, 8)], now=now)
    assert await claimed(database, now, limit=1) == [1]
    assert await claimed(database, now) == [3]
    assert await claimed(database, now) == []
    async with database.transaction() as tx:
        await tx.inbox.handled(1, now=now)
    assert await claimed(database, now) == [2]


async def test_two_who_claim_at_the_same_moment_share_what_waits(database, now):
    updates = [update(number, number) for number in range(20)]
    async with database.transaction() as tx:
        await tx.inbox.receive(updates, now=now)
    shares = await asyncio.gather(*(claimed(database, now, limit=8) for _ in range(4)))
    taken = [one for share in shares for one in share]
    assert len(taken) == len(set(taken))
    rest = await claimed(database, now)
    assert sorted([*taken, *rest]) == list(range(20))


async def test_what_a_dead_worker_had_is_anybodys_after_its_lease(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 8)], now=now)
    assert await claimed(database, now) == [1, 2]
    async with database.transaction() as tx:
        await tx.inbox.renew([1], by="a", now=now + LEASE / 2)
    assert await claimed(database, now + LEASE) == [2]
    assert await claimed(database, now + LEASE * 3 / 2) == [1]


async def test_what_is_released_or_is_to_be_tried_again_is_anybodys_at_once(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 8)], now=now)
    assert await claimed(database, now) == [1, 2]
    async with database.transaction() as tx:
        await tx.inbox.release([1], by="a")
        assert await tx.inbox.attempt_failed(2, by="a", now=now, retry_at=now, reason="KeyError")
    assert await claimed(database, now) == [1, 2]


async def test_a_clock_set_back_does_not_hold_up_what_was_claimed(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7)], now=now)
    assert await claimed(database, now) == [1]
    assert await claimed(database, now - MINUTE) == [1]


async def test_of_two_who_handle_an_update_the_second_keeps_nothing(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7), update(2, 7)], now=now)
    async with database.transaction() as tx:
        await tx.audit.write(at=now, actor="a", action="first", subject="s", detail={})
        await tx.inbox.handled(1, now=now)
    with pytest.raises(UpdateTaken):
        async with database.transaction() as tx:
            await tx.audit.write(at=now, actor="b", action="second", subject="s", detail={})
            await tx.inbox.handled(1, now=now)
    async with database.transaction() as tx:
        assert [entry.action for entry in await tx.audit.entries(limit=9)] == ["first"]
        assert not await tx.inbox.attempt_failed(1, now=now, retry_at=now, reason="KeyError")


async def test_two_who_handle_an_update_at_the_same_moment_keep_it_once(database, now):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7)], now=now)

    async def handle():
        async with database.transaction() as tx:
            await tx.audit.write(at=now, actor="a", action="handled", subject="s", detail={})
            await asyncio.sleep(0.05)
            await tx.inbox.handled(1, now=now)

    ends = await asyncio.gather(handle(), handle(), return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "UpdateTaken"]
    async with database.transaction() as tx:
        assert len(await tx.audit.entries(limit=9)) == 1


async def test_an_earlier_update_that_comes_late_waits_for_the_one_that_is_being_handled(
    database, now
):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(5, 7)], now=now)
    assert await claimed(database, now) == [5]
    async with database.transaction() as tx:
        await tx.inbox.receive([update(4, 7)], now=now)
    assert await claimed(database, now, by="b") == []
    async with database.transaction() as tx:
        await tx.inbox.handled(5, now=now)
    assert await claimed(database, now, by="b") == [4]


async def test_who_has_lost_an_update_to_another_can_neither_keep_release_nor_fail_it(
    database, now
):
    async with database.transaction() as tx:
        await tx.inbox.receive([update(1, 7)], now=now)
    assert await claimed(database, now) == [1]
    later = now + LEASE
    assert await claimed(database, later, by="b") == [1]
    async with database.transaction() as tx:
        assert not await tx.inbox.is_claimed(1, by="a")
        assert await tx.inbox.is_claimed(1, by="b")
        await tx.inbox.renew([1], by="a", now=later + MINUTE)
        await tx.inbox.release([1], by="a")
        assert not await tx.inbox.attempt_failed(
            1, by="a", now=later, retry_at=None, reason="KeyError"
        )
    assert await claimed(database, later) == []
    async with database.transaction() as tx:
        await tx.inbox.handled(1, now=later)
