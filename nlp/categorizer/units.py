"""What of a text is counted: its words, pairs of neighbours, and phrases that are keywords."""

from typing import NamedTuple

from nlp.categorizer.features import Lexicon, Phrase, word_features
from nlp.categorizer.words import fold, stem, words

START, END = "^", "$"
"""What stands in a pair for the beginning and the end of a text."""

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
    """Numbers for all units of texts to train from, each analysed once.

    `nlp.categorizer.spotter` finds the same units where only those known from training count.
    """

    def __init__(self, known: Lexicon) -> None:
        self._known = known
        self._words: dict[str, _Word] = {}
        self._pairs: dict[Pair, int] = {}
        self._phrases: dict[tuple[str, ...], int] = {}
        self._new: list[list[str]] = []
        self._size = 0

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
        before, openings = START, _NO_OPENINGS
        for position, word in enumerate(spoken):
            number, folded, root, opens = self._words.get(word) or self._enter(word)
            found.append(number)
            extra.append(self._pair((before, root)))
            places.append(position)
            if folded in openings:
                heard = self._phrases_at(spoken, position, openings[folded])
                extra += heard
                places += [position] * len(heard)
            before, openings = root, opens
        extra.append(self._pair((before, END)))
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
        entry = self._words[word] = _Word(number, folded, stem(folded), openings)
        return entry

    def _pair(self, pair: Pair) -> int:
        number = self._pairs.get(pair)
        if number is None:
            number = self._pairs[pair] = self._number([pair_feature(pair)])
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
