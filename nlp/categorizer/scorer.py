"""Scores of a text: sums of rows that are computed once for each word."""

from dataclasses import dataclass

import numpy as np

from nlp.categorizer.features import lexicon
from nlp.categorizer.model import Floats, Model
from nlp.categorizer.units import Units, pair_of

_FADING_WORDS, _LEAST, _LONGEST = 20.0, 0.3, 1024


@dataclass(frozen=True, kw_only=True)
class Scores:
    """What a model says of a text.

    `values` has a score a column of the model; `words` are the text's words and `by_word`
    their shares of the scores, of shape (words, columns).
    """

    values: Floats
    words: list[str]
    by_word: Floats


class Scorer:
    """Scores texts by a model, with what a word weighs kept for at most `most_words` units."""

    def __init__(self, model: Model, *, most_words: int) -> None:
        self._rows_by_name = {name: row for row, name in enumerate(model.vocabulary)}
        self._weights = model.weights * model.rarity[:, None]
        self._squares = np.square(model.rarity)
        self._bias = model.bias
        fading = [np.full(len(task.labels), task.fades) for task in model.tasks]
        self._fading = np.flatnonzero(np.concatenate(fading))
        self._known = lexicon(model.keywords)
        self._pairs = [pair for pair in map(pair_of, model.vocabulary) if pair is not None]
        self._most = most_words + len(self._pairs)
        self._forget()

    def scores(self, text: str) -> Scores:
        """The scores of a text; of one without any known word the bias alone."""
        if len(self._units) > self._most:
            self._forget()
        spoken, numbers, places = self._units.numbers(text)
        self._prepare()
        rows = self._prepared.take(numbers, axis=0)
        total = rows.sum(axis=0)
        values = total[:-1] / _length(float(total[-1]))
        if len(self._fading):
            loudness = _LOUDNESS.take(places, mode="clip")
            length = _length(float(np.square(loudness) @ rows[:, -1]))
            values[self._fading] = (loudness @ rows)[self._fading] / length
        by_word = rows[: len(spoken), :-1]
        return Scores(values=values + self._bias, words=spoken, by_word=by_word)

    def _forget(self) -> None:
        self._units = Units(self._known, self._pairs)
        self._prepared = np.zeros((2 * len(self._pairs) + 1024, len(self._bias) + 1), np.float32)
        self._done = 0
        self._prepare()

    def _prepare(self) -> None:
        """Weigh the units that have become known since the last time."""
        if self._done == len(self._units):
            return
        while len(self._prepared) < len(self._units):
            self._prepared = np.concatenate([self._prepared, np.zeros_like(self._prepared)])
        for features in self._units.take_new():
            rows = [self._rows_by_name[f] for f in features if f in self._rows_by_name]
            if rows:
                self._prepared[self._done, :-1] = self._weights[rows].sum(axis=0)
                self._prepared[self._done, -1] = self._squares[rows].sum()
            self._done += 1


def _loudness() -> Floats:
    """What a word counts by its place in a text: the first one 1, later ones ever less.

    Messages begin with their point and end with asides; examples are too short to teach it.
    Measured on messages by two other writers: the most important theme is right in one and
    two percent more of them, with half the examples in three and five.
    """
    place = np.arange(_LONGEST)
    return (_LEAST + (1 - _LEAST) * np.exp(-place / _FADING_WORDS)).astype(np.float32)


_LOUDNESS = _loudness()


def _length(square: float) -> float:
    return square**0.5 if square > 0 else 1.0
