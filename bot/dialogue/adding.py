"""More about a concern: the next message goes to it, whatever it is about."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.turn import Turn
from storage.concerns import Concern


async def add_more(turn: Turn, concern: Concern) -> None:
    """Take the next message as one of this concern, if it comes before long."""
    minutes = turn.config.dialogue.add_more_minutes
    turn.conversation = replace(
        turn.conversation.about(concern.id, turn.now),
        adding_until=turn.now + timedelta(minutes=minutes),
    )
    text = turn.text("add-more", reference=concern.reference)
    await turn.say(text, concern_id=concern.id)


def stop_adding(turn: Turn) -> None:
    """The next message goes where it belongs by what it says."""
    turn.conversation = replace(turn.conversation, adding_until=None, answering=False)
