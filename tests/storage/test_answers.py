from datetime import timedelta

import pytest

from storage.answers import ANSWERED, AnswerKind, NewAnswer, Reach
from storage.concern_values import Status
from storage.following import NewFollowup
from storage.outbox import Priority
from storage.retention import RetentionRule

HOUR = timedelta(hours=1)


async def resident_with_concern(database, concern, now, *, telegram_id=4711):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(telegram_id, now=now, language="sv")
        kept = await tx.concerns.record(
            concern(resident_id=resident.id, telegram_id=telegram_id), now=now
        )
    return resident, kept


async def status_told(tx, outgoing, concern_id, status, *, now):
    push = outgoing(concern_id=concern_id, priority=Priority.PUSH, not_before=now + HOUR)
    outbox_id = await tx.outbox.put(push, now=now)
    new = NewAnswer(
        concern_id=concern_id, kind=AnswerKind.STATUS, by="cli", status=status, outbox_id=outbox_id
    )
    await tx.answers.add(new, now=now)


async def test_an_answer_is_kept_encrypted_and_audited_without_its_words(
    database, concern, now, on_disk
):
    _, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        new = NewAnswer(
            concern_id=kept.id, kind=AnswerKind.ANSWER, by="cli:Anna", text="Lamporna är lagade"
        )
        await tx.answers.add(new, now=now)
    async with database.transaction() as tx:
        (answer,) = await tx.answers.of_concern(kept.id)
        entries = await tx.audit.entries(actions=[ANSWERED])
    assert (answer.text, answer.by, answer.at) == ("Lamporna är lagade", "cli:Anna", now)
    assert answer.reach is Reach.UNKNOWN
    assert [(e.actor, e.subject, e.detail) for e in entries] == [
        ("cli:Anna", f"concern:{kept.id}", {})
    ]
    assert "Lamporna är lagade".encode() not in on_disk()


async def test_answers_go_with_the_concern(database, concern, now):
    resident, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        new = NewAnswer(concern_id=kept.id, kind=AnswerKind.ANSWER, by="cli", text="Tack")
        await tx.answers.add(new, now=now)
        assert len(await tx.answers.of_resident(resident.id)) == 1
    async with database.transaction() as tx:
        await tx.concerns.delete(kept.id, now=now, by="resident")
        assert await tx.answers.of_concern(kept.id) == []


async def test_a_status_that_waits_is_taken_back_and_one_that_is_out_is_not(
    database, concern, outgoing, now
):
    _, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        await status_told(tx, outgoing, kept.id, Status.OPEN, now=now)
        assert await tx.answers.status_told(kept.id) is Status.OPEN
        assert await tx.answers.take_back_status(kept.id)
        assert await tx.answers.status_told(kept.id) is Status.NEW
        assert await tx.outbox.claim(now=now + 2 * HOUR, limit=9) == []
        await status_told(tx, outgoing, kept.id, Status.DONE, now=now)
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=now + 2 * HOUR, limit=9)
        await tx.outbox.sent(item.id, now=now, message_id=1)
    async with database.transaction() as tx:
        assert not await tx.answers.take_back_status(kept.id)
        assert await tx.answers.status_told(kept.id) is Status.DONE


@pytest.mark.parametrize(("fails", "reach"), [(True, Reach.FAILED), (False, Reach.CAME)])
async def test_whether_an_answer_came_is_known(database, concern, outgoing, now, fails, reach):
    _, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        await status_told(tx, outgoing, kept.id, Status.OPEN, now=now)
        assert [a.reach for a in await tx.answers.of_concern(kept.id)] == [Reach.WAITING]
        (item,) = await tx.outbox.claim(now=now + 2 * HOUR, limit=9)
        if fails:
            await tx.outbox.failed(item.id, now=now, reason="Forbidden")
        else:
            await tx.outbox.sent(item.id, now=now, message_id=1)
        assert [a.reach for a in await tx.answers.of_concern(kept.id)] == [reach]


async def test_the_concerns_in_which_a_resident_has_the_last_word_are_found(database, concern, now):
    _, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        for kind, waits in [
            (AnswerKind.ANSWER, 0),
            (AnswerKind.REPLY, 1),
            (AnswerKind.STATUS, 1),
            (AnswerKind.ANSWER, 0),
        ]:
            await tx.answers.add(NewAnswer(concern_id=kept.id, kind=kind, by="x"), now=now)
            found = await tx.answers.answered_back(limit=9)
            assert [c.id for c in found] == [kept.id] * waits


