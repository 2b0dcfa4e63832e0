"""The ways in which a gazetteer name is written."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product

from nlp.places.words import DATA, plain

Spelling = tuple[str, ...]

_PARTS = re.compile(r"[^\s\-/()]+")
_SHORTEST_TO_ABBREVIATE = 8
_SHORTEST_JOINED = 7
_PREPOSITIONS = ("i", "på", "vid")


@cache
def heads() -> dict[str, str]:
    """What a place is, as names of places end: the definite form by the indefinite one."""
    forms: dict[str, str] = tomllib.loads((DATA / "heads.toml").read_text("utf-8"))["forms"]
    return forms


@cache
def _other_forms() -> dict[str, tuple[str, ...]]:
    both = [*heads().items(), *((definite, indefinite) for indefinite, definite in heads().items())]
    return {form: tuple(b for a, b in both if a == form) for form, _ in both}


def split(name: str) -> Spelling:
    """The plain words of a name."""
    return tuple(map(plain, _PARTS.findall(name)))


def spellings(name: str, areas: frozenset[str]) -> Iterator[tuple[Spelling, str | None]]:
    """How a name may be written, each as plain words, the name itself first.

    A name that begins with a small letter is a word for such a place ("gågatan").

    `areas` are the plain names of areas. With a spelling that tells the area after a
    preposition ("stationen i Fristad") comes that area's plain name.
    """
    words = split(name)
    if not words:
        return
    if len(words) > 2 and words[-1] in areas and words[-2] in _PREPOSITIONS:
        yield words, words[-1]
        return
    yield words, None
    if len(words) == 1:
        if name[0].islower():  # a word for such a place, not its name
            return
        yield from (((form,), None) for form in _other_single_forms(words[0]))
        return
    firsts = _with_and_without_genitive(words[0], areas)
    lasts = (words[-1], *_other_forms().get(words[-1], ()))
    for first, last in product(firsts, lasts):
        spelling = (first, *words[1:-1], last)
        yield spelling, None
        joined = "".join(spelling)
        if len(words) == 2 and (len(joined) >= _SHORTEST_JOINED or last.isdigit()):
            yield (joined,), None
    is_noun = words[0] in _other_forms() or name[0].islower() or name.split()[0].isupper()
    if len(words) == 2 and words[1] in areas and is_noun:
        yield from (((words[0], between, words[1]), words[1]) for between in _PREPOSITIONS)


def _with_and_without_genitive(word: str, areas: frozenset[str]) -> tuple[str, ...]:
    if word in areas:
        return word, f"{word}s"
    if word.endswith("s") and word[:-1] in areas:
        return word, word[:-1]
    return (word,)


def _other_single_forms(word: str) -> Iterator[str]:
    for form, others in _other_forms().items():
        stem = word.removesuffix(form)
        if stem != word and len(stem) >= 3:
            yield from (stem + other for other in others)
            if form in ("gatan", "vägen") and len(word) >= _SHORTEST_TO_ABBREVIATE:
                yield stem + form[0]
