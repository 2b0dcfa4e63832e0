"""The emergency gate: danger is answered before anything else is said."""

from bot.dialogue.helplines import helplines
from bot.dialogue.turn import Turn
from nlp.reading import Danger, Reading, Urgency
from nlp.urgency.gate import gate
from storage.outbox import Priority

_RANK = {Urgency.NOW: 2, Urgency.SOON: 1, Urgency.NORMAL: 0}


def assess(text: str, reading: Reading | None) -> tuple[Urgency, Danger | None]:
    """How urgent a text is: the gate's rules or the reading, whichever says more.

    The rules alone decide where reading has failed.
    """
    urgency, danger = gate(text)
    if reading is not None and _RANK[reading.urgency] > _RANK[urgency]:
        return reading.urgency, reading.danger
    return urgency, danger


async def answer_danger(turn: Turn, urgency: Urgency, danger: Danger | None) -> None:
    """Show the number to call before anything else; nothing when there is no danger."""
    numbers = turn.config.emergency
    if urgency is Urgency.NOW:
        text = turn.text("danger-now", emergency=numbers.emergency)
        await turn.say(_with_lines(turn, text, danger), priority=Priority.DANGER)
    elif urgency is Urgency.SOON:
        await turn.say(_soon(turn, danger), priority=Priority.DANGER)


def _soon(turn: Turn, danger: Danger | None) -> str:
    numbers = turn.config.emergency
    if danger is None or danger in {Danger.CRIME, Danger.LIFE}:
        text = turn.text("danger-crime", emergency=numbers.emergency, police=numbers.police)
    else:
        text = turn.text(f"danger-{danger}", emergency=numbers.emergency)
    return _with_lines(turn, text, danger)


def _with_lines(turn: Turn, text: str, danger: Danger | None) -> str:
    """The text with the helplines that the configuration has for this danger, if any."""
    lines = turn.config.helplines_for(danger) if danger is not None else ()
    return "\n\n".join([text, helplines(turn, lines)]) if lines else text
