"""Names of areas as they sound, to be recognised in Arabic and Cyrillic letters."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from nlp.config import Place
from nlp.places.words import DATA, plain

_LATIN = re.compile(r"[a-zåäö]")
_VOWELS = re.compile(r"[AEO]")
_FEWEST_CONSONANTS = 2
_ENOUGH_CONSONANTS = {"arabic": 4, "cyrillic": 5}
_SHORTEST_WITH_AFFIX = 6
_FEWEST_BEFORE_ENDING = 3


@cache
def _letters() -> dict[str, Any]:
    return tomllib.loads((DATA / "letters.toml").read_text("utf-8"))


class Sounds:
    """Areas by their sound: consonants in classes, vowels A, E (front) and O (round).

    A name with many consonants is known by these alone, for Arabic writes few vowels and
    foreign ears tell Swedish ones differently; a shorter one only with its vowels.
    """

    def __init__(self, areas: Iterable[Place]) -> None:
        """Take in the areas whose names have at least two consonants."""
        self._whole: dict[str, Place] = {}
        self._consonants: dict[str, Place] = {}
        for area in areas:
            for sound in _sounds_of_name(plain(area.name)):
                consonants = _VOWELS.sub("", sound)
                if len(consonants) >= min(_ENOUGH_CONSONANTS.values()):
                    self._consonants.setdefault(consonants, area)
                if len(consonants) >= _FEWEST_CONSONANTS and len(sound) > len(consonants) + 1:
                    self._whole.setdefault(sound, area)

    def meant(self, plain_word: str) -> Place | None:
        """The area that a word in another script sounds like, or None."""
        if _LATIN.search(plain_word):
            return None
        for script, sound, ending in _sounds_of_foreign(plain_word):
            consonants = _VOWELS.sub("", sound)
            if ending and len(consonants) < _FEWEST_BEFORE_ENDING:
                continue
            area = self._whole.get(sound)
            if area is None and ending:
                area = self._whole.get(f"{sound}A")
            if area is None and len(consonants) >= _ENOUGH_CONSONANTS[script]:
                area = self._consonants.get(consonants)
            if area is not None:
                return area
        return None


def _sounds_of_name(name: str) -> Iterator[str]:
    for spelled in _rewritten(name, _letters()["swedish"]["groups"]):
        yield _collapse(_classes(spelled, _letters()["swedish"]["letters"]))


def _sounds_of_foreign(word: str) -> Iterator[tuple[str, str, bool]]:
    """The scripts and sounds that a word may have, and whether it has lost an ending."""
    for script in _ENOUGH_CONSONANTS:
        table = _letters()[script]
        if not all(letter in table["letters"] for letter in word):
            continue
        for form, ending in _without_affixes(word, table):
            yield script, _collapse(_classes(form, table["letters"])), ending


def _without_affixes(word: str, table: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    yield word, False
    if len(word) < _SHORTEST_WITH_AFFIX:
        return
    for prefix in table["prefixes"]:
        if word.startswith(prefix):
            yield word.removeprefix(prefix), False
    for suffix in table["suffixes"]:
        if word.endswith(suffix):
            yield word.removesuffix(suffix), True


def _rewritten(name: str, groups: dict[str, list[str]]) -> Iterator[str]:
    """The name with letters that sound as one written so; several where they may differ."""
    forms = [name]
    for letters, sounds in groups.items():
        forms = [f.replace(letters, s) for f in forms for s in (sounds if letters in f else [""])]
    yield from dict.fromkeys(forms)


def _classes(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, "") for letter in word)


def _collapse(sound: str) -> str:
    """A sound without doubles."""
    return re.sub(r"(.)\1+", r"\1", sound)
