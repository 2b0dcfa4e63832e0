"""The words of a text, with where they stand and what they may be in a name."""

import re
from collections.abc import Callable
from itertools import accumulate

from nlp.language.evidence import DEFAULT
from nlp.personal_data.lexicon import GIVEN, LISTED, Trait, lexicon, traits_of
from nlp.personal_data.spans import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’‌][^\W\d_]+)*")
_WORDS_AND_GAPS = re.compile(f"({WORD.pattern})")
_MOST_WORDS_KEPT = 50_000
_WITH_GENITIVE_S = frozenset({"sv", "en", "no", "nb", "nn", "da", "de"})
_SENTENCE_END = re.compile(r"(?:[.!?:;\n•*\"”“»«()]|[^\w\s,'’/&+\-–—])[\s\"”“'’(«»\-–—]*$")
_LONGEST_GAP = 8
_FEW_WORDS = 2


class WordTraits(dict[str, int]):
    """Traits of words as written, worked out when first asked for, up to a bound."""

    def __init__(self, read: Callable[[str], int] = traits_of) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS_KEPT:
            self.clear()
        traits = self[word] = self._read(word)
        return traits


class Words:
    """A text as words in order: `written[i]`, `lower[i]`, `traits[i]`, and the gaps between them.

    `gaps[i]` is what stands between word `i` and the one before it: all before the first word, and
    one more for all after the last. `language` (ISO 639-1) decides which names are ordinary words,
    and whether an -s at the end is a genitive. In a text of capital letters alone no word counts
    as capitalised. With a `stretch` only the words within it are read.
    """

    def __init__(
        self, text: str, language: str, known: WordTraits, stretch: Span | None = None
    ) -> None:
        self.text = text
        self.stretch = stretch or (0, len(text))
        start, end = self.stretch
        self.gaps, self.written, self._ends = _split(text[start:end], start)
        self.lower = [word.lower() for word in self.written]
        self.traits = list(map(known.__getitem__, self.written))
        self._shouted = text.isupper() and len(WORD.findall(text)) > _FEW_WORDS
        self._language, self._known = language, known
        if self._shouted or language != DEFAULT:
            self._foreign = lexicon().foreign.get(language, frozenset())
            self._capitalised = lexicon().foreign.get(f"{language}_capitalised", frozenset())
            pairs = zip(self.traits, self.lower, strict=True)
            self.traits = [self._in_this_text(traits, lower) for traits, lower in pairs]

    @property
    def around(self) -> str:
        """The text before and after the stretch read, in small letters; empty where all is read."""
        start, end = self.stretch
        return f"{self.text[:start]} {self.text[end:]}".lower().strip()

    def whole(self) -> "Words":
        """All words of the text."""
        return Words(self.text, self._language, self._known)

    def __len__(self) -> int:
        return len(self.written)

    def span(self, i: int) -> Span:
        """The code points of word `i`."""
        return self._ends[2 * i], self._ends[2 * i + 1]

    def after(self, i: int, length: int = 1) -> str:
        """The `length` code points that follow word `i`, or fewer at the end."""
        end = self._ends[2 * i + 1]
        return self.text[end : end + length]

    def begins_sentence(self, i: int) -> bool:
        """Whether a capital letter of word `i` may be owed to its position."""
        return not i or _SENTENCE_END.search(self.gaps[i][-_LONGEST_GAP:]) is not None

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


def _split(text: str, start: int) -> tuple[list[str], list[str], list[int]]:
    """The gaps, the words, and where each gap and word ends, in a text that begins at `start`."""
    parts = _WORDS_AND_GAPS.split(text)
    ends = list(accumulate(map(len, parts), initial=start))
    return parts[0::2], parts[1::2], ends[1:]
