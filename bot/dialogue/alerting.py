"""Coordinators are told at once of what is urgent."""

from dataclasses import replace

from bot.alerts import SENSITIVE_DANGERS, alert_groups
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


async def tell_groups(
    turn: Turn,
    concern: Concern,
    urgency: Urgency,
    danger: Danger | None,
    reading: Reading | None,
    *,
    before: str = "normal",
) -> None:
    """Alert the coordinators when a concern is urgent, or more urgent than it was."""
    if danger in SENSITIVE_DANGERS:
        turn.conversation = replace(turn.conversation, guarded_at=turn.event.at)
    if urgency.rank > Urgency(before).rank:
        guarded = turn.conversation.is_guarded(turn.event.at)
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
