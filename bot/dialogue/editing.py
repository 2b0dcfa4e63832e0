"""A resident changes a text: it is read anew, and the receipt corrected."""

from datetime import timedelta

from bot.dialogue.alerting import tell_groups
from bot.dialogue.danger import answer_danger, assess, written_in
from bot.dialogue.events import Edited, Told
from bot.dialogue.keeping import new_message, resolve
from bot.dialogue.showing import answer_unsorted, send_receipt
from bot.dialogue.telling import tell
from bot.dialogue.turn import Turn
from nlp.reading import REPORTS, Kind, Reading, Urgency


async def edit(turn: Turn, event: Edited, reading: Reading | None) -> None:
    """Read a changed text anew; one that was never kept is told as if it were new.

    One that is not kept any more, because it was deleted or is old, stays so, unless it
    tells of danger.
    """
    told = Told(
        update_id=event.update_id,
        telegram_id=event.telegram_id,
        at=event.at,
        language=event.language,
        text=event.text,
        message_id=event.message_id,
    )
    concern_id = await turn.tx.concerns.replace_message(
        resident_id=turn.resident.id,
        telegram_message_id=event.message_id,
        message=new_message(told, reading),
        now=turn.now,
    )
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    urgency, danger = assess(event.text, reading)
    if concern is None:
        if urgency is Urgency.NORMAL and _may_be_deleted(turn, event):
            await turn.say(turn.text("edited-gone"))
        else:
            await tell(turn, told, reading)
        return
    await answer_danger(turn, urgency, danger, written=written_in(event.text, reading))
    alone = concern.message_count == 1
    changed = await resolve(turn, concern, reading, urgency, anew=alone)
    await tell_groups(turn, changed, urgency, danger, reading, before=concern.urgency)
    if changed.kind not in REPORTS:
        await answer_unsorted(turn, changed, Kind(changed.kind))
        return
    turn.conversation = turn.conversation.about(changed.id, turn.event.at)
    text = turn.text("edited", reference=changed.reference)
    await send_receipt(turn, changed, reading, text, urgency)


def _may_be_deleted(turn: Turn, event: Edited) -> bool:
    """Whether a message that is not kept (any more) may have been, and was deleted or is old.

    Of somebody unknown everything may have been deleted just now.
    """
    erased_at = turn.conversation.erased_at
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    erased = turn.first or (erased_at is not None and event.at <= erased_at)
    return erased or turn.now - event.at > pause
