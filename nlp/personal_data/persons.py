"""Finds the names of private persons in a text."""

from collections.abc import Sequence

from nlp.personal_data.context import Context
from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.lexicon import FAMILY, GIVEN, LISTED, Trait
from nlp.personal_data.words import Words

Span = tuple[int, int]
_MOST_WORDS_OF_A_NAME = 5
_SHORTEST_REPEATED = 3
_STARTS = GIVEN | FAMILY | Trait.SURNAME_FORM | Trait.UNKNOWN | Trait.INITIAL


def find_persons(words: Words, places: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The code points [start, end) of persons' names, in order, without overlaps.

    `places` are spans that mean a place: they are a name only where the text says so. `taken`
    are spans that are something else, such as addresses: no name is looked for inside.
    """
    return _Search(words, places, taken).found()


class _Search:
    def __init__(self, words: Words, places: Sequence[Span], taken: Sequence[Span]) -> None:
        self._words = words
        self._context = Context(words, cues())
        self._places = places
        self._taken = taken
        self._particles = cues().particles

    def found(self) -> list[Span]:
        names: list[tuple[int, int]] = []
        things: set[str] = set()
        i = 0
        while i < len(self._words):
            j = self._name_from(i)
            if j is None:
                i += 1
                continue
            if self._context.is_public(i, j) or self._context.is_firm(i, j):
                pass
            elif self._context.is_thing(i):
                things.update(self._words.lower[i : j + 1])
            else:
                names.append((i, j))
            i = j + 1
        names = [n for n in names if n[0] != n[1] or self._bare(n[0]) not in things]
        names += self._repeated(names, things)
        return sorted(self._span(i, j) for i, j in names)

    def _name_from(self, i: int) -> int | None:
        """The last word of the name that begins with word `i`, or None if none does."""
        if not self._words.traits[i] & _STARTS or _inside(self._words.spans[i], self._taken):
            return None
        j = self._end_of(i)
        cue = self._context.cue(i, j)
        if _inside(self._words.spans[i], self._places) and not self._outdoes_place(i, cue):
            return None
        if not self._is_name(i, j, cue):
            return None
        return j

    def _outdoes_place(self, i: int, cue: Cue) -> bool:
        """`min granne Göta`: the text says of a place's name that it is somebody's."""
        traits = self._words.traits[i]
        if cue >= Cue.TITLE:
            return bool(traits & LISTED)
        return cue >= Cue.SIGNATURE and bool(traits & GIVEN)

    def _is_name(self, i: int, j: int, cue: Cue) -> bool:
        traits = self._words.traits[i]
        if traits & GIVEN:
            return self._is_given_name(i, j, cue)
        if traits & FAMILY or traits & Trait.SURNAME_FORM:
            return self._is_surname(i, cue)
        if traits & Trait.INITIAL:
            return self._is_initial(i, j, cue)
        if traits & Trait.SHOUTED:
            return cue >= Cue.SIGNATURE and len(self._words.written[i]) <= 2
        if traits & Trait.UPPER:
            return self._is_unknown_name(i, j, cue)
        return cue == Cue.NAMED and len(self._words.written[i]) >= _SHORTEST_REPEATED

    def _is_given_name(self, i: int, j: int, cue: Cue) -> bool:
        traits = self._words.traits[i]
        upper = bool(traits & Trait.UPPER)
        if traits & Trait.FIRST or (cue == Cue.NAMED and not traits & Trait.NEVER_LOWER):
            return True
        if not upper and traits & Trait.NEVER_LOWER:
            return False
        if traits & Trait.SHOUTED and cue < Cue.SIGNATURE:
            return False
        if upper and (self._has_surname(i, j) or self._context.has_age(j)):
            return True
        if traits & Trait.CUED:
            return cue >= (Cue.SIGNATURE if upper else Cue.PERSON)
        if cue >= Cue.SIGNATURE or self._context.has_age(j):
            return True
        if traits & Trait.CAPITAL:
            return upper or cue == Cue.LISTED
        if cue == Cue.LISTED:
            return upper
        inside = upper and not self._words.begins_sentence(i)
        return inside and not self._context.is_located(i)

    def _has_surname(self, i: int, j: int) -> bool:
        """Whether what follows the first word would be (part of) a name by itself."""
        following = self._words.traits[i + 1 : j + 1]
        return any(
            t & ~Trait.CUED & (LISTED | Trait.SURNAME_FORM | Trait.INITIAL) for t in following
        )

    def _is_unknown_name(self, i: int, j: int, cue: Cue) -> bool:
        if self._context.is_street(i):
            return False
        if cue == Cue.LISTED:
            return j > i and bool(self._words.traits[j] & Trait.SURNAME)
        return cue >= Cue.SIGNATURE or (cue == Cue.WEAK and self._context.has_age(j))

    def _is_surname(self, i: int, cue: Cue) -> bool:
        traits = self._words.traits[i]
        upper = bool(traits & Trait.UPPER)
        if traits & Trait.SURNAME:
            return upper or cue >= Cue.LISTED or "sson" in self._words.lower[i][-5:]
        if cue == Cue.TITLE:
            return upper or bool(traits & FAMILY)
        if cue >= Cue.SIGNATURE:
            return upper
        return upper and cue == Cue.WEAK and bool(traits & Trait.SURNAME_FORM)

    def _is_initial(self, i: int, j: int, cue: Cue) -> bool:
        if j > i and self._words.traits[j] & (FAMILY | Trait.SURNAME_FORM):
            known = bool(self._words.traits[j] & Trait.SURNAME)
            return known or cue >= Cue.SIGNATURE or self._words.gap(i + 1).startswith(".")
        return cue >= Cue.SIGNATURE

    def _end_of(self, i: int) -> int:
        j = i
        while j + 1 < len(self._words) and j - i + 1 < _MOST_WORDS_OF_A_NAME:
            if self._continues(i, j + 1):
                j += 1
            elif self._is_particle(j + 1) and self._continues(i, j + 2, particle=True):
                j += 2
            else:
                break
        return j

    def _is_particle(self, i: int) -> bool:
        words = self._words
        return words.lower[i] in self._particles and words.gap(i) == " " and i + 1 < len(words)

    def _continues(self, first: int, i: int, *, particle: bool = False) -> bool:
        words = self._words
        if not self._adjacent(i) or _inside(words.spans[i], self._places):
            return False
        traits, before = words.traits[i], words.traits[i - 1]
        upper = bool(traits & Trait.UPPER)
        if before & Trait.GENITIVE or self._context.is_street(i):
            return False
        if traits & (Trait.FIRST | Trait.SURNAME):
            return upper or not particle
        if traits & (GIVEN | FAMILY):
            return upper or self._is_small_surname(first, i)
        if traits & Trait.SURNAME_FORM:
            return upper or bool(words.traits[first] & Trait.FIRST and not before & Trait.UPPER)
        if traits & Trait.INITIAL:
            return bool(words.traits[first] & (GIVEN | Trait.INITIAL)) and self._closes(i)
        unknown = bool(traits & Trait.UNKNOWN) and upper and not traits & Trait.SHOUTED
        return unknown and bool(words.traits[first] & (GIVEN | Trait.INITIAL | Trait.UNKNOWN))

    def _is_small_surname(self, first: int, i: int) -> bool:
        """`anders lind`, where no further word shows that `lind` is meant as a word."""
        words = self._words
        small = not words.traits[first] & Trait.UPPER and bool(words.traits[first] & Trait.FIRST)
        ends = words.after(i)[:1] in ("", ".", ",", "\n", ")", "!", "?")
        return small and ends and bool(words.traits[i] & Trait.SURNAME_WORD)

    def _adjacent(self, i: int) -> bool:
        gap = self._words.gap(i)
        if gap == " ":
            return True
        return gap in (".", ". ") and bool(self._words.traits[i - 1] & Trait.INITIAL)

    def _closes(self, i: int) -> bool:
        """An initial, not the English word or the first letter of a class or a road."""
        word, after = self._words.written[i], self._words.after(i)[:1]
        return word != "I" and after in ("", ".", ",", " ", "\n", ")", "!", "?", "/")

    def _repeated(self, names: list[tuple[int, int]], things: set[str]) -> list[tuple[int, int]]:
        """Further words that are a name found elsewhere in the text."""
        words = self._words
        covered = {k for i, j in names for k in range(i, j + 1)}
        known = {self._bare(k) for k in covered if words.traits[k] & Trait.UPPER}
        known = {w for w in known if len(w) >= _SHORTEST_REPEATED} - things
        if not known:
            return []
        return [
            (k, k)
            for k in range(len(words))
            if k not in covered
            and words.traits[k] & Trait.UPPER
            and self._bare(k) in known
            and not self._context.is_thing(k)
            and not self._context.is_firm(k, k)
            and not _inside(words.spans[k], self._places)
            and not _inside(words.spans[k], self._taken)
        ]

    def _bare(self, i: int) -> str:
        lower = self._words.lower[i]
        return lower.removesuffix("s") if len(lower) > _SHORTEST_REPEATED else lower

    def _span(self, i: int, j: int) -> Span:
        """From the first to the last letter, the full stop of initials included."""
        words = self._words
        dotted = words.traits[i] & words.traits[j] & Trait.INITIAL and j > i
        end = words.spans[j][1]
        return words.spans[i][0], end + (bool(dotted) and words.after(j).startswith("."))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
