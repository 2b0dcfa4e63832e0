"""How probable counts are where nothing has changed, for many numbers at once.

The count of a period is taken as negative binomial whose variance is a multiple of its mean:
the dispersion, 1 for Poisson. Given the sum of all periods, the latest count is then exactly
beta-binomial (Johnson, Kemp & Kotz, Univariate Discrete Distributions, 2005, 6.2.2); with
dispersion 1 it is binomial, the exact conditional test of Przyborowski & Wilenski (Biometrika
31, 1940). A dispersion that is known from a few weeks only is not taken as sure: the
probability is the mean over all that it may be, as Student's t is for a variance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.digest.dispersion import Dispersion, Reals

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]

_STEPS = (np.arange(6) + 0.5) / 6
_NODES, _WEIGHTS = _STEPS**4, _STEPS**3 / (_STEPS**3).sum()
"""The midpoint rule over the fourth root: the rare, wide dispersions make small chances."""
_HARDLY = 1.001
"""What spreads no wider than this is taken as Poisson."""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Numbers over all periods.

    `total` is the sum over the periods, `share` the part of it to be expected in the latest.
    """

    total: Counts
    share: Reals
    dispersion: Dispersion

    def as_high(self, now: Counts) -> Reals:
        """The probability that the latest count is at least `now`."""
        return self._mean("sf", now - 1)

    def as_low(self, now: Counts) -> Reals:
        """The probability that the latest count is at most `now`."""
        return self._mean("cdf", now)

    def exactly(self, now: Counts) -> Reals:
        """The probability that the latest count is `now`, by the likeliest dispersion alone."""
        return _probability("pmf", now, self.total, self.share, self.dispersion.at_least_one)

    def where(self, mask: Mask) -> "Sums":
        """Those of the numbers."""
        return Sums(
            total=self.total[mask], share=self.share[mask], dispersion=self.dispersion.where(mask)
        )

    def _mean(self, function: str, count: Counts) -> Reals:
        wide = self.dispersion.quantiles(_NODES)
        over = (column[:, None] for column in (count, self.total, self.share))
        arrays = np.broadcast_arrays(*over, wide)
        mean: Reals = _probability(function, *arrays) @ _WEIGHTS
        return mean


def _probability(
    function: str, count: Counts, total: Counts, share: Reals, dispersion: Reals
) -> Reals:
    from scipy.stats import betabinom, binom

    wide = (dispersion > _HARDLY) & (total > 0)
    found = np.empty(count.shape)
    found[~wide] = getattr(binom, function)(count[~wide], total[~wide], share[~wide])
    size = total[wide] / (dispersion[wide] - 1)
    first, rest = size * share[wide], size * (1 - share[wide])
    found[wide] = getattr(betabinom, function)(count[wide], total[wide], first, rest)
    return np.clip(found, 0.0, 1.0)
