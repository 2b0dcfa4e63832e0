"""Telling a change from chance, in a week against the weeks before.

Method: the counts of the weeks are taken as negative binomial with one mean. How much wider
than Poisson they spread is estimated from the weeks before, over all numbers together
(Pearson's chi-square by its degrees of freedom). Given the sum of all weeks, this week's
count is then beta-binomial; where nothing spreads wider it is binomial, the exact conditional
test of Przyborowski & Wilenski (Biometrika 31, 1940). Numbers too small to show any change
are not looked at (Tarone, Biometrics 46, 1990). Over those that are, Benjamini & Hochberg
(J. R. Stat. Soc. B 57, 1995) keep the expected share of false alarms at `ALPHA`, for more and
for fewer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal, TypeVar

from bot.digest.tally import Number
from bot.digest.values import Trend

ALPHA = 0.01
MINIMUM_DIFFERENCE = 3
MINIMUM_WEEKS = 3
_MINIMUM_MEAN = 1.0
"""Rarer numbers say little about how wide the weeks spread."""

K = TypeVar("K")


@dataclass(frozen=True, kw_only=True)
class Series:
    """A number this week, and what it was in each of the weeks before."""

    now: Number
    before: tuple[Number, ...]


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How probable a count as high is if nothing has changed, and one as low.

    The least values are those that the most extreme count of the same sum would have.
    """

    as_high: float
    as_low: float
    least_as_high: float
    least_as_low: float


def trends(series: Mapping[K, Series]) -> dict[K, Trend]:
    """How each number stands to its weeks before; more or fewer only where it is no chance.

    Both the concerns and the voices must lie outside all the weeks before, by at least
    `MINIMUM_DIFFERENCE` from their mean, so that neither one eager writer nor two instead of
    one make a trend.
    """
    tested = {key: one for key, one in series.items() if len(one.before) >= MINIMUM_WEEKS}
    distinct = set(tested.values())  # the same numbers under two names are one question
    dispersion = _dispersion(distinct)
    chances = {one: _of_both(one, dispersion) for one in distinct}
    more = _rare({s: c.as_high for s, c in chances.items() if c.least_as_high <= ALPHA})
    fewer = _rare({s: c.as_low for s, c in chances.items() if c.least_as_low <= ALPHA})

    found = {key: Trend.USUAL if key in tested else Trend.UNKNOWN for key in series}
    for key, one in tested.items():
        if one in more and _stands_out(one, 1):
            found[key] = Trend.MORE
        if one in fewer and _stands_out(one, -1):
            found[key] = Trend.FEWER
    return found


def chance(now: int, before: Sequence[int], dispersion: float = 1.0) -> Chance:
    """The chances of a count of `now` after those before.

    `dispersion` is the variance by the mean, at least 1.
    """
    from scipy.stats import betabinom, binom

    weeks, total = len(before), now + sum(before)
    if dispersion > 1 and total:
        size = total / (weeks + 1) / (dispersion - 1)
        as_high = betabinom.sf([now - 1, total - 1], total, size, size * weeks)
        as_low = betabinom.cdf([now, 0], total, size, size * weeks)
    else:
        as_high = binom.sf([now - 1, total - 1], total, 1 / (weeks + 1))
        as_low = binom.cdf([now, 0], total, 1 / (weeks + 1))
    return Chance(
        as_high=float(as_high[0]),
        as_low=float(as_low[0]),
        least_as_high=float(as_high[1]),
        least_as_low=float(as_low[1]),
    )


def _dispersion(series: Iterable[Series]) -> float:
    """How many times wider than Poisson the weeks before spread; at least 1."""
    squares, degrees = 0.0, 0
    for one in series:
        counts = [number.concerns for number in one.before]
        mean = fmean(counts)
        if mean >= _MINIMUM_MEAN:
            squares += sum((count - mean) ** 2 for count in counts) / mean
            degrees += len(counts) - 1
    return max(1.0, squares / degrees) if degrees else 1.0


def _of_both(series: Series, dispersion: float) -> Chance:
    concerns = chance(series.now.concerns, [n.concerns for n in series.before], dispersion)
    voices = chance(series.now.voices, [n.voices for n in series.before], dispersion)
    return Chance(
        as_high=max(concerns.as_high, voices.as_high),
        as_low=max(concerns.as_low, voices.as_low),
        least_as_high=max(concerns.least_as_high, voices.least_as_high),
        least_as_low=max(concerns.least_as_low, voices.least_as_low),
    )


def _rare(chances: Mapping[K, float]) -> set[K]:
    """Those that are no chance, all that were looked at considered."""
    if not chances:
        return set()
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control(list(chances.values()))
    return {key for key, one in zip(chances, adjusted, strict=True) if one <= ALPHA}


def _stands_out(series: Series, direction: Literal[1, -1]) -> bool:
    """Whether concerns and voices are both outside the weeks before, far from the mean."""
    concerns = series.now.concerns, [number.concerns for number in series.before]
    voices = series.now.voices, [number.voices for number in series.before]
    return all(
        direction * (now - fmean(before)) >= MINIMUM_DIFFERENCE
        and all(direction * (now - count) > 0 for count in before)
        for now, before in (concerns, voices)
    )
