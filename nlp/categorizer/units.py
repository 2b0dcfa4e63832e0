"""What of a text is counted: its words, pairs of neighbours, and phrases that are keywords."""

from collections.abc import Iterable
from typing import NamedTuple

from nlp.categorizer.features import Lexicon, Phrase, word_features
from nlp.categorizer.words import fold, stem, words

_START, _END = "^", "$"
Pair = tuple[str, str]


Openings = dict[str, list[Phrase]]
"""The phrases that a word may open, by their folded second word."""

_NO_OPENINGS: Openings = {}


class _Word(NamedTuple):
    number: int
    folded: str
    stem: str
    openings: Openings


class Units:
    """Numbers for the units of texts, each analysed once.

    With `pairs` only these pairs of stems count; without, every pair that occurs gets a
    number, as training needs it.
    """

    def __init__(self, known: Lexicon, pairs: Iterable[Pair] | None = None) -> None:
        self._known = known
        self._words: dict[str, _Word] = {}
        self._pairs: dict[Pair, int] = {}
        self._phrases: dict[tuple[str, ...], int] = {}
        self._new: list[list[str]] = []
        self._size = 0
        self._open = pairs is None
        for pair in pairs or ():
            self._pairs[pair] = self._number([pair_feature(pair)])

    def __len__(self) -> int:
        """How many units have a number."""
        return self._size

    def take_new(self) -> list[list[str]]:
        """The features of the units numbered since the last call, in order of number."""
        new, self._new = self._new, []
        return new

    def numbers(self, text: str) -> tuple[list[str], list[int], list[int]]:
        """The words of a text, the numbers of its units, and at which word each unit stands.

        The units of the words come first, in the words' order.
        """
        spoken = words(text)
        found: list[int] = []
        extra: list[int] = []
        places: list[int] = []
        known, pairs = self._words, self._pairs
        before, openings = _START, _NO_OPENINGS
        for position, word in enumerate(spoken):
            number, folded, root, opens = known.get(word) or self._enter(word)
            found.append(number)
            pair = pairs.get((before, root))
            if pair is None and self._open:
                pair = self._enter_pair((before, root))
            if pair is not None:
                extra.append(pair)
                places.append(position)
            if folded in openings:
                heard = self._phrases_at(spoken, position, openings[folded])
                extra += heard
                places += [position] * len(heard)
            before, openings = root, opens
        pair = pairs.get((before, _END))
        if pair is None and self._open:
            pair = self._enter_pair((before, _END))
        if pair is not None:
            extra.append(pair)
            places.append(len(spoken))
        return spoken, found + extra, [*range(len(found)), *places]

    def _phrases_at(self, spoken: list[str], second: int, phrases: list[Phrase]) -> list[int]:
        found = []
        for rest, features in phrases:
            following = spoken[second : second + len(rest)]
            if tuple(map(fold, following)) == rest:
                if features not in self._phrases:
                    self._phrases[features] = self._number(list(features))
                found.append(self._phrases[features])
        return found

    def _enter(self, word: str) -> _Word:
        folded = fold(word)
        number = self._number(word_features(folded, self._known))
        openings: Openings = {}
        for phrase in self._known.phrases.get(folded, ()):
            openings.setdefault(phrase[0][0], []).append(phrase)
        entry = _Word(number, folded, stem(folded), openings)
        self._words[word] = entry
        return entry

    def _enter_pair(self, pair: Pair) -> int:
        number = self._number([pair_feature(pair)])
        self._pairs[pair] = number
        return number

    def _number(self, features: list[str]) -> int:
        self._new.append(features)
        self._size += 1
        return self._size - 1


def pair_feature(pair: Pair) -> str:
    """The feature that stands for a pair of stems."""
    return f"b:{pair[0]} {pair[1]}"


def pair_of(feature: str) -> Pair | None:
    """The pair that a feature stands for, or None when it is of another sort."""
    if not feature.startswith("b:"):
        return None
    first, _, second = feature[2:].partition(" ")
    return first, second
