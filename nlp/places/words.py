"""The words of a text, and the form in which a word is compared with a name."""

import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

DATA = Path(__file__).parent / "data"
_FIRST_NAMES = DATA.parents[1] / "personal_data" / "data" / "first_names.txt"

# Combining marks belong to the letter before them, as does Persian's zero-width non-joiner.
_LETTER = r"[\w\u0300-\u036f\u064b-\u0652\u200c]"
_WORD = rf"{_LETTER}+(?::(?:s|t|ta|e|a|an|en|n)\b)?(?:['’]{_LETTER}+)*"
_SIMPLE_WORDS = re.compile(rf"({_LETTER}+)")
"""Finds the same words as `_WORDS` in a text without any of the signs in words; twice as fast."""
_ADDRESS = r"\S{0,80}(?:@|://)\S*|www\.\S+"
_WORDS = re.compile(rf"({_WORD})")
_WORDS_OR_ADDRESSES = re.compile(rf"({_ADDRESS}|{_WORD})")
_JOINERS = re.compile(r"[:'’\u200c\u064b-\u0652]")
_UNDOTTED = str.maketrans("åäöéèêëüáàâíìîóòôøæñçw", "aaoeeeeuaaaiiiooooancv")
_SAINTS = {"sankt": "st", "sankta": "sta"}
_DOTTED = re.compile(r"[åäöéèêëüáàâíìîóòôøæñç]")


def split(text: str) -> list[str]:
    """The words of a text, parted by what stands between them, which comes first and last.

    An address on the web or of e-mail is one word.
    """
    if "@" in text or "://" in text or "www." in text:
        return _WORDS_OR_ADDRESSES.split(text)
    if ":" in text or "'" in text or "’" in text:
        return _WORDS.split(text)
    return _SIMPLE_WORDS.split(text)


def plain(word: str) -> str:
    """A word in lower case, composed, without the signs inside it; saints abbreviated."""
    written = _JOINERS.sub("", normalize("NFC", word).lower())
    return _SAINTS.get(written, written)


def fold(plain_word: str) -> str:
    """A plain word without the dots and accents of its letters; as many letters as before."""
    return plain_word.translate(_UNDOTTED)


def dots_agree(written: str, name: str) -> bool:
    """Whether every dotted letter of `written` stands in `name` too; both plain words."""
    return not _DOTTED.search(written) or all(
        w == n for w, n in zip(written, name, strict=False) if _DOTTED.match(w)
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a data file: separated by white space, `#` begins a comment."""
    return _words_in(DATA / name)


@cache
def first_names() -> frozenset[str]:
    """The first names of people, lower-case, as the reading of personal data knows them."""
    return frozenset(name.lower() for name in _words_in(_FIRST_NAMES))


def _words_in(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def folded_list(name: str) -> frozenset[str]:
    """The words of a data file, folded."""
    return frozenset(map(fold, word_list(name)))
