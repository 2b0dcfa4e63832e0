"""What the words around a name tell of the place."""

import tomllib
from enum import IntEnum
from functools import cache

from nlp.places.words import DATA

NUMBER = "number"
_TOGETHER = {
    "prepositions": ("at", "from", "to", "towards", "between"),
    "beside_home": ("modifiers", "i", "since"),
}
"""Kinds of words that are asked for together."""
_NOT_ALONE = frozenset({"towards", "to", "between"})
"""Prepositions after which other words decide what the place is."""


@cache
def context_words() -> dict[str, frozenset[str]]:
    """The words of data/context.toml by what they tell, and those of kinds taken together."""
    table = tomllib.loads((DATA / "context.toml").read_text("utf-8"))
    words = {name: frozenset(listed.split()) for name, listed in table.items()}
    for name, kinds in _TOGETHER.items():
        words[name] = frozenset().union(*(words[kind] for kind in kinds))
    return words


class Role(IntEnum):
    """What a place is to the story; the lower, the sooner it is where it happens.

    From `LIKE` on a place tells no area. `OUT` is a place that is ruled out or no place.
    """

    HERE = 0
    BETWEEN = 1
    ORIGIN = 2
    GOAL = 3
    HOME = 4
    LIKE = 5
    TOWARDS = 6
    OUT = 7


def kinds_of(word: str) -> frozenset[str]:
    """The kinds of `context_words` that a word as written is of, and `NUMBER`; mostly none."""
    lower = word.lower()
    kinds = frozenset(kind for kind, words in context_words().items() if lower in words)
    return kinds | {NUMBER} if lower.isdigit() else kinds


def role_after(kinds: frozenset[str]) -> Role | None:
    """What a place right after a word of these kinds is, if that word alone decides."""
    if not kinds:
        return Role.HERE
    if "prepositions" not in kinds or kinds & _NOT_ALONE:
        return None
    return Role.ORIGIN if "from" in kinds else Role.HERE
