"""What a reader can work out of numbers that are left out, from sums of them that are told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.digest.tally import Key

if TYPE_CHECKING:
    import numpy as np

_NEARLY = 1e-6


@dataclass(frozen=True, kw_only=True)
class Sum:
    """Cells that are together at least and at most so many."""

    cells: Sequence[Key]
    least: int
    most: int


def given_away(sums: Sequence[Sum], small: Collection[Key], minimum: int) -> Key | None:
    """One of the `small` cells that is known to lie between 1 and `minimum` - 1, if any.

    Each number that fits the sums and lies outside clears a cell; linear programming finds
    such numbers for many cells at once, and at last for one cell at a time.
    """
    told = _Told(sums)
    doubtful = sorted(key for key in small if key in told.places)
    if not doubtful:
        return None

    def cleared_by(aim: Sequence[Key], sign: int) -> set[Key]:
        fitting = told.extreme(aim, sign)
        numbers = {key: fitting[told.places[key]] for key in doubtful}
        return {k for k, n in numbers.items() if n < 1 - _NEARLY or n > minimum - 1 + _NEARLY}

    for sign in (1, -1):
        cleared = cleared_by(doubtful, sign)
        doubtful = [key for key in doubtful if key not in cleared]
    while doubtful:
        cleared = cleared_by(doubtful[:1], 1) | cleared_by(doubtful[:1], -1)
        if doubtful[0] not in cleared:
            return doubtful[0]
        doubtful = [key for key in doubtful if key not in cleared]
    return None


class _Told:
    """The sums as the constraints of a linear programme."""

    def __init__(self, sums: Sequence[Sum]) -> None:
        self._sums = [one for one in sums if one.cells]
        cells = dict.fromkeys(key for one in self._sums for key in one.cells)
        self.places = {key: place for place, key in enumerate(cells)}

    def extreme(
        self, aim: Sequence[Key], sign: int
    ) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """Numbers of the cells that fit, with the least (the most) sum of those aimed at."""
        import numpy as np
        from scipy.optimize import linprog

        costs = np.zeros(len(self.places))
        costs[[self.places[key] for key in aim]] = sign
        matrix, limits = self._constraints
        found = linprog(costs, A_ub=matrix, b_ub=limits, bounds=(0, self._most), method="highs")
        if not found.success:
            raise ArithmeticError(
                f"the numbers that are told do not fit each other: {found.message}"
            )
        numbers: np.ndarray[tuple[int], np.dtype[np.float64]] = found.x
        return numbers

    @property
    def _most(self) -> int:
        return max(one.most for one in self._sums)

    @cached_property
    def _constraints(self) -> tuple[Any, "np.ndarray[tuple[int], np.dtype[np.float64]]"]:
        """A sparse matrix and what its products with the numbers may be at most."""
        import numpy as np
        from scipy.sparse import csr_array, vstack

        places = [[self.places[key] for key in one.cells] for one in self._sums]
        starts = np.cumsum([0, *map(len, places)])
        columns = np.concatenate([np.asarray(row) for row in places])
        shape = (len(places), len(self.places))
        matrix = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
        limits = [one.most for one in self._sums] + [-one.least for one in self._sums]
        return vstack([matrix, -matrix], format="csr"), np.asarray(limits, dtype=float)
