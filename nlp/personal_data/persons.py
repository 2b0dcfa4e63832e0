"""Finds the names of private persons in a text."""

from collections.abc import Sequence

from nlp.personal_data.context import Context
from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.extent import Extent
from nlp.personal_data.lexicon import LISTED, Trait
from nlp.personal_data.spans import Cover, Span
from nlp.personal_data.verdict import Verdict
from nlp.personal_data.words import Words

_STARTS = LISTED | Trait.SURNAME_FORM | Trait.UNKNOWN | Trait.INITIAL
_LIKELY = LISTED | Trait.UPPER
_SHORTEST_REPEATED = 3
_NOWHERE = -9


def find_persons(words: Words, places: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The spans of persons' names, in order, without overlaps.

    `places` are spans that mean a place: they are a name only where the text says so. `taken`
    are spans that are something else, such as addresses: no name is looked for inside.
    """
    return _Search(words, places, taken).found()


class _Search:
    def __init__(self, words: Words, places: Sequence[Span], taken: Sequence[Span]) -> None:
        self._words = words
        self._elsewhere = (places, taken)
        self._places = Cover(len(words.text), places)
        self._taken = Cover(len(words.text), taken)
        self._context = Context(words, cues())
        self._extent = Extent(words, self._context, self._places)
        self._verdict = Verdict(words, self._context)
        self._names: list[tuple[int, int]] = []
        self._things: set[str] = set()

    def found(self) -> list[Span]:
        end = -1
        traits = self._words.traits
        for i in [i for i, trait in enumerate(traits) if trait & _STARTS]:
            if i > end and (traits[i] & _LIKELY or self._is_cued(i)):
                end = self._read(i)
        names = [n for n in self._names if n[0] < n[1] or self._bare(n[0]) not in self._things]
        if not names:
            return []
        covered = {k for i, j in names for k in range(i, j + 1)}
        known = {self._bare(k) for k in covered if traits[k] & Trait.UPPER} - self._things
        known = {word for word in known if len(word) >= _SHORTEST_REPEATED}
        around = self._words.around
        if around and any(word in around for word in known):
            return _Search(self._words.whole(), *self._elsewhere).found()
        return sorted(self._span(i, j) for i, j in [*names, *self._repeated(covered, known)])

    def _is_cued(self, i: int) -> bool:
        """Whether a word that no list knows stands where names without a capital letter do."""
        unknown = self._words.traits[i] & Trait.UNKNOWN
        return bool(unknown) and i > 0 and self._words.lower[i - 1] in cues().last_words

    def _read(self, i: int) -> int:
        """Keep the name that begins with word `i`, if any; the last word it takes up."""
        j = self._extent.end_of(i)
        cue = self._cue(i, j)
        if not self._verdict.is_name(i, j, cue):
            return i
        span = self._words.span(i)
        if self._places.touches(span) and not self._verdict.outdoes_place(i, cue):
            return i
        if self._taken.touches(span):
            return i
        if self._context.is_thing(i):
            self._things.update(self._words.lower[i : j + 1])
        elif not self._context.is_public(i, j) and not self._context.is_firm(i, j):
            self._names.append((i, j))
        return j

    def _cue(self, i: int, j: int) -> int:
        cue = self._context.cue(i, j)
        if cue >= Cue.PERSON or not self._words.traits[i] & Trait.UPPER:
            return cue
        previous = self._names[-1][1] if self._names else _NOWHERE
        joined = len(self._words.written[i]) > 1 and self._context.is_joined(i, previous)
        return Cue.PERSON if joined else cue

    def _repeated(self, covered: set[int], known: set[str]) -> list[tuple[int, int]]:
        """Further words that are a known name, found elsewhere in the text."""
        if not known:
            return []
        upper = [k for k, trait in enumerate(self._words.traits) if trait & Trait.UPPER]
        repeated = [k for k in upper if k not in covered and self._bare(k) in known]
        return [(k, k) for k in repeated if not self._is_something_else(k)]

    def _is_something_else(self, k: int) -> bool:
        span = self._words.span(k)
        elsewhere = self._places.touches(span) or self._taken.touches(span)
        return elsewhere or self._context.is_thing(k) or self._context.is_firm(k, k)

    def _bare(self, i: int) -> str:
        lower = self._words.lower[i]
        return lower.removesuffix("s") if len(lower) > _SHORTEST_REPEATED else lower

    def _span(self, i: int, j: int) -> Span:
        """From the first to the last letter, the full stop of initials included."""
        words = self._words
        initials = bool(words.traits[i] & words.traits[j] & Trait.INITIAL) and j > i
        return words.span(i)[0], words.span(j)[1] + (initials and words.after(j) == ".")
