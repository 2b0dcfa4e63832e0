"""Which places a resident is likeliest to mean, to be chosen with one tap."""

from collections.abc import Iterable
from math import cos, hypot, radians

from bot.config.config import Config, is_reporting_area
from bot.dialogue.actions import Action, Verb, short
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from nlp.config import Place
from nlp.reading import PlaceMention
from storage.concerns import Concern

_MOST_LIKELY = 3
_MOST_ALIKE = 5
"""So many places of one name are shown; the list of areas has the others."""


async def likely_buttons(turn: Turn, concern: Concern) -> Keyboard:
    """The three likeliest places but the one taken, one a row; fewer if fewer are known.

    First what the texts may mean: places spelled alike, then others that they name. Then
    where the resident's own earlier concerns were, the latest first. Then the areas nearest
    to the one read. Nobody else's concerns count: they would show what others have told.
    """
    found: dict[tuple[str, str | None], Place] = {}
    for place in [*await _read(turn, concern), *await _own(turn, concern)]:
        found.setdefault((place.name, place.area), place)
    for place in _nearest(turn.config, concern.area):
        found.setdefault((place.name, place.area), place)
    taken = (concern.places[0].name if concern.places else concern.area, concern.area)
    found.pop((taken[0] or "", taken[1]), None)
    return _buttons(list(found.values())[:_MOST_LIKELY], concern)


def alike_buttons(turn: Turn, concern: Concern, alike: Iterable[PlaceMention]) -> Keyboard:
    """The places that are spelled as the text has it, one a row."""
    named = [place for one in alike for place in _named(turn.config, one.name, one.area)]
    return _buttons(named[:_MOST_ALIKE], concern)


def place_meant(config: Config, value: str) -> Place | None:
    """The place that a button's value stands for, None if there is none (any more)."""
    return next((p for p in config.places if p.area and _value(p) == value), None)


def _buttons(places: Iterable[Place], concern: Concern) -> Keyboard:
    return tuple(
        (
            Button(
                label=place.name if is_reporting_area(place) else f"{place.name}, {place.area}",
                action=Action(verb=Verb.SET_PLACE, concern_id=concern.id, value=_value(place)),
            ),
        )
        for place in places
    )


def _value(place: Place) -> str:
    return short(place.name, place.area or "")


async def _read(turn: Turn, concern: Concern) -> list[Place]:
    """What its messages may mean, the latest message first."""
    readings = (await turn.tx.concerns.readings(concern.id))[::-1]
    alike = [(n, a) for reading in readings for n, a in reading.get("alternatives", ())]
    named = [(name, None) for reading in readings for name in reading.get("places", ())]
    return [place for name, area in (*alike, *named) for place in _named(turn.config, name, area)]


async def _own(turn: Turn, concern: Concern) -> list[Place]:
    """The areas of the resident's other concerns, the latest first."""
    told = await turn.tx.concerns.of_resident(turn.resident.id)
    areas = [one.area for one in told if one.id != concern.id and one.area is not None]
    return [place for area in areas for place in _named(turn.config, area, area)]


def _named(config: Config, name: str, area: str | None) -> Iterable[Place]:
    """The places of that name, in that area if one is given; one for each area."""
    found: dict[str, Place] = {}
    for place in config.places:
        if place.name == name and place.area and area in (None, place.area):
            found.setdefault(place.area, place)
    return found.values()


def _nearest(config: Config, area: str | None) -> list[Place]:
    """The areas whose middles are nearest to that of the area, itself left out."""
    town = config.municipality.no_area_names
    areas = [
        place
        for place in config.places
        if is_reporting_area(place) and place.lat is not None and place.name not in town
    ]
    middle = next((p for p in areas if p.name == area), None)
    if middle is None:
        return []
    others = [place for place in areas if place is not middle]
    return sorted(others, key=lambda place: _distance(middle, place))[:_MOST_LIKELY]


def _distance(a: Place, b: Place) -> float:
    """In degrees of latitude, which is exact enough within a municipality."""
    lat, lon = a.lat or 0.0, a.lon or 0.0
    return hypot((b.lat or 0.0) - lat, ((b.lon or 0.0) - lon) * cos(radians(lat)))
