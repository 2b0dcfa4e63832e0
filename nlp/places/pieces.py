"""How names that are torn apart begin and go on: "rese centrum"."""

from collections import defaultdict
from collections.abc import Collection

BEGINNING = 3
"""So many letters of a word tell whether it may go on with a name torn apart."""
_SHORTEST_PIECE = 3


def prefixes(names: Collection[str]) -> dict[str, frozenset[str]]:
    """How names begin that may be torn apart there, with how the next word may begin then.

    That is up to `BEGINNING` letters, fewer where the next word has no more.
    """
    pieces = {name[:size] for name in names for size in range(_SHORTEST_PIECE, len(name) - 1)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        genitive = f"{name}s"
        for size in range(_SHORTEST_PIECE, len(genitive)):
            if name[:size] in pieces:
                rest = genitive[size : size + BEGINNING]
                found[name[:size]].update(rest[:end] for end in range(1, len(rest) + 1))
    return {piece: frozenset(beginnings) for piece, beginnings in found.items()}
