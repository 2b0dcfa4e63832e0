"""Finds Swedish vehicle registration plates: ABC 123 and ABC 12D.

Source: Transportstyrelsen: three letters without I, Q, V, Å, Ä, Ö, two digits, and a digit or a
letter, which is no O either.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.spoken import SpokenNumber
from nlp.personal_data.wording import any_of, lines_of, wording

_LETTER = "[A-HJ-PR-UW-Z]"
_LAST = "[0-9A-HJ-NPR-UW-Z]"
_PLATE = re.compile(
    rf"(?<![\w/@.-])(?P<letters>{_LETTER}{{3}})(?P<gap>[ \u00a0]?-?[ \u00a0]?)(?P<end>\d\d{_LAST})"
    r"(?![\w@])(?![.,:-]\d)",
    re.IGNORECASE,
)
_APART = re.compile(rf"(?<!\w)(?:{_LETTER}[ .]){{3}}(?:\d[ .]){{2}}{_LAST}(?!\w)", re.IGNORECASE)
_PART = re.compile(rf"(?:^|{_LETTER}{{3}})-?\d\d{_LAST}(?![\w@])(?![.,:-]\d)", re.IGNORECASE)
_SPELT = re.compile(r"\d[ .]\d[ .]\w(?!\w)")
_LETTERS_BEFORE = re.compile(
    rf"(?<!\w)({_LETTER}{{3}}|(?:{_LETTER} ){{2}}{_LETTER})[ -]$", re.IGNORECASE
)
_BEFORE = 50
_AFTER = 30


def find_plates(text: str, spoken: Iterable[SpokenNumber] = ()) -> Iterator[Span]:
    """The spans of the plates.

    Capital letters count unless they are a known word; small letters apart from their digits
    only where the text speaks of a plate or a vehicle. `spoken` are numbers told in words.
    """
    for match in _PLATE.finditer(text):
        if _is_plate(match, text):
            yield match.span()
    for match in _APART.finditer(text) if is_spelt(text) else ():
        if _called_so().search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.span()
    for number in spoken:
        letters = _letters_before(number, text)
        if letters:
            yield number.start - letters, number.end


def is_part_of_plate(piece: str) -> bool:
    """Whether a piece of text, without blanks, has a plate in it or the digits of one."""
    return _PART.search(piece) is not None


def is_spelt(text: str) -> bool:
    """Whether the digits of a plate may stand apart in a text."""
    return _SPELT.search(text) is not None


def _is_plate(match: re.Match[str], text: str) -> bool:
    letters, numeric = match["letters"], match["end"].isdecimal()
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _called_so().search(before) and letters.lower() not in wording("plate", "never"):
        return True
    if numeric and _counted().match(text, match.end()):
        return False
    ordinary = letters.lower() in _ordinary()
    if not numeric:
        return letters.isupper() or not (ordinary and match["gap"])
    if ordinary:
        return False
    if letters.isupper() and not (text.isupper() and match["gap"]):
        return True
    return _vehicle().search(before + text[match.end() : match.end() + _AFTER]) is not None


def _letters_before(number: SpokenNumber, text: str) -> int:
    """How many code points of a plate stand before its digits; 0 where it is none."""
    before = text[max(0, number.start - _BEFORE) : number.start]
    letters = _LETTERS_BEFORE.search(before)
    plate = letters and len(number.digits) == len("123") and _called_so().search(before)
    return len(letters.group()) if letters and plate else 0


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(lines_of("not_plates.txt"))


@cache
def _called_so() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('plate', 'called_so')}\b", re.IGNORECASE)


@cache
def _vehicle() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('plate', 'vehicles')}\b", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of('plate', 'units')}\b|%)", re.IGNORECASE)
