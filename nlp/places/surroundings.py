"""The words around the places of a text."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.places.forms import Form
from nlp.places.gazetteer import Entry
from nlp.places.words import DATA, Words

STOPS = frozenset(".!?;:\n…")
BREAKS = STOPS | frozenset(',()"”/–')
LOOK_BACK = 4
_PREPOSITIONS = ("at", "from", "to", "towards", "between")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words [first, last) of a text that spell a place; `entries` are the places so spelled.

    `entries` is empty for a town elsewhere. `form` is how the words have the name in them.
    """

    entries: tuple[Entry, ...]
    first: int
    last: int
    form: Form = Form.NAME


@cache
def context_words() -> dict[str, frozenset[str]]:
    """The words of data/context.toml by what they tell, `prepositions` being all of them."""
    table = tomllib.loads((DATA / "context.toml").read_text("utf-8"))
    words = {name: frozenset(listed.split()) for name, listed in table.items()}
    words["prepositions"] = frozenset().union(*(words[kind] for kind in _PREPOSITIONS))
    return words


class Surroundings:
    """The words of a text, lower-case, asked for by their place in it."""

    def __init__(self, words: Words) -> None:
        """Look at the words of a text."""
        self.words = words
        self.lower = [word.lower() for word in words.words]
        self._told = context_words()

    def word(self, index: int | None, offset: int = 0) -> str:
        """The lower-case word so far from an index; empty beyond the text or without an index."""
        if index is None or not 0 <= index + offset < len(self.lower):
            return ""
        return self.lower[index + offset]

    def tells(self, word: str, kind: str) -> bool:
        """Whether a word is of a kind of data/context.toml."""
        return word in self._told[kind]

    def any_tells(self, words: Sequence[str], kind: str) -> bool:
        """Whether one of the words is of a kind of data/context.toml."""
        return not self._told[kind].isdisjoint(words)

    def before(self, index: int, count: int = LOOK_BACK) -> list[str]:
        """At most so many lower-case words before an index."""
        return self.lower[max(0, index - count) : index]

    def breaks(self, index: int) -> bool:
        """Whether a sign parts the word from the one before."""
        gap = self.words.gaps[index]
        return gap != " " and not BREAKS.isdisjoint(gap)

    def begins_sentence(self, index: int) -> bool:
        """Whether the word is the first one of a sentence."""
        return index == 0 or not STOPS.isdisjoint(self.words.gaps[index])

    def governor(self, hit: Hit) -> int | None:
        """The index of the preposition before a hit, with nothing but modifiers between."""
        index = hit.first
        while index > 0 and not self.breaks(index):
            index -= 1
            word = self.lower[index]
            if word in self._told["prepositions"]:
                return index
            if word not in self._told["modifiers"] or hit.first - index > LOOK_BACK:
                return None
        return None
