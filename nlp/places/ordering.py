"""Where it happens: the places of a text in order, and the area that it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nlp.config import Place
from nlp.places.gazetteer import Entry, Evidence
from nlp.places.roles import Role
from nlp.places.surroundings import Hit, context_words
from nlp.places.words import Words
from nlp.reading import PlaceMention

_NEAR = 4
_SOFT_GAPS = frozenset((" ", ", ", " - ", " (", " – ", ","))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place as a text names it: what it is to the story, and the area that it tells."""

    hit: Hit
    entry: Entry | None
    role: Role
    area: str | None


def sightings(pairs: Iterable[tuple[Hit, Role]], words: Words) -> list[Sighting]:
    """What the hits of a text mean, without those that are ruled out, in text order."""
    kept = [(hit, role) for hit, role in pairs if role is not Role.OUT]
    named = {e.place.area for hit, _ in kept for e in hit.entries[:1] if e.is_area}
    found = [_sighting(hit, role, named) for hit, role in kept]
    for index in range(len(found) - 1):
        found[index : index + 2] = _told_together(found[index], found[index + 1], words)
    elsewhere = any(s.entry is None and s.role is Role.HERE for s in found)
    return [s for s in found if not (s.role is Role.OUT or (elsewhere and _is_noun(s)))]


def order(found: Sequence[Sighting]) -> list[Sighting]:
    """The sightings with where it happens first; a place before the area around it."""
    if len(found) < 2:
        return list(found)
    ranked = sorted(found, key=lambda s: (s.role, s.hit.first))
    for index in range(len(ranked) - 1):
        if _is_vaguer(*ranked[index : index + 2]):
            ranked[index : index + 2] = reversed(ranked[index : index + 2])
    for index, sighting in enumerate(ranked):
        if sighting.entry is None or not sighting.entry.is_area:
            continue
        inside = next(
            (
                later
                for later in range(index + 1, len(ranked))
                if _lies_in(ranked[later], sighting) and ranked[later].role <= Role.ORIGIN
            ),
            None,
        )
        if inside is not None:
            ranked[index : inside + 1] = [ranked[inside], *ranked[index:inside]]
    return ranked


def area_of(ranked: Sequence[Sighting]) -> str | None:
    """The area that ordered sightings tell, or None.

    None, too, where it happened in a town elsewhere and a place here is only somebody's home
    or the like.
    """
    telling = [s for s in ranked if s.role < Role.LIKE and s.entry is not None]
    if not telling:
        return None
    role = telling[0].role
    elsewhere = any(s.entry is None and s.role is Role.HERE for s in ranked)
    if elsewhere and role is not Role.HERE:
        return None
    return next((s.area for s in telling if s.role is role and s.area), None)


def mentions(ranked: Iterable[Sighting], words: Words) -> tuple[PlaceMention, ...]:
    """The sightings as mentions, each place once."""
    found: dict[str, PlaceMention] = {}
    for sighting in ranked:
        entry, hit = sighting.entry, sighting.hit
        if entry is None:
            continue
        if entry.place.name not in found:
            span = words.span(hit.first, hit.last)
            found[entry.place.name] = _mention(entry.place, sighting.area, span)
        if entry.also is not None and entry.also.name not in found:
            span = words.span(hit.last - 1, hit.last)
            found[entry.also.name] = _mention(entry.also, entry.also.area, span)
    return tuple(found.values())


def _mention(place: Place, area: str | None, span: tuple[int, int]) -> PlaceMention:
    return PlaceMention(name=place.name, area=area, start=span[0], end=span[1])


def _sighting(hit: Hit, role: Role, named: set[str | None]) -> Sighting:
    if not hit.entries:
        return Sighting(hit, None, role, None)
    entry = next((e for e in hit.entries if e.place.area in named), hit.entries[0])
    return Sighting(hit, entry, role, entry.place.area)


def _told_together(first: Sighting, second: Sighting, words: Words) -> tuple[Sighting, Sighting]:
    """What a place and the area or town named next to it tell of each other."""
    if not _named_together(first, second, words):
        return first, second
    if first.entry is None:
        joined = words.between(first.hit.last, second.hit.first) == " "
        return first, replace(second, role=Role.OUT) if joined else second
    if first.entry is None or second.entry is None:
        return replace(first, role=Role.OUT), second
    if first.entry.is_area is second.entry.is_area:
        return first, second
    if second.entry.is_area:
        return _within(first, second.area), replace(second, role=max(first.role, second.role))
    return first, _within(second, first.area)


def _named_together(first: Sighting, second: Sighting, words: Words) -> bool:
    """Whether nothing but "i", "på" or the like, or a comma, stands between."""
    between = words.words[first.hit.last : second.hit.first]
    gap = words.between(first.hit.last, second.hit.first)
    within = context_words()["within"]
    if set(".!?;\n") & set(gap) or not all(word.lower() in within for word in between):
        return False
    return bool(between) or gap in _SOFT_GAPS


def _within(sighting: Sighting, area: str | None) -> Sighting:
    """The place in the area that the text tells; none whose own name tells another area."""
    if sighting.area == area or sighting.entry is None:
        return sighting
    elsewhere = sighting.area is not None and sighting.area in sighting.entry.place.name
    return replace(sighting, area=area, role=Role.OUT if elsewhere else sighting.role)


def _is_noun(sighting: Sighting) -> bool:
    """Whether the place is named by a word that fits any town."""
    return sighting.entry is not None and sighting.entry.evidence is Evidence.NOUN


def _is_vaguer(first: Sighting, second: Sighting) -> bool:
    """Whether a place in no one area stands next to one that tells it: "motorvägen vid Viared"."""
    return (
        first.entry is not None
        and first.area is None
        and second.area is not None
        and first.role is second.role
        and 0 <= second.hit.first - first.hit.last <= _NEAR
    )


def _lies_in(inner: Sighting, outer: Sighting) -> bool:
    if inner.entry is None or inner.entry.is_area:
        return False
    return inner.area is not None and inner.area == outer.area
