"""Finds Swedish vehicle registration plates: ABC 123 and ABC 12D.

Source: Transportstyrelsen: three letters without I, Q, V, Å, Ä, Ö, two digits and a digit or a
letter without O besides those.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nlp.personal_data.spoken import spoken_numbers

Span = tuple[int, int]
_PLATE = re.compile(
    r"(?<![\w/@.-])(?P<letters>[A-HJ-PR-UW-Z]{3})(?P<gap>[ \u00a0]?-?[ \u00a0]?)(?P<end>\d\d[0-9A-HJ-NPR-UW-Z])"
    r"(?![\w@])(?![.,:]\d)(?![-]\d)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\w])(?:[A-HJ-PR-UW-Z][ .]){3}(?:\d[ .]){2}[0-9A-HJ-NPR-UW-Z](?!\w)", re.IGNORECASE
)
_CALLED_SO = re.compile(
    r"\b(?:reg(?:\.|nr|n|istrering\w*)?|regnummer\w*|regskylt\w*|skylt\w*|nummerplåt\w*|plåt\w*|nummerskylt\w*|plate|licen[cs]e|"
    r"registration|rek(?:isteri\w*)?|registracij\w*|tablic\w*|rejestrac\w*|номер\w*|targo|taarikada)\b",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:bil(?:en)?|epa(?:n)?|a-?traktor\w*|moped\w*|moppe\w*|mc|motorcykel\w*|skåpbil\w*|lastbil\w*|taxi\w*|kombi|suv|jeep|van|car|auto|"
    r"volvo|saab|audi|bmw|vw|volkswagen|golf|passat|skoda|škoda|seat|ford|opel|toyota|nissan|mazda|honda|hyundai|kia|peugeot|renault|"
    r"citroen|fiat|tesla|polestar|mini|porsche|merca|mercedes|yamaha|kawasaki|ktm)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\s?(?:kr|kronor|spänn|m|meter|km|kvm|kg|gram|procent|%|st|personer|gånger|min|år|kmh|km/h|tkr|watt|hk|volt)\b",
    re.IGNORECASE,
)
_BEFORE = 50
_AFTER = 30


def find_plates(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The code points [start, end) of each plate.

    Capital letters count unless they are a known word; small letters apart from their digits
    only where the text speaks of a plate or a vehicle. With `spoken`, digits told in words are
    looked for as well.
    """
    for match in _PLATE.finditer(text):
        if _is_plate(match, text):
            yield match.span()
    for match in _SPACED.finditer(text):
        if _CALLED_SO.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.span()
    if spoken:
        yield from _spoken(text)


@cache
def _ordinary() -> frozenset[str]:
    lines = (Path(__file__).parent / "data" / "not_plates.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_plate(match: re.Match[str], text: str) -> bool:
    letters, end = match["letters"], match["end"]
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    called_so = _CALLED_SO.search(before) is not None
    if called_so and letters.lower() not in {"och", "med", "som", "var", "reg", "det"}:
        return True
    if end.isdecimal() and _UNITS.match(text[match.end() :]):
        return False
    ordinary = letters.lower() in _ordinary()
    if not end.isdecimal():
        return not (ordinary and match["gap"]) or letters.isupper()
    if ordinary:
        return False
    if letters.isupper() and not text.isupper():
        return True
    around = before + text[match.end() : match.end() + _AFTER]
    return _VEHICLE.search(around) is not None or (not match["gap"] and letters.isupper())


_LETTERS_BEFORE = re.compile(
    r"(?<!\w)([A-HJ-PR-UW-Z]{3}|(?:[A-HJ-PR-UW-Z] ){2}[A-HJ-PR-UW-Z])[ -]$", re.IGNORECASE
)


def _spoken(text: str) -> Iterator[Span]:
    for number in spoken_numbers(text):
        before = text[max(0, number.start - _BEFORE) : number.start]
        letters = _LETTERS_BEFORE.search(before)
        if letters and len(number.digits) == len("123") and _CALLED_SO.search(before):
            yield number.start - len(letters.group()), number.end
