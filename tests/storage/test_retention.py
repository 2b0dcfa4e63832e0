from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from storage.concerns import Status, StoredTheme
from storage.inbox import IncomingUpdate
from storage.outbox import Priority
from storage.retention import RetentionRule, ThemeRule
from storage.tables import ConcernRow, MessageRow, OutboxRow

CANARY = "Kanariefågel-Sjuttiosju"
CHAT = 700_123_456
DAY = timedelta(days=1)
RULE = RetentionRule(
    contact=90 * DAY,
    original_text=180 * DAY,
    concern=730 * DAY,
    unsorted=30 * DAY,
    unsorted_kinds=frozenset({"chatter", "spam", "question"}),
    handled=8 * DAY,
    conversation=DAY,
)
INSTANT = timedelta(microseconds=1)


@pytest.fixture
def traces(on_disk):
    needles = [CANARY.encode(), CANARY.encode("utf-16-le"), str(CHAT).encode()]
    return lambda: [needle for needle in needles if needle in on_disk()]


@pytest.fixture
def tell(database, concern, message):
    """A resident tells something at a time."""

    async def told(at, *, chat=CHAT, hidden=False, **changes):
        async with database.transaction() as tx:
            resident = await tx.residents.recognise(chat, now=at, language="sv")
            text = message(CANARY, masked="[namn]" if hidden else CANARY, told_at=at)
            new = concern(
                resident_id=resident.id, telegram_id=chat, told_at=at, message=text, **changes
            )
            return await tx.concerns.record(new, now=at)

    return told


@pytest.fixture
def close(database):
    """A coordinator closes a concern."""

    async def closed(concern_id, at, status="done"):
        async with database.transaction() as tx:
            await tx.concerns.set_status(concern_id, Status(status), actor="eva", now=at)

    return closed


@pytest.fixture
def purge(database):
    async def run(now, *, rule=RULE, dry_run=False):
        async with database.transaction() as tx:
            purged = await tx.retention.apply(rule, now=now, dry_run=dry_run)
        return {name: count for name, count in asdict(purged).items() if count}

    return run


async def contact_of(database, concern_id):
    async with database.transaction() as tx:
        row = await tx.concerns._session.get_one(ConcernRow, concern_id)
        messages = await tx.concerns._session.scalars(
            MessageRow.__table__.select()
            .with_only_columns(MessageRow.telegram_message_id)
            .where(MessageRow.concern_id == concern_id)
        )
        return row.resident_id, row.pseudonym, *messages


async def test_nothing_goes_before_its_time(database, tell, close, purge, now):
    kept = await tell(now)
    await tell(now, kind="chatter")
    assert await purge(now + 30 * DAY - INSTANT) == {}
    await close(kept.id, now + 10 * DAY)
    assert await purge(now + 100 * DAY - INSTANT) == {"unsorted": 1}


async def test_a_concern_is_gone_after_its_time_without_a_trace(database, tell, purge, now, traces):
    kept = await tell(now, external_id="rapport-7")
    assert await purge(now + 730 * DAY - DAY) != {}
    assert await purge(now + 730 * DAY) == {"concerns": 1}
    assert traces() == []
    async with database.transaction() as tx:
        assert await tx.concerns.get(kept.id) is None
        assert await tx.concerns.known_external(["rapport-7"]) == {"rapport-7"}


@pytest.mark.parametrize("kind", ["chatter", "spam", "question"])
async def test_what_is_no_concern_is_gone_earlier(tell, purge, now, traces, kind):
    await tell(now, kind=kind)
    assert await purge(now + 30 * DAY) == {"unsorted": 1}
    assert traces() == []


async def test_an_original_goes_with_its_own_time_and_the_masked_text_stays(
    database, tell, message, purge, now
):
    kept = await tell(now, hidden=True)
    async with database.transaction() as tx:
        later = message("och igen", masked="och igen", told_at=now + DAY)
        await tx.concerns.add_message(kept.id, later, now=now + DAY)
    assert await purge(now + 180 * DAY) == {"texts": 1}
    async with database.transaction() as tx:
        assert await tx.concerns.texts(kept.id, actor="eva", now=now) == ["och igen"]
        assert (await tx.concerns.get(kept.id)).masked == "[namn]\noch igen"


async def test_a_closed_concern_leads_to_nobody_after_the_contact_time(
    database, tell, close, purge, now, outgoing, traces
):
    kept = await tell(now, hidden=True)
    closed_at = now + 20 * DAY
    await close(kept.id, closed_at)
    async with database.transaction() as tx:
        outbox_id = await tx.outbox.put(outgoing(CHAT, concern_id=kept.id), now=closed_at)
        await tx.outbox.sent(outbox_id, now=closed_at + 89 * DAY, message_id=5)
    assert await purge(closed_at + 90 * DAY - INSTANT) == {}
    assert (await contact_of(database, kept.id))[1].startswith("P-")

    assert await purge(closed_at + 90 * DAY) == {"contacts": 1, "residents": 1}

    assert await contact_of(database, kept.id) == (None, None, None)
    async with database.transaction() as tx:
        assert (await tx.concerns._session.get_one(OutboxRow, outbox_id)).concern_id is None
        assert len(await tx.concerns.texts(kept.id, actor="eva", now=now)) == 1


