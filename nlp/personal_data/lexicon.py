"""What a single word may be in a name, told by the lists in `data/`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.personal_data.cues import cues
from nlp.personal_data.wording import lines_of

_DATA = Path(__file__).parent / "data"
_DOTS = str.maketrans(
    "åäöøæéèêëáàâãíìîïóòôõúùûüýçčćđğışšžżźłńñęąř", "aaooaeeeeaaaaiiiioooouuuuyccdgisszzzlnneear"
)
_SURNAME_FORM = re.compile(
    r"""\w{2,}(?: sson|[kq]vist|quist|ström|strand|berg|bergh|lund|lundh|gren|mark|dahl|stedt|blad
    |sköld|hammar|holm|rooth?|ell|én|ér|elius|enius|ander|feldt|felt|löf|löv|bäck|hult|vall|wall
    |[oei]vi[cć]|i[cć]|sk[aiy]|nen|o[gğ]lu|zadeh|zada|enko|ch[ue]k|yan|pour|nejad|zai)""",
    re.VERBOSE,
)
_SHORTEST_UNKNOWN = 2
_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ben", "abu", "abd"})
_ENDS_LIKE_GENITIVE = "sxz"


class Trait:
    """What a word may be: bits of one plain number, for it is asked for at every word."""

    FIRST = 1  # a first name and nothing else
    CAPITAL = 2  # a word as well: a name when it has a capital letter
    INSIDE = 4  # a name when it has a capital letter inside a sentence
    CUED = 8  # a name only when something says so
    SURNAME = 16
    SURNAME_WORD = 32  # a surname that is a word or a place
    SURNAME_FORM = 64  # looks like a surname
    UNKNOWN = 128  # stands in no list of words
    GENITIVE = 256  # the name is what is left without the last letter
    INITIAL = 512
    UPPER = 1024  # begins with a capital letter
    SHOUTED = 2048  # capital letters only, more than one
    NEVER_LOWER = 4096  # no name in small letters, whatever stands before


GIVEN = Trait.FIRST | Trait.CAPITAL | Trait.INSIDE | Trait.CUED
FAMILY = Trait.SURNAME | Trait.SURNAME_WORD
LISTED = GIVEN | FAMILY
_GRADES = {"capital": Trait.CAPITAL, "inside": Trait.INSIDE, "cue": Trait.CUED}


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Lower-case word → its traits as a name; ordinary words; words of other languages."""

    names: dict[str, int]
    common: frozenset[str]
    foreign: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lists of names and words, read once."""
    graded: dict[str, str] = tomllib.loads((_DATA / "word_names.toml").read_text("utf-8"))
    names: dict[str, int] = {}
    for word in (*lines_of("first_names.txt"), *lines_of("native_names.txt")):
        names[word.lower()] = Trait.FIRST
    for grade, trait in _GRADES.items():
        names.update(dict.fromkeys(graded[grade].lower().split(), trait))
    for word in lines_of("surnames.txt"):
        names[word.lower()] = names.get(word.lower(), 0) | Trait.SURNAME
    for word in graded["surnames"].lower().split():
        names[word] = (names.get(word, 0) & GIVEN) | Trait.SURNAME_WORD
    for word in graded["never_lower"].split():
        names[word] = names.get(word, 0) | Trait.NEVER_LOWER
    common = frozenset(lines_of("common_words.txt")) | cues().words
    for word, traits in list(names.items()):
        _add_without_dots(names, word, traits, common)
    foreign = tomllib.loads((_DATA / "other_languages.toml").read_text("utf-8"))
    return Lexicon(
        names=names,
        common=common,
        foreign={language: frozenset(words.split()) for language, words in foreign.items()},
    )


def traits_of(word: str) -> int:
    """What a word as written (letters, hyphens, apostrophes) may be in a name."""
    traits = _shape(word)
    lower = word.lower()
    found = _listed(lower)
    if found:
        return traits | found
    if lower in lexicon().common or len(word) < _SHORTEST_UNKNOWN:
        return traits
    if _SURNAME_FORM.fullmatch(lower) or _SURNAME_FORM.fullmatch(lower.removesuffix("s")):
        traits |= Trait.SURNAME_FORM
    return traits | Trait.UNKNOWN


def _shape(word: str) -> int:
    traits = Trait.UPPER if word[0].isupper() else 0
    if len(word) == 1:
        return traits | Trait.INITIAL if traits else traits
    return traits | Trait.SHOUTED if word.isupper() else traits


def _listed(lower: str) -> int:
    names = lexicon().names
    if found := names.get(lower):
        return found
    if lower in lexicon().common:
        return 0
    if lower.endswith("sson"):
        return Trait.SURNAME
    if "-" in lower:
        return _of_parts(lower.split("-"))
    for genitive in ("'s", "’s", "s"):
        stem = lower.removesuffix(genitive)
        if stem != lower and len(stem) > 1 and stem[-1] not in _ENDS_LIKE_GENITIVE:
            found = names.get(stem) or (Trait.SURNAME if stem.endswith("sson") else None)
            if found:
                return found | Trait.GENITIVE
    return _with_particle(lower)


def _of_parts(parts: list[str]) -> int:
    """What `Al-Hassan`, `Lind-Persson`, `Ing-Marie` may be, by their parts."""
    if not all(parts):
        return 0
    if parts[0] in _ARTICLES and len(parts) == len(("al", "name")):
        return Trait.SURNAME if parts[0] != "el" or _listed(parts[1]) else 0
    traits = [_listed(part) for part in parts]
    if len(parts) == len(("ing", "marie")) and not traits[0] and len(parts[0]) > len("t"):
        known = traits[-1] & (Trait.FIRST | Trait.CAPITAL) and parts[0] not in lexicon().common
        return Trait.INSIDE | (traits[-1] & Trait.GENITIVE) if known else 0
    if not all(traits):
        return 0
    genitive = traits[-1] & Trait.GENITIVE
    if all(t & GIVEN for t in traits):
        return Trait.FIRST | genitive
    return Trait.SURNAME | genitive if traits[-1] & FAMILY else 0


def _with_particle(lower: str) -> int:
    """Arabic script writes "and", "for", "by" in one word with the name."""
    if lower[0] in "ولبف" and lexicon().names.get(lower[1:]):
        return Trait.FIRST
    return 0


def _add_without_dots(
    names: dict[str, int], word: str, traits: int, common: frozenset[str]
) -> None:
    plain = word.translate(_DOTS)
    if plain == word or plain in names or plain in common:
        return
    if traits & GIVEN:
        names[plain] = Trait.INSIDE if traits & Trait.FIRST else Trait.CUED
    else:
        names[plain] = Trait.SURNAME_WORD
