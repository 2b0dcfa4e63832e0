"""From probabilities to what is said of texts, and what is left to a human."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.categorizer.model import Floats, Task
from nlp.reading import Doubt, Kind, ThemeScore

FULLY_READ = frozenset({"sv", "en"})
"""Languages of which the examples hold enough to sort by."""

_MOST_THEMES = 3
_MOST_OTHERS = 3
_OTHERS_FROM = 0.05
_GUESS_FROM = 0.2
_SECOND_FROM = 0.5
_OTHER_LANGUAGE_FROM = 0.9
_KIND_SURE_FROM = 0.6
_CONCERN = Kind.CONCERN
_TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})


class Decision(NamedTuple):
    """What is said of a text: its kind and the probability of it, its themes (primary first).

    `second` is the likeliest theme that is not among them and the probability of it, None
    where themes are not told. `others` are the likeliest so, at most three; beside themes that
    are given only those that are likely at all.
    """

    kind: Kind
    kind_score: float
    themes: tuple[ThemeScore, ...] = ()
    second: tuple[str, float] | None = None
    doubts: tuple[Doubt, ...] = ()
    others: tuple[ThemeScore, ...] = ()


class Chances(NamedTuple):
    """A task and the probabilities of its labels, with a row a text."""

    task: Task
    values: Floats


def decide(
    kinds: Chances, primary: Chances, themes: Chances, languages: Sequence[str]
) -> list[Decision]:
    """What the probabilities say of texts in these languages.

    `primary` tells which theme comes first, `themes` which others there are; both have the
    same labels. A text of which the language is not read fully is a concern unless the
    opposite is sure, gets a theme only if that is nearly certain, and is always left to a
    human.
    """
    order, ranked_scores = _ranked(primary.values, themes.values)
    each = zip(
        languages,
        kinds.values.argmax(axis=1).tolist(),
        kinds.values.tolist(),
        order.tolist(),
        ranked_scores.tolist(),
        primary.task.thresholds.take(order[:, 0]).tolist(),
        strict=True,
    )
    names, labels = themes.task.labels, [Kind(label) for label in kinds.task.labels]
    decisions = []
    for language, best, chances, ranked, scores, threshold in each:
        foreign = language not in FULLY_READ
        kind, doubts = _kind(labels[best], chances[best], foreign)
        kind_score = chances[best if kind is labels[best] else labels.index(kind)]
        if kind not in _TOLD:
            decisions.append(Decision(kind, kind_score, doubts=doubts))
            continue
        given = _given(scores, _OTHER_LANGUAGE_FROM if foreign else _GUESS_FROM)
        if given == 0:
            doubts = (*doubts, Doubt.NO_THEME)
        elif scores[0] < threshold:
            doubts = (*doubts, Doubt.THEME_UNSURE)
        best_first = zip(ranked[:given], scores, strict=False)
        told = tuple([ThemeScore(id=names[label], score=s) for label, s in best_first])
        second = (names[ranked[given]], scores[given]) if given < len(ranked) else None
        least = _OTHERS_FROM if given else 0.0
        rest = zip(ranked[given:], scores[given:], strict=True)
        others = tuple([ThemeScore(id=names[at], score=s) for at, s in rest if s >= least])
        decisions.append(Decision(kind, kind_score, told, second, doubts, others[:_MOST_OTHERS]))
    return decisions


def _ranked(primary: Floats, themes: Floats) -> tuple[NDArray[np.intp], Floats]:
    """The columns of the first themes of each text in order, and the probabilities of them."""
    rows, first = np.arange(len(primary)), primary.argmax(axis=1)
    scores = themes.copy()
    scores[rows, first] = np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, : _MOST_THEMES + _MOST_OTHERS]
    scores[rows, first] = primary[rows, first]
    return order, np.take_along_axis(scores, order, axis=1)


def _kind(best: Kind, score: float, foreign: bool) -> tuple[Kind, tuple[Doubt, ...]]:
    """The kind that is said where this one is likeliest, and whether that is doubtful."""
    if foreign:
        return best if score >= _OTHER_LANGUAGE_FROM else _CONCERN, (Doubt.LANGUAGE,)
    return best, () if score >= _KIND_SURE_FROM else (Doubt.KIND,)


def _given(scores: Sequence[float], guess_from: float) -> int:
    """How many themes are given, of which these are the scores, falling after the first."""
    if scores[0] < guess_from:
        return 0
    least = max(_SECOND_FROM, guess_from)
    return 1 + len([score for score in scores[1:_MOST_THEMES] if score >= least])