async def test_a_concern_opened_again_keeps_its_contact(database, tell, close, purge, now):
    kept = await tell(now)
    await close(kept.id, now)
    await close(kept.id, now + 80 * DAY, status="open")
    assert await purge(now + 95 * DAY) == {}
    await close(kept.id, now + 100 * DAY, status="closed")
    assert await purge(now + 170 * DAY) == {}
    assert await purge(now + 190 * DAY) == {"contacts": 1, "texts": 1, "residents": 1}


async def test_closing_what_is_done_does_not_keep_its_contact_longer(tell, close, purge, now):
    kept = await tell(now)
    await close(kept.id, now, status="done")
    await close(kept.id, now + 80 * DAY, status="closed")
    assert await purge(now + 90 * DAY) == {"contacts": 1, "residents": 1}


async def test_a_concern_never_closed_leads_to_nobody_once_its_text_is_gone(
    database, tell, purge, now
):
    kept = await tell(now)
    assert await purge(now + 180 * DAY - INSTANT) == {}
    assert await purge(now + 180 * DAY) == {"contacts": 1, "texts": 1, "residents": 1}
    assert await contact_of(database, kept.id) == (None, None, None)


async def test_a_resident_stays_while_a_concern_leads_to_them(database, tell, purge, now):
    await tell(now)
    recent = await tell(now + 170 * DAY)
    assert await purge(now + 180 * DAY) == {"contacts": 1, "texts": 1}
    assert (await contact_of(database, recent.id))[0] is not None


async def test_a_resident_who_told_nothing_is_forgotten_unless_talking_now(database, purge, now):
    async with database.transaction() as tx:
        silent = await tx.residents.recognise(CHAT, now=now, language="sv")
        talking = await tx.residents.recognise(CHAT + 1, now=now, language="sv")
        await tx.conversations.save(talking.id, CANARY, now=now + 90 * DAY)
    assert await purge(now + 90 * DAY - INSTANT) == {}
    assert await purge(now + 90 * DAY) == {"residents": 1}
    async with database.transaction() as tx:
        assert await tx.residents.telegram_id(silent.id) is None
        assert await tx.residents.telegram_id(talking.id) == CHAT + 1


async def test_a_dialogue_left_for_a_day_is_forgotten(database, tell, purge, now):
    kept = await tell(now)
    async with database.transaction() as tx:
        await tx.conversations.save(kept.resident_id, '{"position": [57.7, 12.9]}', now=now)
    assert await purge(now + DAY - INSTANT) == {}
    assert await purge(now + DAY) == {"conversations": 1}
    async with database.transaction() as tx:
        assert await tx.conversations.load(kept.resident_id) is None


async def test_a_number_that_telegram_gives_again_is_taken_as_new(database, purge, now):
    update = IncomingUpdate(update_id=7, chat_id=CHAT, raw="{}")
    async with database.transaction() as tx:
        await tx.inbox.receive([update], now=now)
        await tx.inbox.handled(7, now=now)
    assert await purge(now + 8 * DAY + INSTANT) == {"updates": 1}
    async with database.transaction() as tx:
        assert await tx.inbox.receive([update], now=now) == 1


async def test_what_nobody_could_handle_goes_and_what_waits_never_does(database, purge, now):
    raws = [IncomingUpdate(update_id=id, chat_id=id, raw=CANARY) for id in (1, 2)]
    async with database.transaction() as tx:
        await tx.inbox.receive(raws, now=now)
        await tx.inbox.attempt_failed(1, now=now, retry_at=None, reason="KeyError")
    assert await purge(now + 30 * DAY) == {"failed_updates": 1}
    assert await purge(now + 1000 * DAY) == {}
    async with database.transaction() as tx:
        assert [item.update_id for item in await tx.inbox.waiting(now=now, limit=9)] == [2]


async def test_sent_cancelled_and_failed_messages_go_and_waiting_ones_stay(
    database, outgoing, purge, now
):
    async with database.transaction() as tx:
        sent, failed, _ = await tx.outbox.put_all([outgoing(chat) for chat in (1, 2, 3)], now=now)
        await tx.outbox.sent(sent, now=now, message_id=1)
        await tx.outbox.failed(failed, now=now, reason="Forbidden")
    assert await purge(now + 8 * DAY - INSTANT) == {}
    assert await purge(now + 8 * DAY) == {"outgoing": 2}
    async with database.transaction() as tx:
        assert await tx.outbox.count("waiting") == 1


async def deliver(tx, concern_id, outgoing, now, parts=1):
    code = await tx.groups.invite("trafik", now=now, valid_for=DAY)
    group = await tx.groups.redeem(code, chat_id=-9, now=now)
    digest = await tx.digests.record(
        "trafik", "2026-W47", {"concerns": 1}, [(concern_id, CANARY)], now=now
    )
    messages = [outgoing(-9, CANARY, priority=Priority.DIGEST) for _ in range(parts)]
    assert await tx.digests.deliver(digest.id, group.id, messages, now=now)
    return group, digest


