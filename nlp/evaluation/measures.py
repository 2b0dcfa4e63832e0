"""The sums behind the figures."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

_BINS = 10


@dataclass(frozen=True, kw_only=True)
class Found:
    """How much of what was sought was found; rates are None where there was nothing."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Of what was given, the share that was right."""
        return share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        """Of what was wanted, the share that was given."""
        return share(self.right, self.wanted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, self.given + self.wanted)

    def as_json(self) -> dict[str, float | int | None]:
        """The rates, and how many were wanted."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "support": self.wanted,
        }


@dataclass(frozen=True, kw_only=True)
class Bin:
    """The scores of [`least`, `most`): how many, their mean, and the share that was right."""

    least: float
    most: float
    count: int
    said: float | None
    right: float | None

    def as_json(self) -> dict[str, float | int | None]:
        """The bin by name of what it holds."""
        return {
            "from": self.least,
            "to": self.most,
            "count": self.count,
            "said": self.said,
            "right": self.right,
        }


def found(pairs: Iterable[tuple[Iterable[Hashable], Iterable[Hashable]]]) -> Found:
    """What was found over all pairs of (given, wanted); repeats count each."""
    right = given = wanted = 0
    for one, other in pairs:
        has, should = Counter(one), Counter(other)
        right += (has & should).total()
        given += has.total()
        wanted += should.total()
    return Found(right=right, given=given, wanted=wanted)


def share(part: float, whole: float) -> float | None:
    """The part of a whole, None of nothing."""
    return part / whole if whole else None


def accuracy(right: Iterable[bool]) -> float | None:
    """The share of true ones, None of nothing."""
    outcomes = list(right)
    return share(sum(outcomes), len(outcomes))


def calibration(scores: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Scores (0 to 1) next to how often they were right, in 10 equally wide bins."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for score, outcome in zip(scores, right, strict=True):
        held[min(int(score * _BINS), _BINS - 1)].append((score, outcome))
    return tuple(
        Bin(
            least=number / _BINS,
            most=(number + 1) / _BINS,
            count=len(pairs),
            said=share(sum(score for score, _ in pairs), len(pairs)),
            right=share(sum(outcome for _, outcome in pairs), len(pairs)),
        )
        for number, pairs in enumerate(held)
    )


def calibration_error(scores: Sequence[float], right: Sequence[bool]) -> float | None:
    """Expected calibration error in 10 equally wide bins, None of nothing.

    Source: Naeini et al. 2015, Obtaining Well Calibrated Probabilities Using Bayesian Binning.
    """
    gap = sum(
        held.count * abs(held.said - held.right)
        for held in calibration(scores, right)
        if held.said is not None and held.right is not None
    )
    return share(gap, len(scores))
