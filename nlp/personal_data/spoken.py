"""Numbers as people dictate them: `noll sju noll ett`, `070 sjutton fyrtio`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.personal_data.wording import digit_words

_PIECE = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s,.\-–—/]{1,3}|")
_JOINING = frozenset({"streck", "bindestreck", "minus", "mellanslag", "dash"})
_FEWEST_PIECES = 3


@dataclass(frozen=True, kw_only=True)
class SpokenNumber:
    """Digits said in words, in whole or in part; code points [start, end) of the text."""

    digits: str
    start: int
    end: int


def spoken_numbers(text: str) -> Iterator[SpokenNumber]:
    """The runs of at least three number words, with digits in between as they come."""
    run: list[tuple[str, int, int]] = []
    end = 0
    for piece in _PIECE.finditer(text):
        if run and not _GAP.fullmatch(text, end, piece.start()):
            yield from _told(run)
            run = []
        digits = _digits(piece.group())
        if digits is not None:
            run.append((digits, piece.start(), piece.end()))
        elif not run or piece.group().lower() not in _JOINING:
            yield from _told(run)
            run = []
        end = piece.end()
    yield from _told(run)


def _digits(piece: str) -> str | None:
    return piece if piece.isdecimal() else digit_words().get(piece.lower())


def _told(run: list[tuple[str, int, int]]) -> Iterator[SpokenNumber]:
    if len(run) >= _FEWEST_PIECES:
        yield SpokenNumber(digits=_merged(run), start=run[0][1], end=run[-1][2])


def _merged(run: list[tuple[str, int, int]]) -> str:
    """All digits in order; tens take up a single digit after them: `fyrtio sex` is 46."""
    merged = ""
    open_tens = False
    for digits, _, _ in run:
        if open_tens and len(digits) == 1 and digits != "0":
            merged = merged[:-1] + digits
            open_tens = False
        else:
            merged += digits
            open_tens = len(digits) == len("20") and digits.endswith("0") and digits != "10"
    return merged
