"""Who writes very much, the same again, or is muted: all is kept, little is answered.

Danger is told of and answered as ever: a cry for help may come after twenty other messages.
"""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.conversation import Asked
from bot.dialogue.danger import assess
from bot.dialogue.events import Commanded, Edited, Event, Pressed, Told
from bot.dialogue.keeping import new_message
from bot.dialogue.placing import is_skip
from bot.dialogue.turn import Turn
from nlp.reading import Reading, Urgency
from storage.concerns import Concern


async def open_limits(turn: Turn, event: Event) -> None:
    """Count what comes in and see whether it is answered; commands and presses always are."""
    if isinstance(event, Commanded | Pressed):
        return
    limits = turn.config.limits
    at = turn.now if isinstance(event, Edited) else event.at
    pace = turn.conversation.pace.with_one(at)
    turn.conversation = replace(turn.conversation, pace=pace)
    turn.mute = await turn.tx.muting.of(turn.resident.id, now=turn.now)
    turn.hushed = turn.mute is not None or pace.is_over(
        a_minute=limits.messages_a_minute, an_hour=limits.messages_an_hour
    )
    if turn.mute is not None:
        await _leave_what_is_passed_on(turn)


async def take_in(turn: Turn, event: Told, reading: Reading | None) -> bool:
    """Keep a copy, or one text too many, with what was told before; False for all others."""
    urgency, _ = assess(event.text, reading)
    if urgency is not Urgency.NORMAL or event.attachment is not None or is_skip(turn, event.text):
        return False
    concern = await _copied(turn, event)
    if concern is None and turn.hushed and turn.mute is None:
        concern = await _running(turn)
        if concern is not None:  # what it is about has not been looked at
            await turn.tx.concerns.resolve(concern.id, needs_human=True)
    if concern is None:
        return False
    await turn.tx.concerns.add_message(concern.id, new_message(event, reading), now=turn.now)
    return True


async def remember(turn: Turn, event: Told) -> None:
    """Know the text again, should it come again."""
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    if turn.forgotten or turn.conversation.pace.copied(event.text, event.at, pause) is not None:
        return
    concern_id = turn.conversation.concern_id
    if concern_id is None or turn.conversation.told_at != event.at:
        latest = await turn.tx.concerns.of_resident(turn.resident.id, limit=1)
        concern_id = latest[0].id if latest and latest[0].told_at == event.at else None
    if concern_id is not None:
        pace = turn.conversation.pace.having_heard(event.text, concern_id, event.at)
        turn.conversation = replace(turn.conversation, pace=pace)


async def close_limits(turn: Turn, event: Event) -> None:
    """Say once why there is no answer."""
    if isinstance(event, Commanded | Pressed):
        return
    was_limited, is_limited = turn.conversation.pace.is_limited, turn.hushed and turn.mute is None
    pace = replace(turn.conversation.pace, is_limited=is_limited)
    turn.conversation = replace(turn.conversation, pace=pace)
    hushed, turn.hushed = turn.hushed, False
    if not hushed:
        return
    turn.conversation = replace(turn.conversation, asked=Asked.NOTHING)  # nobody saw a question
    if turn.mute is not None:
        await _tell_of_muting(turn)
    elif not was_limited:
        emergency = turn.config.emergency.emergency
        await turn.say(turn.text("limited", emergency=emergency))


async def _tell_of_muting(turn: Turn) -> None:
    mute = turn.mute
    if mute is None or mute.told_at is not None:
        return
    numbers = turn.config.emergency
    values = {
        "emergency": numbers.emergency,
        "police": numbers.police,
        "email": turn.config.controller.contact_email,
    }
    if mute.until is None:
        await turn.say(turn.text("muted", **values))
    else:
        until = mute.until.astimezone(turn.config.municipality.timezone).date().isoformat()
        await turn.say(turn.text("muted-until", date=until, **values))
    await turn.tx.muting.told(turn.resident.id, now=turn.now)


async def _leave_what_is_passed_on(turn: Turn) -> None:
    """What a muted resident tells does not go on with a concern that groups are shown."""
    running = await _running(turn)
    if running is not None and not running.muted and running.urgency != Urgency.NOW:
        turn.conversation = replace(turn.conversation, concern_id=None)


async def _copied(turn: Turn, event: Told) -> Concern | None:
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    concern_id = turn.conversation.pace.copied(event.text, event.at, pause)
    if concern_id is None or _says_it_of_another(turn, event, concern_id):
        return None
    return await _own(turn, concern_id)


def _says_it_of_another(turn: Turn, event: Told, concern_id: int) -> bool:
    """Whether the same words answer a question, or add to what was pointed out, of another."""
    talk = turn.conversation
    pointed_out = talk.asks_place or talk.is_adding(event.at)
    return pointed_out and talk.concern_id != concern_id


async def _running(turn: Turn) -> Concern | None:
    concern_id = turn.conversation.concern_id
    return None if concern_id is None else await _own(turn, concern_id)


async def _own(turn: Turn, concern_id: int) -> Concern | None:
    concern = await turn.tx.concerns.get(concern_id)
    return concern if concern and concern.resident_id == turn.resident.id else None
