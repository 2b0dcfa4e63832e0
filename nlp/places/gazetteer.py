"""The places that can be named, found by the folded words of their spellings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from nlp.config import Place
from nlp.places.pieces import prefixes
from nlp.places.variants import Spelling, heads, spellings
from nlp.places.words import fold, folded_list, plain, word_list

_AREA_KINDS = ("area", "locality")
_STOP = "stop"


class Evidence(IntEnum):
    """What must stand before a spelling before it counts as the place.

    NONE: nothing. NOUN: a preposition of place ("på sjukhuset"). NAME: the same, and the word
    may also be a person ("på Göta"). WORD: the same, and "i" does not do unless the word has a
    capital ("i lugnet").
    """

    NONE = 0
    NOUN = 1
    NAME = 2
    WORD = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelling of a place: its plain words, the same folded, what must stand before it.

    `is_area` is whether the place is an area or a part of one; `also` is the area that the
    spelling tells besides the place, if any.
    """

    place: Place
    words: Spelling
    folded: Spelling
    evidence: Evidence
    is_area: bool
    also: Place | None = None


class Gazetteer:
    """All spellings of all places, by the folded first word; the longest come first.

    Of places that are spelled alike the one whose name it is goes before those with the alias,
    and a stop comes after all others.

    `listed` has the first words as they stand in the gazetteer, without those derived from
    them; `areas` the areas by plain name; `joinable` the names of one word that may be torn
    apart, `prefixes` how these begin and how they go on; `stems` what compounds begin with;
    `later` the folded words that stand in names after the first; `untold` the folded names that
    are no places.
    """

    def __init__(self, places: Iterable[Place], *, no_area_names: Iterable[str] = ()) -> None:
        """Take in the places except those named in `no_area_names`."""
        untold = frozenset(no_area_names)
        self.untold = tuple(fold(plain(name)) for name in untold)
        self.places = tuple(place for place in places if place.name not in untold)
        self.areas = {
            plain(place.name): place
            for place in self.places
            if place.kind in _AREA_KINDS and " " not in place.name
        }
        self.listed: set[str] = set()
        self.by_first: dict[str, tuple[Entry, ...]] = {}
        self.joinable: dict[str, Entry] = {}
        self.prefixes: dict[str, frozenset[str]] = {}
        self.stems: dict[str, Entry] = {}
        self.later: frozenset[str] = frozenset()
        self._index()

    def single(self, folded: str) -> Entry | None:
        """The first entry that is this one folded word, or None."""
        return next((e for e in self.by_first.get(folded, ()) if len(e.words) == 1), None)

    def _index(self) -> None:
        names = {place.name for place in self.places if place.kind != _STOP}
        area_names = frozenset(self.areas)
        found: defaultdict[str, dict[tuple[Spelling, str, str | None], Entry]] = defaultdict(dict)
        listed = [
            (derived, place, name != place.name, spelling, area)
            for place in self.places
            if not _is_address(place, names)
            for name in (place.name, *place.aliases)
            for derived, (spelling, area) in enumerate(spellings(name, area_names))
        ]
        listed.sort(key=lambda found: (found[0] > 0, found[1].kind == _STOP, found[2]))
        for derived, place, _, spelling, area in listed:
            folded = tuple(map(fold, spelling))
            entry = Entry(
                place,
                spelling,
                folded,
                _evidence(spelling),
                is_area=place.kind in _AREA_KINDS,
                also=self.areas.get(area) if area else None,
            )
            found[folded[0]].setdefault((spelling, place.name, place.area), entry)
            if not derived:
                self.listed.add(folded[0])
        self.by_first = {
            first: tuple(sorted(entries.values(), key=lambda entry: -len(entry.words)))
            for first, entries in found.items()
        }
        self.later = frozenset(
            word for entries in self.by_first.values() for e in entries for word in e.folded[1:]
        )
        singles = ((first, self.single(first)) for first in self.by_first)
        self.joinable = {
            first: entry
            for first, entry in singles
            if len(first) >= _SHORTEST_SPLIT and entry and entry.evidence is Evidence.NONE
        }
        self.prefixes = prefixes(self.joinable)
        self.stems = dict(_stems(e for e in map(self.single, sorted(self.listed)) if e is not None))


def _is_address(place: Place, names: set[str]) -> bool:
    """Whether a stop is named by a street and a number, which then mean the street."""
    street, _, number = place.name.rpartition(" ")
    return place.kind == _STOP and number.isdigit() and street in names


def _evidence(spelling: Spelling) -> Evidence:
    if len(spelling) > 1:
        return Evidence.NONE
    for evidence, file in (
        (Evidence.NOUN, "nouns.txt"),
        (Evidence.NAME, "names.txt"),
        (Evidence.WORD, "ordinary.txt"),
    ):
        if spelling[0] in word_list(file):
            return evidence
    return Evidence.NONE


_SHORTEST_SPLIT = 7
_SHORTEST_AREA_STEM = 4
_SHORTEST_PLACE_STEM = 8


def _stems(entries: Iterable[Entry]) -> Iterable[tuple[str, Entry]]:
    """What a compound with a name begins with: "hässleholms" of Hässleholmen."""
    endings = tuple(fold(ending) for pair in heads().items() for ending in pair)
    outside = folded_list("outside.txt")
    for entry in entries:
        name = entry.folded[0]
        if entry.evidence not in (Evidence.NONE, Evidence.NAME):
            continue
        if not entry.is_area and (entry.evidence or name.endswith(endings)):
            continue
        shortest = _SHORTEST_AREA_STEM if entry.is_area else _SHORTEST_PLACE_STEM
        for stem in (name, *_combining(name)):
            if len(stem) >= shortest and stem not in outside:
                yield stem, entry


def _combining(first: str) -> Sequence[str]:
    if first.endswith(("en", "et")):
        return first[:-2], f"{first[:-2]}s"
    if first.endswith("an"):
        return first[:-2], f"{first[:-2]}e"
    return (f"{first}s",)
