"""How well the reading did, as far as people said what is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.digest.parts import parts
from bot.digest.tally import CONCERN, Sorter
from bot.digest.values import Corrections
from storage.counting import Detailed, theme_ids


@dataclass(frozen=True, kw_only=True)
class Read:
    """How well places and themes were read."""

    places: Corrections
    themes: Corrections


def corrections(told: Iterable[Detailed], sorter: Sorter, minimum: int) -> Read:
    """How well the reading did by what people said, in the whole municipality.

    Concerns of sensitive themes are left out.
    """
    sensitive = {id for of in sorter.fields.values() for id in of.sensitive}
    concerns = [c for c in told if c.kind == CONCERN and sensitive.isdisjoint(theme_ids(c.themes))]
    places = ((_verdict(c.area_said, c.read_areas, {c.area}), c.voice) for c in concerns)
    themes = ((_verdict(c.theme_said, c.read_themes, _right_themes(c)), c.voice) for c in concerns)
    return Read(places=_corrections(places, minimum), themes=_corrections(themes, minimum))


def _right_themes(concern: Detailed) -> Iterable[str]:
    """The theme that a human said, where that is known; else all that it has by now."""
    return theme_ids(concern.themes) if concern.said_theme is None else (concern.said_theme,)


def _verdict(said: bool, read: frozenset[str], right: Iterable[str | None]) -> str:
    if not said:
        return "unsaid" if read else "nothing"
    if not read:
        return "added"
    return "corrected" if read.isdisjoint(right) else "confirmed"


def _corrections(verdicts: Iterable[tuple[str, str]], minimum: int) -> Corrections:
    names = ("confirmed", "corrected", "added", "unsaid", "nothing")
    found = {part.part: part.concerns for part in parts(names, verdicts, minimum)}
    confirmed, corrected, unsaid = (found[n] for n in ("confirmed", "corrected", "unsaid"))
    read = error = None
    if confirmed is not None and corrected is not None:
        read = None if unsaid is None else confirmed + corrected + unsaid
        spoken_of = confirmed + corrected
        error = round(corrected / spoken_of, 3) if spoken_of else None
    return Corrections(
        read=read, confirmed=confirmed, corrected=corrected, added=found["added"], error=error
    )
