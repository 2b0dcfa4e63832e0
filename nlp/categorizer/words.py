"""The words of a text, and the forms in which a word is compared with others."""

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(
    r"""https?://\S+|www\.\S+      # an address on the web is one word
      |[\w.+-]+@[\w-]+\.[\w.-]+   # so is one of e-mail
      |[^\W_]+(?:[-'’][^\W_]+)*    # letters and digits, hyphenated as written
      |[?!]                        # a question or a cry
      |[^\w\s.,:;()"'’/\-]         # an emoji or another sign""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d")
_DOTS = str.maketrans("åäöéèêëüáàâíìóòøæñçšžčćđğış", "aaoeeeeuaaaiiooooncszccdgis")
_SHORTEST_STEM = 4
URL, MAIL = "<url>", "<mail>"


def words(text: str) -> list[str]:
    """The words of a text in order, lower-case, signs that tell something included."""
    return _WORD.findall(text.lower())


def located(text: str) -> list[tuple[str, int, int]]:
    """The same words, each with the code points [start, end) of the text that it stands for."""
    lower = text.lower()
    found = [(told.group(), *told.span()) for told in _WORD.finditer(lower)]
    if len(lower) == len(text):
        return found
    origin = [at for at, character in enumerate(text) for _ in character.lower()]
    return [(word, origin[start], origin[end - 1] + 1) for word, start, end in found]


def fold(word: str) -> str:
    """A lower-case word without diacritics and with every digit as 0; addresses are alike."""
    if word.startswith(("http:", "https:", "www.")):
        return URL
    if "@" in word[1:]:
        return MAIL
    return _DIGITS.sub("0", word.translate(_DOTS))


def stem(folded: str) -> str:
    """A folded word without its longest known ending, at least four letters."""
    for ending in _endings():
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded


@cache
def _endings() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "data" / "suffixes.txt").read_text("utf-8").splitlines()
    return tuple(sorted({e for e in lines if e and not e.startswith("#")}, key=len, reverse=True))
