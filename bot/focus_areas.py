"""Which focus areas a concern belongs to: by its themes, by its area, or both."""

from collections.abc import Iterable

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.config.spelling import nearest
from bot.errors import InputInvalid


def gathers(
    focus_area: FocusArea, *, themes: Iterable[str], area: str | None, config: Config
) -> bool:
    """Whether a concern with these themes and this area is in the focus area's field."""
    if area is not None and area in focus_area.areas:
        return True
    known = (config.theme(theme) for theme in config.heirs(themes))
    return any(theme.focus_area == focus_area.id for theme in known if theme is not None)


def focus_areas_of(
    *, themes: Iterable[str], area: str | None, config: Config
) -> tuple[FocusArea, ...]:
    """Every focus area whose field a concern is in, in the configured order."""
    given = tuple(themes)
    return tuple(
        focus_area
        for focus_area in config.focus_areas
        if gathers(focus_area, themes=given, area=area, config=config)
    )


def known_focus_area(config: Config, focus_area_id: str) -> FocusArea:
    """The focus area with this id.

    Raises:
        InputInvalid: there is none; tells the nearest spelling and all there are.
    """
    found = config.focus_area(focus_area_id)
    if found is not None:
        return found
    known = [focus_area.id for focus_area in config.focus_areas]
    guess = nearest(focus_area_id, known)
    hint = f' Menade du "{guess}"?' if guess else ""
    raise InputInvalid(
        f'"{focus_area_id}" är inget fokusområde.{hint} Det finns: {", ".join(known)}.'
    )
