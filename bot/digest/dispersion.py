"""How many times wider than Poisson numbers spread from week to week, learnt from all of them.

Each number's own is Pearson's chi-square by its degrees of freedom (McCullagh & Nelder,
Generalized Linear Models, 1989, 4.5.2). A few weeks say little about one number, so it is
drawn towards what is usual for one of its size: 1 + a + b * mean, where `a` is for concerns
that come in bursts and `b` for weeks in which everybody writes more. It is drawn the more the
less the numbers differ from that line (Smyth, Stat. Appl. Genet. Mol. Biol. 3, 2004).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]

_MINIMUM_MEAN = 1.0
"""Rarer numbers say little about how wide they spread."""
_PRIOR_VARIANCE, _PRIOR_NUMBERS = 0.2, 10.0
"""How much numbers differ in their dispersion, relatively, and how many say so beforehand."""
_MOST_TIMES_FITTED = 4.0
"""A number that spreads even wider has had an outbreak, and is no rule for others."""
_LEAST_VARIANCE = 0.02
_ROUNDS = 4


@dataclass(frozen=True, kw_only=True)
class Run:
    """Counts of one number (by its position) in successive periods, and their lengths."""

    number: int
    counts: Sequence[int]
    lengths: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Dispersion:
    """The variance by the mean of each number, and the degrees of freedom it is known by.

    With no degrees of freedom nothing is known, and the number is taken as Poisson. What
    spreads less than Poisson is an accident: `at_least_one`.
    """

    value: Reals
    degrees: Reals

    @property
    def at_least_one(self) -> Reals:
        """The likeliest."""
        return np.maximum(self.value, 1.0)

    def where(self, mask: NDArray[Any]) -> "Dispersion":
        """Those of the numbers."""
        return Dispersion(value=self.value[mask], degrees=self.degrees[mask])

    def quantiles(self, probabilities: Reals) -> Reals:
        """What it may be: a row for each number, a column for each probability, widest first."""
        from scipy.special import gammaincinv

        known = self.degrees[:, None] > 0
        half = np.where(known, self.degrees[:, None], 1.0) / 2
        wide = self.value[:, None] * half / gammaincinv(half, probabilities[None, :])
        return np.where(known, np.maximum(wide, 1.0), 1.0)


def learn(runs: Sequence[Run], numbers: int) -> Dispersion:
    """The dispersion of each of so many numbers; a number may have several runs, or none."""
    mean, square, degrees = np.zeros(numbers), np.zeros(numbers), np.zeros(numbers)
    for run in runs:
        found = _pearson(run)
        mean[run.number] = max(mean[run.number], found.mean)
        square[run.number] += found.square
        degrees[run.number] += found.degrees
    told = degrees > 0
    if not told.any():
        return Dispersion(value=np.ones(numbers), degrees=degrees)

    own = np.divide(square, degrees, out=np.ones(numbers), where=told)
    burst, swing = _line(mean[told], own[told], degrees[told])
    usual = 1 + burst + swing * mean
    # What comes in bursts is known less well: the fourth moment of the negative binomial.
    degrees[told] /= 1 + 3 * (usual[told] - 1) / mean[told]
    prior = _prior_degrees(own[told] / usual[told], degrees[told])
    # What is usual is known from the other numbers only.
    of_others = np.minimum(prior, degrees.sum() - degrees)
    together = degrees + of_others
    weighed = degrees * own + of_others * usual
    value = np.divide(weighed, together, out=usual, where=together > 0)
    return Dispersion(value=value, degrees=together)


class _Pearson(NamedTuple):
    mean: float
    square: float = 0.0
    degrees: int = 0


def _pearson(run: Run) -> _Pearson:
    if not run.counts:
        return _Pearson(0.0)
    rate = sum(run.counts) / sum(run.lengths)
    mean = sum(run.counts) / len(run.counts)
    if mean < _MINIMUM_MEAN:
        return _Pearson(mean)
    square = sum(
        (c - rate * n) ** 2 / (rate * n) for c, n in zip(run.counts, run.lengths, strict=True)
    )
    return _Pearson(mean, square, len(run.counts) - 1)


def _line(mean: Reals, found: Reals, degrees: Reals) -> tuple[float, float]:
    """How much wider than Poisson numbers spread, and how much more for each of their mean."""
    from scipy.optimize import nnls

    fitted = np.full(len(found), max(1.0, float(np.average(found, weights=degrees))))
    for _ in range(_ROUNDS):
        weights = np.sqrt(degrees) / fitted
        columns = np.column_stack([np.ones_like(mean), mean])
        (burst, swing), _ = nnls(columns * weights[:, None], (found - 1) * weights)
        fitted = 1 + burst + swing * mean
    return float(burst), float(swing)


def _prior_degrees(ratio: Reals, degrees: Reals) -> float:
    """What the line is worth as degrees of freedom of a number, by how near the others are.

    If the numbers' true dispersions vary around the line as an inverse chi-square of d degrees
    does, their relative variance is 2 / (d - 4).
    """
    beyond_chance = (np.minimum(ratio, _MOST_TIMES_FITTED) - 1) ** 2 - 2 / degrees
    known = float(beyond_chance.sum()) + _PRIOR_NUMBERS * _PRIOR_VARIANCE
    variance = known / (len(ratio) + _PRIOR_NUMBERS)
    return 4 + 2 / max(variance, _LEAST_VARIANCE)
