"""Finds Swedish personal identity and coordination numbers.

Source: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer): the day of a
coordination number is raised by 60, the last digit is a Luhn check digit over ten digits.
"""

import re
from collections.abc import Iterator

from nlp.personal_data.spoken import spoken_numbers

Span = tuple[int, int]
_NUMBER = re.compile(
    r"""(?<![\d+])(?<!\d[-.])
    (?:(?P<century>18|19|20)[ ]?)?(?P<year>\d\d)[ ./-]?(?P<month>0[1-9]|1[0-2])[ ./-]?
    (?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])
    (?P<mark>\s?[-–‑+−]\s?|[ ]{1,2})?(?P<last>\d[ ]?\d[ ]?\d[ ]?\d)
    (?![\d-]|[.,]\d)""",
    re.VERBOSE,
)
_CALLED_SO = re.compile(
    r"(?:person|samordnings|personal|social|identitets)\w*|\b(?:pnr|p-?nr|prsnr|ssn|född|fødd|födelse\w*|birth|henkilötunnus\w*|pesel)\b",
    re.IGNORECASE,
)
_CALLED_OTHERWISE = re.compile(
    r"""(?:ärende|diarie|dnr|faktura|order|bokning|kund|medlem|referens|kvitto|ocr|anmälan|anmälning|
    organisation|paket|kolli|sändning|försändelse|konto|giro|avtal|mätar|serie|chassi|protokoll|polis|
    \bmål|\bref\b|\borg\b|case|invoice|reference|ticket|tracking|\bid\b|\bnr\b\.?\s?\#|asia|lasku|sprawa|faktur|predmet|račun)""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 40
_CHECKED_DIGITS = 10
_MOBILE = re.compile(r"07[02369]")


def find_personnummer(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The code points [start, end) of each number.

    A number that fails the checksum counts too, for people mistype, save where it is called a
    case or an invoice, or where nothing but digits speaks for it. With `spoken`, numbers told
    in words are looked for as well.
    """
    for match in _NUMBER.finditer(text):
        if _counts(match, text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.span()
    if spoken:
        yield from _spoken(text)


def has_valid_checksum(digits: str) -> bool:
    """Whether ten digits end in the check digit of the nine before."""
    doubled = (int(d) * (2 - i % 2) for i, d in enumerate(digits[:_CHECKED_DIGITS]))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def _counts(match: re.Match[str], before: str) -> bool:
    digits = "".join(match["year"] + match["month"] + match["day"] + match["last"].replace(" ", ""))
    called_so = _CALLED_SO.search(before) is not None
    if called_so or has_valid_checksum(digits):
        return called_so or bool(match["century"] or match["mark"]) or not _MOBILE.match(digits)
    if _CALLED_OTHERWISE.search(before):
        return False
    hyphen = match["mark"] is not None and match["mark"].strip() != ""
    return hyphen or match["century"] is not None and " " not in match.group()


def _spoken(text: str) -> Iterator[Span]:
    for number in spoken_numbers(text):
        found = _NUMBER.fullmatch(number.digits)
        if found is None or _MOBILE.match(number.digits):
            continue
        before = text[max(0, number.start - _BEFORE) : number.start]
        if has_valid_checksum(number.digits[-_CHECKED_DIGITS:]) or _CALLED_SO.search(before):
            yield number.start, number.end
