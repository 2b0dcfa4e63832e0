"""Finds the names of private persons in a text."""

from collections.abc import Iterable

from nlp.personal_data.context import Context
from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.extent import Extent
from nlp.personal_data.lexicon import LISTED, Trait
from nlp.personal_data.spans import Cover, Span
from nlp.personal_data.verdict import Verdict
from nlp.personal_data.words import Words

_CAPITAL_STARTS = LISTED | Trait.SURNAME_FORM | Trait.UNKNOWN | Trait.INITIAL
_SHORTEST_REPEATED = 3
_NOWHERE = -9


def find_persons(words: Words, places: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The spans of persons' names, in order, without overlaps.

    `places` are spans that mean a place: they are a name only where the text says so. `taken`
    are spans that are something else, such as addresses: no name is looked for inside.
    """
    return _Search(words, places, taken).found()


class _Search:
    def __init__(self, words: Words, places: Iterable[Span], taken: Iterable[Span]) -> None:
        self._words = words
        self._places = Cover(len(words.text), places)
        self._taken = Cover(len(words.text), taken)
        self._context = Context(words, cues())
        self._extent = Extent(words, self._context, self._places)
        self._verdict = Verdict(words, self._context)
        self._last_words = cues().last_words
        self._names: list[tuple[int, int]] = []
        self._things: set[str] = set()

    def found(self) -> list[Span]:
        end = -1
        for i, traits in enumerate(self._words.traits):
            if i > end and self._may_start(i, traits):
                end = self._read(i)
        names = [n for n in self._names if n[0] < n[1] or self._bare(n[0]) not in self._things]
        return sorted(self._span(i, j) for i, j in [*names, *self._repeated(names)])

    def _may_start(self, i: int, traits: int) -> bool:
        if traits & Trait.UPPER:
            return bool(traits & _CAPITAL_STARTS)
        if traits & LISTED:
            return True
        after_cue = i > 0 and self._words.lower[i - 1] in self._last_words
        return after_cue and bool(traits & Trait.UNKNOWN)

    def _read(self, i: int) -> int:
        """Keep the name that begins with word `i`, if any; the last word it takes up."""
        if self._taken.touches(self._words.spans[i]):
            return i
        j = self._extent.end_of(i)
        cue = self._cue(i, j)
        a_place = self._places.touches(self._words.spans[i])
        if a_place and not self._verdict.outdoes_place(i, cue):
            return i
        if not self._verdict.is_name(i, j, cue):
            return i
        if self._context.is_thing(i):
            self._things.update(self._words.lower[i : j + 1])
        elif not self._context.is_public(i, j) and not self._context.is_firm(i, j):
            self._names.append((i, j))
        return j

    def _cue(self, i: int, j: int) -> Cue:
        cue = self._context.cue(i, j)
        if cue >= Cue.PERSON or not self._words.traits[i] & Trait.UPPER:
            return cue
        previous = self._names[-1][1] if self._names else _NOWHERE
        joined = len(self._words.written[i]) > 1 and self._context.is_joined(i, previous)
        return Cue.PERSON if joined else cue

    def _repeated(self, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Further words that are a name found elsewhere in the text."""
        traits = self._words.traits
        covered = {k for i, j in names for k in range(i, j + 1)}
        known = {self._bare(k) for k in covered if traits[k] & Trait.UPPER} - self._things
        known = {word for word in known if len(word) >= _SHORTEST_REPEATED}
        return [
            (k, k)
            for k in range(len(traits) if known else 0)
            if traits[k] & Trait.UPPER and k not in covered and self._bare(k) in known
            if not self._is_something_else(k)
        ]

    def _is_something_else(self, k: int) -> bool:
        span = self._words.spans[k]
        elsewhere = self._places.touches(span) or self._taken.touches(span)
        return elsewhere or self._context.is_thing(k) or self._context.is_firm(k, k)

    def _bare(self, i: int) -> str:
        lower = self._words.lower[i]
        return lower.removesuffix("s") if len(lower) > _SHORTEST_REPEATED else lower

    def _span(self, i: int, j: int) -> Span:
        """From the first to the last letter, the full stop of initials included."""
        words = self._words
        initials = bool(words.traits[i] & words.traits[j] & Trait.INITIAL) and j > i
        return words.spans[i][0], words.spans[j][1] + (initials and words.after(j) == ".")
