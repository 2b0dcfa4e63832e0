"""The places that a text names, and what places named together tell of each other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nlp.places.context import Role
from nlp.places.gazetteer import Entry, Evidence
from nlp.places.matcher import Hit
from nlp.places.text import Text

_HARD_GAPS = frozenset(".!?;\n")
_SOFT_GAPS = frozenset((" ", ", ", " - ", " (", " – ", ","))


class Sighting(NamedTuple):
    """A place as a text names it: what it is to the story, and the area that it tells.

    `is_unsure` is whether places in other areas are spelled so too, and nothing decides.
    """

    hit: Hit
    entry: Entry | None
    role: Role
    area: str | None
    is_unsure: bool = False


def sightings(pairs: Sequence[tuple[Hit, Role]], text: Text) -> list[Sighting]:
    """What the hits of a text mean, without those that are ruled out, in text order."""
    kept = [(hit, role) for hit, role in pairs if role is not Role.OUT]
    named = {e.place.area for hit, _ in kept for e in hit.entries[:1] if e.is_area}
    found = [_sighting(hit, role, named) for hit, role in kept]
    for index in range(len(found) - 1):
        if _named_together(found[index], found[index + 1], text):
            found[index : index + 2] = _told_together(found[index], found[index + 1], text)
    found = [sighting for sighting in found if sighting.role is not Role.OUT]
    return [s for s in found if not _is_noun(s)] if is_elsewhere(found) else found


def is_elsewhere(found: Iterable[Sighting]) -> bool:
    """Whether it happens in a town elsewhere."""
    return Role.HERE in [sighting.role for sighting in found if sighting.entry is None]


def _sighting(hit: Hit, role: Role, named: set[str | None]) -> Sighting:
    if not hit.entries:
        return Sighting(hit, None, role, None)
    for entry in hit.entries:
        if entry.place.area in named:
            return Sighting(hit, entry, role, entry.place.area)
    entry = hit.entries[0]
    return Sighting(hit, entry, role, entry.place.area, differ(hit.entries))


def differ(entries: tuple[Entry, ...]) -> bool:
    """Whether places are in different areas."""
    return len(entries) > 1 and len({entry.place.area for entry in entries} - {None}) > 1


def _told_together(first: Sighting, second: Sighting, text: Text) -> tuple[Sighting, Sighting]:
    """What a place and the area or town named next to it tell of each other."""
    if first.entry is None:
        joined = text.between(first.hit.last, second.hit.first) == " "
        return first, second._replace(role=Role.OUT) if joined else second
    if first.entry is None or second.entry is None:
        return first._replace(role=Role.OUT), second
    if first.entry.is_area is second.entry.is_area:
        return first, second
    if second.entry.is_area:
        role = max(first.role, second.role)
        return _within(first, second.area), second._replace(role=role)
    return first, _within(second, first.area)


def _named_together(first: Sighting, second: Sighting, text: Text) -> bool:
    """Whether nothing but "i", "på" or the like, or a comma, stands between."""
    between = text.words[first.hit.last : second.hit.first]
    for word in between:
        if "within" not in word.kinds:
            return False
    gap = text.between(first.hit.last, second.hit.first)
    return _HARD_GAPS.isdisjoint(gap) if between else gap in _SOFT_GAPS


def _within(sighting: Sighting, area: str | None) -> Sighting:
    """The place in the area that the text tells; none whose own name tells another area."""
    if sighting.area == area or sighting.entry is None:
        return sighting._replace(is_unsure=False)
    elsewhere = sighting.area is not None and sighting.area in sighting.entry.place.name
    role = Role.OUT if elsewhere else sighting.role
    return sighting._replace(area=area, role=role, is_unsure=False)


def _is_noun(sighting: Sighting) -> bool:
    """Whether the place is named by a word that fits any town."""
    return sighting.entry is not None and sighting.entry.evidence is Evidence.NOUN
