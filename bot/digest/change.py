"""Telling a change from chance: a period against those before, and against the year before.

1. Chance. Given the sum over the period and those before, its count is beta-binomial, as wide
   as the periods before spread: `bot.digest.chance` and `bot.digest.dispersion`.
2. Season. Where last year is known, the part of the sum that is expected now is also raised
   (or lowered) by the factor by which the same weeks rose (or fell) then against the weeks
   before them. They are no further weeks of the same mean, as in Stroup et al. (Stat. Med. 8,
   1989) and Farrington et al. (J. R. Stat. Soc. A 159, 1996): the bot reaches more, or other,
   people than a year ago. A change must hold without the factor and with it, so last year
   can take a change away and never make one: an intersection-union test (Berger,
   Technometrics 24, 1982), which keeps the stated rate whatever last year was like.
3. Many numbers. Those too small to show any change are not looked at (Tarone, Biometrics 46,
   1990; Gilbert, Appl. Stat. 54, 2005). Over the others Benjamini & Hochberg (J. R. Stat. Soc.
   B 57, 1995) keep the expected share of false alarms at `CLEAR`, or `POSSIBLE`, for more and
   for fewer.
4. Size. Concerns and voices must both lie outside all the periods before, by at least
   `MINIMUM_DIFFERENCE` from what was expected, so that neither one eager writer nor two
   instead of one make a change. A campaign does, for many wrote: that they sent one text is
   said beside it.

`python -m tests.benchmarks.change` measures the rates and the power.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np

from bot.digest.chance import Mask, Sums
from bot.digest.dispersion import Reals
from bot.digest.series import Columns, Series
from bot.digest.values import Trend

CLEAR = 0.01
POSSIBLE = 0.05
MINIMUM_DIFFERENCE = 3

K = TypeVar("K")
Direction = Literal[1, -1]
_DIRECTIONS: dict[Direction, Trend] = {1: Trend.MORE, -1: Trend.FEWER}


@dataclass(frozen=True, kw_only=True)
class Change:
    """How a number stands to what it was before; at most one of the three tells of a change.

    `trend` is more or fewer where that is clear, `possible` where it is likely but may be
    chance, `seasonal` where the periods before alone would make it clear, but last year went
    the same way.
    """

    trend: Trend
    possible: Trend | None = None
    seasonal: Trend | None = None


def trends(series: Mapping[K, Series]) -> dict[K, Trend]:
    """How each number stands to what it was before; more or fewer only where that is clear."""
    return {key: change.trend for key, change in changes(series).items()}


def changes(series: Mapping[K, Series]) -> dict[K, Change]:
    """How each number stands to what it was before, clearly or possibly."""
    rows: dict[Series, int] = {}  # the same numbers under two names are one question
    row_of = {k: rows.setdefault(s, len(rows)) for k, s in series.items() if s.is_enough}
    found = _judged(list(rows))
    unknown = Change(trend=Trend.UNKNOWN)
    return {key: found[row_of[key]] if key in row_of else unknown for key in series}


def _judged(series: Sequence[Series]) -> list[Change]:
    found = [Change(trend=Trend.USUAL)] * len(series)
    if not series:
        return found
    columns = Columns.of(series)
    for direction, trend in _DIRECTIONS.items():
        none = np.ones_like(columns.rush)
        season = np.fmax(columns.rush, 1) if direction > 0 else np.fmin(columns.slack, 1)
        plain = _chances(columns, direction, none)
        seasoned = _chances(columns, direction, season) if (season != none).any() else plain
        clear, possible = seasoned.rare(CLEAR), seasoned.rare(POSSIBLE)
        for row, but_for_season in enumerate(plain.rare(CLEAR)):
            if clear[row]:
                found[row] = Change(trend=trend)
            elif possible[row]:
                found[row] = Change(trend=Trend.USUAL, possible=trend)
            elif but_for_season:
                found[row] = Change(trend=Trend.USUAL, seasonal=trend)
    return found


@dataclass(frozen=True, kw_only=True)
class _Chances:
    """The probabilities of numbers as far out, and the least that they could have had."""

    actual: Reals
    least: Reals

    def rare(self, rate: float) -> list[bool]:
        """Which are no chance, all that were looked at considered."""
        from scipy.stats import false_discovery_control

        looked_at = self.least <= rate
        found = np.zeros(len(self.actual), dtype=bool)
        if looked_at.any():
            found[looked_at] = false_discovery_control(self.actual[looked_at]) <= rate
        return [bool(one) for one in found]


def _chances(columns: Columns, direction: Direction, factor: Reals) -> _Chances:
    """The probabilities of as many (1) or as few (-1); of concerns and voices the larger."""
    share = factor / (factor + columns.length)
    sums = Sums(total=columns.total, share=share, dispersion=columns.dispersion)
    as_far = Sums.as_high if direction > 0 else Sums.as_low
    farthest = columns.total if direction > 0 else np.zeros_like(columns.total)
    out, can_be = _stand_out(columns, direction), _can_stand_out(columns, direction)
    actual, least = np.ones(out.shape), np.ones(out.shape)
    actual[out] = as_far(sums.where(out), columns.now[out])
    least[can_be] = sums.where(can_be).exactly(farthest[can_be])
    return _Chances(actual=_of_both(actual), least=_of_both(least))


def _of_both(chances: Reals) -> Reals:
    larger: Reals = chances.reshape(2, -1).max(axis=0)
    return larger


def _stand_out(columns: Columns, direction: Direction) -> Mask:
    """Which lie outside all the periods before, far from what was expected."""
    expected = (columns.total - columns.now) / columns.length
    bound = columns.highest_rate if direction > 0 else columns.lowest_rate
    far: Mask = direction * (columns.now - expected) >= MINIMUM_DIFFERENCE
    return far & (direction * (columns.now - bound) > 0)


def _can_stand_out(columns: Columns, direction: Direction) -> Mask:
    """Which would at the most extreme that their sum allows."""
    farthest = columns.total if direction > 0 else columns.total / columns.length
    can: Mask = farthest >= MINIMUM_DIFFERENCE
    return can
