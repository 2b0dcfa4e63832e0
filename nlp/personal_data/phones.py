"""Finds telephone numbers of private persons."""

import re
from collections.abc import Iterator

from nlp.personal_data.spoken import number_data, spoken_numbers

Span = tuple[int, int]
_CANDIDATE = re.compile(
    r"""(?<![\w+])(?<!\d[.,:])(?:
    (?P<mobile>(?:(?:\+|00)\s?46[\s\-]{0,2}(?:\(0\))?[\s\-]{0,2}|\(?0[\s\-]?)7[\s\-]{0,2}[02369]\)?(?:[ \-–‑./]{0,3}\d){7})
    |(?P<abroad>(?:\+|00)\s?\d{1,3}(?:[ \-–./()]{0,2}\d){6,12})
    |(?P<land>\(?0\d{1,3}\)?(?:\s?[-–‑/]\s?|\s)?\d(?:[ \-–‑]{0,2}\d){4,7})
    )(?!\w)(?![.,:]\d)""",
    re.VERBOSE,
)
_CUED = re.compile(
    r"""\b(?:tel|telefon|tfn|tlf|mobil|mob|telnr|mobilnr|telefonnummer|telefonnr|mobilnummer|ring|ring\smig|ringa|nås\spå|
    nummer|numret|sms|sms:a|phone|call|call\sme|text\sme|puhelin|puh|soita|telefon\sje|zovite|zadzwoń|тел|номер|هاتف|تلفن|شماره|رقم)
    (?:et|en|numret|nummer)?\.?:?\s?(?:är|nr|mig|på|at|on|to|is|till|:)?:?\s?(?:på\s)?(?P<digits>\d(?:[ \-–]{0,2}\d){5,11})(?!\w)(?![.,:]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CALLED_OTHERWISE = re.compile(
    r"""(?:ärende|diarie|dnr|faktura|order|boknings?|kund|medlems|referens|kvitto|ocr|anmälnings|organisations|paket|
    kolli|konto|giro|avtals|mätar|serie|chassi|kort|\bref|\borg|case|invoice|reference|tracking)\w*\W{0,3}(?:nr|nummer|no|är|:|\W)*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE = re.compile(
    r"\(?0?\d{1,2}[-./ ]0?\d{1,2}[-./ ](?:19|20)\d\d|0\d[:.]?\d\d\s?[-–]\s?[0-2]\d[:.]?\d\d"
)
_BEFORE = 40
_LENGTHS_SPOKEN = range(7, 13)


def find_phones(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The code points [start, end) of each number that is nobody's office or helpline.

    With `spoken`, numbers told in words are looked for as well. Spans may overlap.
    """
    for match in _CANDIDATE.finditer(text):
        if _is_private(match, text):
            yield match.span()
    for match in _CUED.finditer(text):
        digits = _digits(match["digits"])
        if not is_public(digits) and not _DATE.fullmatch(match["digits"]):
            yield match.span("digits")
    if spoken:
        for number in spoken_numbers(text):
            if _sounds_like_phone(number.digits) and not is_public(number.digits):
                yield number.start, number.end


def is_public(digits: str) -> bool:
    """Whether a number (digits, perhaps a plus first) is an authority's or a helpline's."""
    return digits.startswith(tuple(number_data()["public"]["prefixes"]))


def _is_private(match: re.Match[str], text: str) -> bool:
    digits = _digits(match.group())
    if is_public(digits):
        return False
    if match["mobile"]:
        return True
    if _DATE.fullmatch(match.group()):
        return False
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return not _CALLED_OTHERWISE.search(before) and _is_dialable(digits)


def _is_dialable(digits: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "SE")
    except phonenumbers.NumberParseException:
        return False
    if digits.startswith("+") or digits.startswith("00"):
        return phonenumbers.is_possible_number(number)
    return phonenumbers.is_valid_number(number)


def _digits(written: str) -> str:
    plus = "+" if written.lstrip("( ").startswith("+") else ""
    return plus + "".join(str(int(c)) for c in written.replace("(0)", "") if c.isdecimal())


def _sounds_like_phone(digits: str) -> bool:
    return digits.startswith(("0", "46", "7")) and len(digits) in _LENGTHS_SPOKEN
