"""What was written to a resident about a concern, as they read it again."""

from bot.answering import quoted
from bot.dialogue.turn import Turn
from bot.outgoing import utf16_units
from storage.concerns import Concern

_MAX_SHOWN = 2500
"""UTF-16 units of answers shown with a concern."""


async def answers_shown(turn: Turn, concern: Concern) -> list[str]:
    """The answers as HTML, one each, the oldest first: the latest that fit, at least one."""
    zone = turn.config.municipality.timezone
    shown: list[str] = []
    left = _MAX_SHOWN
    for answer in reversed(await turn.tx.answers.of_concern(concern.id)):
        if answer.text is None:
            continue
        left -= utf16_units(answer.text)
        if shown and left < 0:
            break
        date = answer.at.astimezone(zone).date().isoformat()
        shown.append("\n".join([turn.text("answer-shown", date=date), quoted(answer.text)]))
    return shown[::-1]
