"""Finds e-mail addresses, written and dictated."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.wording import any_of, wording

_WRITTEN = re.compile(r"(?<![\w.+-])[\w.+%'-]+(?:@|\s@\s)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)")


def find_emails(text: str, *, dictated: bool = False) -> Iterator[Span]:
    """The spans of addresses, with `dictated` those spelled out included; they may overlap."""
    if "@" in text:
        yield from (match.span() for match in _WRITTEN.finditer(text))
    if dictated:
        yield from (match.span() for match in _dictated().finditer(text))


def is_at_sign(piece: str) -> bool:
    """Whether a piece of text, without blanks, may stand for an at-sign or begin to."""
    lower = piece.lower()
    signs = (sign.split(" ")[0] for sign in wording("email", "at"))
    return lower in wording("email", "doubtful_at") or any(sign in lower for sign in signs)


@cache
def _dictated() -> re.Pattern[str]:
    part = rf"[\w-]+(?:\s{any_of('email', 'joining')}\s[\w-]+|\.[\w-]+){{0,6}}"
    dot = rf"\s?{any_of('email', 'dot')}\s?"
    end = any_of("email", "endings")
    return re.compile(
        rf"(?<![\w.-]){part}\s?(?:{any_of('email', 'at')}\s?{part}?(?:{dot}|\s?\.\s?)"
        rf"|\s{any_of('email', 'doubtful_at')}\s{part}?{dot}){end}\b(?:{dot}{end}\b)?",
        re.IGNORECASE,
    )
