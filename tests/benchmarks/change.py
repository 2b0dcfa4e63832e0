"""`python -m tests.benchmarks.change`: how often a digest claims a change, and rightly.

Simulated weeks of 1, 10 and 60 numbers: worlds in which nothing happens, for the rate of false
alarms next to the stated one, and increases of one number, for the power to see them. With
`--short` only what docs/digest.md shows, in some minutes.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.digest.change import CLEAR, POSSIBLE, Change, changes
from bot.digest.series import Series
from bot.digest.tally import Number
from bot.digest.values import Trend

DIGESTS = 2_000
WEEKS = 8
YEAR = 52
AROUND = 1
"""How many weeks before and after the same week last year are looked at."""
QUARTER = 13
QUARTER_FACTORS = (1.25, 1.5, 2.0)
NUMBERS = (1, 10, 60)
FACTORS = (1.5, 2.0, 3.0, 4.0, 6.0)
MEANS = (1.0, 2.0, 5.0, 10.0, 25.0)

Rng = np.random.Generator
Draw = Callable[[Rng, np.ndarray], np.ndarray]


@dataclass(frozen=True, kw_only=True)
class World:
    """How numbers come about from their means (rows) in the weeks (columns)."""

    name: str
    draw: Draw
    season: float = 0.0
    """The logarithm of the height of the yearly wave."""
    growth: float = 0.0
    """By how much everything grows from a week to the next."""
    feast: float = 1.0
    """How many times as high the same week is every year."""
    last_year: bool = False
    """Whether last year is known."""


def poisson(rng: Rng, means: np.ndarray) -> np.ndarray:
    return rng.poisson(means)


def bursts(dispersion: float) -> Draw:
    """Negative binomial with its variance a multiple of its mean: concerns come in bursts."""

    def draw(rng: Rng, means: np.ndarray) -> np.ndarray:
        return rng.negative_binomial(means / (dispersion - 1), 1 / dispersion)

    return draw


def swings(shape: float, *, together: bool = False) -> Draw:
    """Weeks in which a number, or all of them together, is multiplied by a gamma variable."""

    def draw(rng: Rng, means: np.ndarray) -> np.ndarray:
        size = (1, means.shape[1]) if together else means.shape
        return rng.poisson(means * rng.gamma(shape, 1 / shape, size))

    return draw


def some_in_bursts(rng: Rng, means: np.ndarray) -> np.ndarray:
    """One number in three is four times as wide as the others."""
    counts = poisson(rng, means)
    counts[::3] = bursts(4.0)(rng, means[::3])
    return counts


def with_outbreaks(rng: Rng, means: np.ndarray) -> np.ndarray:
    """One week in twenty, but not the latest, a number has been three times as high."""
    outbreak = rng.random(means.shape) < 1 / 20
    outbreak[:, -1 - AROUND] = False
    return rng.poisson(np.where(outbreak, 3 * means, means))


WORLDS = (
    World(name="Poisson", draw=poisson),
    World(name="in bursts (variance 2 x mean)", draw=bursts(2.0)),
    World(name="in bursts (variance 3 x mean)", draw=bursts(3.0)),
    World(name="one number in three in bursts (4 x)", draw=some_in_bursts),
    World(name="each swings by 35 %", draw=swings(8.0)),
    World(name="all swing together by 30 %", draw=swings(10.0, together=True)),
    World(name="outbreaks in the weeks before", draw=with_outbreaks),
    World(name="last year known", draw=poisson, last_year=True),
    World(name="seasonal (2.7 x), last year unknown", draw=poisson, season=0.5),
    World(name="seasonal (2.7 x), last year known", draw=poisson, season=0.5, last_year=True),
    World(name="seasonal (7 x), last year unknown", draw=poisson, season=1.0),
    World(name="seasonal (7 x), last year known", draw=poisson, season=1.0, last_year=True),
    World(name="feast (4 x), last year unknown", draw=poisson, feast=4.0),
    World(name="feast (4 x), last year known", draw=poisson, feast=4.0, last_year=True),
    World(name="growing 1 % a week", draw=poisson, growth=0.01, last_year=True),
    World(name="growing 3 % a week", draw=poisson, growth=0.03, last_year=True),
)


def means_of(numbers: int) -> np.ndarray:
    """A digest's usual numbers a week: a few large ones, many small."""
    return np.array([5.0]) if numbers == 1 else np.geomspace(40, 0.4, numbers)


