"""Finds what singles out a home in a house: the number of a flat."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.wording import any_of, digit_words, wording

_WORD = re.compile(r"\S+")
_TWO = 2


def find_dwellings(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The spans of the numbers of flats, with the word for flat before them.

    With `spoken`, numbers told in words are looked for as well.
    """
    for match in _written().finditer(text):
        doubtful = match["word"].lower() in wording("dwelling", "doubtful")
        if not doubtful or len(match["number"]) >= _TWO:
            yield match.span()
    if spoken:
        yield from _spoken(text)


def _spoken(text: str) -> Iterator[Span]:
    for match in _dictated().finditer(text):
        end, count = match.end(), 0
        for word in _WORD.finditer(match["words"]):
            if word.group().lower() not in digit_words():
                break
            end, count = match.start("words") + word.end(), count + 1
        if count >= _TWO:
            yield match.start(), end


@cache
def _written() -> re.Pattern[str]:
    numbered = r"\.?\s?(?:nr|nummer|number|no|numero|broj|numer|رقم|شماره|lambarka)?\.?:?\s?\#?"
    counted = rf"(?!\s?(?:{any_of('dwelling', 'counted')}(?!\w)|%|:?an?\b))"
    return re.compile(
        rf"(?<!\w)(?P<word>{any_of('dwelling', 'words')}){numbered}"
        rf"(?P<number>\d{{1,4}}(?:\s?[A-Ha-h])?)(?!\w)(?![.,:/]\d){counted}",
        re.IGNORECASE,
    )


@cache
def _dictated() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('dwelling', 'spoken')}\.?\s?(?:nr|nummer)?\s"
        r"(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){1,3})",
        re.IGNORECASE,
    )
