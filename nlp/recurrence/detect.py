"""Whether a text says that what it tells of comes back or goes on."""

from functools import cache
from pathlib import Path

from nlp.language.evidence import DEFAULT
from nlp.phrases import Hit, PhraseBook, read_phrases, split

_DATA = Path(__file__).parent / "data"
_RECURRING = "recurring"


def is_recurring(text: str, language: str) -> bool:
    """True where a word for it stands: "varje helg", "igen", "sedan i september".

    A repetition that is only feared, and a past that is over, do not count.
    """
    hits = _book(language if language in _languages() else DEFAULT).find(split(text))
    if not hits:
        return False
    against = [hit for hit in hits if hit.label != _RECURRING]
    recurring = [hit for hit in hits if hit.label == _RECURRING]
    return any(not any(_overlap(hit, other) for other in against) for hit in recurring)


def _overlap(hit: Hit, other: Hit) -> bool:
    return hit.start < other.end and other.start < hit.end


@cache
def _languages() -> frozenset[str]:
    return frozenset(path.stem for path in _DATA.glob("*.toml"))


@cache
def _book(language: str) -> PhraseBook:
    return PhraseBook(read_phrases([_DATA / f"{language}.toml"]))
