"""Names of places inside other words: compounds, endings of other languages, other letters."""

from enum import StrEnum
from itertools import chain

from nlp.places.gazetteer import Entry, Evidence, Gazetteer
from nlp.places.scripts import Sounds
from nlp.places.variants import heads
from nlp.places.words import dots_agree, fold, folded_list, plain

_SHORTEST_STEM = 4
_SHORTEST_OPEN_COMPOUND = 6
_SHORTEST_REST = 3


class Form(StrEnum):
    """How a word has the name of a place in it.

    NAME: as the name itself, or misspelt. COMPOUND: "norrbytunneln". PEOPLE: "norrbykillarna".
    FOREIGN: inflected as in another language than Swedish, or in other letters.
    """

    NAME = "name"
    COMPOUND = "compound"
    PEOPLE = "people"
    FOREIGN = "foreign"


class Forms:
    """Finds the names of a gazetteer inside words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Prepare for the names of a gazetteer."""
        self._gazetteer = gazetteer
        self._ends = frozenset(map(fold, chain(*heads().items()))) | folded_list("ends.txt")
        self._any_end = tuple(sorted(self._ends))
        self._people = folded_list("people.txt")
        self._endings = tuple(sorted(folded_list("foreign_endings.txt"), key=len, reverse=True))
        self._sounds = Sounds(
            area
            for name, area in gazetteer.areas.items()
            if (entry := gazetteer.single(fold(name))) and entry.evidence is Evidence.NONE
        )

    def inside(self, written: str, folded: str) -> tuple[Entry | None, Form]:
        """The place whose name is in a plain word (given folded, too), and in which form."""
        return (
            self._compound(written, folded) or self._foreign(written, folded) or (None, Form.NAME)
        )

    def uninflected(self, folded: str) -> tuple[str, ...]:
        """The words that stand in names after the first which a folded word may be a form of."""
        later = self._gazetteer.later
        if folded in later:
            return (folded,)
        stems = (folded.removesuffix(ending) for ending in ("s", *self._endings))
        return (folded, *(stem for stem in stems if stem in later))

    def _compound(self, written: str, folded: str) -> tuple[Entry, Form] | None:
        for size in range(len(folded) - _SHORTEST_REST, _SHORTEST_STEM - 1, -1):
            entry = self._gazetteer.stems.get(folded[:size])
            if entry is None or not dots_agree(written[:size], entry.words[0]):
                continue
            rest = folded[size:]
            rests = {rest, rest.removeprefix("s"), rest.removeprefix("s").removesuffix("s")}
            if rests & self._people:
                return entry, Form.PEOPLE
            distinctive = size >= _SHORTEST_OPEN_COMPOUND and entry.evidence is Evidence.NONE
            if rests & self._ends or (distinctive and rest.endswith(self._any_end)):
                return entry, Form.COMPOUND
        return None

    def _foreign(self, written: str, folded: str) -> tuple[Entry, Form] | None:
        area = self._sounds.meant(written)
        if area is not None:
            entry = self._gazetteer.single(fold(plain(area.name)))
            return (entry, Form.FOREIGN) if entry else None
        for ending in self._endings:
            stem = folded.removesuffix(ending)
            if stem == folded or len(stem) < _SHORTEST_STEM:
                continue
            for name in (stem, f"{stem}a", f"{stem}o"):  # other languages drop the last vowel
                entry = self._gazetteer.single(name)
                if entry is None or entry.evidence not in (Evidence.NONE, Evidence.NAME):
                    continue
                if dots_agree(written[: len(stem)], entry.words[0]):
                    return entry, Form.FOREIGN
        return None
