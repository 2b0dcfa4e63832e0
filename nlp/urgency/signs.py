"""The signs of danger that the data files name, as found in a text, sentence by sentence."""

import tomllib
from bisect import bisect
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.language.evidence import DEFAULT
from nlp.phrases import PhraseBook, ends, read_phrases, split
from nlp.reading import Danger

_DATA = Path(__file__).parent / "data"
_ALWAYS = ("en", DEFAULT)
"""Languages whose phrases are looked for in every text: residents mix them with their own."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What the signs weigh, as `data/labels.toml` says; each mapping goes by label."""

    bar: Mapping[str, float]
    bar_trained: Mapping[str, float]
    trained: Mapping[str, float]
    now: Mapping[str, float]
    soon: Mapping[str, float]
    urge: Mapping[str, float]
    against_now: Mapping[str, float]
    against_soon: Mapping[str, float]
    danger: Mapping[str, Danger]
    hint: Mapping[str, Danger]


@cache
def weights() -> Weights:
    """The weights, read once."""
    table = tomllib.loads((_DATA / "labels.toml").read_text("utf-8"))
    for kind in ("danger", "hint"):
        table[kind] = {label: Danger(danger) for label, danger in table[kind].items()}
    return Weights(**table)


@cache
def languages() -> frozenset[str]:
    """The languages that have phrases of their own."""
    return frozenset(path.stem for path in _DATA.glob("??.toml"))


def find_signs(text: str, language: str) -> list[frozenset[str]]:
    """The labels found in each sentence that has any, in the order of the text.

    What speaks against danger is looked for only where something speaks for it.
    """
    words = split(text)
    book = language if language in languages() else DEFAULT
    hits = _signs(book).find(words)
    if not hits:
        return []
    if not weights().danger.keys().isdisjoint([hit.label for hit in hits]):
        hits += _circumstances(book).find(words)
    if len(hits) == 1:
        return [frozenset((hits[0].label,))]
    marks = ends(words)
    sentences: dict[int, set[str]] = {}
    for hit in hits:
        sentences.setdefault(bisect(marks, hit.start), set()).add(hit.label)
    return [frozenset(labels) for _, labels in sorted(sentences.items())]


@cache
def _signs(language: str) -> PhraseBook:
    table = weights()
    return _book(language, table.danger.keys() | table.hint.keys())


@cache
def _circumstances(language: str) -> PhraseBook:
    table = weights()
    circumstances = table.urge.keys() | table.against_now.keys() | table.against_soon.keys()
    return _book(language, circumstances - table.danger.keys())


def _book(language: str, labels: Set[str]) -> PhraseBook:
    files = [_DATA / f"{code}.toml" for code in dict.fromkeys((language, *_ALWAYS))]
    phrases = read_phrases(files)
    return PhraseBook({label: lines for label, lines in phrases.items() if label in labels})
