"""A change is claimed where chance is an unlikely explanation, and nowhere else."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from bot.digest.change import Series, chance, trends
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
        (8, [1, 1, 2], Trend.MORE),
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


def test_one_eager_writer_makes_no_trend():
    assert trend(12, [2, 2, 2, 2, 2, 2, 2, 2]) is Trend.MORE
    assert trend(12, [2, 2, 2, 2, 2, 2, 2, 2], voices=3) is Trend.USUAL


def test_the_more_numbers_are_looked_at_the_rarer_one_must_be():
    alone = {"x": series(7, [1, 2, 2, 2, 1, 2, 2, 2])}
    quiet = {n: series(10, [10, 9, 11, 10, 10, 9, 11, 10]) for n in range(40)}
    assert trends(alone)["x"] is Trend.MORE
    assert trends({**alone, **quiet})["x"] is Trend.USUAL


def test_without_dispersion_it_is_the_exact_binomial_test():
    found = chance(9, [2, 2, 3])
    assert found.as_high == pytest.approx(binomtest(9, 16, 1 / 4, alternative="greater").pvalue)
    assert found.as_low == pytest.approx(binomtest(9, 16, 1 / 4, alternative="less").pvalue)


@settings(deadline=None)
@given(st.integers(0, 60), st.lists(st.integers(0, 60), min_size=2, max_size=9))
def test_chances_are_probabilities_and_the_most_extreme_ones_are_least(now, before):
    found = chance(now, before)
    assert 0 <= found.least_as_high <= found.as_high <= 1 + 1e-9
    assert 0 <= found.least_as_low <= found.as_low <= 1 + 1e-9
    assert found.as_high + found.as_low >= 1 - 1e-9


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
