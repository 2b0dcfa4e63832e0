"""A text as its words, each with all that is known of it."""

from typing import NamedTuple

from nlp.places.context import Role
from nlp.places.lexicon import Meaning

STOPS = frozenset(".!?;:\n…")
BREAKS = STOPS | frozenset(',()"”/–')
_NONE: frozenset[str] = frozenset()


class Sense(NamedTuple):
    """What a word tells wherever it stands.

    `meaning` is what it may be in names, None for most words: no name begins with them. `kinds`
    are those of data/context.toml, `names_person` is whether it is a first name or a title,
    `role_after` what a place after it is if nothing else is told, `beginning` the first letters,
    folded.
    """

    meaning: Meaning | None
    kinds: frozenset[str]
    names_person: bool
    role_after: Role | None
    beginning: str


class Word:
    """A word as written, the signs and spaces around it, and its `Sense`.

    Between two words stand the `trail` of the first and the `lead` of the second. `size` counts
    the code points of it all.
    """

    __slots__ = (
        "beginning",
        "breaks_after",
        "breaks_before",
        "kinds",
        "lead",
        "meaning",
        "names_person",
        "role_after",
        "size",
        "trail",
        "written",
    )

    def __init__(self, lead: str, written: str, trail: str, sense: Sense) -> None:
        self.lead = lead
        self.written = written
        self.trail = trail
        self.size = len(lead) + len(written) + len(trail)
        self.breaks_before = not BREAKS.isdisjoint(lead)
        self.breaks_after = not BREAKS.isdisjoint(trail)
        self.meaning, self.kinds, self.names_person, self.role_after, self.beginning = sense


class Text:
    """The words of a text, asked for by their place in it."""

    __slots__ = ("words",)

    def __init__(self, words: list[Word]) -> None:
        """A text of these words."""
        self.words = words

    def kinds(self, index: int) -> frozenset[str]:
        """The kinds of data/context.toml that the word is of; none beyond the text."""
        return self.words[index].kinds if 0 <= index < len(self.words) else _NONE

    def lower(self, index: int) -> str:
        """The word in lower case; empty beyond the text."""
        return self.words[index].written.lower() if 0 <= index < len(self.words) else ""

    def any_of(self, first: int, last: int, kind: str) -> bool:
        """Whether one of the words [first, last) is of a kind; `first` may be below 0."""
        return any(kind in word.kinds for word in self.words[max(0, first) : last])

    def gap(self, index: int) -> str:
        """What stands between the word before and this one, neither of them beyond the text."""
        return self.words[index - 1].trail + self.words[index].lead

    def breaks(self, index: int) -> bool:
        """Whether a sign parts the word from the one before."""
        return self.words[index - 1].breaks_after or self.words[index].breaks_before

    def begins_sentence(self, index: int) -> bool:
        """Whether the word is the first one of a sentence."""
        return index == 0 or not STOPS.isdisjoint(self.gap(index))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points [start, end) of the words [first, last)."""
        start = sum([word.size for word in self.words[:first]]) + len(self.words[first].lead)
        if last == first + 1:
            return start, start + len(self.words[first].written)
        return start, start + len(self._inside(first, last))

    def between(self, first: int, last: int) -> str:
        """The text from the end of word `first` - 1 to the start of word `last`."""
        if first == last:
            return self.gap(first)
        return self.gap(first) + self._inside(first, last) + self.gap(last)

    def _inside(self, first: int, last: int) -> str:
        """The text from the start of word `first` to the end of word `last` - 1."""
        parts = [self.words[first].written]
        for index in range(first + 1, last):
            parts += (self.gap(index), self.words[index].written)
        return "".join(parts)
