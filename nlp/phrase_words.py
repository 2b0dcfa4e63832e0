"""Which of the words of phrases a written word is: exactly, or as people type it."""

import re

from rapidfuzz.distance import OSA

from nlp.language.evidence import vocabulary

_ARABIC = str.maketrans("أإآٱىيكةۀؤئ", "ااااییکههوی")
_IGNORED = re.compile("['’ʼ`´\u200c\u200d\u200e\u200f\u00ad\u0640\u064b-\u0652\u0670]")
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_PERSIAN_PREFIX = re.compile(r"\b(ن?می) (?=\w)")
_DIACRITICS = str.maketrans("åäöéèüšžčćđąęłńóśźżëçşğı", "aaoeeuszccdaelnoszzecsgi")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_SLIP_LENGTH = 8
"""Shorter words turn into other words at a single slip."""
_ENDING = 2
"""A slip in the last letters would be another inflection, another tense."""


def normalise(text: str) -> str:
    """The text in lower case, without apostrophes and joiners, Arabic letters in one form."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "")
    lowered = _IGNORED.sub("", lowered)
    if _ARABIC_LETTER.search(lowered):
        lowered = _PERSIAN_PREFIX.sub(r"\1", lowered.translate(_ARABIC))
    return lowered


def has_prefixes(text: str) -> bool:
    """Whether words may be joined with the one after them, as Persian prefixes are."""
    return "م" in text


class WordIndex:
    """Words with `*` for any letters, each standing for the numbers given to it."""

    def __init__(self) -> None:
        self._exact: dict[str, set[int]] = {}
        self._beginnings: dict[str, set[int]] = {}
        self._endings: dict[str, set[int]] = {}
        self._inner: dict[str, set[int]] = {}
        self._alike: dict[tuple[str, str], dict[str, set[int]]] = {}

    def add(self, word: str, number: int) -> None:
        """Let `word` stand for `number` too."""
        spelled = normalise(word)
        core = spelled.strip("*")
        first, last = spelled.startswith("*"), spelled.endswith("*")
        table = (self._exact, self._beginnings, self._endings, self._inner)[last + 2 * first]
        for form in {core, core.translate(_DIACRITICS)}:
            numbers = table.setdefault(form, set())
            numbers.add(number)
            if table is self._exact and len(form) >= _SLIP_LENGTH - 1:
                self._alike.setdefault(_frame(form), {})[form] = numbers

    def terms(self, word: str) -> frozenset[int]:
        """The numbers that a written lower-case word stands for; seldom more than a few."""
        return self._found(word) or self._found(_DRAWN_OUT.sub(r"\1", word)) or self._slip(word)

    def _found(self, word: str) -> frozenset[int]:
        found = set(self._exact.get(word, ()))
        for cut in range(1, len(word) + 1):
            found |= self._beginnings.get(word[:cut], set())
            found |= self._endings.get(word[cut - 1 :], set())
        for part, numbers in self._inner.items():
            if part in word:
                found |= numbers
        return frozenset(found)

    def _slip(self, word: str) -> frozenset[int]:
        if len(word) < _SLIP_LENGTH or word in vocabulary().languages:
            return frozenset()
        for known, numbers in self._alike.get(_frame(word), {}).items():
            if OSA.distance(word, known, score_cutoff=1) <= 1:
                return frozenset(numbers)
        return frozenset()


def _frame(word: str) -> tuple[str, str]:
    """The letters that a slip may not touch: the first, and those that make the ending."""
    return word[0], word[-_ENDING:]
