"""What a reading rests on, as plain values: the lines of `Reading.why`, taken apart."""

import re
from dataclasses import dataclass

from nlp.reading import Doubt, Reading, ThemeScore

_KIND = re.compile(r"Sort: \w+ \((\d,\d+)\)")
_THEME = re.compile(r"Tema (\S+) \(\d,\d+\)(?:: (.+))?")
_SECOND = re.compile(r"Näst bästa tema: (\S+) \((\d,\d+)\)")
_HUMAN = re.compile(r"Behöver en människa: (.+)")
_REASONS = {
    Doubt.LANGUAGE: "språk",
    Doubt.KIND: "tips",
    Doubt.NO_THEME: "inget tema",
    Doubt.THEME_UNSURE: "tema",
    Doubt.PLACE_UNSURE: "flera områden",
}
"""Doubt → what its reason names; the first that fits is meant."""
OTHER = "other"
"""Stands for a reason that is none of the doubts of the categorizer."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why a text was read as it was.

    `kind_score` is the probability of the kind, None where it is not told. `words` has, for
    each theme given, the words that spoke for it, the strongest first. `second` is the best
    theme that was not given. `reasons` tells for each doubt (a value of `Doubt`, or `OTHER`), in
    Swedish, what it is.
    """

    kind_score: float | None
    words: dict[str, tuple[str, ...]]
    second: ThemeScore | None
    reasons: dict[str, str]

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why a human should look, in the order told."""
        return tuple(self.reasons)


def explanation_of(reading: Reading) -> Explanation:
    """What the reading rests on."""
    kind_score: float | None = None
    second: ThemeScore | None = None
    words: dict[str, tuple[str, ...]] = {}
    reasons: dict[str, str] = {}
    for line in reading.why:
        if told := _KIND.fullmatch(line):
            kind_score = _number(told[1])
        elif told := _THEME.fullmatch(line):
            words[told[1]] = tuple(told[2].split(", ")) if told[2] else ()
        elif told := _SECOND.fullmatch(line):
            second = ThemeScore(id=told[1], score=_number(told[2]))
        elif told := _HUMAN.fullmatch(line):
            reasons[_doubt(told[1])] = told[1]
    return Explanation(kind_score=kind_score, words=words, second=second, reasons=reasons)


def _doubt(reason: str) -> str:
    return next((doubt.value for doubt, named in _REASONS.items() if named in reason), OTHER)


def _number(written: str) -> float:
    return float(written.replace(",", "."))
