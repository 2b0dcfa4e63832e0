"""Whether any word of a text stands where it could be a name, told piece by piece.

A piece is what stands between two blanks. It *wants* something before it could be a name: a
cue, an age, a surname. It *leads* to what follows it, *trails* what it follows, and *tells* what
the text may hold at all. Where no piece is led to or trailed by what it wants there is no name,
and with that most texts are done. Whether a prospect is a name, `verdict` decides.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from operator import or_

from nlp.language.evidence import DEFAULT
from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.lexicon import FAMILY, GIVEN, LISTED, Trait, lexicon
from nlp.personal_data.spans import Span
from nlp.personal_data.words import WORD, WordTraits


class Want:
    """What would make a name of a word; bits of a plain number, as `Trait`."""

    NOTHING = 1  # it is one, as far as its neighbours tell
    WEAK = 2
    LISTED = 4
    SIGNATURE = 8
    PERSON = 16
    TITLE = 32
    NAMED = 64
    INSIDE = 128  # not to begin a sentence
    INSIDE_ABROAD = 256  # the same, in a language in which the word is rare
    FOLLOWED = 512  # something like a surname after it
    SURNAMED = 1024  # a surname in small letters after it
    AGED = 2048  # an age after it
    YEARS = 4096  # the same, told in years
    APART = 8192  # the same, after a comma
    CLASSED = 16384  # a school class after it


_SHIFT = 15
_LEADS, _TRAILS, _TELLS, _FLAGS = (_SHIFT * n for n in range(1, 5))
_WORDLESS = 1 << _FLAGS
BITS = _FLAGS + 1
"""So many bits the number for a piece takes up."""

_WANTS = (1 << _SHIFT) - 1
_WORDS_BEFORE = 8
"""So far before a name the phrases and the subjects begin that tell of it."""
_WORDS_AFTER = 12
"""Names are shorter, and after the last one a few words show that it is no signature."""
_UNTOLD = Want.NOTHING | Want.INSIDE | Want.FOLLOWED | Want.SURNAMED
_OF_CUE = {
    Cue.WEAK: Want.WEAK,
    Cue.LISTED: Want.LISTED,
    Cue.SIGNATURE: Want.SIGNATURE | Want.LISTED,  # far from the end it is no signature
    Cue.PERSON: Want.PERSON,
    Cue.TITLE: Want.TITLE,
    Cue.NAMED: Want.NAMED,
}
_PERSON = Want.PERSON | Want.TITLE | Want.NAMED
_SIGNED = Want.SIGNATURE | _PERSON
_LISTED = Want.LISTED | _SIGNED
_INSIDE = Want.INSIDE | Want.INSIDE_ABROAD
_GOES_ON = re.compile(r"[\w,'’/&+\-–—]$")
_PATRONYMIC = re.compile("sson.?$")
_RULES = tuple("/-–—~*")
_AGES = Want.AGED | Want.YEARS
_AGE = re.compile(r"\(\d|(?<!\w)\d{1,3}(?!\w)")
_YEARS = re.compile(r"(?<![^\W\d])(?:år|åring|years)(?!\w)")
_CLASS = re.compile(
    r"(?:[1-9](?:[A-Ea-e]|:?an)|(?<!\w)[A-Ea-e]|(?:ett|tv|tre|fyr|femm|sex|sju|ått|ni)an)(?!\w)"
)
_EVERYWHERE = frozenset({"till", "från", "from", "mitt", "säger", "det", "med", "på"})


def find_prospects(
    pieces: Sequence[int], told: int, language: str, lines: bool
) -> tuple[int, int] | None:
    """The first and the last piece with a word that may begin a name, or None.

    `pieces` are what `read_piece` says of each, `told` all their bits; `lines` says whether the
    text, in `language` (ISO 639-1), has more than one line.
    """
    everywhere = Want.NOTHING | Want.LISTED if lines else Want.NOTHING
    met = told & (told >> _TELLS | _UNTOLD | everywhere)
    if language != DEFAULT and language in lexicon().foreign:
        met |= told & Want.INSIDE_ABROAD
    met &= (told >> _LEADS | told >> _TRAILS | everywhere) & _WANTS
    if not met:
        return None
    places = [
        place
        for place, piece in enumerate(pieces)
        if piece & met and piece & met & (_around(pieces, place) | everywhere)
    ]
    return (places[0], places[-1]) if places else None


def stretch(text: str, pieces: Sequence[int], first: int, last: int) -> Span:
    """The code points that must be read to tell whether pieces `first` to `last` are names."""
    first = _away(pieces, first, -1, _WORDS_BEFORE)
    last = _away(pieces, last, 1, _WORDS_AFTER)
    start = len(text) - len(text.split(None, first)[-1]) if first else 0
    after = len(pieces) - 1 - last
    return start, len(text.rsplit(None, after)[0]) if after else len(text)


def _around(pieces: Sequence[int], place: int) -> int:
    """What a piece is led to and trailed by."""
    around = pieces[place + 1] >> _TRAILS if place + 1 < len(pieces) else 0
    while place:
        place -= 1
        around |= pieces[place] >> _LEADS
        if not pieces[place] & _WORDLESS:
            break
    return around


def _away(pieces: Sequence[int], place: int, step: int, words: int) -> int:
    """The piece so many words away in a direction, or the last there."""
    while words and 0 <= place + step < len(pieces):
        place += step
        words -= not pieces[place] & _WORDLESS
    return place


def read_piece(piece: str, traits: WordTraits) -> int:
    """What a piece wants, leads to, trails and tells, as one number."""
    words = WORD.findall(piece)
    gaps = WORD.split(piece)
    led = [_leads(word) for word in words]
    trailed = [_trails(word, traits[word]) for word in words]
    ruled = _SIGNED_OFF if any(gap.endswith(_RULES) for gap in gaps) else 0
    aged = _aged(piece)
    inside = _INSIDE if len(words) > 1 else 0
    wants = _all(_wants(word, traits[word], piece) for word in words)
    if wants & (_all(led[:-1]) | _all(trailed[1:]) | ruled | aged | inside):
        wants |= Want.NOTHING
    leads = _all(led[-1:]) | ruled | (_INSIDE if _GOES_ON.search(piece) else Want.LISTED)
    trails = _all(trailed[:1]) | _trails_as_age(piece)
    tells = _all(_tells(word) for word in words) | ruled | aged | leads & Want.LISTED
    flags = 0 if words else _WORDLESS
    return wants | leads << _LEADS | trails << _TRAILS | tells << _TELLS | flags


_SIGNED_OFF = _OF_CUE[Cue.SIGNATURE]


def _aged(piece: str) -> int:
    """The ages and classes that a piece is or belongs to."""
    aged = Want.AGED | Want.APART if _AGE.search(piece) else 0
    aged |= Want.YEARS if _YEARS.search(piece) else 0
    return aged | (Want.AGED | Want.CLASSED if _CLASS.search(piece) else 0)


def _trails_as_age(piece: str) -> int:
    if piece[0].isdigit():
        return Want.YEARS | Want.APART
    if piece.startswith("("):
        return Want.AGED
    return {"som": Want.YEARS, "är": Want.YEARS, "i": Want.CLASSED}.get(piece, 0)


def _wants(word: str, traits: int, piece: str) -> int:
    """What `verdict` asks for, or less, whatever the language of the text."""
    wants = _in_capitals(traits) if traits & Trait.UPPER else _in_small(word, traits)
    if traits & Trait.GENITIVE:  # no name, then, in a language without it
        wants |= _in_capitals(Trait.UNKNOWN) if traits & Trait.UPPER else Want.NAMED
    if traits & Trait.UNKNOWN and traits & Trait.UPPER and word.lower().endswith(cues().streets):
        wants = 0
    if traits & Trait.INITIAL and "." in piece:
        wants |= Want.FOLLOWED
    return wants | Want.APART if wants & Want.AGED and piece.endswith(",") else wants


def _in_capitals(traits: int) -> int:
    if traits & Trait.FIRST:
        return Want.NOTHING
    if traits & GIVEN and traits & Trait.SHOUTED:
        return _LISTED | _AGES
    if traits & Trait.CAPITAL:
        return Want.NOTHING
    if traits & Trait.INSIDE:
        return _LISTED | Want.INSIDE | Want.FOLLOWED | _AGES
    if traits & Trait.CUED:
        return _SIGNED | Want.INSIDE_ABROAD | Want.FOLLOWED | _AGES
    if traits & Trait.SURNAME:
        return Want.NOTHING
    if traits & (FAMILY | Trait.SURNAME_FORM):
        return _SIGNED | Want.WEAK
    if traits & Trait.INITIAL:
        return _SIGNED | Want.SURNAMED
    return _SIGNED | Want.SURNAMED | _AGES | Want.CLASSED if traits & Trait.UNKNOWN else 0


def _in_small(word: str, traits: int) -> int:
    if traits & Trait.FIRST:
        return Want.NOTHING
    if traits & GIVEN:
        if traits & Trait.NEVER_LOWER:
            return 0
        if traits & Trait.CUED:
            return _PERSON
        return _LISTED | _AGES if traits & Trait.CAPITAL else _SIGNED
    if traits & Trait.SURNAME:
        return Want.NOTHING if _PATRONYMIC.search(word.lower()) else _LISTED
    if traits & FAMILY:
        return Want.TITLE
    return Want.NAMED if traits & Trait.UNKNOWN and not traits & Trait.SURNAME_FORM else 0


def _trails(word: str, traits: int) -> int:
    """What a word makes of the one before it, as the next word of a name."""
    if traits & Trait.UPPER:
        goes_on = traits & (LISTED | Trait.SURNAME_FORM | Trait.INITIAL | Trait.UNKNOWN)
    else:
        goes_on = traits & (Trait.FIRST | Trait.SURNAME) or word in cues().particles
    surnamed = Want.SURNAMED if traits & Trait.SURNAME else 0
    return Want.FOLLOWED | _AGES | Want.CLASSED | surnamed if goes_on else 0


def _leads(word: str) -> int:
    return _leading().get(word.lower(), 0)


def _tells(word: str) -> int:
    return _telling().get(word.lower(), 0)


@cache
def _leading() -> dict[str, int]:
    """Last word of a phrase that comes before names → what it leads to."""
    words: dict[str, int] = {}
    for phrase, cue in cues().before.items():
        last = phrase.rsplit(" ", 1)[-1]
        words[last] = words.get(last, 0) | _OF_CUE[cue]
    return words


@cache
def _telling() -> dict[str, int]:
    """The word of such a phrase that is met most rarely → what the phrase leads to."""
    words: dict[str, int] = {}
    for phrase, cue in cues().before.items():
        telling = [word for word in phrase.split() if word not in _EVERYWHERE]
        rarest = max(telling, key=len, default=phrase)
        words[rarest] = words.get(rarest, 0) | _OF_CUE[cue]
    return words


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
