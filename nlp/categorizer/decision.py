"""From probabilities to what is said of a text, and what is left to a human."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from nlp.categorizer.model import Floats, Task
from nlp.reading import Kind, ThemeScore

FULLY_READ = frozenset({"sv", "en"})
"""Languages of which the examples hold enough to sort by."""

_MOST_THEMES = 3
_GUESS_FROM = 0.2
_SECOND_FROM = 0.6
_OTHER_LANGUAGE_FROM = 0.9
_KIND_SURE_FROM = 0.6
_TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})


class Doubt(StrEnum):
    """Why a human should look at a text."""

    LANGUAGE = "language"
    KIND = "kind"
    NO_THEME = "no_theme"
    THEME_UNSURE = "theme_unsure"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is said of a text: its kind, its themes (primary first), and the doubts."""

    kind: Kind
    kind_score: float
    themes: tuple[ThemeScore, ...]
    doubts: tuple[Doubt, ...]


def decide(
    kinds: Floats, kind_task: Task, themes: Floats, theme_task: Task, language: str
) -> Decision:
    """What the probabilities of the kinds and themes say of a text in a language.

    A text of which the language is not read fully is a concern unless the opposite is sure,
    gets a theme only if that is nearly certain, and is always left to a human.
    """
    best = int(kinds.argmax())
    kind, kind_score = Kind(kind_task.labels[best]), float(kinds[best])
    doubts: list[Doubt] = []
    foreign = language not in FULLY_READ
    if foreign:
        doubts.append(Doubt.LANGUAGE)
        if kind_score < _OTHER_LANGUAGE_FROM:
            kind = Kind.CONCERN
    elif kind_score < _KIND_SURE_FROM:
        doubts.append(Doubt.KIND)
    if kind not in _TOLD:
        return Decision(kind=kind, kind_score=kind_score, themes=(), doubts=tuple(doubts))
    given = _themes(themes, theme_task, _OTHER_LANGUAGE_FROM if foreign else _GUESS_FROM)
    if not given:
        doubts.append(Doubt.NO_THEME)
    elif given[0].score < theme_task.thresholds[theme_task.labels.index(given[0].id)]:
        doubts.append(Doubt.THEME_UNSURE)
    return Decision(kind=kind, kind_score=kind_score, themes=given, doubts=tuple(doubts))


def _themes(chances: Floats, task: Task, guess_from: float) -> tuple[ThemeScore, ...]:
    order = np.argsort(-chances, kind="stable")[:_MOST_THEMES]
    return tuple(
        ThemeScore(id=task.labels[label], score=float(chances[label]))
        for rank, label in enumerate(order)
        if chances[label] >= (guess_from if rank == 0 else max(_SECOND_FROM, guess_from))
    )
