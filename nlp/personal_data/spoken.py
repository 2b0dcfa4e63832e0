"""Numbers as people dictate them: `noll sju noll ett`, `070 sjutton fyrtio`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_PIECE = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s,.\-–—/]{1,3}|")
_JOINING = frozenset(
    {"streck", "bindestreck", "minus", "mellanslag", "och", "dash", "dubbel", "double"}
)
_FEWEST_PIECES = 3


@dataclass(frozen=True, kw_only=True)
class SpokenNumber:
    """Digits said in words, in whole or in part; code points [start, end) of the text."""

    digits: str
    start: int
    end: int


@cache
def number_data() -> dict[str, Any]:
    """The tables of `data/numbers.toml`, read once."""
    path = Path(__file__).parent / "data" / "numbers.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def digit_words() -> dict[str, str]:
    """Lower-case number word → its digits; `sjuttiofyra` among them."""
    told: dict[str, str] = number_data()["digits"]
    words = {word: digits for digits, group in told.items() for word in group.split()}
    tens = {w: d for w, d in words.items() if len(d) == 2 and d.endswith("0") and d != "10"}
    ones = {w: d for w, d in words.items() if len(d) == 1 and d != "0"}
    words.update({t + o: td[0] + od for t, td in tens.items() for o, od in ones.items()})
    return words


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
    if piece.isdecimal():
        return "".join(str(int(c)) for c in piece)
    return digit_words().get(piece.lower())


def _told(run: list[tuple[str, int, int]]) -> Iterator[SpokenNumber]:
    if len(run) >= _FEWEST_PIECES:
        yield SpokenNumber(digits=_merged(run), start=run[0][1], end=run[-1][2])


def _merged(run: list[tuple[str, int, int]]) -> str:
    """`fyrtio sex` is 46, `fyrtio sju noll` may be 40 7 0: tens take up a single digit."""
    merged = ""
    open_tens = False
    for digits, _, _ in run:
        if open_tens and len(digits) == 1 and digits != "0":
            merged = merged[:-1] + digits
            open_tens = False
        else:
            merged += digits
            open_tens = len(digits) == 2 and digits.endswith("0") and digits != "10"
    return merged
