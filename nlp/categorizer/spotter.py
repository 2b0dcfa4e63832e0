"""Where the units known from training stand in many texts, found for all of them at once."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from nlp.categorizer.arrays import Ints, Places, Rows
from nlp.categorizer.features import Lexicon, word_features
from nlp.categorizer.units import END, START, Pair, pair_feature
from nlp.categorizer.words import fold, stem, words

_BREAK = "A"
"""What stands between two texts: no lower-case text has it."""
_CHARACTERS_A_WORD = 16


class Spotted(NamedTuple):
    """The units of texts in the order in which they stand.

    `units` are their numbers, `places` at which word of its text each of them stands, and
    `starts` where in these two the units of each text begin; every text has one at least.
    """

    units: Ints
    places: Ints
    starts: Ints


class Spotter:
    """Finds words, known pairs of neighbours and phrases: the units of `Units`, in use.

    The pairs have the first numbers and the phrases the next, `fixed` together. The words
    follow in the order in which they are met, the end of a text first of them.
    """

    def __init__(self, known: Lexicon, pairs: Sequence[Pair]) -> None:
        self._known = known
        self._pairs = _Neighbours(pairs)
        phrases = [(first, *said) for first, opened in known.phrases.items() for said in opened]
        meanings = list(dict.fromkeys(features for _, _, features in phrases))
        numbers = {features: len(pairs) + at for at, features in enumerate(meanings)}
        begun: dict[Pair, list[tuple[tuple[str, ...], int]]] = {}
        for first, rest, features in phrases:
            begun.setdefault((first, rest[0]), []).append((rest, numbers[features]))
        self._openings = _Neighbours(list(begun))
        self._begun = list(begun.values())
        self.fixed = len(pairs) + len(meanings)
        self.forget()
        self._new[:0] = [*([pair_feature(pair)] for pair in pairs), *map(list, meanings)]

    def forget(self) -> None:
        """Know no word any more."""
        self._chunks = _Chunks(self)
        self._words: dict[str, int] = {_BREAK: 0}
        self._chunks[_BREAK] = (0,)
        self._folded = [""]
        self._new: list[list[str]] = [[]]
        ends = self._pairs.sides(START)[0], self._pairs.sides(END)[1], 0, 0
        self._arrived: list[tuple[int, ...]] = [ends]
        self._sides = Rows(len(ends), np.intp)

    def is_crowded(self, most_words: int) -> bool:
        """Whether more is remembered than so many words of ordinary length take."""
        characters = self._chunks.characters
        return len(self._words) > most_words or characters > most_words * _CHARACTERS_A_WORD

    def take_new(self) -> list[list[str]]:
        """The features of the units numbered since the last call, in order of number."""
        new, self._new = self._new, []
        return new

    def numbers(self, spoken: Iterable[str]) -> list[int]:
        """The numbers of words."""
        return [self.fixed + self._number(word) for word in spoken]

    def spot(self, texts: Sequence[str]) -> Spotted:
        """The units of texts in lower case."""
        chunks = f" {_BREAK} ".join(("", *texts, "")).split()
        heard = np.fromiter(chain.from_iterable(map(self._chunks.__getitem__, chunks)), np.intp)
        self._sides.add(np.array(self._arrived, np.intp).reshape(-1, 4))
        self._arrived.clear()
        left, right, opening, following = self._sides.table.take(heard, axis=0).T
        paired, pairs = self._pairs.find(left[:-1], right[1:])
        said, phrases = self._phrases(heard, *self._openings.find(opening[:-1], following[1:]))
        stand = np.concatenate([np.arange(1, len(heard)), paired + 1, said])
        units = np.concatenate([heard[1:] + self.fixed, pairs, phrases])
        order = stand.argsort(kind="stable")
        stand = stand.take(order)
        breaks = np.flatnonzero(heard == 0)
        firsts = breaks[:-1] + 1
        places = stand - firsts.repeat(np.diff(breaks)).take(stand - 1)
        return Spotted(units.take(order), places, stand.searchsorted(firsts))

    def _phrases(self, heard: Ints, before: Ints, begun: Ints) -> tuple[Ints, Ints]:
        """At which word the second one of a phrase stands, and the phrases' numbers."""
        said, phrases = [], []
        for second, opened in zip((before + 1).tolist(), begun.tolist(), strict=True):
            for rest, number in self._begun[opened]:
                if len(rest) == 1 or self._follows(rest, heard, second):
                    said.append(second)
                    phrases.append(number)
        return np.array(said, np.intp), np.array(phrases, np.intp)

    def _follows(self, rest: tuple[str, ...], heard: Ints, second: int) -> bool:
        following = heard[second : second + len(rest)].tolist()
        return tuple(self._folded[word] for word in following) == rest

    def _number(self, word: str) -> int:
        number = self._words.get(word)
        if number is None:
            number = self._words[word] = len(self._words)
            folded = fold(word)
            self._folded.append(folded)
            self._new.append(word_features(folded, self._known))
            self._arrived.append((*self._pairs.sides(stem(folded)), *self._openings.sides(folded)))
        return number


class _Chunks(dict[str, tuple[int, ...]]):
    """What stands between two spaces → the numbers of its words, kept: texts repeat them."""

    def __init__(self, spotter: Spotter) -> None:
        self._spotter = spotter
        self.characters = 0

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        self.characters += len(chunk)
        found = self[chunk] = tuple(map(self._spotter._number, words(chunk)))
        return found


class _Neighbours:
    """Pairs of names, found by numbers for the two sides; 0 stands for names of no pair."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._left, self._right = (
            {name: number for number, name in enumerate(dict.fromkeys(side), start=1)}
            for side in ([left for left, _ in pairs], [right for _, right in pairs])
        )
        self._width = len(self._right) + 1
        keys = [self._left[left] * self._width + self._right[right] for left, right in pairs]
        self._places = Places(np.array(keys, np.intp))

    def sides(self, name: str) -> tuple[int, int]:
        """The number of a name as the first of a pair, and as the second."""
        return self._left.get(name, 0), self._right.get(name, 0)

    def find(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """Which of these neighbours are pairs, and which pair each of them is."""
        return self._places.find(left * self._width + right)
