"""The few masked sentences that let a group hear how it is told."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

from bot.digest.tally import Field
from bot.digest.values import Facts
from bot.digest.wordings import is_same
from bot.texts.catalogue import GROUP_LANGUAGES
from storage.concern_values import Concern, Source
from storage.counting import Detailed, theme_ids

MAX_CHARS = 200
_MIN_CHARS = 25
_MAX_MASKS = 2
_DWELLING = "[bostad]"
_SHORT = 120
_AGE = re.compile(r"\d\s*(?:-?åri|-?årsåld|år\b|years?\b)", re.IGNORECASE)
"""An age and a place together may be enough to know who it is."""
_HOUSE = re.compile(
    r"\w(?:gatan|gata|vägen|gränd|gränden|stigen|backen|allén|torget|torg)\s+\d|\d\s*(?:tr\b|trappor)",
    re.IGNORECASE,
)
"""A street with the number of a house, or how many stairs up."""
_READ_FOR_ONE = 8
"""So many texts are read for each that may be quoted."""

C = TypeVar("C")


def worth_reading(told: Iterable[Detailed], of: Field, facts: Facts) -> tuple[int, ...]:
    """The ids of the concerns that may be quoted as far as is seen without their texts.

    `told` are the openly counted ones of the field. So many are given, the typical ones first,
    that texts which are not fit to be quoted will rarely leave too few.
    """
    fit = [c for c in told if _may_be_looked_at(c, of, facts)]
    turns = _by_turns(
        fit,
        facts,
        theme=lambda c: _theme(theme_ids(c.themes), of, facts),
        order=lambda c: (-_weight(c.area, facts), c.id),
    )
    most = _READ_FOR_ONE * of.config.digest.quotes
    return tuple(c.id for c, _ in zip(turns, range(most), strict=False))


def choose_quotes(
    concerns: Sequence[Concern], of: Field, facts: Facts
) -> tuple[tuple[int, str], ...]:
    """Pairs of concern id and masked text of at most 200 characters, typical ones first.

    At most `config.digest.quotes`, each of another voice and wording, of concerns that are
    `worth_reading`. None is urgent or sensitive, tells of a home or an age, is an imported
    report (others' words, about people who do not know of it), or is from an area or theme
    that may not stand alone in the facts. One that names a place has nothing masked: two
    details together may single out a home.
    """
    fit = [c for c in concerns if _may_be_quoted(c)]
    turns = _by_turns(
        fit,
        facts,
        theme=lambda c: _theme(of.config.heirs(t.id for t in c.themes), of, facts),
        order=lambda c: (
            len(c.masked) > MAX_CHARS,
            -_weight(c.area, facts),
            len(c.masked) > _SHORT,
            c.id,
        ),
    )
    chosen: list[Concern] = []
    for concern in turns:
        if len(chosen) == of.config.digest.quotes:
            break
        if not any(_is_the_same(concern, c) for c in chosen):
            chosen.append(concern)
    return tuple((c.id, shortened(c.masked)) for c in chosen)


def shortened(text: str) -> str:
    """The text on one line; a longer one ends at a word, with `…`."""
    line = " ".join(text.split())
    if len(line) <= MAX_CHARS:
        return line
    cut = line[: MAX_CHARS - 1].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–-.") + "…"


def _may_be_looked_at(concern: Detailed, of: Field, facts: Facts) -> bool:
    sensitive = of.config.sensitive_themes
    return (
        concern.source == Source.TELEGRAM
        and concern.urgency == "normal"
        and concern.language in GROUP_LANGUAGES
        and sensitive.isdisjoint(theme_ids(concern.themes))
        and (concern.area is None or any(a.area == concern.area for a in facts.areas))
    )


def _may_be_quoted(concern: Concern) -> bool:
    return (
        concern.message_count == 1
        and points_at_nobody(concern)
        and len(concern.masked.strip()) >= _MIN_CHARS
    )


def points_at_nobody(concern: Concern) -> bool:
    """Whether its masked text tells of no home, workplace or age, and little of a place."""
    return (
        (concern.area is not None or not concern.places)
        and _DWELLING not in concern.masked
        and not _home().search(concern.masked)
        and not _AGE.search(concern.masked)
        and not _HOUSE.search(concern.masked)
        and concern.masked.count("[") <= (0 if concern.places else _MAX_MASKS)
    )


@cache
def _home() -> re.Pattern[str]:
    """Words that tell of a home or a workplace."""
    lines = (files("bot.digest") / "homes.txt").read_text("utf-8").splitlines()
    words = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


def _is_the_same(concern: Concern, other: Concern) -> bool:
    """Whether both are of one voice, or of one wording."""
    return concern.voice_key == other.voice_key or is_same(concern.masked, other.masked)


def _theme(themes: Iterable[str], of: Field, facts: Facts) -> str | None:
    shown = {theme.theme for theme in facts.themes}
    return next((theme for theme in of.openly_counted(themes) if theme in shown), None)


def _by_turns(
    fit: Iterable[C],
    facts: Facts,
    *,
    theme: Callable[[C], str | None],
    order: Callable[[C], tuple[int, ...]],
) -> Iterator[C]:
    """One of each theme, the largest theme first, then the second of each, and so on."""
    waiting: dict[str, list[C]] = {theme.theme: [] for theme in facts.themes}
    for concern in fit:
        if (found := theme(concern)) is not None:
            waiting[found].append(concern)
    for concerns in waiting.values():
        concerns.sort(key=order, reverse=True)
    while any(waiting.values()):
        for concerns in waiting.values():
            if concerns:
                yield concerns.pop()


def _weight(area: str | None, facts: Facts) -> int:
    """How many concerns share its area: what many tell of is typical."""
    found = (shown.count.concerns for shown in facts.areas if shown.area == area)
    return next(found, 0)
