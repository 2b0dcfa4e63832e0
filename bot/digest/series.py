"""A number in a period and in those before, and many of them as arrays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Self

import numpy as np

from bot.digest.chance import Counts
from bot.digest.dispersion import Dispersion, Reals, Run, learn
from bot.digest.tally import Number

MINIMUM_PERIODS = 3
"""Fewer say nothing about how wide they spread."""
_SEASON_PRIOR = 8.0
"""As many expected concerns weigh as much as what is known beforehand of last year's season."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """A number in a period, and what it was before.

    `before` are the periods to compare with, and `lengths` how long each of them was if the
    period itself is 1; empty if all were as long. `last_year` are the periods around the same
    time of last year (for a week: the week before it, the week, the week after) and
    `last_year_before` those that correspond to `before`; both empty where nothing was told
    that early. `weeks` are the weeks of `before`, where its periods are longer and fewer than
    `MINIMUM_PERIODS`: they tell instead how wide it spreads.
    """

    now: Number
    before: tuple[Number, ...]
    lengths: tuple[float, ...] = ()
    last_year: tuple[Number, ...] = ()
    last_year_before: tuple[Number, ...] = ()
    weeks: tuple[Number, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether chance can be told at all."""
        return bool(self.before) and max(len(self.before), len(self.weeks)) >= MINIMUM_PERIODS

    @property
    def runs(self) -> Iterator[tuple[Sequence[Number], Sequence[float]]]:
        """The periods that tell how wide the number spreads, and their lengths."""
        if len(self.before) >= MINIMUM_PERIODS:
            yield self.before, _lengths(self)
        else:
            yield self.weeks, (1.0,) * len(self.weeks)
        if self.last_year_before:
            yield self.last_year_before, (1.0,) * len(self.last_year_before)


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Numbers as arrays: first the concerns of all of them, then their voices.

    `total` is the sum over the period and those before, `length` how long those before were
    together; the rates are the lowest and highest count before for the period's length.
    `slack` and `rush` are the least and the greatest factor of last year's season.
    """

    now: Counts
    total: Counts
    length: Reals
    lowest_rate: Reals
    highest_rate: Reals
    dispersion: Dispersion
    slack: Reals
    rush: Reals

    @classmethod
    def of(cls, series: Sequence[Series]) -> Self:
        """The numbers as arrays. Their dispersion and season are those of the concerns.

        Who is one voice is forgotten after some months, so that voices of last year are too
        many.
        """
        runs = [
            Run(number=number, counts=[n.concerns for n in periods], lengths=lengths)
            for number, one in enumerate(series)
            for periods, lengths in one.runs
        ]
        dispersion = learn(runs, len(series))
        slack, rush = _seasons(series, dispersion.at_least_one)
        before = [[n.concerns for n in one.before] for one in series]
        before += [[n.voices for n in one.before] for one in series]
        lengths = [_lengths(one) for one in series] * 2
        rates = [np.divide(*both) for both in zip(before, lengths, strict=True)]
        now = np.array([s.now.concerns for s in series] + [s.now.voices for s in series])
        return cls(
            now=now,
            total=now + np.array([sum(counts) for counts in before]),
            length=np.array([sum(each) for each in lengths]),
            lowest_rate=np.array([each.min() for each in rates]),
            highest_rate=np.array([each.max() for each in rates]),
            dispersion=Dispersion(
                value=np.tile(dispersion.value, 2), degrees=np.tile(dispersion.degrees, 2)
            ),
            slack=np.tile(slack, 2),
            rush=np.tile(rush, 2),
        )


def _seasons(series: Sequence[Series], dispersion: Reals) -> tuple[Reals, Reals]:
    """By what least and greatest factor each number changed last year at this time.

    They are those of the periods around it together and of each alone, since a feast fills a
    single week. Each is drawn towards that of all numbers together, and that one towards 1:
    the mean of a gamma variable after so many concerns (Clayton & Kaldor, Biometrics 43, 1987).
    Where last year is unknown they are 1.
    """
    around = max(len(one.last_year) for one in series)
    counted, expected = np.zeros((len(series), around + 1)), np.zeros((len(series), around + 1))
    known = np.array([bool(one.last_year and one.last_year_before) for one in series])
    for row in np.flatnonzero(known).tolist():
        each = [n.concerns for n in series[row].last_year]
        usual = fmean(n.concerns for n in series[row].last_year_before)
        counted[row, : len(each)], expected[row, : len(each)] = each, usual
        counted[row, -1], expected[row, -1] = sum(each), usual * len(each)
    counted /= dispersion[:, None]
    expected /= dispersion[:, None]
    of_all = (_SEASON_PRIOR + counted.sum(axis=0)) / (_SEASON_PRIOR + expected.sum(axis=0))
    factors = (_SEASON_PRIOR * of_all + counted) / (_SEASON_PRIOR + expected)
    factors[~known] = 1.0
    return factors.min(axis=1), factors.max(axis=1)


def _lengths(series: Series) -> tuple[float, ...]:
    return series.lengths or (1.0,) * len(series.before)
