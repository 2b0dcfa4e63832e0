"""A change is claimed where chance is an unlikely explanation, and nowhere else."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from bot.digest.chance import Sums
from bot.digest.change import changes, trends
from bot.digest.dispersion import Dispersion
from bot.digest.series import Series
from bot.digest.tally import Number
from bot.digest.values import Trend


def series(now, before, voices=None):
    return Series(
        now=Number(concerns=now, voices=now if voices is None else voices),
        before=tuple(Number(concerns=n, voices=n) for n in before),
    )


def trend(now, before, **given):
    return trends({"only": series(now, before, **given)})["only"]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (3, [2, 2, 2, 2, 2, 2, 2, 2], Trend.USUAL),
        (2, [0, 0, 0, 0, 0, 0, 0, 0], Trend.USUAL),
        (4, [0, 0, 0, 0, 0, 0, 0, 0], Trend.MORE),
        (10, [1, 1, 2], Trend.MORE),
        (9, [2, 3, 1, 2, 2, 3, 1, 2], Trend.MORE),
        (6, [4, 5, 6, 5, 3, 6, 5, 4], Trend.USUAL),
        (0, [9, 8, 10, 9, 9, 8, 11, 9], Trend.FEWER),
        (0, [1, 2, 1, 2, 1, 1, 2, 1], Trend.USUAL),
        (12, [0, 9, 1, 14, 0, 11, 2, 8], Trend.USUAL),
        (40, [20, 21, 19, 22, 18, 20, 21, 19], Trend.MORE),
        (40, [20], Trend.UNKNOWN),
        (40, [20, 21], Trend.UNKNOWN),
        (40, [], Trend.UNKNOWN),
        (0, [0, 0, 0], Trend.USUAL),
    ],
)
def test_a_change_is_claimed_where_it_is_no_chance(now, before, said):
    assert trend(now, before) is said


def test_of_three_weeks_nobody_knows_how_wide_they_spread():
    found = changes({"only": series(8, [1, 1, 2])})["only"]
    assert (found.trend, found.possible) == (Trend.USUAL, Trend.MORE)
    assert changes({"only": series(8, [1, 1, 2, 1, 1, 2])})["only"].trend is Trend.MORE


def test_one_eager_writer_makes_no_trend():
    assert trend(12, [2, 2, 2, 2, 2, 2, 2, 2]) is Trend.MORE
    assert trend(12, [2, 2, 2, 2, 2, 2, 2, 2], voices=3) is Trend.USUAL


def test_the_more_numbers_are_looked_at_the_rarer_one_must_be():
    alone = {"x": series(7, [1, 2, 2, 2, 1, 2, 2, 2])}
    quiet = {n: series(10, [10, 9, 11, 10, 10, 9, 11, 10]) for n in range(40)}
    assert trends(alone)["x"] is Trend.MORE
    assert trends({**alone, **quiet})["x"] is Trend.USUAL


def sums(total, share, dispersion=1.0, degrees=0.0):
    wide = Dispersion(value=np.array([dispersion]), degrees=np.array([degrees]))
    return Sums(total=np.array([total]), share=np.array([share]), dispersion=wide)


def test_without_dispersion_it_is_the_exact_binomial_test():
    found, now = sums(16, 1 / 4), np.array([9])
    more = binomtest(9, 16, 1 / 4, alternative="greater").pvalue
    fewer = binomtest(9, 16, 1 / 4, alternative="less").pvalue
    assert found.as_high(now)[0] == pytest.approx(more)
    assert found.as_low(now)[0] == pytest.approx(fewer)


@settings(deadline=None)
@given(
    st.integers(1, 200), st.floats(0.02, 0.9), st.floats(1.0, 9.0), st.integers(1, 60), st.data()
)
def test_chances_are_probabilities_and_the_most_extreme_ones_are_least(
    total, share, dispersion, degrees, data
):
    of = sums(total, share, dispersion, float(degrees))
    now, most, none = (np.array([n]) for n in (data.draw(st.integers(0, total)), total, 0))
    as_high, as_low = of.as_high(now)[0], of.as_low(now)[0]
    assert 0 <= of.as_high(most)[0] <= as_high + 1e-9 <= 1 + 2e-9
    assert 0 <= of.as_low(none)[0] <= as_low + 1e-9 <= 1 + 2e-9
    assert as_high + as_low >= 1 - 1e-9


def test_the_less_is_known_of_the_spread_the_likelier_is_a_high_count():
    now = np.array([12])
    known = [sums(30, 1 / 9, 2.0, degrees).as_high(now)[0] for degrees in (200.0, 20.0, 4.0)]
    assert known == sorted(known)


def test_in_quiet_times_hardly_a_digest_raises_a_false_alarm():
    rng = random.Random(20261122)
    alarms = sum(
        any(t is not Trend.USUAL for t in trends(_quiet_week(rng)).values()) for _ in range(150)
    )
    assert alarms <= 6


def _quiet_week(rng):
    means = [12, 6, 3, 2, 1, 0.5]
    return {
        mean: series(_poisson(rng, mean), [_poisson(rng, mean) for _ in range(8)]) for mean in means
    }


def _poisson(rng, mean):
    """Arrivals at random within one unit of time."""
    count, at = 0, rng.expovariate(mean)
    while at < 1:
        count, at = count + 1, at + rng.expovariate(mean)
    return count
