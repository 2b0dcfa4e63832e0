"""Which themes, areas and cells of a field a picture shows, and what is left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.digest.privacy import (
    Bounds,
    Margins,
    cells_give_away,
    rest_gives_away,
    showable,
    showable_cells,
)
from bot.digest.tally import BARE, TOTAL, Field, Key, Tally


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Themes and cells that are shown, the largest first, and the margins around the cells."""

    themes: Sequence[str]
    margins: Margins
    cells: Sequence[Key]

    @property
    def areas(self) -> Sequence[str]:
        """The areas that are shown, the largest first."""
        return self.margins.areas

    @cached_property
    def keys(self) -> list[Key]:
        """Of all that is shown but the total."""
        return [*map(Key, self.themes), *(Key(area=area) for area in self.areas), *self.cells]

    @cached_property
    def other_areas(self) -> int:
        """How many are in areas that are not shown."""
        tally = self.margins.tally
        in_areas = sum(number.concerns for number in tally.areas.values())
        return in_areas - sum(tally[Key(area=area)].concerns for area in self.areas)

    @property
    def other_themes(self) -> int:
        """How many have themes that are not shown, each counted as often as it has."""
        return self.margins.otherwise - self.margins.tally[BARE].concerns


def shown_of(
    tally: Tally,
    of: Field,
    minimum: int,
    *,
    without: Collection[Key] = (),
) -> Shown:
    """What is shown of a tally, so that nobody is pointed at; nothing in `without` is."""
    themes = _themes(tally, of, minimum, without)
    named, bare = tally.mentions(of.themes), tally[BARE].concerns
    margins = Margins(
        tally=tally,
        themes=themes,
        areas=showable(tally.areas, minimum, without={key.area or "" for key in _areas(without)}),
        otherwise=named - tally.mentions(themes) + bare,
        again=named + bare - tally[TOTAL].concerns,
    )
    if of.is_one_place:  # only its total, which is the field's
        return Shown(themes=themes, margins=replace(margins, areas=list(tally.areas)), cells=())
    areas, cells = showable_cells(
        margins, minimum=minimum, all_or_none=of.of_places, without=without
    )
    return Shown(themes=themes, margins=replace(margins, areas=areas), cells=cells)


def gives_away(then: Tally, known: Mapping[Key, Bounds], of: Field, minimum: int) -> bool:
    """Whether what a picture left out follows, once between what some numbers lie is known."""
    return beside_gives_away(shown_of(then, of, minimum), known, of, minimum)


def beside_gives_away(shown: Shown, known: Mapping[Key, Bounds], of: Field, minimum: int) -> bool:
    """The same of a picture that shows this."""
    if cells_give_away(shown.margins, shown.cells, known, minimum):
        return True
    places = of.focus_area.areas if of.of_places else of.config.areas
    left_out = [
        (shown.other_areas, [Key(area=area) for area in places if area not in shown.areas]),
        (shown.other_themes, [Key(theme) for theme in of.themes if theme not in shown.themes]),
    ]
    return any(
        rest_gives_away(rest, [known.get(key, (0, rest)) for key in keys], minimum)
        for rest, keys in left_out
    )


def _themes(tally: Tally, of: Field, minimum: int, without: Collection[Key]) -> list[str]:
    """The themes to show; in a field of places not the small ones."""
    numbers = {theme: tally[Key(theme)] for theme in of.themes}
    if of.of_places:
        told = {name: n for name, n in numbers.items() if n.concerns}
        left_out = {key.theme or "" for key in without if key.area is None}
        return showable(told, minimum, without=left_out)
    return sorted(numbers, key=lambda theme: (-numbers[theme].concerns, theme))


def _areas(keys: Collection[Key]) -> Iterator[Key]:
    return (key for key in keys if key.theme is None)
