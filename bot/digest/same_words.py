"""Who stands behind the concerns of a field, and which copies of a text may be told of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.digest.privacy import Bounds
from bot.digest.shown import Shown, beside_gives_away
from bot.digest.tally import Field, Key, Tally
from bot.digest.told import Told
from bot.digest.values import People, Sameness, SameWords
from bot.digest.voices import Chorus, voices_of

_MOST = 5
"""So many copied texts, those of the most people, are worth telling of."""
_COPIED = {Sameness.COPIES, Sameness.CAMPAIGN}


@dataclass(frozen=True, kw_only=True)
class Who:
    """The people behind the concerns of a field, how many texts they sent, and copies of them.

    `same_words` are at most five; `is_whole` tells whether none of these is withheld.
    """

    people: People
    wordings: int
    same_words: tuple[SameWords, ...]
    is_whole: bool


def who_told(told: Told, now: Tally, of: Field, shown: Shown, minimum: int) -> Who:
    """Who told what is counted openly and was not imported.

    Copies are told of where at least `minimum` voices sent them and nothing that is left out
    would follow, even for a reader who knows the text. Their theme is named where it is shown,
    their area only with a cell that is shown: its number tells more than theirs.
    """
    sayings = [told.sayings[c.id] for c in now.concerns if c.id in told.sayings]
    found = voices_of(
        [replace(one, themes=of.openly_counted(one.themes)) for one in sayings], told.same_words
    )
    copied = [one for one in found.choruses if one.told.kind in _COPIED]
    many = [one for one in copied if one.told.people.at_most >= minimum][:_MOST]
    kept = _without_giving_away(many, now, of, shown, minimum)
    return Who(
        people=found.people,
        wordings=found.wordings,
        same_words=tuple(_told(one.told, shown) for one in kept),
        is_whole=len(kept) == min(len(copied), _MOST),
    )


def _without_giving_away(
    choruses: Sequence[Chorus], now: Tally, of: Field, shown: Shown, minimum: int
) -> list[Chorus]:
    kept: list[Chorus] = []
    for chorus in choruses:
        known = _known([*kept, chorus], now, shown)
        if not beside_gives_away(shown, known, of, minimum):
            kept.append(chorus)
    return kept


def _told(same: SameWords, shown: Shown) -> SameWords:
    cell = Key(same.theme, same.area)
    return replace(
        same,
        area=same.area if cell in shown.cells else None,
        theme=same.theme if same.theme in shown.themes else None,
    )


def _known(choruses: Sequence[Chorus], now: Tally, shown: Shown) -> Mapping[Key, Bounds]:
    """Between what numbers lie for a reader who knows where and of what the choruses are."""
    cells, areas, themes = _counted(choruses)
    known: dict[Key, Bounds] = {}
    for key in shown.margins.keys:
        others = themes[key.theme] - cells[key]
        known[key] = cells[key], now[Key(key.theme)].concerns - others
    known |= _of_a_rest(
        {Key(area=area): count for area, count in areas.items() if area not in shown.areas},
        shown.other_areas,
    )
    return known | _of_a_rest(
        {Key(theme): count for theme, count in themes.items() if theme not in shown.themes},
        shown.other_themes,
    )


def _counted(
    choruses: Iterable[Chorus],
) -> tuple[Counter[Key], Counter[str], Counter[str | None]]:
    """How many of them are of each theme in each area, of each area, and of each theme."""
    sayings = [one for chorus in choruses for one in chorus.sayings]
    cells = Counter(Key(theme, one.area) for one in sayings for theme in one.themes)
    areas = Counter(one.area for one in sayings if one.area is not None)
    themes: Counter[str | None] = Counter(theme for one in sayings for theme in one.themes)
    return cells, areas, themes


def _of_a_rest(least: Mapping[Key, int], rest: int) -> dict[Key, Bounds]:
    together = sum(least.values())
    return {key: (count, rest - (together - count)) for key, count in least.items()}
