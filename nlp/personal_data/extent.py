"""How far a name reaches: first names, initials, particles and surnames in a row."""

from nlp.personal_data.context import Context
from nlp.personal_data.cues import cues
from nlp.personal_data.lexicon import FAMILY, GIVEN, Trait
from nlp.personal_data.spans import Cover
from nlp.personal_data.words import Words

_MOST_WORDS = 5
_PARTS = GIVEN | FAMILY | Trait.SURNAME_FORM | Trait.INITIAL | Trait.UNKNOWN
_AFTER_INITIAL = frozenset({"", ".", ",", " ", "\n", ")", "!", "?", "/"})
_AFTER_LAST = frozenset({"", ".", ",", "\n", ")", "!", "?"})


class Extent:
    """Finds where names end in one text; a place ends them."""

    def __init__(self, words: Words, context: Context, places: Cover) -> None:
        self._words = words
        self._context = context
        self._places = places
        self._particles = cues().particles

    def end_of(self, i: int) -> int:
        """The last word of the name that word `i` would begin; `i` itself if it stands alone."""
        j = i
        while j + 1 < len(self._words) and j - i + 1 < _MOST_WORDS:
            if self._continues(i, j + 1):
                j += 1
            elif self._is_particle(j + 1) and self._continues(i, j + 2, particle=True):
                j += 2
            else:
                break
        return j

    def _is_particle(self, i: int) -> bool:
        words = self._words
        return words.lower[i] in self._particles and words.gaps[i] == " " and i + 1 < len(words)

    def _continues(self, first: int, i: int, *, particle: bool = False) -> bool:
        words = self._words
        traits, begun = words.traits[i], words.traits[first]
        if not traits & _PARTS or not self._is_adjacent(i) or words.traits[i - 1] & Trait.GENITIVE:
            return False
        if self._places.touches(words.span(i)) or self._context.is_street(i):
            return False
        upper = bool(traits & Trait.UPPER)
        if traits & (Trait.FIRST | Trait.SURNAME):
            return upper or not particle
        if traits & (GIVEN | FAMILY):
            return upper or self._is_small_surname(first, i)
        if traits & Trait.SURNAME_FORM:
            small = not words.traits[i - 1] & Trait.UPPER
            return upper or bool(begun & Trait.FIRST and small)
        if traits & Trait.INITIAL:
            return bool(begun & (GIVEN | Trait.INITIAL)) and self._is_initial(i)
        unknown = bool(traits & Trait.UNKNOWN) and upper and not traits & Trait.SHOUTED
        return unknown and bool(begun & (GIVEN | Trait.INITIAL | Trait.UNKNOWN))

    def _is_small_surname(self, first: int, i: int) -> bool:
        """`anders lind`, where no further word shows that `lind` is meant as a word."""
        words = self._words
        small = not words.traits[first] & Trait.UPPER and bool(words.traits[first] & Trait.FIRST)
        return (
            small and words.after(i) in _AFTER_LAST and bool(words.traits[i] & Trait.SURNAME_WORD)
        )

    def _is_adjacent(self, i: int) -> bool:
        gap = self._words.gaps[i]
        if gap == " ":
            return True
        return gap in (".", ". ") and bool(self._words.traits[i - 1] & Trait.INITIAL)

    def _is_initial(self, i: int) -> bool:
        """Not the English word, nor the first letter of a class or a road."""
        return self._words.written[i] != "I" and self._words.after(i) in _AFTER_INITIAL