def digest(
    rng: Rng, world: World, means: np.ndarray, raised: Mapping[int, float] | None = None
) -> dict[int, Series]:
    """The numbers of a digest at any time of the year; some of them raised by a factor."""
    weeks = np.arange(-YEAR - WEEKS, AROUND + 1)
    wave = world.season * np.sin(2 * np.pi * (weeks + rng.uniform(0, YEAR)) / YEAR)
    expected = means[:, None] * np.exp(wave + world.growth * weeks)
    latest = len(weeks) - 1 - AROUND
    expected[:, [latest - YEAR, latest]] *= world.feast
    for number, factor in (raised or {}).items():
        expected[number, latest] *= factor
    counts = world.draw(rng, expected)
    return {number: _series(row, latest, world) for number, row in enumerate(counts.tolist())}


def _series(counts: list[int], latest: int, world: World) -> Series:
    numbers = [_number(count) for count in counts]
    then = latest - YEAR
    known = world.last_year
    return Series(
        now=numbers[latest],
        before=tuple(numbers[latest - WEEKS : latest]),
        last_year=tuple(numbers[then - AROUND : then + AROUND + 1]) if known else (),
        last_year_before=tuple(numbers[then - WEEKS : then]) if known else (),
    )


def quarters(
    rng: Rng, world: World, means: np.ndarray, before: int, factor: float = 1.0
) -> dict[int, Series]:
    """A quarter's numbers after so many others; the last of them raised by a factor.

    `means` are those of a week.
    """
    expected = np.repeat(means[:, None], (before + 1) * QUARTER, axis=1)
    expected[-1, -QUARTER:] *= factor
    weeks = world.draw(rng, expected)
    sums = weeks.reshape(len(means), before + 1, QUARTER).sum(axis=2)
    return {
        number: Series(
            now=_number(each[-1]),
            before=tuple(_number(count) for count in each[:-1]),
            weeks=tuple(_number(count) for count in row[:-QUARTER]) if before < 3 else (),
        )
        for number, (each, row) in enumerate(zip(sums.tolist(), weeks.tolist(), strict=True))
    }


def _number(count: int) -> Number:
    return Number(concerns=count, voices=count)


def false_alarms(
    make: Callable[[Rng], Mapping[int, Series]], digests: int, seed: int
) -> Iterator[float]:
    """The share of digests with a false alarm: clearly more, fewer; possibly more, fewer."""
    rng = np.random.default_rng(seed)
    found = [list(changes(make(rng)).values()) for _ in range(digests)]
    for tells in (clearly, possibly):
        for trend in (Trend.MORE, Trend.FEWER):
            yield sum(any(tells(one) is trend for one in each) for each in found) / digests


def clearly(change: Change) -> Trend:
    return change.trend


def possibly(change: Change) -> Trend:
    """More or fewer where that is clear or possible."""
    return change.possible or change.trend


def power(world: World, numbers: int, mean: float, factor: float, digests: int) -> float:
    """How often one number's increase by a factor is clear, among so many stable numbers."""
    means = np.append(means_of(numbers)[: numbers - 1], mean)
    last = len(means) - 1
    make = partial(digest, world=world, means=means, raised={last: factor})
    return _share_more(make, last, digests)


def wrong_among_claimed(world: World, numbers: int, digests: int, seed: int) -> tuple[float, float]:
    """Where one number in five is three times as high: the mean share of wrong ones among
    those called clearly more, and the share of the raised that are found.
    """
    rng, means = np.random.default_rng(seed), means_of(numbers)
    raised = {number: 3.0 for number in range(numbers) if number % 5 == 2}
    wrong, right = [], []
    for _ in range(digests):
        judged = changes(digest(rng, world, means, raised))
        claimed = {number for number, one in judged.items() if one.trend is Trend.MORE}
        wrong.append(len(claimed - set(raised)) / max(len(claimed), 1))
        right.append(len(claimed & set(raised)) / len(raised))
    return float(np.mean(wrong)), float(np.mean(right))


SHORT_WORLDS = (*WORLDS[:7], WORLDS[13])
"""Those without a season, and a feast that last year tells of."""


def main() -> None:
    """Simulate and print the tables."""
    options = argparse.ArgumentParser()
    options.add_argument("digests", type=int, nargs="?", default=DIGESTS)
    options.add_argument("--short", action="store_true")
    given = options.parse_args()
    console = Console(width=150)
    if given.short:
        _print_short(console, given.digests)
    else:
        _print_all(console, given.digests)


