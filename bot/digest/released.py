"""What a picture shows where others of the same time are known: of its weeks, of other fields.

A number that is left out of the picture of a week must not be what a longer one has more than
the other weeks, nor what the picture of the whole municipality has more than the focus areas.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.digest.periods import Kind, Period
from bot.digest.privacy import rest_gives_away
from bot.digest.shown import Shown, shown_of
from bot.digest.sums import Sum, given_away
from bot.digest.tally import TOTAL, Field, Key, Number, Sorter, Tally, tallies
from storage.counting import Detailed

Split = Sequence[Tally]
"""The tallies of periods within a longer one that each have a picture of their own."""

_WEEK = 7
_QUARTERS = (1, 2, 3, 4)


def splits_of(
    period: Period, concerns: Sequence[Detailed], sorter: Sorter, zone: ZoneInfo
) -> list[list[Mapping[str, Tally]]]:
    """The tallies by focus area of the whole weeks, and of the whole quarters, in a period."""
    if period.days <= _WEEK:
        return []
    told: dict[date, list[Detailed]] = {}
    for concern in concerns:
        told.setdefault(concern.told_at.astimezone(zone).date(), []).append(concern)
    weeks = _sorted_into(_weeks_in(period), told, sorter)
    quarters = _sorted_into(_quarters_in(period), told, sorter)
    for quarter, by_field in quarters.items():
        inside = [weeks[week] for week in _weeks_in(quarter)]
        for id, tally in by_field.items():
            by_field[id] = replace(tally, weeks=[week[id] for week in inside])
    return [list(split.values()) for split in (weeks, quarters) if split]


def _sorted_into(
    parts: Sequence[Period], told: Mapping[date, Sequence[Detailed]], sorter: Sorter
) -> dict[Period, dict[str, Tally]]:
    of_part: dict[Period, list[Detailed]] = {part: [] for part in parts}
    for day, said in told.items():
        found = next((part for part in parts if part.first <= day <= part.last), None)
        if found is not None:
            of_part[found] += said
    return {part: tallies(said, sorter) for part, said in of_part.items()}


def _weeks_in(period: Period) -> list[Period]:
    weeks = [Period.of_week(week) for week in period.weeks()]
    return [week for week in weeks if period.first <= week.first and week.last <= period.last]


def _quarters_in(period: Period) -> list[Period]:
    if period.kind is Kind.QUARTER:
        return []
    years = range(period.first.year, period.last.year + 1)
    quarters = [Period.quarter(year, number) for year in years for number in _QUARTERS]
    return [one for one in quarters if period.first <= one.first and one.last <= period.last]


def shown_beside(tally: Tally, of: Field, minimum: int, splits: Sequence[Split]) -> Shown:
    """What is shown of a tally whose parts are shown in pictures of their own."""
    return _without_remainders(tally, of, minimum, _released(splits, of, minimum))


def shown_of_whole(
    tally: Tally,
    of: Field,
    minimum: int,
    *,
    parts: Sequence[Shown],
    splits: Sequence[Split] = (),
) -> Shown:
    """What is shown of the whole municipality, where `parts` show its focus areas.

    No cell is shown that its focus area leaves out, and no area whose number, with those that
    the focus areas show, gives away a cell.
    """
    told = {key for part in parts for key in part.cells}
    without = {key for key in tally.numbers if key.theme and key.area and key not in told}
    small = [key for key in without if 0 < tally[key].concerns < minimum]
    released = _released(splits, of, minimum)
    while True:
        shown = _without_remainders(tally, of, minimum, released, without)
        found = given_away(_sums_of(shown, parts), small, minimum)
        if found is None or not shown.areas:
            return shown
        area = found.area if found.area in shown.areas else shown.areas[-1]
        without.add(Key(area=area))


def sensitive_beside(
    tally: Tally, of: Field, minimum: int, splits: Sequence[Split]
) -> frozenset[str]:
    """The sensitive themes whose number is shown where those of its parts are as well.

    It is left out where it is small, and where what it has more than the parts that are shown
    would tell of a small one.
    """
    return frozenset(
        theme
        for theme in of.sensitive
        if tally[Key(theme)].voices >= minimum
        and not any(_leaves_small(Key(theme), tally, split, minimum) for split in splits)
    )


def _leaves_small(key: Key, tally: Tally, split: Split, minimum: int) -> bool:
    hidden = [part for part in split if not _told_alone(key, part, minimum)]
    rest = sum(part[key].concerns for part in hidden)
    outside = tally[key].concerns - sum(part[key].concerns for part in split)
    if 0 < rest + outside < minimum or 0 < rest < minimum:
        return True
    if rest_gives_away(rest, [(0, rest)] * len(hidden), minimum):
        return True
    weeks = [week for part in hidden for week in part.weeks]
    inside = Tally(numbers={key: Number(concerns=sum(week[key].concerns for week in weeks))})
    return bool(weeks) and _leaves_small(key, inside, weeks, minimum)


def _told_alone(key: Key, part: Tally, minimum: int) -> bool:
    enough = part[key].voices >= minimum
    return enough and not (part.weeks and _leaves_small(key, part, part.weeks, minimum))


def _sums_of(whole: Shown, parts: Sequence[Shown]) -> list[Sum]:
    """What the pictures tell of the cells, as sums; those of themes with nothing left out."""
    tally = whole.margins.tally
    areas = list(tally.areas)
    sums = []
    for part in parts:
        themes = [theme for theme in part.themes if tally[Key(theme)].concerns]
        sums += _sums_by_area(part, themes, areas)
        nowhere = part.margins.tally[TOTAL].concerns - _in_areas(part)
        for theme in themes:
            count = tally[Key(theme)].concerns
            cells = [Key(theme, area) for area in areas]
            sums.append(Sum(cells=cells, least=count - nowhere, most=count))
        sums += [Sum(cells=[key], least=n, most=n) for key in part.cells for n in [_of(part, key)]]
    themes = [theme for theme in whole.themes if tally[Key(theme)].concerns]
    return sums + _sums_by_area(whole, themes, areas)


def _sums_by_area(shown: Shown, themes: Sequence[str], areas: Sequence[str]) -> list[Sum]:
    """The numbers of the areas, and of those left out together."""
    told = [([area], _of(shown, Key(area=area))) for area in shown.areas]
    told.append(([area for area in areas if area not in shown.areas], shown.other_areas))
    otherwise, again = shown.margins.otherwise, shown.margins.again
    return [
        Sum(
            cells=[Key(theme, area) for theme in themes for area in within],
            least=count - otherwise,
            most=count + again if count else 0,
        )
        for within, count in told
    ]


def _of(shown: Shown, key: Key) -> int:
    return shown.margins.tally[key].concerns


def _in_areas(shown: Shown) -> int:
    return sum(number.concerns for number in shown.margins.tally.areas.values())


def _released(splits: Sequence[Split], of: Field, minimum: int) -> list[list[tuple[Tally, Shown]]]:
    return [[(part, _shown_of_part(part, of, minimum)) for part in split] for split in splits]


def _shown_of_part(part: Tally, of: Field, minimum: int) -> Shown:
    if not part.weeks or of.is_whole:
        return shown_of(part, of, minimum)
    return shown_beside(part, of, minimum, [part.weeks])


def _without_remainders(
    tally: Tally,
    of: Field,
    minimum: int,
    released: Sequence[Sequence[tuple[Tally, Shown]]],
    without: Collection[Key] = (),
) -> Shown:
    left_out = set(without)
    while True:
        shown = shown_of(tally, of, minimum, without=left_out)
        found = {
            key
            for key in shown.keys
            if of.is_guarded(key)
            and any(_remains(key, tally, of, one, minimum) for one in released)
        }
        if of.is_one_place or not found:
            return shown
        left_out |= found


def _remains(
    key: Key, tally: Tally, of: Field, released: Sequence[tuple[Tally, Shown]], minimum: int
) -> bool:
    """Whether a number less what its parts show gives away a part that is left out.

    What is in none of the parts is taken as known: the picture of a week that begins or ends
    outside, and of the time next to this, may tell it. Nor may what the parts left out are
    together tell of the weeks in them.
    """
    left_out = [(part, one) for part, one in released if not _tells(one, key)]
    numbers = (part[key].concerns for part, one in released if _tells(one, key))
    rest = tally[key].concerns - sum(numbers)
    if 0 < rest < minimum:
        return True
    rest -= tally[key].concerns - sum(part[key].concerns for part, _ in released)
    if 0 < rest < minimum:
        return True
    bounds = [(0, _most(key, part, one)) for part, one in left_out]
    if rest_gives_away(rest, bounds, minimum):
        return True
    weeks = [week for part, _ in left_out for week in part.weeks]
    if not weeks or of.is_whole:
        return False
    inside = Tally(numbers={key: Number(concerns=sum(week[key].concerns for week in weeks))})
    return _remains(
        key, inside, of, [(week, shown_of(week, of, minimum)) for week in weeks], minimum
    )


def _tells(shown: Shown, key: Key) -> bool:
    if key.theme is None:
        return key.area in shown.areas
    return key.theme in shown.themes if key.area is None else key in shown.cells


def _most(key: Key, part: Tally, shown: Shown) -> int:
    """The most that a number left out can be, by what is shown around it."""
    return min(_around(key, part, shown))


def _around(key: Key, part: Tally, shown: Shown) -> Iterator[int]:
    if key.area is not None:
        in_sight = key.area in shown.areas
        yield part[Key(area=key.area)].concerns if in_sight else shown.other_areas
    if key.theme is not None:
        in_sight = key.theme in shown.themes
        yield part[Key(key.theme)].concerns if in_sight else shown.other_themes
