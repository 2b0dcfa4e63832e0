"""The words around numbers and accounts, as lists and as parts of regular expressions."""

import re
import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def wording(table: str, key: str) -> tuple[str, ...]:
    """The words of a list in `data/wording.toml`."""
    return tuple(_tables()[table][key])


@cache
def any_of(table: str, key: str, *, first_word: bool = False) -> str:
    """A group that matches any word of a list, the longest first, with the ends it allows.

    With `first_word` the first word is enough where the list has several in a row.
    """
    words = sorted(wording(table, key), key=len, reverse=True)
    if first_word:
        words = [word.split(" ")[0] for word in words]
    return "(?:" + "|".join(_as_pattern(word) for word in words) + ")"


@cache
def digit_words() -> dict[str, str]:
    """Lower-case number word → its digits; `sjuttiofyra` among them."""
    told = _digits()
    words = {word: digits for digits, group in told.items() for word in group.split()}
    tens = {w: d for w, d in words.items() if d in ("20", "30", "40", "50", "60", "70", "80", "90")}
    ones = {w: d for w, d in words.items() if len(d) == 1 and d != "0"}
    words.update({t + o: td[0] + od for t, td in tens.items() for o, od in ones.items()})
    return words


@cache
def lines_of(file: str) -> tuple[str, ...]:
    """The lines of a list in `data/`, without comments and empty lines."""
    lines = (_DATA / file).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _as_pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s")


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(_text())
    return tables


def _digits() -> dict[str, str]:
    digits: dict[str, str] = tomllib.loads(_text())["digits"]
    return digits


def _text() -> str:
    return (_DATA / "wording.toml").read_text("utf-8")
