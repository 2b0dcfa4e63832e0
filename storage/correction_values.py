"""What somebody says is right of a concern, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from storage.concern_values import Concern, Origin

RESIDENT: Final = "resident"
"""Who told the concern; anybody else that corrects is a coordinator."""


class What(StrEnum):
    """What of a concern somebody has spoken of."""

    PLACE = "place"
    THEME = "theme"


@dataclass(frozen=True, kw_only=True)
class Said:
    """Where it is (`area`, and the names of places) or what it is about (ids of themes).

    Of themes and places the most important comes first; nothing at all means that none fits.
    """

    area: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What the reading had said of a concern, and what somebody says instead or as well.

    `by` is `resident` or who it was at the command line, `text` the masked text of the
    concern's first message. `config_version` is that of the configuration then in force.
    """

    id: int
    concern_id: int
    what: What
    read: Said
    said: Said
    by: str
    at: datetime
    config_version: str
    text: str = field(repr=False)

    @property
    def agrees(self) -> bool:
        """Whether the reading was right, by what is most important."""
        return (self.read.area, self.read.names[:1]) == (self.said.area, self.said.names[:1])


def origin_of(by: str) -> Origin:
    """Whose word counts when `by` speaks."""
    return Origin.RESIDENT if by == RESIDENT else Origin.COORDINATOR


def themes_are_read(concern: Concern) -> bool:
    """Whether it has a theme that nobody but the reading has given."""
    return bool(concern.themes) and concern.themes[0].origin == Origin.READING


def place_is_read(concern: Concern) -> bool:
    """Whether it has a place that nobody but the reading has given."""
    told = concern.area is not None or bool(concern.places)
    return told and all(place.origin == Origin.READING for place in concern.places)
