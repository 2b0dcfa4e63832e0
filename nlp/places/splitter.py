"""Parting a text into words by looking up what stands between its spaces."""

from itertools import repeat

from nlp.places.context import kinds_of, role_after
from nlp.places.lexicon import Lexicon
from nlp.places.pieces import BEGINNING
from nlp.places.remembered import Remembered
from nlp.places.text import Sense, Text, Word
from nlp.places.words import first_names, fold, plain, split

_ONE_WORD = 3
"""So many parts has a piece that is one word, with what stands before and after it."""


class Splitter:
    """Parts texts into words; what is known of a word is worked out once.

    What stands between two spaces is mostly one word, looked up as it stands, comma and all.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Know of words what a lexicon tells."""
        self._lexicon = lexicon
        self._senses = Remembered(self._sense)
        self._no_word = Word("", "", "", self._sense(""))
        self._known = Remembered(self._single)
        self._several = Remembered(self._parted)

    def split(self, text: str) -> Text:
        """The words of a text; an address on the web or of e-mail is one word."""
        pieces = text.split(" ")
        words = list(map(self._known.__getitem__, pieces))
        return Text(self._mended(pieces, words) if self._no_word in words else words)

    def _mended(self, pieces: list[str], words: list[Word]) -> list[Word]:
        """The words where some pieces are several words, or signs alone before the next."""
        mended: list[Word] = []
        signs: list[str] = []
        for piece, word in zip(pieces, words, strict=True):
            if word is self._no_word:
                parted = self._several[piece]
                if not parted:
                    signs.append(piece)
                    continue
            else:
                parted = (word,)
            if signs:
                parted = self._several[" ".join((*signs, piece))]
                signs.clear()
            mended += parted
        return mended

    def _single(self, piece: str) -> Word:
        """The word that a piece with a space after it is."""
        if piece.isalpha():
            return self._word("", piece, " ")
        parts = split(piece)
        if len(parts) != _ONE_WORD:
            return self._no_word
        lead, written, trail = parts
        return self._word(lead, written, f"{trail} ")

    def _parted(self, piece: str) -> tuple[Word, ...]:
        """The words of a piece with a space after it."""
        lead, *parts = split(piece)
        if not parts:
            return ()
        parts[-1] += " "
        leads = (lead, *repeat("", len(parts) // 2 - 1))
        return tuple(map(self._word, leads, parts[::2], parts[1::2]))

    def _word(self, lead: str, written: str, trail: str) -> Word:
        return Word(lead, written, trail, self._senses[written])

    def _sense(self, written: str) -> Sense:
        kinds = kinds_of(written)
        is_name = written.istitle()
        names_person = written.lower() in first_names() if is_name else "titles" in kinds
        return Sense(
            self._lexicon.meaning(written),
            kinds,
            names_person,
            None if names_person else role_after(kinds),
            fold(plain(written))[:BEGINNING],
        )
