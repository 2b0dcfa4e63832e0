"""Finding the words of a text that spell a place."""

from collections.abc import Iterator
from itertools import islice

from nlp.places.forms import Form
from nlp.places.gazetteer import Entry, Gazetteer
from nlp.places.lexicon import Lexicon, Meaning
from nlp.places.surroundings import Hit
from nlp.places.words import Words

_GAP = " -.\u00a0\t’'"
_LONGEST_GAP = 3
_MOST_PIECES = 3
_MOST_HITS = 100
"""Nobody tells of more places; a text that repeats them without end costs no more."""


class Matcher:
    """Finds the names of a gazetteer in texts; the longest match wins."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Prepare to find the names of a gazetteer."""
        self._gazetteer = gazetteer
        self._lexicon = Lexicon(gazetteer)
        self._joinable = gazetteer.joinable

    def find(self, text: str, *, language: str) -> tuple[Words, list[Hit]] | None:
        """The words of the text and the first hits in them in order, or None without any.

        Endings of other languages count where the text's `language` is not Swedish.
        """
        words = Words(text)
        meanings = self._lexicon.triggers(words.words)
        if not any(meanings):
            return None
        hits = list(islice(self._hits(words, meanings, language != "sv"), _MOST_HITS))
        return (words, hits) if any(hit.entries for hit in hits) else None

    def _hits(self, words: Words, meanings: list[Meaning | None], foreign: bool) -> Iterator[Hit]:
        index = 0
        while index < len(meanings):
            meaning = meanings[index]
            hit = self._at(words, index, meaning, foreign) if meaning is not None else None
            if hit is not None:
                yield hit
            index = hit.last if hit is not None else index + 1

    def _at(self, words: Words, index: int, meaning: Meaning, foreign: bool) -> Hit | None:
        spelled = self._spelled(words, index, meaning.entries)
        length = len(spelled[0].words) if spelled else 0
        torn = self._torn(words, index, meaning.piece) if meaning.piece else None
        if torn is not None and torn.last - index > length:
            return torn
        inflected = meaning.form is Form.FOREIGN
        if spelled and not (foreign and inflected):
            return Hit(spelled, index, index + length)
        if meaning.whole is not None and (foreign or not inflected):
            return Hit((meaning.whole,), index, index + 1, meaning.form)
        return Hit((), index, index + 1) if meaning.outside else None

    def _spelled(self, words: Words, index: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries of the longest spelling that begins here."""
        found: list[Entry] = []
        following = words.words[index + 1 : index + 2]
        keys = self._lexicon.keys(following[0]) if following else ()
        for entry in entries:
            if found and len(entry.words) < len(found[0].words):
                break
            if len(entry.words) > 1 and entry.folded[1] not in keys:
                continue
            if self._continues(words, index, entry):
                found.append(entry)
        return tuple(found)

    def _continues(self, words: Words, index: int, entry: Entry) -> bool:
        for offset, wanted in enumerate(entry.folded[1:], start=index + 1):
            if offset >= len(words.words):
                return False
            gap = words.gaps[offset]
            if gap != " " and (len(gap) > _LONGEST_GAP or gap.strip(_GAP)):
                return False
            if wanted not in self._lexicon.keys(words.words[offset]):
                return False
        return True

    def _torn(self, words: Words, index: int, piece: str) -> Hit | None:
        """A name of one word that is written as two or three: "rese centrum"."""
        joined, found = piece, None
        for last in range(index + 1, min(index + _MOST_PIECES, len(words.words))):
            if words.gaps[last] not in (" ", "-"):
                break
            joined += self._lexicon.keys(words.words[last])[0]
            entry = self._joinable.get(joined) or self._joinable.get(joined.removesuffix("s"))
            if entry is not None:
                found = Hit((entry,), index, last + 1)
            elif joined not in self._gazetteer.prefixes:
                break
        return found
