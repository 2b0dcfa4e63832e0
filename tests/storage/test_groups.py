import re
from datetime import timedelta

import pytest

from storage.errors import InviteExpired, InviteUnknown, InviteUsed, MailboxKnown

HOUR = timedelta(hours=1)


async def join(tx, focus_area, chat_id, now):
    code = await tx.groups.invite(focus_area, now=now, valid_for=HOUR)
    return await tx.groups.redeem(code, chat_id=chat_id, now=now)


async def test_a_code_makes_a_chat_a_group_and_is_not_kept_readable(database, now, on_disk):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    assert code.replace("-", "").encode() not in on_disk()
    async with database.transaction() as tx:
        typed = f" {code.lower().replace('-', ' ')} "
        group = await tx.groups.redeem(typed, chat_id=-1001, now=now)
        assert (group.focus_area, group.chat_id, group.created_at) == ("trafik", -1001, now)
        assert await tx.groups.list() == await tx.groups.of_focus_area("trafik") == [group]
        assert await tx.groups.by_chat(-1001) == [group]
        assert await tx.groups.by_chat(-1002) == await tx.groups.of_focus_area("brand") == []


async def test_a_code_counts_once_and_the_same_chat_may_repeat_it(database, now):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
        group = await tx.groups.redeem(code, chat_id=-1, now=now)
        assert await tx.groups.redeem(code, chat_id=-1, now=now + 2 * HOUR) == group
        with pytest.raises(InviteUsed):
            await tx.groups.redeem(code, chat_id=-2, now=now)


async def test_a_chat_that_is_a_group_already_stays_one_group(database, now):
    async with database.transaction() as tx:
        first = await join(tx, "trafik", -1, now)
        assert await join(tx, "trafik", -1, now) == first
        other = await join(tx, "brand", -1, now)
        assert await tx.groups.by_chat(-1) == [other, first]


async def test_a_late_or_invented_code_is_refused(database, now):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=HOUR)
        with pytest.raises(InviteExpired):
            await tx.groups.redeem(code, chat_id=-1, now=now + HOUR)
        for invented in ("K7QF-2MXD", "", "💥"):
            with pytest.raises(InviteUnknown):
                await tx.groups.redeem(invented, chat_id=-1, now=now)


async def test_a_removed_group_gets_nothing_more_and_may_join_anew(database, outgoing, now):
    async with database.transaction() as tx:
        group = await join(tx, "trafik", -1, now)
        await tx.outbox.put(outgoing(-1), now=now)
        assert await tx.groups.remove(group.id, now=now)
        assert not await tx.groups.remove(group.id, now=now)
        assert await tx.groups.list() == []
        assert await tx.outbox.claim(now=now, limit=1) == []
        assert (await join(tx, "trafik", -1, now)).id != group.id


async def test_a_group_follows_its_chat_to_a_new_id_with_what_waits(database, outgoing, now):
    async with database.transaction() as tx:
        group = await join(tx, "trafik", -1, now)
        await tx.outbox.put(outgoing(-1, "hej"), now=now)
        assert await tx.groups.moved(-1, -1001) == 1
        assert [moved.id for moved in await tx.groups.by_chat(-1001)] == [group.id]
        assert await tx.groups.by_chat(-1) == []
        (item,) = await tx.outbox.claim(now=now, limit=1)
    assert (item.chat_id, item.params) == (-1001, {"text": "hej"})


async def test_a_chat_that_moves_onto_a_group_is_that_group(database, now):
    async with database.transaction() as tx:
        await join(tx, "trafik", -1, now)
        there = await join(tx, "trafik", -1001, now)
        await tx.groups.moved(-1, -1001)
        assert await tx.groups.list() == [there]


async def test_a_mailbox_is_a_group_and_its_address_is_not_kept_readable(database, now, on_disk):
    async with database.transaction() as tx:
        group = await tx.groups.add_mailbox("trafik", "Info@example.se", now=now)
    assert (group.focus_area, group.chat_id, group.address) == ("trafik", None, "Info@example.se")
    assert "example.se" not in repr(group)
    assert b"xample.se" not in on_disk()
    async with database.transaction() as tx:
        chat = await join(tx, "trafik", -1, now)
        assert await tx.groups.list() == [group, chat]


async def test_a_mailbox_is_one_group_of_a_focus_area_however_it_is_written(database, now):
    async with database.transaction() as tx:
        await tx.groups.add_mailbox("trafik", "info@example.se", now=now)
        await tx.groups.add_mailbox("brand", "info@example.se", now=now)
        with pytest.raises(MailboxKnown):
            await tx.groups.add_mailbox("trafik", " INFO@Example.SE", now=now)


async def test_a_removed_mailbox_is_forgotten_with_what_waits_and_may_be_added_anew(
    database, outgoing, now
):
    async with database.transaction() as tx:
        group = await tx.groups.add_mailbox("trafik", "info@example.se", now=now)
        await tx.outbox.put(outgoing(None, address="info@example.se"), now=now)
        assert await tx.groups.remove(group.id, now=now)
        assert await tx.outbox.claim(now=now, limit=1) == []
        assert await tx.groups.list() == []
        again = await tx.groups.add_mailbox("trafik", "info@example.se", now=now)
        assert again.id != group.id
