"""The words of a text, with where they stand and what they may be in a name."""

import re
from collections.abc import Callable

from nlp.personal_data.lexicon import GIVEN, LISTED, Trait, lexicon, traits_of

WORD = re.compile(r"[^\W\d_]+(?:[-'’‌][^\W\d_]+)*")
_MOST_WORDS_KEPT = 50_000
_WITH_GENITIVE_S = frozenset({"sv", "en", "no", "nb", "nn", "da", "de"})
_SENTENCE_END = re.compile(r"(?:[.!?:;\n•*\"”“»«()]|[^\w\s,'’/&+\-–—])[\s\"”“'’(«»\-–—]*$")
_LONGEST_GAP = 8
_FEW_WORDS = 2


class WordTraits:
    """Traits of words as written, remembered up to a bound."""

    def __init__(self, read: Callable[[str], int] = traits_of) -> None:
        self._read = read
        self._known: dict[str, int] = {}

    def __call__(self, word: str) -> int:
        """What `word` may be in a name."""
        traits = self._known.get(word)
        if traits is None:
            if len(self._known) >= _MOST_WORDS_KEPT:
                self._known.clear()
            traits = self._known[word] = self._read(word)
        return traits


class Words:
    """A text as words in order: `spans[i]` code points, `lower[i]`, `traits[i]`.

    `language` (ISO 639-1) decides which names are ordinary words, and whether an -s at the end
    is a genitive. In a text of capital letters alone no word counts as capitalised.
    """

    def __init__(self, text: str, language: str, known: WordTraits) -> None:
        self.text = text
        found = list(WORD.finditer(text))
        self.spans = [match.span() for match in found]
        self.written = [match.group() for match in found]
        self.lower = [word.lower() for word in self.written]
        self._foreign = lexicon().foreign.get(language, frozenset())
        self._capitalised = lexicon().foreign.get(f"{language}_capitalised", frozenset())
        self._language = language
        self._shouted = text.isupper() and len(found) > _FEW_WORDS
        self.traits = [known(word) for word in self.written]
        if self._shouted or self._foreign or self._capitalised or language != "sv":
            pairs = zip(self.traits, self.lower, strict=True)
            self.traits = [self._in_this_text(traits, lower) for traits, lower in pairs]

    def __len__(self) -> int:
        return len(self.written)

    def gap(self, i: int) -> str:
        """What stands between word `i` and the one before it; all before the first word."""
        return self.text[self.spans[i - 1][1] if i else 0 : self.spans[i][0]]

    def after(self, i: int, length: int = 1) -> str:
        """The `length` code points that follow word `i`, or fewer at the end."""
        end = self.spans[i][1]
        return self.text[end : end + length]

    def begins_sentence(self, i: int) -> bool:
        """Whether a capital letter of word `i` may be owed to its position."""
        return not i or _SENTENCE_END.search(self.gap(i)[-_LONGEST_GAP:]) is not None

    def _in_this_text(self, traits: int, lower: str) -> int:
        if self._shouted:
            traits &= ~(Trait.UPPER | Trait.SHOUTED)
        if traits & Trait.GENITIVE and not self._has_genitive(traits, lower):
            return (traits & ~(LISTED | Trait.GENITIVE)) | Trait.UNKNOWN
        if traits & GIVEN and lower in self._capitalised:
            return (traits & ~GIVEN) | Trait.CUED | Trait.NEVER_LOWER
        if traits & GIVEN and lower in self._foreign:
            return (traits & ~GIVEN) | Trait.INSIDE | Trait.NEVER_LOWER
        return traits

    def _has_genitive(self, traits: int, lower: str) -> bool:
        """English writes an apostrophe, so that `carries` is not Carrie's."""
        if self._language == "en":
            return bool(traits & Trait.UPPER) or "'" in lower or "’" in lower
        return self._language in _WITH_GENITIVE_S
