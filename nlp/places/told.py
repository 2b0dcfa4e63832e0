"""What a text tells of places, all in all."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nlp.places.context import Role
from nlp.places.gazetteer import Entry
from nlp.places.matcher import Hit
from nlp.places.ordering import order, telling
from nlp.places.sightings import Sighting, differ, sightings
from nlp.places.text import Text
from nlp.reading import PlaceMention


class Told(NamedTuple):
    """What a text tells of places: those it means, where it happens first, and the area.

    `is_unsure` is whether the place that tells the area may be one in another area: several
    are spelled so, and the text names none of their areas; `alternatives` are these then, the
    one taken first.
    """

    places: tuple[PlaceMention, ...]
    area: str | None
    is_unsure: bool
    alternatives: tuple[PlaceMention, ...] = ()


NOTHING_TOLD = Told((), None, is_unsure=False)


def told(pairs: Sequence[tuple[Hit, Role]], text: Text) -> Told:
    """What the hits of a text, with what they are to the story, tell together."""
    if len(pairs) == 1:
        return _told_by_one(*pairs[0], text)
    ranked = order(sightings(pairs, text))
    teller = telling(ranked)
    if teller is None:
        return Told(mentions(ranked, text), None, is_unsure=False)
    found = mentions(ranked, text)
    if not teller.is_unsure:
        return Told(found, teller.area, is_unsure=False)
    return Told(found, teller.area, is_unsure=True, alternatives=_alternatives(teller.hit, text))


def _told_by_one(hit: Hit, role: Role, text: Text) -> Told:
    """The same as for several, made short for most texts."""
    if role is Role.OUT or not hit.entries:
        return NOTHING_TOLD
    entry = hit.entries[0]
    area = entry.place.area
    places = _mentions(entry, area, hit, text)
    if role >= Role.LIKE:
        return Told(places, None, is_unsure=False)
    if not differ(hit.entries) or entry.is_area:
        return Told(places, area, is_unsure=False)
    return Told(places, area, is_unsure=True, alternatives=_alternatives(hit, text))


def mentions(ranked: Iterable[Sighting], text: Text) -> tuple[PlaceMention, ...]:
    """The sightings as mentions, each place once."""
    found: dict[str, PlaceMention] = {}
    for sighting in ranked:
        if sighting.entry is not None:
            for mention in _mentions(sighting.entry, sighting.area, sighting.hit, text):
                found.setdefault(mention.name, mention)
    return tuple(found.values())


def _alternatives(hit: Hit, text: Text) -> tuple[PlaceMention, ...]:
    """The places in an area that are spelled so, each once, in the order of the entries."""
    start, end = text.span(hit.first, hit.last)
    return tuple(
        PlaceMention(name=name, area=area, start=start, end=end)
        for name, area in dict.fromkeys((e.place.name, e.place.area) for e in hit.entries)
        if area is not None
    )


def _mentions(entry: Entry, area: str | None, hit: Hit, text: Text) -> tuple[PlaceMention, ...]:
    """The place in an area, and the area that the spelling tells besides, if any."""
    start, end = text.span(hit.first, hit.last)
    mention = PlaceMention(name=entry.place.name, area=area, start=start, end=end)
    also = entry.also
    if also is None:
        return (mention,)
    start, end = text.span(hit.last - 1, hit.last)
    return mention, PlaceMention(name=also.name, area=also.area, start=start, end=end)
