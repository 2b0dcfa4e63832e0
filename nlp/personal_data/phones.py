"""Finds telephone numbers of private persons."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.spoken import SpokenNumber
from nlp.personal_data.wording import any_of, wording

_CANDIDATE = re.compile(
    r"""(?<![\w+])(?<!\d[.,:])(?:
    (?P<mobile>
      (?:(?:\+|00)\s?46[\s\-]{0,2}(?:\(0\))?[\s\-]{0,2}|\(?0[\s\-]?)
      7[\s\-]{0,2}[02369]\)?(?:[ \-–‑./]{0,3}\d){7})
    |(?P<abroad>(?:\+|00)\s?\d{1,3}(?:[ \-–./()]{0,2}\d){6,12})
    |(?P<land>\(?0\d{1,3}\)?(?:\s?[-–‑/]\s?|\s)?\d(?:[ \-–‑]{0,2}\d){4,7})
    )(?!\w)(?![.,:]\d)""",
    re.VERBOSE,
)
_BARE = re.compile(r"\d(?:[ \-–]{0,2}\d){5,11}(?!\w)(?![.,:]\d)")
_DATE = re.compile(
    r"\(?0?\d{1,2}[-./ ]0?\d{1,2}[-./ ](?:19|20)\d\d|0\d[:.]?\d\d\s?[-–]\s?[0-2]\d[:.]?\d\d"
)
_BEFORE = 40
_FAR_BEFORE = 60
_SIGNS = 2  # what may stand before the first digit: `+ `, `(`
_LENGTHS_SPOKEN = range(7, 13)
_FIRST_SPOKEN = ("0", "46", "7")


def find_phones(
    text: str, spoken: Iterable[SpokenNumber] = (), *, start: int = 0
) -> Iterator[Span]:
    """The spans of numbers that are no office's or helpline's; they may overlap.

    `spoken` are numbers told in words, looked through as well. No number has its first digit
    before `start`.
    """
    for match in _CANDIDATE.finditer(text, max(0, start - _SIGNS)):
        if _is_private(match, text):
            yield match.span()
    for match in _BARE.finditer(text, start):
        if _is_called_so(match, text):
            yield match.span()
    for number in spoken:
        if _sounds_like_phone(number.digits) and not _is_public(number.digits):
            yield number.start, number.end


def _is_private(match: re.Match[str], text: str) -> bool:
    digits = _digits(match.group())
    if _is_public(digits):
        return False
    if match["mobile"]:
        return True
    if _DATE.fullmatch(match.group()):
        return False
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return not _called_otherwise().search(before) and _is_dialable(digits)


def _is_called_so(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - _FAR_BEFORE) : match.start()]
    if not _called_so().search(before) or _is_public(_digits(match.group())):
        return False
    return not _DATE.fullmatch(match.group())


def _is_public(digits: str) -> bool:
    return digits.startswith(wording("phone", "public"))


def _is_dialable(digits: str) -> bool:
    """Whether the numbering plans know such a number; half a megabyte, so imported late."""
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "SE")
    except phonenumbers.NumberParseException:
        return False
    if digits.startswith(("+", "00")):
        return phonenumbers.is_possible_number(number)
    return phonenumbers.is_valid_number(number)


def _digits(written: str) -> str:
    plus = "+" if written.lstrip("( ").startswith("+") else ""
    return plus + "".join(c for c in written.replace("(0)", "") if c.isdecimal())


def _sounds_like_phone(digits: str) -> bool:
    return digits.startswith(_FIRST_SPOKEN) and len(digits) in _LENGTHS_SPOKEN


@cache
def _called_so() -> re.Pattern[str]:
    linking = r"(?:et|en|numret|nummer)?\.?:?\s?(?:är|nr|mig|på|at|on|to|is|till|:)?:?\s?(?:på\s)?"
    return re.compile(rf"\b{any_of('phone', 'called_so')}{linking}\Z", re.IGNORECASE)


@cache
def _called_otherwise() -> re.Pattern[str]:
    names = any_of("phone", "called_otherwise")
    return re.compile(rf"\b{names}\W{{0,3}}(?:(?:nr|nummer|no|är)\W{{0,3}})?$", re.IGNORECASE)
