"""What a single word says of the language it belongs to."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DEFAULT = "sv"
Evidence = tuple[tuple[str, float], ...]
"""Pairs of language and weight; empty where a word tells nothing."""

_LETTER_ALONE = 0.5
_FOLDED = 0.7
_ENDING = 0.4
_LETTER = 0.6
_SHORTEST_STEM = 2
_FOLD = str.maketrans("åäöéšžčćđąęłńóśźżëçşğı", "aaoeszccdaelnoszzecsgi")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The word lists.

    `words`: language → words; `languages` and `folded` (without diacritics): word → languages;
    `endings`: ending → languages; `letters`: letter → languages.
    """

    words: dict[str, frozenset[str]]
    languages: dict[str, tuple[str, ...]]
    folded: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The word lists of `data/languages.toml`, read once."""
    path = Path(__file__).parent / "data" / "languages.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))
    words = {code: frozenset(table["words"].split()) for code, table in tables.items()}
    return Vocabulary(
        words=words,
        languages=_inverted(words),
        folded=_inverted({code: _without_diacritics(group) for code, group in words.items()}),
        endings=_inverted({code: t.get("endings", "").split() for code, t in tables.items()}),
        letters=_inverted({code: set(t.get("letters", "")) for code, t in tables.items()}),
    )


def evidence_of(word: str) -> Evidence:
    """What a word as written says; the fewer languages share it, the more.

    A word of no list tells by its letters and ending, unless it looks like a name: a Swedish
    place is named in every language.
    """
    lists = vocabulary()
    lower = word.lower()
    weight = 1.0 if len(word) > 1 else _LETTER_ALONE
    found = lists.languages.get(lower)
    if found is None:
        found, weight = lists.folded.get(lower), _FOLDED
    if found is not None:
        return tuple((language, weight / len(found)) for language in found)
    return () if word[0].isupper() else _shape(lower, lists)


def _shape(word: str, lists: Vocabulary) -> Evidence:
    weights: dict[str, float] = {}
    for letter in set(word):
        languages = lists.letters.get(letter, ())
        for language in languages:
            weights[language] = weights.get(language, 0.0) + _LETTER / len(languages)
    for start in range(_SHORTEST_STEM, len(word) - 1):
        for language in lists.endings.get(word[start:], ()):
            weights[language] = weights.get(language, 0.0) + _ENDING
    return tuple(weights.items())


def _without_diacritics(words: Iterable[str]) -> set[str]:
    return {word.translate(_FOLD) for word in words if len(word) > 1}


def _inverted(groups: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {}
    for group, items in groups.items():
        for item in items:
            members.setdefault(item, []).append(group)
    return {item: tuple(found) for item, found in members.items()}
