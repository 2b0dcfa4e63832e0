"""What was worked out for a word, kept: texts repeat their words."""

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_REMEMBERED = 30_000
LONGEST = 60
"""Longer words are not kept: nobody repeats them, and they fill the memory."""


class Remembered(dict[str, Result]):
    """Results by word, worked out when first asked for, forgotten when too many."""

    def __init__(self, work: Callable[[str], Result]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> Result:
        if len(self) >= _REMEMBERED:
            self.clear()
        result = self._work(word)
        if len(word) <= LONGEST:
            self[word] = result
        return result
