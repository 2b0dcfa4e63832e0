"""What the admin must be told is told once, and not forgotten until it is."""

from datetime import timedelta

from storage.groups import ADMIN

HOUR = timedelta(hours=1)
WHAT = {"group": 3, "focus_area": "trafik"}


async def note(tx, now, subject="group:3"):
    return await tx.notices.note("group_lost", subject, WHAT, now=now)


async def test_the_same_is_noted_once(database, now):
    async with database.transaction() as tx:
        assert await note(tx, now)
    async with database.transaction() as tx:
        assert not await note(tx, now + HOUR)
        assert await note(tx, now, "group:4")
        found = await tx.notices.untold()
    assert [(n.subject, n.detail, n.noted_at) for n in found] == [
        ("group:3", WHAT, now),
        ("group:4", WHAT, now),
    ]


async def test_it_is_told_when_one_of_the_messages_is_out(database, outgoing, now):
    async with database.transaction() as tx:
        await note(tx, now)
        (notice,) = await tx.notices.untold()
        ids = await tx.outbox.put_all([outgoing(-1), outgoing(-2)], now=now)
        await tx.notices.telling([notice.id], ids)
        await tx.notices.settle(now=now)
        assert await tx.notices.untold() == []
        assert await tx.notices.unknown_to_all() == [notice]
        first, second = await tx.outbox.claim(now=now, limit=2)
        await tx.outbox.failed(first.id, now=now, reason="Forbidden")
        await tx.outbox.sent(second.id, now=now, message_id=1)
        await tx.notices.settle(now=now)
        assert await tx.notices.unknown_to_all() == []
        assert not await note(tx, now)


async def test_it_is_untold_again_when_none_of_the_messages_came(database, outgoing, now):
    async with database.transaction() as tx:
        await note(tx, now)
        (notice,) = await tx.notices.untold()
        await tx.notices.telling([notice.id], [await tx.outbox.put(outgoing(-1), now=now)])
        (item,) = await tx.outbox.claim(now=now, limit=1)
        await tx.outbox.failed(item.id, now=now, reason="Forbidden")
        await tx.notices.settle(now=now)
        assert await tx.notices.untold() == [notice]


async def test_what_is_over_need_not_be_told(database, now):
    async with database.transaction() as tx:
        await note(tx, now)
        (notice,) = await tx.notices.untold()
        await tx.notices.drop([notice.id], now=now)
        assert await tx.notices.unknown_to_all() == []


async def test_the_admins_chats_are_no_groups_of_a_focus_area(database, now):
    async with database.transaction() as tx:
        code = await tx.groups.invite(ADMIN, now=now, valid_for=HOUR)
        admin = await tx.groups.redeem(code, chat_id=-7, now=now)
        assert await tx.groups.admins() == [admin]
        assert await tx.groups.list() == []
        assert await tx.groups.by_chat(-7) == [admin]
