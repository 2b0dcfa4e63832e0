"""A resident answers back, and neither side learns who the other is."""

from dataclasses import replace
from datetime import timedelta

from bot.answering import quoted
from bot.config.values import in_language
from bot.dialogue import media
from bot.dialogue.alerting import is_withheld, tell_groups
from bot.dialogue.belonging import current_concern
from bot.dialogue.events import FileSent, Told
from bot.dialogue.keeping import new_message, resolve
from bot.dialogue.turn import Turn
from bot.outgoing import message
from nlp.reading import Danger, Reading, Urgency
from storage.answers import RESIDENT, AnswerKind, NewAnswer
from storage.concerns import Concern, Status
from storage.media import kept
from storage.outbox import Priority

_MAX_QUOTED = 1500
"""Code points of a masked text shown in a group; the message holds 4,096 with the rest."""


async def ask_for_answer(turn: Turn, concern: Concern) -> None:
    """Take the next message as an answer about this concern, if it comes before long."""
    minutes = turn.config.dialogue.add_more_minutes
    turn.conversation = replace(
        turn.conversation.about(concern.id, turn.now),
        adding_until=turn.now + timedelta(minutes=minutes),
        answering=True,
    )
    text = turn.text("answer-ask", reference=concern.reference)
    await turn.say(text, concern_id=concern.id)


async def take_answer(
    turn: Turn,
    concern: Concern,
    event: Told,
    reading: Reading | None,
    urgency: Urgency,
    danger: Danger | None,
    *,
    before: str,
) -> None:
    """Keep an answer with the concern it is about, and pass it on, masked, to who asked."""
    reopened = await reopen(turn, concern)
    await turn.tx.concerns.add_message(concern.id, new_message(event, reading), now=turn.now)
    changed = await resolve(turn, concern, reading, urgency, anew=False)
    turn.conversation = replace(turn.conversation.about(concern.id, event.at), answering=True)
    await tell_groups(turn, changed, urgency, danger, reading, before=before)
    withheld = await is_withheld(turn, changed, danger)
    masked = None if reading is None or withheld else reading.masked
    await _pass_on(turn, changed, masked, withheld=withheld, reopened=reopened)
    await _say_taken(turn, changed, reopened=reopened)


async def take_file(turn: Turn, event: FileSent) -> None:
    """Keep a file; one that answers is told of where the question came from, never shown."""
    concern = await current_concern(turn) if turn.conversation.answering else None
    if concern is None:
        await media.receive(turn, event)
        return
    before = len(kept(await turn.tx.media.of_concern(concern.id)))
    await media.receive(turn, event)
    if len(kept(await turn.tx.media.of_concern(concern.id))) > before:
        reopened = await reopen(turn, concern)
        await _pass_on(turn, concern, None, withheld=False, reopened=reopened, file=True)


async def reopen(turn: Turn, concern: Concern) -> bool:
    """Work goes on with a closed concern of which more is told; False if it is not closed."""
    if not concern.status.closes:
        return False
    await turn.tx.concerns.set_status(concern.id, Status.OPEN, actor=RESIDENT, now=turn.now)
    await turn.tx.answers.take_back_status(concern.id)
    known = NewAnswer(
        concern_id=concern.id, kind=AnswerKind.STATUS, by=RESIDENT, status=Status.OPEN
    )
    await turn.tx.answers.add(known, now=turn.now)
    return True


async def tell_reopened(turn: Turn, concern: Concern) -> None:
    """Tell the groups that worked with a concern that it is open again, and the resident."""
    if not await reopen(turn, concern):
        return
    html = turn.texts.html(turn.config.languages[0], "group-reopened", reference=concern.reference)
    if not await _tell_asking(turn, concern, html):
        await turn.tx.concerns.resolve(concern.id, needs_human=True)
    text = turn.text("answer-reopened", reference=concern.reference)
    await turn.say(text, concern_id=concern.id)


async def _pass_on(
    turn: Turn,
    concern: Concern,
    masked: str | None,
    *,
    withheld: bool,
    reopened: bool,
    file: bool = False,
) -> None:
    reply = NewAnswer(concern_id=concern.id, kind=AnswerKind.REPLY, by=RESIDENT)
    await turn.tx.answers.add(reply, now=turn.now)
    language = turn.config.languages[0]
    what = "group-reply-file" if file else "group-reply-withheld" if withheld else "group-reply"
    key = what if masked or what != "group-reply" else "group-reply-unread"
    lines = [turn.texts.html(language, key, reference=concern.reference)]
    if masked:
        short = masked if len(masked) <= _MAX_QUOTED else masked[: _MAX_QUOTED - 1] + "…"
        lines.append(quoted(short))
    if reopened:
        lines.append(turn.texts.html(language, "group-reopened", reference=concern.reference))
    if not await _tell_asking(turn, concern, "\n".join(lines)):
        await turn.tx.concerns.resolve(concern.id, needs_human=True)


async def _tell_asking(turn: Turn, concern: Concern, html: str) -> bool:
    """Tell the chats of the groups that asked; False if there is none to tell.

    Of who is muted, nobody is told anything.
    """
    if concern.muted or turn.mute is not None:
        return False
    asking = set(await turn.tx.answers.asking_groups(concern.id))
    groups = [group for group in await turn.tx.groups.list() if group.id in asking]
    chats = {group.chat_id for group in groups if group.chat_id is not None}
    for chat_id in sorted(chats):
        outgoing = message(chat_id, html, priority=Priority.ALERT, concern_id=concern.id)
        await turn.tx.outbox.put(outgoing, now=turn.now)
    return bool(chats)


async def _say_taken(turn: Turn, concern: Concern, *, reopened: bool) -> None:
    council = in_language(turn.config.municipality.council, turn.language)
    lines = [turn.text("answer-taken", reference=concern.reference, council=council)]
    if reopened:
        lines.append(turn.text("answer-reopened", reference=concern.reference))
    await turn.say("\n\n".join(lines), concern_id=concern.id)
