"""What people say is right of a concern, and what stays of what was read."""

from dataclasses import replace
from datetime import datetime

from bot.concern_desk import find_concern
from bot.config.config import Config
from bot.config.spelling import nearest
from bot.errors import InputInvalid
from storage.concern_values import Concern, Origin, StoredTheme
from storage.database import Transaction

_MOST_THEMES = 3
_SURE = 1.0


def themes_with(concern: Concern, theme_id: str, origin: Origin) -> tuple[StoredTheme, ...]:
    """The concern's themes with this one first, told by `origin`.

    One that it had already only comes first, and the others stay beside it. Any other takes
    the place of the first one, which was wrong.
    """
    known = [theme for theme in concern.themes if theme.id == theme_id]
    if known:
        others = [theme for theme in concern.themes if theme.id != theme_id]
        return (replace(known[0], origin=origin), *others)
    chosen = StoredTheme(id=theme_id, score=_SURE, origin=origin)
    return (chosen, *concern.themes[1:])[:_MOST_THEMES]


async def set_theme(
    tx: Transaction, reference: str, theme_id: str, config: Config, *, actor: str, now: datetime
) -> Concern:
    """A coordinator says what a concern is about; the concern as it was.

    Raises:
        InputInvalid: there is no such concern.
    """
    concern = await find_concern(tx, reference)
    themes = themes_with(concern, theme_id, Origin.COORDINATOR)
    await tx.corrections.themes(
        concern.id, themes, by=actor, config_version=config.version, now=now
    )
    return concern


async def set_area(
    tx: Transaction, reference: str, area: str, config: Config, *, actor: str, now: datetime
) -> Concern:
    """A coordinator says where a concern is; the concern as it was.

    Raises:
        InputInvalid: there is no such concern.
    """
    concern = await find_concern(tx, reference)
    await tx.corrections.place(
        concern.id,
        area=area,
        names=(area,),
        by=actor,
        config_version=config.version,
        now=now,
    )
    return concern


def parse_theme(written: str, config: Config) -> str:
    """The id of the theme.

    Raises:
        InputInvalid: there is none.
    """
    return _known(written, [theme.id for theme in config.themes], "inget tema", "themes.toml")


def parse_area(written: str, config: Config) -> str:
    """The area with that name.

    Raises:
        InputInvalid: there is none.
    """
    return _known(written, list(config.areas), "inget område", "places.csv")


def _known(written: str, known: list[str], what: str, file: str) -> str:
    if written in known:
        return written
    guess = nearest(written, known)
    hint = f' Menade du "{guess}"?' if guess else ""
    raise InputInvalid(f'"{written}" är {what}.{hint} Alla står i {file}.')
