"""A resident tells something: it is kept from the first message on, then answered."""

from dataclasses import replace

from bot.dialogue.alerting import known_as, tell_groups
from bot.dialogue.answering import take_answer, tell_reopened
from bot.dialogue.belonging import answers_place, belongs, current_concern, is_thanks
from bot.dialogue.danger import answer_danger, assess, written_in
from bot.dialogue.events import Told
from bot.dialogue.keeping import new_message, record, resolve
from bot.dialogue.media import attach
from bot.dialogue.placing import answer_place, is_skip, skip_place
from bot.dialogue.showing import answer_unsorted, send_receipt
from bot.dialogue.turn import Turn
from nlp.reading import REPORTS, Danger, Kind, Reading, Urgency
from storage.concerns import Concern


async def tell(turn: Turn, event: Told, reading: Reading | None) -> None:
    """Keep the text, answer danger first, then say what was understood."""
    if is_skip(turn, event.text) and event.attachment is None:
        await skip_place(turn)
        return
    urgency, danger = assess(event.text, reading)
    current = await current_concern(turn)
    before = Urgency.NORMAL.value if current is None else known_as(turn, current)
    await answer_danger(turn, urgency, danger, written=written_in(event.text, reading))
    if current is None or not belongs(turn, current, event, reading):
        await _begin(turn, event, reading, urgency, danger)
    elif turn.conversation.answering:
        await take_answer(turn, current, event, reading, urgency, danger, before=before)
    elif answers_place(turn, current, event, reading):
        await turn.tx.concerns.add_message(current.id, new_message(event, reading), now=turn.now)
        await answer_place(turn, current, reading)
    else:
        await _add(turn, current, event, reading, urgency, danger, before=before)
    await attach(turn, event)


async def _begin(
    turn: Turn, event: Told, reading: Reading | None, urgency: Urgency, danger: Danger | None
) -> None:
    concern = await record(turn, event, reading, urgency)
    kind = Kind(concern.kind)
    if kind not in REPORTS:
        await answer_unsorted(turn, concern, kind)
        return
    turn.conversation = turn.conversation.about(concern.id, event.at)
    await tell_groups(turn, concern, urgency, danger, reading)
    key = "receipt-positive" if kind is Kind.POSITIVE else "receipt"
    text = turn.text(key, reference=concern.reference)
    await send_receipt(turn, concern, reading, text, urgency)


async def _add(
    turn: Turn,
    current: Concern,
    event: Told,
    reading: Reading | None,
    urgency: Urgency,
    danger: Danger | None,
    *,
    before: str,
) -> None:
    await turn.tx.concerns.add_message(current.id, new_message(event, reading), now=turn.now)
    await tell_reopened(turn, current)
    asked, adding = turn.conversation.asked, turn.conversation.is_adding(event.at)
    turn.conversation = turn.conversation.about(current.id, event.at)
    if (
        reading is not None
        and not adding
        and urgency is Urgency.NORMAL
        and (reading.kind not in REPORTS or is_thanks(event, reading))
    ):
        turn.conversation = replace(turn.conversation, asked=asked)
        await turn.say(turn.text("chatter-after", reference=current.reference))
        return
    changed = await resolve(turn, current, reading, urgency, anew=False)
    await tell_groups(turn, changed, urgency, danger, reading, before=before)
    text = turn.text("receipt-added", reference=changed.reference)
    await send_receipt(turn, changed, reading, text, urgency)
