"""The classes that numbers are shaded by: one blue, the darker the more.

The shades differ in lightness, so that they stay apart for the colour-blind and in grey
print. The classes are whole numbers with round limits.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

INK = "#1a1a1a"
PAPER = "#ffffff"
_SHADES = ("#d5e6f4", "#84b3da", "#2f74ae", "#0a3a68")
_DARK = _SHADES[2:]
_OF = {1: (1,), 2: (0, 2), 3: (0, 1, 3), 4: (0, 1, 2, 3)}
_MOST = len(_SHADES)
_STEPS = (1, 2, 3, 4, 5, 10, 20, 25, 50)
_GROWING = ((1, 2, 5), (1, 3), (1,))


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Classes of numbers, the lowest first: each from and to, both included."""

    classes: tuple[tuple[int, int], ...]

    @property
    def shades(self) -> tuple[str, ...]:
        """The colour of each class."""
        return tuple(_SHADES[i] for i in _OF[len(self.classes)]) if self.classes else ()

    def shade(self, number: int) -> str:
        """The colour of a number; paper for none."""
        for (_, high), shade in zip(self.classes, self.shades, strict=True):
            if 0 < number <= high:
                return shade
        return PAPER

    def ink(self, number: int) -> str:
        """The colour in which to write upon the number's shade."""
        return PAPER if self.shade(number) in _DARK else INK


def scale_of(numbers: Iterable[int]) -> Scale:
    """At most four classes that tell the numbers above zero apart as well as they can."""
    told = sorted(number for number in numbers if number > 0)
    if len(set(told)) <= _MOST:
        return Scale(classes=tuple((number, number) for number in sorted(set(told))))
    candidates = list(_candidates(told[0], told[-1]))
    best = max(candidates, key=lambda limits: _told_apart(told, limits))
    return Scale(classes=tuple(_classes(told, best)))


def _candidates(lowest: int, highest: int) -> Iterator[tuple[int, ...]]:
    """Upper limits of classes: by equal steps and by steps that grow."""
    power = 1
    while power <= highest:
        for step in (digit * power for digit in _STEPS):
            if (highest - lowest) // step < _MOST:
                first = (lowest - 1) // step * step + step
                yield tuple(range(first, highest + step, step))
        power *= 100
    for digits in _GROWING:
        limits = [0]
        power = 1
        while limits[-1] < highest:
            limits += [digit * power for digit in digits]
            power *= 10
        for drop in range(len(limits)):
            yield tuple(limits[1 + drop :])


def _told_apart(told: Sequence[int], limits: tuple[int, ...]) -> float:
    """The entropy of the numbers by class; below everything where there are too many."""
    classes = [sum(low < n <= high for n in told) for low, high in _pairs(limits)]
    used = len(list(_classes(told, limits)))
    if not 1 <= used <= _MOST or sum(classes) < len(told):
        return -1.0
    shares = [count / len(told) for count in classes if count]
    return -sum(share * log(share) for share in shares)


def _classes(told: Sequence[int], limits: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The classes from the lowest number to the highest, narrowed to them at both ends."""
    for low, high in _pairs(limits):
        if high >= told[0] and low < told[-1]:
            yield max(low + 1, told[0]), min(high, told[-1])


def _pairs(limits: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return zip((0, *limits), limits, strict=False)
