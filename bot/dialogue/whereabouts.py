"""Where somebody in danger is, in words to read out to whoever answers the emergency number."""

from dataclasses import replace
from datetime import timedelta
from math import cos, hypot, radians

from bot.config.config import Config
from bot.dialogue.turn import Turn
from storage.outbox import Priority

_WHILE_IN_DANGER = timedelta(minutes=30)
_NEAR_METRES = 250.0
_METRES_PER_DEGREE = 111_320.0


def remember_danger(turn: Turn) -> None:
    """From now on, and for a while, a position is most of all something to read out."""
    turn.conversation = replace(turn.conversation, danger_at=turn.event.at)


async def help_to_say_where(turn: Turn, lat: float, lon: float) -> bool:
    """Say at once where a position is if danger was told just before; whether that was so."""
    told = turn.conversation.danger_at
    if told is None or abs(turn.event.at - told) > _WHILE_IN_DANGER:
        return False
    text = to_read_out(turn, turn.language, (lat, lon))
    await turn.say(text, priority=Priority.DANGER)
    return True


def to_read_out(turn: Turn, language: str, position: tuple[float, float]) -> str:
    """A shared position as it is said on the telephone: the place close by, and the degrees.

    Degrees are WGS84 with five decimals, about a metre, which SOS Alarm takes.
    """
    lat, lon = position
    numbers = {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}"}
    emergency = turn.config.emergency.emergency
    near = _place_near(turn.config, lat, lon)
    if near is None:
        return turn.texts.html(language, "danger-where", emergency=emergency, **numbers)
    return turn.texts.html(
        language, "danger-where-near", emergency=emergency, place=near, **numbers
    )


def _place_near(config: Config, lat: float, lon: float) -> str | None:
    """The named place closest to a position, with its area; None when none is close."""
    east = _METRES_PER_DEGREE * cos(radians(lat))
    found = [
        (hypot((place.lat - lat) * _METRES_PER_DEGREE, (place.lon - lon) * east), place)
        for place in config.places
        if place.lat is not None and place.lon is not None and place.name != place.area
    ]
    if not found:
        return None
    distance, place = min(found, key=lambda pair: pair[0])
    if distance > _NEAR_METRES:
        return None
    return f"{place.name}, {place.area}" if place.area else place.name
