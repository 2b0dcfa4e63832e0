"""All that is kept of a resident is told to them, and nothing of it is left when it is deleted."""

from datetime import timedelta

import pytest
from sqlalchemy import Table

from storage.answers import AnswerKind, NewAnswer
from storage.inbox import IncomingUpdate
from storage.media import NewMedia
from storage.my_data import NOT_TOLD, TOLD
from storage.tables import Row

CHAT = 700_123_456
BY_CHAT = {"resident", "inbox", "outbox", "focus_group"}
"""Tables that lead to a chat by its keyed hash; groups are nobody's private chat."""


def _leads_to_residents() -> set[str]:
    """Every table from which foreign keys, or the hash of a chat, lead to a resident."""
    found = {"resident", "concern"}
    tables: list[Table] = list(Row.metadata.tables.values())
    while True:
        more = {
            table.name
            for table in tables
            for key in table.foreign_keys
            if key.column.table.name in found and key.ondelete in (None, "CASCADE")
        }
        named = {t.name for t in tables if {"resident_id", "concern_id", "chat"} & set(t.c.keys())}
        if (more | named) <= found:
            return found - {"focus_group"}
        found |= more | named


def test_every_table_that_leads_to_a_resident_is_told_of_or_says_why_not():
    leading = _leads_to_residents() - {"invite", "delivery"}
    assert leading == set(TOLD) | set(NOT_TOLD), (
        "a table that leads to residents belongs into storage/my_data.py, TOLD or NOT_TOLD, "
        "and into storage/erasure.py"
    )


async def everything(tx, concern, outgoing, now, *, held=False):
    """A resident with a row in every table there is of them."""
    resident = await tx.residents.recognise(CHAT, now=now, language="sv")
    new = concern("Ordagrant", resident_id=resident.id, telegram_id=CHAT)
    kept = await tx.concerns.record(new, now=now)
    await tx.conversations.save(resident.id, '{"asked": "place"}', now=now)
    await tx.outbox.put(outgoing(CHAT, "Väntar på dig", concern_id=kept.id), now=now)
    await tx.inbox.receive([IncomingUpdate(update_id=1, chat_id=CHAT, raw="{}")], now=now)
    await tx.inbox.attempt_failed(1, now=now, retry_at=None, reason="Fel")
    await tx.corrections.place(
        kept.id, area="Hulta", names=["Hulta"], by="resident", config_version="v1", now=now
    )
    await tx.media.add(
        kept.id,
        NewMedia(
            telegram_message_id=2,
            kind="photo",
            file_id="f",
            unique_id="u",
            album=None,
            told_at=now,
        ),
        now=now,
    )
    (item,) = await tx.media.claim(now=now, limit=1)
    await tx.media.keep(item, b"bildens bytes", media_type="image/jpeg", now=now)
    answer = NewAnswer(
        concern_id=kept.id, kind=AnswerKind.ANSWER, by="cli:eva", text="Vi har lagat lampan"
    )
    await tx.answers.add(answer, now=now)
    await tx.following.follow(resident.id, "Norrby", now=now)
    await tx.muting.mute(kept.id, reason="Skälet", until=None, actor="cli:eva", now=now)
    await tx.waves.join("ord", kept.id, now=now, within=timedelta(hours=1))
    await tx.outbox.put(outgoing(-9, "Sida", also_about=(kept.id,)), now=now)
    await tx.digests.record("trafik", "2026-W47", {}, [(kept.id, "citat")], now=now)
    if held:
        await tx.holds.add(kept.id, decision="2026/77", reason="Hemligt", actor="cli:eva", now=now)
    return resident, kept


@pytest.fixture
def counted(database):
    async def count() -> dict[str, int]:
        from sqlalchemy import func, select

        async with database.transaction() as tx:
            session = tx.concerns._session
            return {
                table.name: await session.scalar(select(func.count()).select_from(table)) or 0
                for table in Row.metadata.tables.values()
            }

    return count


