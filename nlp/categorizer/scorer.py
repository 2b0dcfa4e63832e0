"""Scores of texts: sums of rows that are computed once for each word."""

from collections.abc import Sequence
from threading import Lock

import numpy as np

from nlp.categorizer.arrays import Rows
from nlp.categorizer.features import lexicon
from nlp.categorizer.model import Floats, Model
from nlp.categorizer.spotter import Spotted, Spotter
from nlp.categorizer.units import pair_of

_FADING_WORDS, _LEAST, _LONGEST = 20.0, 0.3, 1024
_AT_ONCE = 4096
"""So many units are summed at a time, which a processor keeps near at hand."""
_UNITS_AT_ONCE = 1024


class Scorer:
    """Scores texts by a model, with what a word weighs kept for about `most_words` words.

    Any thread may ask; one is answered at a time.
    """

    def __init__(self, model: Model, *, most_words: int) -> None:
        self._most = most_words
        self._weights, self._bias = model.weights, model.bias
        self._rarity = np.append(model.rarity, np.float32(0))
        fades = np.concatenate([np.full(len(task.labels), task.fades) for task in model.tasks])
        self._fading = int(fades.sum())
        self._order = np.argsort(~fades, kind="stable")
        self._column = np.argsort(self._order)
        self._number = {name: number for number, name in enumerate(model.vocabulary)}
        pairs = [pair for pair in map(pair_of, model.vocabulary) if pair is not None]
        self._spotter = Spotter(lexicon(model.keywords), pairs)
        self._prepared = Rows(len(fades) + 2, np.float32)
        self._prepare()
        self._lock = Lock()

    def scores(self, texts: Sequence[str]) -> Floats:
        """The scores of texts in lower case, of shape (texts, columns of the model).

        Those of a text without any known word are the bias alone.
        """
        with self._lock:
            if self._spotter.is_crowded(self._most):
                self._spotter.forget()
                self._prepared.size = self._spotter.fixed
            spotted = self._spotter.spot(texts)
            self._prepare()
            sums = self._sums(spotted)
        faded, even = sums[:, : self._fading + 1], sums[:, self._fading + 1 :]
        per_length = np.concatenate(
            [part[:, :-1] / _length(part[:, -1:]) for part in (faded, even)], 1
        )
        scores: Floats = per_length.take(self._column, axis=1) + self._bias
        return scores

    def shares(self, spoken: Sequence[str], columns: Sequence[int]) -> Floats:
        """What each word adds to the scores of these columns, of shape (words, columns)."""
        with self._lock:
            numbers = self._spotter.numbers(spoken)
            self._prepare()
            rows = self._prepared.table.take(numbers, axis=0)
        at = self._column.take(columns)
        return rows.take(at + (at >= self._fading), axis=1)

    def _prepare(self) -> None:
        """Weigh the units that have become known since the last time."""
        new = self._spotter.take_new()
        for start in range(0, len(new), _UNITS_AT_ONCE):
            self._prepared.add(self._weighed(new[start : start + _UNITS_AT_ONCE]))

    def _weighed(self, units: Sequence[Sequence[str]]) -> Floats:
        """What each unit, the sum of its features, adds to a text.

        The columns that fade come first and the square of their length, then the others and
        the square of theirs.
        """
        nothing = len(self._number)
        listed = [[self._number.get(f, nothing) for f in features] for features in units]
        counts = [len(numbers) or 1 for numbers in listed]
        starts = np.cumsum([0, *counts])[:-1]
        features = [number for numbers in listed for number in numbers or [nothing]]
        rarity = self._rarity.take(features)
        weights = self._weights.take(features, axis=0, mode="clip") * rarity[:, None]
        sums = np.add.reduceat(weights, starts, axis=0)[:, self._order]
        squares = np.add.reduceat(np.square(rarity), starts)[:, None]
        return np.concatenate(
            [sums[:, : self._fading], squares, sums[:, self._fading :], squares], axis=1
        )

    def _sums(self, spotted: Spotted) -> Floats:
        units, places, starts = spotted
        ends = np.append(starts[1:], len(units))
        sums = np.empty((len(starts), self._prepared.table.shape[1]), np.float32)
        first = 0
        while first < len(starts):
            begin = starts[first]
            last = max(first + 1, int(ends.searchsorted(begin + _AT_ONCE, side="right")))
            rows = self._prepared.table.take(units[begin : ends[last - 1]], axis=0)
            loudness = _LOUDNESS.take(places[begin : ends[last - 1]], mode="clip")[:, None]
            rows[:, : self._fading + 1] *= loudness
            rows[:, self._fading : self._fading + 1] *= loudness
            np.add.reduceat(rows, starts[first:last] - begin, axis=0, out=sums[first:last])
            first = last
        return sums


def _loudness() -> Floats:
    """What a word counts by its place in a text: the first one 1, later ones ever less.

    Messages begin with their point and end with asides; examples are too short to teach it.
    Measured on messages by two other writers: the most important theme is right in one and
    two percent more of them, with half the examples in three and five.
    """
    place = np.arange(_LONGEST)
    return (_LEAST + (1 - _LEAST) * np.exp(-place / _FADING_WORDS)).astype(np.float32)


_LOUDNESS = _loudness()


def _length(squares: Floats) -> Floats:
    return np.where(squares > 0, np.sqrt(squares), np.float32(1))
