"""Finds e-mail addresses, written and dictated."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.wording import any_of

_WRITTEN = re.compile(r"(?<![\w.+-])[\w.+%'-]+(?:@|\s@\s)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)")


def find_emails(text: str) -> Iterator[Span]:
    """The spans of addresses, dictated ones included; they may overlap."""
    yield from (match.span() for match in _WRITTEN.finditer(text))
    if _at_sign().search(text):
        yield from (match.span() for match in _dictated().finditer(text))


@cache
def _at_sign() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of('email', 'at')}|\s{any_of('email', 'doubtful_at')}\s", re.IGNORECASE
    )


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