@pytest.mark.parametrize("outcome", ["sent", "failed"])
async def test_how_a_delivery_ended_is_known_after_its_messages_are_gone(
    database, tell, outgoing, purge, now, outcome
):
    kept = await tell(now)
    async with database.transaction() as tx:
        group, _ = await deliver(tx, kept.id, outgoing, now)
        (item,) = await tx.outbox.claim(now=now, limit=1)
        if outcome == "sent":
            await tx.outbox.sent(item.id, now=now, message_id=1)
        else:
            await tx.outbox.failed(item.id, now=now, reason="Forbidden")
    await purge(now + 20 * DAY)
    async with database.transaction() as tx:
        assert await tx.digests.delivered(group.id) == {"2026-W47": outcome}


async def test_a_quote_goes_with_its_concern_also_out_of_what_waits(
    database, tell, outgoing, purge, now, traces
):
    kept = await tell(now)
    async with database.transaction() as tx:
        group, digest = await deliver(tx, kept.id, outgoing, now, parts=2)
        await tx.outbox.put(outgoing(CHAT, concern_id=kept.id), now=now)
    await purge(now + 2 * DAY, rule=replace(RULE, concern=DAY))
    assert traces() == []
    async with database.transaction() as tx:
        assert (await tx.digests.get(digest.focus_area, digest.week)).quotes == ()
        assert await tx.digests.delivered(group.id) == {}
        assert await tx.outbox.claim(now=now, limit=9) == []


async def test_invites_are_forgotten_a_while_after_they_expire(database, purge, now):
    async with database.transaction() as tx:
        await tx.groups.invite("trafik", now=now, valid_for=DAY)
    assert await purge(now + 9 * DAY - INSTANT) == {}
    assert await purge(now + 9 * DAY) == {"invites": 1}


async def test_a_dry_run_counts_what_a_run_takes_and_changes_nothing(
    database, tell, close, outgoing, purge, now, on_disk
):
    await tell(now, kind="spam")
    await tell(now - 800 * DAY, chat=CHAT + 1)
    kept = await tell(now - 80 * DAY, chat=CHAT + 2)
    await close(kept.id, now - 70 * DAY)
    async with database.transaction() as tx:
        entries = len(await tx.audit.entries())
    later = now + 40 * DAY
    expected = {"concerns": 1, "unsorted": 1, "contacts": 1, "residents": 2}

    assert await purge(later, dry_run=True) == expected

    assert (await contact_of(database, kept.id))[0] is not None
    async with database.transaction() as tx:
        assert len(await tx.audit.entries()) == entries
    assert await purge(later) == expected
    assert await purge(later) == {}


async def test_each_run_stands_once_in_the_audit_log_with_its_counts(database, tell, purge, now):
    for number in range(3):
        await tell(now, kind="spam", chat=CHAT + number)
    await purge(now + 30 * DAY)
    async with database.transaction() as tx:
        (entry,) = await tx.audit.entries()
    assert (entry.actor, entry.action) == ("retention", "retention_applied")
    assert entry.detail["unsorted"] == 3


SOONER = replace(
    RULE,
    decision="KS 2026-12",
    themes=(
        ThemeRule(
            themes=frozenset({"nara_relation"}),
            original_text=10 * DAY,
            concern=100 * DAY,
            decision="KS 2026-40",
        ),
    ),
)


async def test_a_theme_of_its_own_rule_goes_sooner_and_the_others_in_their_time(
    database, tell, purge, now
):
    themes = [StoredTheme(id=id, score=0.9, origin="reading") for id in ("trafik", "nara_relation")]
    soon = await tell(now, themes=tuple(themes))
    other = await tell(now, themes=(themes[0],), chat=CHAT + 1)
    assert await purge(now + 10 * DAY - INSTANT, rule=SOONER) == {"by_theme": taken()}
    assert await purge(now + 10 * DAY, rule=SOONER) == {
        "by_theme": taken(texts=1),
        "contacts": 1,
    }
    assert (await contact_of(database, soon.id))[0] is None
    assert (await contact_of(database, other.id))[0] is not None
    counted = await purge(now + 100 * DAY, rule=SOONER, dry_run=True)
    assert counted == await purge(now + 100 * DAY, rule=SOONER)
    assert counted == {"by_theme": taken(concerns=1), "residents": 1}
    async with database.transaction() as tx:
        assert await tx.concerns.get(soon.id) is None
        assert await tx.concerns.texts(other.id, actor="eva", now=now) != []
        entries = await tx.audit.entries(actions=["retention_applied"])
    assert entries[0].detail["decision"] == "KS 2026-12"
    (by_theme,) = entries[0].detail["by_theme"]
    assert by_theme == {**taken(concerns=1)[0], "themes": ["nara_relation"]}


def taken(concerns=0, texts=0, files=0):
    return (
        {
            "themes": ("nara_relation",),
            "decision": "KS 2026-40",
            "concerns": concerns,
            "texts": texts,
            "files": files,
        },
    )
