"""The few masked sentences that let a group hear how it is told."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.digest.tally import Field, field_of, tally
from bot.digest.values import Facts
from storage.concern_values import Concern, Source

MAX_CHARS = 200
_MIN_CHARS = 25
_MAX_MASKS = 2
_DWELLING = "[bostad]"
_AGE = re.compile(r"\d\s*(?:-?åri|-?årsåld|år\b|years?\b)", re.IGNORECASE)
"""An age and a place together may be enough to know who it is."""


def choose_quotes(
    concerns: Sequence[Concern], focus_area: FocusArea, config: Config, facts: Facts
) -> tuple[tuple[int, str], ...]:
    """Pairs of concern id and masked text of at most 200 characters, typical ones first.

    At most `config.digest.quotes`, each of another voice. None is urgent or sensitive, tells
    of a dwelling or an age, is an imported report (others' words, about people who do not know
    of it), or is from an area or theme that may not stand alone in the facts.
    """
    of = field_of(focus_area, config)
    fit = [c for c in tally(concerns, of).concerns if _may_be_quoted(c, of, facts)]
    chosen: list[Concern] = []
    for concern in _by_turns(fit, of, facts):
        if len(chosen) == config.digest.quotes:
            break
        if concern.voice_key not in {c.voice_key for c in chosen}:
            chosen.append(concern)
    return tuple((c.id, shortened(c.masked)) for c in chosen)


def shortened(text: str) -> str:
    """The text on one line; a longer one ends at a word, with `…`."""
    line = " ".join(text.split())
    if len(line) <= MAX_CHARS:
        return line
    cut = line[: MAX_CHARS - 1].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–-.") + "…"


def _may_be_quoted(concern: Concern, of: Field, facts: Facts) -> bool:
    sensitive = {theme.id for theme in of.config.themes if theme.sensitive}
    return (
        concern.source is Source.TELEGRAM
        and concern.urgency == "normal"
        and concern.language in of.config.languages
        and concern.message_count == 1
        and sensitive.isdisjoint(theme.id for theme in concern.themes)
        and _DWELLING not in concern.masked
        and not _AGE.search(concern.masked)
        and concern.masked.count("[") <= _MAX_MASKS
        and len(concern.masked.strip()) >= _MIN_CHARS
        and _place_is_shown(concern, facts)
        and _theme(concern, of, facts) is not None
    )


def _place_is_shown(concern: Concern, facts: Facts) -> bool:
    if concern.area is None:
        return not concern.places
    return any(shown.area == concern.area for shown in facts.areas)


def _theme(concern: Concern, of: Field, facts: Facts) -> str | None:
    shown = {theme.theme for theme in facts.themes}
    return next((theme for theme in of.themes_of(concern) if theme in shown), None)


def _by_turns(fit: Iterable[Concern], of: Field, facts: Facts) -> Iterator[Concern]:
    """One of each theme, the largest theme first, then the second of each, and so on."""
    waiting: dict[str, list[Concern]] = {theme.theme: [] for theme in facts.themes}
    for concern in fit:
        if theme := _theme(concern, of, facts):
            waiting[theme].append(concern)
    for concerns in waiting.values():
        concerns.sort(key=lambda c: (len(c.masked) > MAX_CHARS, -_weight(c, facts), c.id))
    while any(waiting.values()):
        for concerns in waiting.values():
            if concerns:
                yield concerns.pop(0)


def _weight(concern: Concern, facts: Facts) -> int:
    """How many concerns share its area: what many tell of is typical."""
    found = (shown.count.concerns for shown in facts.areas if shown.area == concern.area)
    return next(found, 0)
