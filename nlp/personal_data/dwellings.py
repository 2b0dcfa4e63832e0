"""Finds what singles out a home in a house: the number of a flat."""

import re
from collections.abc import Iterator

from nlp.personal_data.spoken import digit_words

Span = tuple[int, int]
_WORD = (
    r"(?:lghnr|lgh\s?-?nr|lgh|lght|lägh|lägenhetsnummer|lägenhetsnr|lägenhet(?:en)?|lägenhets|lägenheten|apartment|apt|flat|appartment|asunto|as|"
    r"stan|stanu|mieszkanie|mieszkania|mieszkaniu|квартира|квартирі|квартири|кв|شقة|الشقة|شقه|آپارتمان|guriga|aqalka|aqal)"
)
_FLAT = re.compile(
    rf"(?<!\w){_WORD}\.?\s?(?:nr|nummer|number|no|numero|broj|numer|رقم|شماره|lambarka)?\.?:?\s?#?(?P<number>\d{{1,4}}\s?[A-Ha-h]?)(?!\w)(?![.,:/]\d)(?!\s?(?:rok|rum|r\.?o\.?k|:?an?\b|kvm|m2|kvadrat|st\b|trapp|tr\b|våning|hours|minutes|procent|%|kr|tkr|miljon|tusen|år|huone|sob|пок))",
    re.IGNORECASE,
)
_SHORT_WORDS = frozenset({"as", "stan", "guriga", "aqalka", "aqal", "flat", "lägenhets", "кв"})
_SPOKEN = re.compile(
    rf"(?<!\w)(?:lgh|lägenhet(?:en)?|lägenhetsnummer)\.?\s?(?:nr|nummer)?\s(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){{1,3}})",
    re.IGNORECASE,
)
_LONG_NUMBER = 2


def find_dwellings(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The code points [start, end) of each flat's number, with the word for flat before it.

    With `spoken`, numbers told in words are looked for as well.
    """
    for match in _FLAT.finditer(text):
        word = match.group().split()[0].strip(".").lower()
        if word not in _SHORT_WORDS or len(match["number"].strip()) >= _LONG_NUMBER:
            yield match.start(), match.start() + len(match.group().rstrip())
    if spoken:
        yield from _spoken(text)


def _spoken(text: str) -> Iterator[Span]:
    for match in _SPOKEN.finditer(text):
        end = match.start("words")
        count = 0
        for word in re.finditer(r"\S+", match["words"]):
            if word.group().lower() not in digit_words():
                break
            end, count = match.start("words") + word.end(), count + 1
        if count >= _LONG_NUMBER:
            yield match.start(), end