async def test_a_push_whose_time_has_not_come_holds_up_nothing(database, outgoing, now):
    async with database.transaction() as tx:
        late = outgoing(text="i morgon", priority=Priority.PUSH, not_before=now + HOUR)
        await tx.outbox.put(late, now=now)
        await tx.outbox.put(outgoing(text="kvitto"), now=now)
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=now, limit=9)
        assert item.params["text"] == "kvitto"
        await tx.outbox.sent(item.id, now=now, message_id=1)
        assert await tx.outbox.claim(now=now, limit=9) == []
        (item,) = await tx.outbox.claim(now=now + HOUR, limit=9)
        assert (item.params["text"], item.due_at) == ("i morgon", now + HOUR)


async def test_pushes_that_are_due_keep_their_order(database, outgoing, now):
    async with database.transaction() as tx:
        for text in ("ett", "två"):
            await tx.outbox.put(
                outgoing(text=text, priority=Priority.PUSH, not_before=now), now=now
            )
    async with database.transaction() as tx:
        (first,) = await tx.outbox.claim(now=now, limit=9)
        await tx.outbox.sent(first.id, now=now, message_id=1)
        (second,) = await tx.outbox.claim(now=now, limit=9)
    assert [first.params["text"], second.params["text"]] == ["ett", "två"]


async def test_what_waits_for_its_hour_is_not_late(database, outgoing, now):
    async with database.transaction() as tx:
        push = outgoing(priority=Priority.PUSH, not_before=now + HOUR)
        await tx.outbox.put(push, now=now)
        assert await tx.outbox.oldest_waiting() == now + HOUR


async def test_an_area_is_followed_once_until_that_ends(database, concern, now):
    resident, _ = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        assert await tx.following.follow(resident.id, "Norrby", now=now)
        assert not await tx.following.follow(resident.id, "Norrby", now=now)
        assert [f.area for f in await tx.following.of_resident(resident.id)] == ["Norrby"]
        assert await tx.following.followers("Norrby") == [resident.id]
        assert await tx.following.count("Norrby") == 1
        assert await tx.following.stop(resident.id, "Norrby")
        assert not await tx.following.stop(resident.id, "Norrby")


async def test_following_goes_with_the_resident(database, concern, now):
    resident, _ = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        await tx.following.follow(resident.id, "Norrby", now=now)
    async with database.transaction() as tx:
        await tx.residents.forget(resident.id, now=now)
        assert await tx.following.count("Norrby") == 0


def rule(**given):
    """Everything is kept for a year but what is given, in days."""
    parts = ("contact", "original_text", "concern", "unsorted", "handled", "conversation")
    kept = {part: timedelta(days=given.get(part, 365)) for part in parts}
    return RetentionRule(**kept, unsorted_kinds=frozenset())


async def test_who_follows_an_area_is_kept_when_nothing_else_is(database, concern, now):
    resident, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        other = await tx.residents.recognise(4712, now=now, language="sv")
        await tx.following.follow(resident.id, "Norrby", now=now)
        new = NewAnswer(concern_id=kept.id, kind=AnswerKind.ANSWER, by="cli", text="Tack")
        await tx.answers.add(new, now=now)
    async with database.transaction() as tx:
        await tx.retention.apply(rule(concern=1, contact=1), now=now + timedelta(days=2))
    async with database.transaction() as tx:
        assert await tx.following.followers("Norrby") == [resident.id]
        assert await tx.residents.find(other.id) is None
        assert await tx.concerns.get(kept.id) is None
        assert await tx.answers.of_concern(kept.id) == []


async def test_nothing_of_a_broken_contact_leads_to_the_message_that_went_out(
    database, concern, outgoing, now
):
    _, kept = await resident_with_concern(database, concern, now)
    async with database.transaction() as tx:
        await status_told(tx, outgoing, kept.id, Status.CLOSED, now=now)
        await tx.concerns.set_status(kept.id, Status.CLOSED, actor="cli", now=now)
        (item,) = await tx.outbox.claim(now=now + 2 * HOUR, limit=9)
        await tx.outbox.sent(item.id, now=now + 2 * HOUR, message_id=1)
    async with database.transaction() as tx:
        assert [a.reach for a in await tx.answers.of_concern(kept.id)] == [Reach.CAME]
        await tx.retention.apply(rule(contact=1), now=now + timedelta(days=2))
    async with database.transaction() as tx:
        assert [a.reach for a in await tx.answers.of_concern(kept.id)] == [Reach.UNKNOWN]


async def test_a_followup_is_kept_until_it_is_sent_or_forgotten(database, now, on_disk):
    async with database.transaction() as tx:
        new = NewFollowup(area="Norrby", text="Nya lampor i tunneln", by="cli")
        first, second = [await tx.following.draft(new, now=now) for _ in "ab"]
        await tx.following.sent(first, now=now)
    async with database.transaction() as tx:
        await tx.following.forget_drafts(now + HOUR)
        kept = await tx.following.drafted(first)
        assert kept is not None
        assert (kept.text, kept.sent_at) == ("Nya lampor i tunneln", now)
        assert await tx.following.drafted(second) is None
    assert b"Nya lampor i tunneln" not in on_disk()
