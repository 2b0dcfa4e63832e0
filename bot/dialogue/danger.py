"""The emergency gate: danger is answered before anything else is said."""

from bot.dialogue.helplines import helplines
from bot.dialogue.turn import Turn
from bot.dialogue.whereabouts import remember_danger, to_read_out
from bot.texts.catalogue import primary
from nlp.language.detect import detect
from nlp.reading import Danger, Reading, Urgency
from nlp.urgency.gate import gate
from storage.outbox import Priority


def assess(text: str, reading: Reading | None) -> tuple[Urgency, Danger | None]:
    """How urgent a text is: the gate's rules or the reading, whichever says more.

    The rules alone decide where reading has failed.
    """
    urgency, danger = gate(text)
    if reading is not None and reading.urgency.rank > urgency.rank:
        return reading.urgency, reading.danger
    return urgency, danger


def written_in(text: str, reading: Reading | None) -> str:
    """The language that a text is written in (ISO 639-1), also where reading has failed."""
    return reading.language if reading is not None else detect(text)


async def answer_danger(
    turn: Turn, urgency: Urgency, danger: Danger | None, *, written: str
) -> None:
    """Show the number to call before anything else; nothing when there is no danger.

    Said in the resident's language and, where the text is `written` in another one that there
    are texts in, once more in that: a borrowed or Swedish phone must not stand in the way. The
    resident's own comes first, since a cry for help is often too short to tell its language:
    it then counts as written in the default one, which for that reason is never added.
    """
    if urgency is Urgency.NORMAL:
        return
    spoken = [turn.language]
    if primary(written) not in {primary(turn.language), primary(turn.texts.languages[0])} and (
        written in turn.texts.languages
    ):
        spoken.append(written)
    blocks = [_block(turn, language, urgency, danger) for language in spoken]
    if urgency is Urgency.NOW:
        remember_danger(turn)
    await turn.say("\n\n".join(blocks), priority=Priority.DANGER)


def _block(turn: Turn, language: str, urgency: Urgency, danger: Danger | None) -> str:
    """What is said in one language, with the helplines there are for this danger, if any."""
    if urgency is Urgency.NOW:
        key = "danger-now"
    elif danger is None or danger in {Danger.CRIME, Danger.LIFE}:
        key = "danger-crime"
    else:
        key = f"danger-{danger}"
    numbers = turn.config.emergency
    text = turn.texts.html(language, key, emergency=numbers.emergency, police=numbers.police)
    lines = turn.config.helplines_for(danger) if danger is not None else ()
    position = turn.conversation.position
    parts = [
        text,
        *([to_read_out(turn, language, position)] if urgency is Urgency.NOW and position else []),
        *([helplines(turn, lines, language=language)] if lines else []),
    ]
    return "\n\n".join(parts)
