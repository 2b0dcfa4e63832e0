"""Finding the words of a text that spell a place."""

from collections.abc import Sequence
from typing import NamedTuple

from nlp.places.forms import Form
from nlp.places.gazetteer import Entry, Gazetteer
from nlp.places.lexicon import Lexicon, Meaning
from nlp.places.splitter import Splitter
from nlp.places.text import Text

_GAP = " -.\u00a0\t’'"
_TEARS = (" ", "-")
_LONGEST_GAP = 3
_MOST_PIECES = 3
_MOST_HITS = 100
"""Nobody tells of more places; a text that repeats them without end costs no more."""


class Hit(NamedTuple):
    """Words [first, last) of a text that spell a place; `entries` are the places so spelled.

    `entries` is empty for a town elsewhere. `form` is how the words have the name in them.
    """

    entries: tuple[Entry, ...]
    first: int
    last: int
    form: Form = Form.NAME


class Matcher:
    """Finds the names of a gazetteer in texts; the longest match wins."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Prepare to find the names of a gazetteer."""
        lexicon = Lexicon(gazetteer)
        self._splitter = Splitter(lexicon)
        self._keys = lexicon.keys
        self._joinable = gazetteer.joinable
        self._prefixes = gazetteer.prefixes

    def find(self, text: str, *, language: str) -> tuple[Text, Sequence[Hit]] | None:
        """The words of the text and the first hits in them in order, or None without any.

        Endings of other languages count where the text's `language` is not Swedish.
        """
        parted = self._splitter.split(text)
        begun = [
            (at, meaning)
            for at, word in enumerate(parted.words)
            if (meaning := word.meaning) is not None
        ]
        if begun:
            hits = self._hits(parted, begun, foreign=language != "sv")
            for hit in hits:
                if hit.entries:
                    return parted, hits
        return None

    def _hits(
        self, text: Text, begun: list[tuple[int, Meaning]], *, foreign: bool
    ) -> Sequence[Hit]:
        """The hits that begin with some words; with most of them none does."""
        hits: list[Hit] = []
        words = text.words
        taken, end = 0, len(words) - 1
        for index, meaning in begun:
            if index < taken:
                continue
            may_be_torn = index < end and words[index + 1].beginning in meaning.goes_on
            if may_be_torn or meaning.is_name:
                hit = self._at(text, index, meaning, may_be_torn=may_be_torn, foreign=foreign)
                if hit is not None:
                    hits.append(hit)
                    taken = hit.last
                    if len(hits) == _MOST_HITS:
                        break
        return hits

    def _at(
        self, text: Text, index: int, meaning: Meaning, *, may_be_torn: bool, foreign: bool
    ) -> Hit | None:
        """The longest of the names that begin at a word."""
        spelled = meaning.alone
        if meaning.seconds and index + 1 < len(text.words):
            following = self._keys[text.words[index + 1].written]
            if not meaning.seconds.isdisjoint(following):
                spelled = self._spelled(text, index, meaning.entries)
        length = len(spelled[0].words) if spelled else 0
        if may_be_torn:
            torn = self._torn(text, index, meaning.piece)
            if torn is not None and torn.last - index > length:
                return torn
        if spelled and not (foreign and meaning.is_inflected):
            return Hit(spelled, index, index + length)
        if meaning.whole is not None and (foreign or not meaning.is_inflected):
            return Hit((meaning.whole,), index, index + 1, meaning.form)
        return Hit((), index, index + 1) if meaning.outside else None

    def _spelled(self, text: Text, index: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries of the longest spelling that begins here."""
        found: list[Entry] = []
        for entry in entries:
            if found and len(entry.words) < len(found[0].words):
                break
            if len(entry.words) == 1 or self._continues(text, index, entry):
                found.append(entry)
        return tuple(found)

    def _continues(self, text: Text, index: int, entry: Entry) -> bool:
        """Whether the words after one go on as a spelling that begins with it does."""
        for offset, wanted in enumerate(entry.folded[1:], start=index + 1):
            if offset >= len(text.words):
                return False
            if wanted not in self._keys[text.words[offset].written]:
                return False
            gap = text.gap(offset)
            if gap != " " and (len(gap) > _LONGEST_GAP or gap.strip(_GAP)):
                return False
        return True

    def _torn(self, text: Text, index: int, piece: str) -> Hit | None:
        """A name of one word that is written as two or three: "rese centrum"."""
        joined, found = piece, None
        for last in range(index + 1, min(index + _MOST_PIECES, len(text.words))):
            if text.gap(last) not in _TEARS:
                break
            joined += self._keys[text.words[last].written][0]
            entry = self._joinable.get(joined) or self._joinable.get(joined.removesuffix("s"))
            if entry is not None:
                found = Hit((entry,), index, last + 1)
            elif joined not in self._prefixes:
                break
        return found