async def test_all_that_is_kept_is_told_and_nobody_else_is_named(
    database, concern, outgoing, counted, now
):
    async with database.transaction() as tx:
        resident, _ = await everything(tx, concern, outgoing, now, held=True)
    rows = await counted()
    assert [name for name in (*TOLD, *NOT_TOLD) if not rows[name]] == []
    async with database.snapshot() as tx:
        data = await tx.my_data.resident(resident.id, now=now, max_bytes=10_000)
        none = await tx.my_data.resident(resident.id, now=now, max_bytes=3)
        assert await tx.my_data.resident(999, now=now, max_bytes=0) is None
    (kept,) = data.concerns
    assert [text.text for text in kept.texts] == ["Ordagrant"]
    assert [file.content for file in kept.files] == [b"bildens bytes"]
    assert [file.content for file in none.concerns[0].files] == [None]
    assert [(c.by, c.area) for c in kept.corrections] == [("resident", "Hulta")]
    assert [(a.by, a.text) for a in kept.answers] == [("council", "Vi har lagat lampan")]
    assert [followed.area for followed in data.following] == ["Norrby"]
    assert data.conversation == {"asked": "place"}
    assert data.mute.reason == "Skälet"
    assert "Väntar på dig" in [waiting.text for waiting in data.waiting]
    assert len(data.unhandled) == 1
    assert kept.held.decision == "2026/77"
    assert "eva" not in repr(kept) and "Hemligt" not in repr(data)


async def test_nothing_is_left_in_any_table_when_all_is_deleted(
    database, concern, outgoing, counted, now
):
    async with database.transaction() as tx:
        resident, _ = await everything(tx, concern, outgoing, now)
    async with database.transaction() as tx:
        await tx.residents.forget(resident.id, now=now)
    rows = await counted()
    may_stay = {"outbox", "inbox"}  # content-free, as the next lines say
    assert [name for name in (*TOLD, *NOT_TOLD) if rows[name] and name not in may_stay] == []
    async with database.transaction() as tx:
        assert await tx.outbox.claim(now=now, limit=10) == []
        assert await tx.inbox.waiting(now=now, limit=10) == []
        assert rows["tombstone"] == 1


async def test_a_page_of_tips_is_not_sent_when_one_of_them_is_deleted(
    database, concern, outgoing, now
):
    async with database.transaction() as tx:
        first, second = [await tx.concerns.record(concern(), now=now) for _ in range(2)]
        await tx.outbox.put(outgoing(-9, "Båda", also_about=(first.id, second.id)), now=now)
        await tx.outbox.put(outgoing(-8, "Den andra", also_about=(second.id,)), now=now)
        await tx.concerns.delete(first.id, now=now, by="resident")
        assert [i.params["text"] for i in await tx.outbox.claim(now=now, limit=9)] == ["Den andra"]


async def test_what_groups_were_shown_is_deleted_there_while_it_can_be(
    database, concern, outgoing, now
):
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=now, valid_for=timedelta(days=7))
        await tx.groups.redeem(code, chat_id=-9, now=now)
        kept = await tx.concerns.record(concern(), now=now)
        for number, (chat, at) in enumerate([(-9, now), (-9, now - timedelta(days=3)), (7, now)]):
            id = await tx.outbox.put(outgoing(chat, "Larm", concern_id=kept.id), now=at)
            assert await tx.outbox.sent(id, now=at, message_id=40 + number)
        shown = await tx.concerns.in_groups([kept.id], now=now)
        assert (shown.recallable, shown.lasting) == (1, 1)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        (item,) = await tx.outbox.claim(now=now, limit=9)
    assert (item.chat_id, item.method, item.params) == (-9, "deleteMessage", {"message_id": 40})


async def test_what_was_deleted_while_on_its_way_is_known_to_be_out_of_place(
    database, concern, outgoing, now
):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.outbox.put(outgoing(-9, "Larm", concern_id=kept.id), now=now)
        (item,) = await tx.outbox.claim(now=now, limit=9)
        await tx.concerns.delete(kept.id, now=now, by="resident")
    async with database.transaction() as tx:
        assert not await tx.outbox.sent(item.id, now=now, message_id=1)