def _print_short(console: Console, digests: int) -> None:
    console.print(_false_alarms_table(digests, SHORT_WORLDS))
    for world in WORLDS[:2]:
        console.print(_power_table(world, digests // 3, numbers=NUMBERS[1:2]))


def _print_all(console: Console, digests: int) -> None:
    console.print(_false_alarms_table(digests, WORLDS))
    for world in (WORLDS[0], WORLDS[1], WORLDS[4], WORLDS[6], WORLDS[7]):
        console.print(_power_table(world, digests // 5))
    console.print(_quarters_table(digests // 5))
    console.print(_discovery_table(digests // 5))
    console.print(_speed())


def _false_alarms_table(digests: int, worlds: Sequence[World]) -> Table:
    table = Table(
        "world",
        *(f"{n} · {kind}" for n in NUMBERS for kind in ("clear", "clear or possible")),
        title=f"Digests with a false alarm, in %: more / fewer. Stated: clear {CLEAR:.0%} / "
        f"{CLEAR:.0%}, possible {POSSIBLE:.0%} / {POSSIBLE:.0%}; {digests} digests each",
    )
    for number, world in enumerate(worlds):
        cells = []
        for numbers in NUMBERS:
            make = partial(digest, world=world, means=means_of(numbers))
            cells += _in_percent(false_alarms(make, digests, number))
        table.add_row(world.name, *cells)
    return table


def _in_percent(found: Iterable[float]) -> list[str]:
    more, fewer, any_more, any_fewer = (f"{100 * share:.1f}" for share in found)
    return [f"{more} / {fewer}", f"{any_more} / {any_fewer}"]


def _quarters_table(digests: int) -> Table:
    table = Table(
        "world",
        "quarters before",
        "clear",
        "clear or possible",
        *(f"x {factor:g}" for factor in QUARTER_FACTORS),
        title="A quarter's 60 numbers: false alarms as above; an increase of one of 39 called "
        "clear, in %",
    )
    means = np.append(means_of(60)[:-1], 3.0)
    for world in (*WORLDS[:3], *WORLDS[4:6]):
        for before in (1, 2, 4, 8):
            make = partial(quarters, world=world, means=means, before=before)
            alarms = _in_percent(false_alarms(make, digests, 5))
            found = [
                _share_more(partial(make, factor=factor), len(means) - 1, digests)
                for factor in QUARTER_FACTORS
            ]
            table.add_row(
                world.name, str(before), *alarms, *(f"{100 * share:.0f}" for share in found)
            )
    return table


def _share_more(make: Callable[[Rng], Mapping[int, Series]], number: int, digests: int) -> float:
    rng = np.random.default_rng(9)
    return sum(changes(make(rng))[number].trend is Trend.MORE for _ in range(digests)) / digests


def _power_table(world: World, digests: int, numbers: Sequence[int] = NUMBERS) -> Table:
    table = Table(
        "usually a week",
        *(f"x {factor:g}" for factor in FACTORS),
        title=f"Increases called clear, in % among {' / '.join(map(str, numbers))} numbers; "
        f"{world.name}",
    )
    for mean in MEANS:
        cells = [
            [power(world, several, mean, factor, digests) for several in numbers]
            for factor in FACTORS
        ]
        table.add_row(f"{mean:g}", *(" / ".join(f"{100 * p:.0f}" for p in cell) for cell in cells))
    return table


def _discovery_table(digests: int) -> Table:
    table = Table(
        "world",
        *(f"{n} · {what}" for n in NUMBERS[1:] for what in ("wrong", "found")),
        title="One number in five is 3 x as high: wrong among those called clear, found; in %",
    )
    for world in WORLDS[:6]:
        shares = [wrong_among_claimed(world, numbers, digests, 11) for numbers in NUMBERS[1:]]
        table.add_row(world.name, *(f"{100 * share:.1f}" for pair in shares for share in pair))
    return table


def _speed() -> str:
    rng, means = np.random.default_rng(3), np.geomspace(120, 0.2, 150)
    digests = [digest(rng, WORLDS[7], means) for _ in range(12)]
    changes(digests[0])
    began = time.perf_counter()
    for each in digests:
        changes(each)
    return f"12 digests of {len(means)} numbers: {time.perf_counter() - began:.2f} s"


if __name__ == "__main__":
    main()
