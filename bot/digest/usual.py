"""What is usual of a number, as far as it may be told, and what follows from telling it."""

from collections.abc import Sequence
from itertools import chain
from statistics import fmean

from bot.digest.change import MINIMUM_DIFFERENCE, Change
from bot.digest.privacy import Bounds
from bot.digest.tally import Number
from bot.digest.values import Trend, Usual


def bounds_of(usual: Usual, number: int) -> Bounds:
    """Between what a reader knows a number to lie that is one of those that are usual.

    With a mean it is taken as known, for that of the period before may tell the difference.
    """
    if usual.mean is not None:
        return number, number
    return 0, usual.below - 1 if usual.below is not None else usual.high or 0


def as_seen(change: Change, concerns: int, below: int) -> Change:
    """The change, if it can be seen in what is told: not from fewer than 3 to 3."""
    told = change.trend is Trend.MORE or Trend.MORE in {change.possible, change.seasonal}
    seen = concerns - (below - 1) >= MINIMUM_DIFFERENCE
    return Change(trend=Trend.USUAL) if told and not seen else change


def usual_of(before: Sequence[Number], minimum: int) -> Usual | None:
    """What a number was like; those of fewer concerns or voices are not told apart."""
    if not before:
        return None
    concerns = [number.concerns for number in before]
    low, high = min(concerns), max(concerns)
    if high < minimum:
        return Usual(below=minimum)
    if min(chain(concerns, (number.voices for number in before))) < minimum:
        return Usual(high=high)
    return Usual(mean=round(fmean(concerns), 2), low=low, high=high)
