"""Which themes a training mixes up: examples that another theme would have got."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nlp.config import Theme
from nlp.training import themes_held_out

LEAST = 5
"""So many examples must be read as the other theme."""
CHANCE = 0.001
"""It is told only where chance alone would do so more rarely than this."""


@dataclass(frozen=True, kw_only=True)
class Confused:
    """Examples of `theme` that would be read as `instead`: `count` of its `examples`.

    `texts` are these, those read so most clearly first.
    """

    theme: str
    instead: str
    count: int
    examples: int
    texts: tuple[str, ...]


def confused(
    themes: Sequence[Theme], *, progress: Callable[[int, int], None] | None = None
) -> tuple[Confused, ...]:
    """The pairs of themes that are mixed up more than chance would, the worst first.

    Every example is read by a training without it (cross-validation). Chance is that a wrongly
    read example gets one of the other themes as often as all wrongly read ones get it.

    Raises:
        TrainingImpossible: there are fewer than two themes, or one without enough examples.
    """
    from scipy.stats import binom

    texts, truth, scores = themes_held_out(themes, progress=progress)
    rows, got = np.arange(len(texts)), scores.argmax(axis=1)
    wrong = np.flatnonzero(~truth[rows, got])
    # What has several themes counts for the one that was least missed.
    meant = np.where(truth, scores, -np.inf).argmax(axis=1)
    counts = np.zeros((len(themes), len(themes)), np.int64)
    np.add.at(counts, (meant[wrong], got[wrong]), 1)
    found = []
    for theme, instead in zip(*np.nonzero(counts >= LEAST), strict=True):
        others = counts.sum() - counts[theme].sum()
        expected = (counts[:, instead].sum() - counts[theme, instead]) / max(others, 1)
        share = min(max(float(expected), 1 / len(themes)), 1.0)
        if binom.sf(counts[theme, instead] - 1, counts[theme].sum(), share) >= CHANCE:
            continue
        those = [row for row in wrong if (meant[row], got[row]) == (theme, instead)]
        clear = sorted(those, key=lambda row: scores[row, theme] - scores[row, instead])
        found.append(
            Confused(
                theme=themes[theme].id,
                instead=themes[instead].id,
                count=int(counts[theme, instead]),
                examples=int(truth[:, theme].sum()),
                texts=tuple(texts[row] for row in clear),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.count / one.examples, one.theme)))
