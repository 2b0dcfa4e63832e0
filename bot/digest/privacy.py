"""Which numbers may be shown so that none of them points at a few people.

A number of a small place stands for at least `minimum` voices, and one that is left out
cannot be worked out from those that are shown.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.digest.tally import TOTAL, Key, Number, Tally

Bounds = tuple[int, int]
"""The least and the most that a number can be."""
_NOTHING: Mapping[Key, Bounds] = {}


def showable(
    numbers: Mapping[str, Number], minimum: int, *, without: Collection[str] = ()
) -> list[str]:
    """The names that may stand alone, the largest first; the rest must be summed.

    A single small one is never left out alone: its number would be the difference. Those in
    `without` are not shown either.
    """
    order = sorted(numbers, key=lambda name: (-numbers[name].concerns, name))
    large = [name for name in order if numbers[name].voices >= minimum and name not in without]
    if large and len(order) - len(large) == 1:
        smallest = min(large, key=lambda name: (numbers[name].voices, numbers[name].concerns, name))
        large.remove(smallest)
    return large


def parts_to_show(numbers: Mapping[str, Number], minimum: int) -> set[str]:
    """The names that may be shown of parts whose sum is known, zeros included.

    What is left out are at least two, together at least `minimum`: none is the difference.
    """
    hidden = {name for name, number in numbers.items() if 0 < number.voices < minimum}
    order = sorted(
        numbers.keys() - hidden, key=lambda n: (numbers[n].voices, numbers[n].concerns, n)
    )
    while hidden and order:
        if len(hidden) > 1 and sum(numbers[name].concerns for name in hidden) >= minimum:
            break
        hidden.add(order.pop(0))
    return numbers.keys() - hidden


@dataclass(frozen=True, kw_only=True)
class Margins:
    """The numbers that are shown around the theme-in-area cells.

    Shown are the total, those of `themes` and `areas`, `otherwise` (what has a theme that is
    not shown, or none) and `again` (how many themes there are beyond the first of each
    concern).
    """

    tally: Tally
    themes: Sequence[str]
    areas: Sequence[str]
    otherwise: int
    again: int

    @property
    def keys(self) -> list[Key]:
        """The cells between the themes and areas."""
        return [Key(theme, area) for theme in self.themes for area in self.areas]

    @cached_property
    def elsewhere(self) -> int:
        """How many concerns are in no area shown."""
        shown = sum(self.tally[Key(area=area)].concerns for area in self.areas)
        return self.tally[TOTAL].concerns - shown

    def deduced(
        self, shown: Collection[Key], known: Mapping[Key, Bounds] = _NOTHING
    ) -> dict[Key, Bounds]:
        """The least and most that each cell can be, as a reader could work it out.

        `known` is what else is known of some of them. The cells of a theme sum, with what is
        elsewhere, to the theme's number; those of an area to at least the area's, and to more
        only as far as concerns have more themes.
        """
        bounds = {key: _both(self._at_first(key, shown), known.get(key)) for key in self.keys}
        sums = _Sums(bounds)
        tightening = True
        while tightening:
            tightening = False
            for key, before in bounds.items():
                tighter = self._tightened(key, before, sums)
                if tighter != before:
                    tightening = True
                    bounds[key] = tighter
                    sums.change(key, before, tighter)
        return bounds

    def _at_first(self, key: Key, shown: Collection[Key]) -> Bounds:
        number = self.tally[key].concerns
        if key in shown:
            return number, number
        return 0, min(self.tally[Key(key.theme)].concerns, self.tally[Key(area=key.area)].concerns)

    def _tightened(self, key: Key, bounds: Bounds, sums: "_Sums") -> Bounds:
        theme = self.tally[Key(key.theme)].concerns
        area = self.tally[Key(area=key.area)].concerns
        low, high = bounds
        theme_least, theme_most = sums.themes[key.theme]
        area_least, area_most = sums.areas[key.area]
        least = max(
            low,
            theme - self.elsewhere - (theme_most - high),
            area - self.otherwise - (area_most - high),
        )
        most = min(high, theme - (theme_least - low), area + self.again - (area_least - low))
        return least, most


class _Sums:
    """The least and most that all cells of each theme, and of each area, can be together."""

    def __init__(self, bounds: Mapping[Key, Bounds]) -> None:
        self.themes: dict[str | None, Bounds] = {}
        self.areas: dict[str | None, Bounds] = {}
        for key, one in bounds.items():
            self.change(key, (0, 0), one)

    def change(self, key: Key, before: Bounds, now: Bounds) -> None:
        """Count with these bounds of a cell instead of those before."""
        for sums, name in ((self.themes, key.theme), (self.areas, key.area)):
            least, most = sums.get(name, (0, 0))
            sums[name] = least + now[0] - before[0], most + now[1] - before[1]


def showable_cells(
    margins: Margins,
    *,
    minimum: int,
    all_or_none: bool,
    without: Collection[Key] = (),
) -> tuple[Sequence[str], Sequence[Key]]:
    """The areas, and the theme-in-area cells, that may be shown; the largest first.

    An area goes where even its own number gives a small cell away. With `all_or_none` none
    goes by itself: everybody knows which one it would be. Cells in `without` are not
    shown.
    """
    while True:
        cells, given_away = _without_giving_away(margins, minimum, without)
        if given_away is None:
            return margins.areas, cells
        rest = [area for area in margins.areas if area != given_away.area]
        margins = replace(margins, areas=[] if all_or_none else rest)


def rest_gives_away(rest: int, bounds: Collection[Bounds], minimum: int) -> bool:
    """Whether one of the numbers that sum to `rest` is known to be 1 to `minimum` - 1."""
    least = sum(low for low, _ in bounds)
    most = sum(min(high, rest) for _, high in bounds)
    return any(
        max(low, rest - (most - min(high, rest))) >= 1 and min(high, rest - (least - low)) < minimum
        for low, high in bounds
    )


def cells_give_away(
    margins: Margins, shown: Collection[Key], known: Mapping[Key, Bounds], minimum: int
) -> bool:
    """Whether a cell left out is given away once these are known."""
    return _given_away(margins, shown, minimum, known) is not None


def _without_giving_away(
    margins: Margins, minimum: int, without: Collection[Key]
) -> tuple[list[Key], Key | None]:
    """The cells to show, and one that is given away even without them, if any."""
    tally = margins.tally
    shown = {key for key in margins.keys if tally[key].voices >= minimum and key not in without}
    while given_away := _given_away(margins, shown, minimum):
        if not shown:
            return [], given_away
        same = {k for k in shown if k.theme == given_away.theme or k.area == given_away.area}
        shown.remove(min(same or shown, key=lambda key: (tally[key].concerns, key)))
    return sorted(shown, key=lambda key: (-tally[key].concerns, key)), None


def _given_away(
    margins: Margins,
    shown: Collection[Key],
    minimum: int,
    known: Mapping[Key, Bounds] = _NOTHING,
) -> Key | None:
    """A cell left out that is known to lie between 1 and `minimum` - 1, if any.

    Or a whole area, if that is known of all its cells left out together.
    """
    for key, (least, most) in margins.deduced(shown, known).items():
        if key not in shown and least >= 1 and most < minimum:
            return key
    told: Counter[str | None] = Counter()
    for key in shown:
        told[key.area] += margins.tally[key].concerns
    for area, concerns in sorted(told.items(), key=str):
        rest = margins.tally[Key(area=area)].concerns - concerns
        if rest >= 1 and rest + margins.again < minimum:
            return Key(area=area)
    return None


def _both(first: Bounds, second: Bounds | None) -> Bounds:
    if second is None:
        return first
    return max(first[0], second[0]), min(first[1], second[1])
