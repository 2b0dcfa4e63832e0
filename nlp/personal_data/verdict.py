"""Whether words that may be a name are one: what they are, weighed with what stands around."""

from nlp.personal_data.context import Context
from nlp.personal_data.cues import Cue
from nlp.personal_data.lexicon import FAMILY, GIVEN, LISTED, Trait
from nlp.personal_data.words import Words

_SHORTEST_UNKNOWN = 3
_MOST_INITIALS = 2
_LIKE_A_NOUN = ("en", "et", "na", "an", "or", "ar", "er", "ing", "tion", "het", "are")
_PATRONYMIC = "sson"


class Verdict:
    """Decides about the words `i` to `j` of one text, given the cue before them."""

    def __init__(self, words: Words, context: Context) -> None:
        self._words = words
        self._context = context

    def is_name(self, i: int, j: int, cue: int) -> bool:
        """Whether they are somebody's name, be it a person's or a thing's."""
        traits = self._words.traits[i]
        if traits & GIVEN:
            return self._is_given_name(i, j, cue)
        if traits & (FAMILY | Trait.SURNAME_FORM):
            return self._is_surname(i, cue)
        if traits & Trait.INITIAL:
            return self._is_initial(i, j, cue)
        if traits & Trait.SHOUTED:
            return cue >= Cue.SIGNATURE and len(self._words.written[i]) <= _MOST_INITIALS
        if traits & Trait.UPPER:
            return self._is_unknown_name(i, j, cue)
        return cue == Cue.NAMED and len(self._words.written[i]) >= _SHORTEST_UNKNOWN

    def outdoes_place(self, i: int, cue: int) -> bool:
        """Whether the text says of a place's name that it is somebody's: `min granne Göta`."""
        traits = self._words.traits[i]
        if cue >= Cue.TITLE:
            return bool(traits & LISTED)
        return cue >= Cue.SIGNATURE and bool(traits & GIVEN)

    def _is_given_name(self, i: int, j: int, cue: int) -> bool:
        traits = self._words.traits[i]
        if traits & Trait.FIRST:
            return True
        if not traits & Trait.UPPER:
            return self._is_small_name(i, j, cue)
        if cue >= Cue.SIGNATURE:
            return True
        if traits & Trait.SHOUTED:
            return False
        if self._has_surname(i, j) or self._context.has_age(j):
            return True
        if traits & Trait.CAPITAL:
            return not self._is_town(i, within=True)
        if traits & Trait.CUED:
            return False
        inside = not self._words.begins_sentence(i) and not self._context.is_located(i)
        return inside or cue == Cue.LISTED

    def _is_small_name(self, i: int, j: int, cue: int) -> bool:
        """A word that is a name as well, written without a capital letter."""
        traits = self._words.traits[i]
        if traits & Trait.NEVER_LOWER:
            return False
        if traits & Trait.CUED:
            return cue >= Cue.PERSON
        if cue >= Cue.SIGNATURE:
            return self._words.gaps[i] != ", "
        known = cue == Cue.LISTED or self._context.has_age(j)
        return known and bool(traits & Trait.CAPITAL)

    def _is_surname(self, i: int, cue: int) -> bool:
        traits = self._words.traits[i]
        upper = bool(traits & Trait.UPPER)
        if traits & Trait.SURNAME:
            if _PATRONYMIC in self._words.lower[i][-len(_PATRONYMIC) - 1 :]:
                return True
            return cue >= Cue.LISTED or (upper and not self._is_town(i))
        if cue == Cue.TITLE:
            return upper or bool(traits & FAMILY)
        if cue >= Cue.SIGNATURE:
            return upper
        return upper and cue == Cue.WEAK and bool(traits & Trait.SURNAME_FORM)

    def _is_initial(self, i: int, j: int, cue: int) -> bool:
        if cue >= Cue.SIGNATURE:
            return True
        last = self._words.traits[j] if j > i else 0
        if last & Trait.SURNAME:
            return True
        formed = bool(last & (FAMILY | Trait.SURNAME_FORM))
        return formed and self._words.gaps[i + 1].startswith(".")

    def _is_unknown_name(self, i: int, j: int, cue: int) -> bool:
        if self._context.is_street(i):
            return False
        if cue == Cue.LISTED:
            return j > i and bool(self._words.traits[j] & Trait.SURNAME)
        if cue >= Cue.SIGNATURE:
            return cue > Cue.SIGNATURE or self._words.after(j) != " "
        noun = self._words.lower[i].endswith(_LIKE_A_NOUN) and self._words.begins_sentence(i)
        return not noun and (self._context.has_age(j) or self._context.has_class(j))

    def _has_surname(self, i: int, j: int) -> bool:
        """Whether what follows the first word would be (part of) a name by itself."""
        named = (LISTED & ~Trait.CUED) | Trait.SURNAME_FORM | Trait.INITIAL
        return any(traits & named for traits in self._words.traits[i + 1 : j + 1])

    def _is_town(self, i: int, *, within: bool = False) -> bool:
        """Whether a name that towns have as well stands where a town's would."""
        if self._words.traits[i] & Trait.GENITIVE:
            return False
        return self._context.is_within(i) if within else self._context.is_located(i)
