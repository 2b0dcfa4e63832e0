"""Arrays for whole batches: rows that become more, and many numbers looked up at once."""

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Number = TypeVar("Number", bound=np.generic)

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""Spreads neighbours apart: 2 ** 64 divided by the golden ratio.

Source: Knuth, The Art of Computer Programming, volume 3, 6.4.
"""
_FIRST_ROWS = 1024
_ROOM = 8
"""So many times more places than numbers, so that few numbers want the same."""
_NONE = -1


class Rows(Generic[Number]):
    """A table of numbers that grows at its end; `table` has room, `size` rows are in use."""

    def __init__(self, width: int, kind: type[Number]) -> None:
        self.size = 0
        self.table: NDArray[Number] = np.zeros((_FIRST_ROWS, width), kind)

    def add(self, rows: NDArray[Number]) -> None:
        """Put rows after those in use."""
        end = self.size + len(rows)
        if end > len(self.table):
            grown = np.zeros((end + end // 4, self.table.shape[1]), self.table.dtype)
            grown[: self.size] = self.table[: self.size]
            self.table = grown
        self.table[self.size : end] = rows
        self.size = end


class Places:
    """At which place in a list each of many numbers stands; an open hash table in arrays.

    Next to a dict it costs some nanoseconds a number rather than a hundred.
    """

    def __init__(self, numbers: Ints) -> None:
        """Take in distinct numbers from 0 on."""
        bits = max(1, (_ROOM * len(numbers)).bit_length())
        self._shift, self._mask = np.uint64(64 - bits), (1 << bits) - 1
        self._numbers = np.full(1 << bits, _NONE, np.int64)
        self._places = np.zeros(1 << bits, np.intp)
        self._steps = 0
        waiting = np.arange(len(numbers))
        while len(waiting):
            slots = self._slots(numbers[waiting], self._steps)
            free = self._numbers[slots] == _NONE
            self._numbers[slots[free]] = numbers[waiting[free]]
            placed = self._numbers[slots] == numbers[waiting]
            self._places[slots[placed]] = waiting[placed]
            waiting = waiting[~placed]
            self._steps += 1

    def find(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Which of the numbers are known, by their positions in order, and their places."""
        found = np.zeros(len(numbers), np.intp)
        known = np.zeros(len(numbers), np.bool_)
        for step in range(self._steps):
            slots = self._slots(numbers, step)
            here = self._numbers.take(slots) == numbers
            known |= here
            found = np.where(here, slots, found)
        at = np.flatnonzero(known)
        return at, self._places.take(found.take(at))

    def _slots(self, numbers: Ints, step: int) -> Ints:
        first = (numbers.astype(np.uint64) * _MULTIPLIER) >> self._shift
        slots: Ints = (first.astype(np.intp) + step) & self._mask
        return slots
