"""Where it happens: the places of a text in order, and which of them tells the area."""

from collections.abc import Sequence
from operator import attrgetter

from nlp.places.context import Role
from nlp.places.sightings import Sighting, is_elsewhere

_NEAR = 4
_BY_ROLE = attrgetter("role")


def order(found: list[Sighting]) -> list[Sighting]:
    """The sightings with where it happens first; a place before the area around it."""
    ranked = sorted(found, key=_BY_ROLE)
    for index in range(len(ranked) - 1):
        if _is_vaguer(ranked[index], ranked[index + 1]):
            ranked[index : index + 2] = reversed(ranked[index : index + 2])
    for index, sighting in enumerate(ranked):
        if sighting.entry is not None and sighting.entry.is_area:
            for later in range(index + 1, len(ranked)):
                if _lies_in(ranked[later], sighting) and ranked[later].role <= Role.ORIGIN:
                    ranked.insert(index, ranked.pop(later))
                    break
    return ranked


def telling(ranked: Sequence[Sighting]) -> Sighting | None:
    """Which of ordered sightings tells the area, or None; it may tell that it is in none.

    None, too, where it happened in a town elsewhere and a place here is only somebody's home
    or the like.
    """
    here = [s for s in ranked if s.role < Role.LIKE and s.entry is not None]
    if not here:
        return None
    role = here[0].role
    if role is not Role.HERE and is_elsewhere(ranked):
        return None
    for sighting in here:
        if sighting.role is role and sighting.area:
            return sighting
    return here[0]


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
