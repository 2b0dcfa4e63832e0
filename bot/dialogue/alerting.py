"""Coordinators are told at once of what is urgent."""

from dataclasses import replace
from datetime import timedelta

from bot.alerts import SENSITIVE_DANGERS, alert_groups, is_sensitive
from bot.dialogue.events import Told
from bot.dialogue.turn import Turn
from nlp.reading import Danger, Reading, Urgency
from storage.concerns import Concern
from storage.media import kept


async def files_of(turn: Turn, concern: Concern) -> int:
    """How many files lie with a concern, the one that is told of right now included."""
    there = len(kept(await turn.tx.media.of_concern(concern.id)))
    comes = isinstance(turn.event, Told) and turn.event.file is not None
    return there + comes


def known_as(turn: Turn, concern: Concern) -> str:
    """How urgent the groups know a concern to be, before this event is answered.

    Danger now that is told again after a pause is news: they were told of another.
    """
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    told = turn.conversation.danger_at
    if concern.urgency == Urgency.NOW and (told is None or abs(turn.event.at - told) > pause):
        return Urgency.NORMAL.value
    return concern.urgency


async def is_withheld(turn: Turn, concern: Concern, danger: Danger | None) -> bool:
    """Whether groups are shown nothing of what is told of a concern, now or in what came before.

    Whoever wrote of something sensitive weeks ago still writes of it.
    """
    if turn.conversation.is_guarded(turn.event.at) or is_sensitive(concern, danger, turn.config):
        return True
    readings = await turn.tx.concerns.readings(concern.id)
    told = {Danger(reading["danger"]) for reading in readings if reading.get("danger")}
    return any(is_sensitive(concern, one, turn.config) for one in told)


async def tell_groups(
    turn: Turn,
    concern: Concern,
    urgency: Urgency,
    danger: Danger | None,
    reading: Reading | None,
    *,
    before: str = "normal",
) -> None:
    """Alert the coordinators when a concern is urgent, or more urgent than it was.

    Of what somebody muted says, only danger now.
    """
    if danger in SENSITIVE_DANGERS:
        turn.conversation = replace(turn.conversation, guarded_at=turn.event.at)
    if turn.mute is not None and urgency is not Urgency.NOW:
        return
    if urgency.rank > Urgency(before).rank:
        guarded = await is_withheld(turn, concern, danger)
        masked = reading.masked if reading and not guarded else None
        chats = await alert_groups(
            turn.tx,
            concern,
            urgency=urgency,
            danger=danger,
            masked=masked,
            withheld=guarded,
            config=turn.config,
            texts=turn.texts,
            now=turn.now,
            files=await files_of(turn, concern),
        )
        turn.alerted = chats > 0
