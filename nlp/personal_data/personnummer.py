"""Finds Swedish personal identity and coordination numbers.

Source: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer): the day of a
coordination number is raised by 60, the last digit is a Luhn check digit over ten digits.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.spoken import SpokenNumber
from nlp.personal_data.wording import any_of

_NUMBER = re.compile(
    r"""(?<![\d+])(?<!\d[-.])
    (?:(?P<century>18|19|20)[ ]?)?
    (?P<year>\d\d)[ ./-]?(?P<month>0[1-9]|1[0-2])[ ./-]?
    (?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])
    (?P<mark>\s?[-–‑+−]\s?|[ ]{1,2})?(?P<last>\d[ ]?\d[ ]?\d[ ]?\d)
    (?![\d-]|[.,]\d)""",
    re.VERBOSE,
)
_BEFORE = 40
_CHECKED_DIGITS = 10
_MOBILE = re.compile(r"07[02369]")


def find_personnummer(
    text: str, spoken: Iterable[SpokenNumber] = (), *, start: int = 0
) -> Iterator[Span]:
    """The spans of the numbers.

    A number that fails the checksum counts too, for people mistype, save where it is called a
    case or an invoice, or where nothing but digits speaks for it. `spoken` are numbers told in
    words, which count where they could be one and are called so or pass the checksum.
    No number begins before `start`.
    """
    for match in _NUMBER.finditer(text, start):
        if _counts(match, text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.span()
    for number in spoken:
        if _is_spoken_one(number, text):
            yield number.start, number.end


def has_valid_checksum(digits: str) -> bool:
    """Whether ten digits end in the check digit of the nine before."""
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(digits[:_CHECKED_DIGITS])]
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def _counts(match: re.Match[str], before: str) -> bool:
    digits = match["year"] + match["month"] + match["day"] + match["last"].replace(" ", "")
    if _called_so().search(before):
        return True
    apart = bool(match["century"] or match["mark"])
    if has_valid_checksum(digits):
        return apart or not _MOBILE.match(digits)
    if _called_otherwise().search(before):
        return False
    hyphen = (match["mark"] or "").strip() != ""
    return hyphen or (match["century"] is not None and " " not in match.group())


def _is_spoken_one(number: SpokenNumber, text: str) -> bool:
    if not _NUMBER.fullmatch(number.digits) or _MOBILE.match(number.digits):
        return False
    before = text[max(0, number.start - _BEFORE) : number.start]
    called_so = _called_so().search(before) is not None
    return called_so or has_valid_checksum(number.digits[-_CHECKED_DIGITS:])


@cache
def _called_so() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('personnummer', 'called_so')}\b", re.IGNORECASE)


@cache
def _called_otherwise() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('personnummer', 'called_otherwise')}\b", re.IGNORECASE)
