"""What a gain is in words: told to be one only where it is more than chance."""

from collections.abc import Iterator

from bot.config.config import Config
from bot.tuning.proposals import Measured, Proposal, Proposed
from nlp.gains import Change

NOTHING = "ingen mätbar skillnad"


def gain_words(measured: Measured | None, *, several: bool = False) -> str:
    """What a line, or `several` together, would bring, in a sentence or two."""
    if measured is None:
        return "Inte mätt för sig."
    told, doubt = measured.gain.told, measured.doubt
    these = "dem" if several else "den"
    said = (
        f"Av {told.of} andra rättade tips läses {told.before} rätt utan {these} och {told.after} "
        f"med: {_verdict(told, doubt)}."
    )
    examples = _verdict(measured.gain.examples, doubt)
    return said if examples == NOTHING else f"{said} Av exemplen: {examples}."


def together_words(one: Proposed) -> Iterator[str]:
    """What all of a theme's sentences would bring, as a comment."""
    if one.together is not None:
        yield f"# Alla {len(one.sentences)} tillsammans. {gain_words(one.together, several=True)}"


def read_as_words(one: Proposal, theme: str, config: Config) -> str:
    """As what a sentence is read now, if that is known."""
    if one.read_as is None:
        return ""
    if one.read_as == theme:
        return " Läses rätt redan nu."
    found = config.theme(one.read_as)
    return f" Läses nu som {one.read_as if found is None else found.label['sv']}."


def short_words(measured: Measured | None) -> str:
    """What it would bring, for a cell of a table."""
    if measured is None:
        return "inte mätt"
    told = measured.gain.told
    return f"{told.before} → {told.after} av {told.of}: {_verdict(told, measured.doubt)}"


def _verdict(change: Change, doubt: float) -> str:
    if not change.is_measurable(doubt):
        return NOTHING
    won = change.better - change.worse
    least, most = sorted(map(abs, change.between(doubt)))
    share = f"{100 * abs(won) / change.of:.1f}".replace(".", ",")
    more = "fler" if won > 0 else "färre"
    return f"{abs(won)} {more} (mellan {least} och {most}), {share} procent"
