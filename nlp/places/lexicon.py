"""What a single word may mean: the names it begins or is, remembered for every word."""

from collections.abc import Iterable

from nlp.language.evidence import vocabulary
from nlp.places.forms import Form, Forms
from nlp.places.gazetteer import Entry, Evidence, Gazetteer
from nlp.places.remembered import LONGEST, Remembered
from nlp.places.spelling import Misspellings
from nlp.places.words import dots_agree, fold, folded_list, plain, word_list

_SHORTEST_UNDOTTED = 7
_SHORTEST_MISDOTTED = 5


class Meaning:
    """What a word may be in names.

    `entries` are the spellings that may begin with it, the longest first, of equally long ones
    those written as the word is first: Almås is not Älmås. `alone` are those of a single word,
    `seconds` the folded second words of the others. `whole` is the entry that the word alone
    means in a changed form, `is_inflected` if as in another language. `outside` is whether it
    is a town elsewhere.

    `piece` is the folded word where a name may have been torn apart after it, `goes_on` how
    the next word may begin then. `is_name` is whether the word is more than a piece.
    """

    __slots__ = (
        "alone",
        "entries",
        "form",
        "goes_on",
        "is_inflected",
        "is_name",
        "outside",
        "piece",
        "seconds",
        "whole",
    )

    def __init__(
        self,
        entries: tuple[Entry, ...],
        *,
        whole: Entry | None,
        form: Form,
        outside: bool,
        piece: str,
        goes_on: frozenset[str],
    ) -> None:
        self.entries = entries
        self.alone = tuple(entry for entry in entries if len(entry.words) == 1)
        self.seconds = frozenset(entry.folded[1] for entry in entries if len(entry.words) > 1)
        self.whole = whole
        self.form = form
        self.is_inflected = form is Form.FOREIGN
        self.outside = outside
        self.piece = piece
        self.goes_on = goes_on
        self.is_name = bool(entries) or whole is not None or outside


class Lexicon:
    """The meaning of every word, worked out once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Prepare for the names of a gazetteer."""
        self._gazetteer = gazetteer
        self._first = gazetteer.by_first
        self._everyday = (
            folded_list("everyday.txt") | folded_list("ordinary.txt") | vocabulary().folded.keys()
        )
        self._doubtful = word_list("nouns.txt") | word_list("names.txt") | word_list("ordinary.txt")
        self._near = Misspellings(
            areas=filter(self._names_area, gazetteer.listed),
            others=filter(self._names_place, gazetteer.listed),
        )
        self._outside = folded_list("outside.txt") - {fold(name) for name in gazetteer.areas}
        self._forms = Forms(gazetteer)
        self.keys = Remembered(self._keys_of)
        """The folded words that a word inside a name may stand for, by the word as written."""

    def meaning(self, word: str) -> Meaning | None:
        """What a written word may be in names, or None where none begins with it."""
        if len(word) > LONGEST:
            return None
        written = plain(word)
        folded = fold(written)
        bare = folded[:-1] if folded.endswith("s") else folded
        outside = folded in self._outside or bare in self._outside
        goes_on = self._gazetteer.prefixes.get(folded, frozenset())
        entries = self._beginning(written, dict.fromkeys((folded, bare)))
        whole, form = None, Form.NAME
        known = outside or folded in self._everyday or folded.startswith(self._gazetteer.untold)
        if not entries and not known:
            meant = self._near.meant(folded) or self._near.meant(bare)
            entries = self._beginning("", meant)
            whole, form = self._forms.inside(written, folded)
        if not (entries or whole or goes_on or outside):
            return None
        return Meaning(
            entries, whole=whole, form=form, outside=outside, piece=folded, goes_on=goes_on
        )

    def _keys_of(self, word: str) -> tuple[str, ...]:
        return self._forms.uninflected(fold(plain(word)))

    def _beginning(self, written: str, keys: Iterable[str]) -> tuple[Entry, ...]:
        """The spellings with these first words; nothing written is a misspelt word."""
        found = [
            entry
            for key in keys
            for entry in self._first.get(key, ())
            if not written or self._agrees(written, entry)
        ]
        found += [entry for name in sorted(self._areas_meant(found)) for entry in self._first[name]]
        return tuple(
            sorted(found, key=lambda e: (-len(e.words), not written.startswith(e.words[0])))
        )

    def _agrees(self, written: str, entry: Entry) -> bool:
        """Whether a word that folds to the entry's first word may be that word."""
        first = entry.words[0]
        if written.startswith(first):
            return True
        if not dots_agree(written, first):
            long_enough = entry.is_area and len(first) >= _SHORTEST_MISDOTTED
            return long_enough and fold(written) not in self._everyday
        if len(entry.words) > 1:
            return True
        if entry.is_area:
            return written not in self._doubtful
        return len(first) >= _SHORTEST_UNDOTTED and fold(first) not in self._everyday

    def _areas_meant(self, entries: Iterable[Entry]) -> set[str]:
        """The areas that the entries are other names of: "Hässles bibliotek"."""
        meant = {
            fold(plain(entry.place.name))
            for entry in entries
            if len(entry.words) == 1 and entry.is_area and entry.evidence is Evidence.NONE
        }
        return (meant & self._first.keys()) - {entry.folded[0] for entry in entries}

    def _names_area(self, first: str) -> bool:
        entry = self._gazetteer.single(first)
        return entry is not None and entry.is_area and self._is_distinct(entry)

    def _names_place(self, first: str) -> bool:
        entry = self._gazetteer.single(first)
        return entry is not None and not entry.is_area and self._is_distinct(entry)

    def _is_distinct(self, entry: Entry) -> bool:
        """Whether a name is to be recognised misspelt."""
        return entry.evidence is Evidence.NONE and entry.folded[0] not in self._everyday
