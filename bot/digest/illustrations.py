"""The pictures that belong to a digest, each with the text that says the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.digest.pictures import (
    area_map_alt,
    area_map_of,
    area_outlines,
    draw_area_map,
    draw_heat_map,
    draw_timeline,
    heat_map_alt,
    heat_map_of,
    timeline_alt,
    timeline_of,
)
from bot.digest.pictures.sheet import Form as PictureForm
from bot.digest.values import Facts
from bot.digest.wording import Wording

TIMELINE: Final = "timeline"
HEAT_MAP: Final = "heat-map"
AREA_MAP: Final = "map"


@dataclass(frozen=True, kw_only=True)
class Illustration:
    """A picture by its name (`TIMELINE`, `HEAT_MAP`, `AREA_MAP`), drawn when it is asked for."""

    name: str
    alt: str
    _draw: Callable[[PictureForm], bytes] = field(repr=False)

    def content(self, form: PictureForm) -> bytes:
        """The picture as a file's content; takes some tenths of a second."""
        return self._draw(form)


def illustrations_of(facts: Facts, words: Wording) -> tuple[Illustration, ...]:
    """The timeline, and what else there is to be seen: table in colour, map.

    Those two are left out where no area stands by name, or the field is a single place.
    """
    return tuple(_illustrations(facts, words))


def illustration(facts: Facts, words: Wording, name: str) -> Illustration | None:
    """The picture with that name, or None if this digest has none."""
    return next((one for one in _illustrations(facts, words) if one.name == name), None)


def is_one_place(facts: Facts, words: Wording) -> bool:
    """Whether the field is one area and nothing else."""
    focus_area = words.config.focus_area(facts.focus_area)
    return (
        focus_area is not None
        and len(focus_area.areas) == 1
        and not words.config.themes_of(focus_area.id)
    )


def _illustrations(facts: Facts, words: Wording) -> Iterator[Illustration]:
    timeline = timeline_of(facts, words)
    yield Illustration(
        name=TIMELINE,
        alt=timeline_alt(timeline, words),
        _draw=lambda form: draw_timeline(timeline, words, form=form),
    )
    if is_one_place(facts, words):
        return
    heat_map = heat_map_of(facts, words)
    if not heat_map.is_empty:
        yield Illustration(
            name=HEAT_MAP,
            alt=heat_map_alt(heat_map, words),
            _draw=lambda form: draw_heat_map(heat_map, words, form=form),
        )
    area_map = area_map_of(facts, words, area_outlines(words.config))
    if not area_map.is_empty:
        yield Illustration(
            name=AREA_MAP,
            alt=area_map_alt(area_map, words),
            _draw=lambda form: draw_area_map(area_map, words, form=form),
        )
