"""Themes that have been retired: what of them stands in the configuration must hold together.

An id is never used again: what was told under it would be taken for something else.
"""

from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from bot.config.files import TomlFile
from bot.config.models import RetiredTheme, Theme
from bot.config.spelling import nearest
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.config import Config

_FILE = "themes.toml"
_NEW_ID = (
    "Ge det nya temat ett annat id. Ska det fortsätta det gamla temats siffror, skriv det nya "
    "id:t i det gamlas into."
)


def life_faults(themes: TomlFile) -> Iterator[ConfigError]:
    """What is wrong with the `[[retired_theme]]` tables, as far as they can be read."""
    live = {theme.id: theme for theme in themes.valid_items("theme", Theme).values()}
    items = themes.valid_items("retired_theme", RetiredTheme)
    retired = {theme.id: theme for theme in items.values()}
    for index, theme in items.items():
        if theme.id in live:
            yield ConfigError(
                file=themes.name,
                line=themes.line("retired_theme", index, "id"),
                key="id",
                found=theme.id,
                problem=f'temat "{theme.id}" står både som [[theme]] och som [[retired_theme]].',
                remedy=_NEW_ID,
            )
        for item, name in enumerate(theme.into):
            line = themes.line("retired_theme", index, "into", item)
            yield from _successor(line, name, theme, live | retired, retired)


def _successor(
    line: int,
    name: str,
    theme: RetiredTheme,
    known: Mapping[str, Theme],
    retired: Mapping[str, RetiredTheme],
) -> Iterator[ConfigError]:
    fault = partial(ConfigError, file=_FILE, line=line, key="into", found=name)
    if name not in known:
        yield fault(
            problem=f'temat "{name}", som "{theme.id}" ska gå upp i, finns inte.',
            nearest=nearest(name, list(known)),
            remedy="Skriv id på ett tema i filen.",
        )
    elif _leads_to(theme.id, name, retired):
        yield fault(
            problem=f'"{theme.id}" går upp i sig självt, genom "{name}".',
            remedy="Låt det sista temat i kedjan vara ett som finns kvar.",
        )
    elif len(theme.into) == 1 and theme.sensitive and not known[name].sensitive:
        yield fault(
            problem=f'"{theme.id}" är känsligt, men inte "{name}" som det går upp i.',
            remedy=f'Skriv sensitive = true för "{name}", eller ta bort into.',
        )


def _leads_to(wanted: str, name: str, retired: Mapping[str, RetiredTheme]) -> bool:
    ahead, seen = [name], set[str]()
    while ahead:
        one = ahead.pop()
        if one == wanted:
            return True
        if one in retired and one not in seen:
            seen.add(one)
            ahead += retired[one].into
    return False


def reused(config: "Config", retired: Mapping[str, date]) -> tuple[ConfigError, ...]:
    """Themes with an id that was retired before, on the day given for each."""
    return tuple(
        ConfigError(
            file=_FILE,
            key="id",
            found=theme.id,
            problem=f'id "{theme.id}" hör till ett tema som avslutades {retired[theme.id]}, och '
            "får inte användas igen.",
            remedy=_NEW_ID,
        )
        for theme in config.themes
        if theme.id in retired
    )


def vanished(config: "Config", known: Set[str]) -> tuple[ConfigError, ...]:
    """Themes that were in use, or that stored concerns have, and that are nowhere any more."""
    new = [theme.id for theme in config.themes if theme.id not in known]
    return tuple(
        ConfigError(
            file=_FILE,
            key="id",
            found=id,
            problem=f'temat "{id}" är borta, fast det har använts.',
            nearest=nearest(id, new),
            remedy="Ett id ändras aldrig, bara label. Ska temat inte få något mer: lägg tillbaka "
            f"det och kör `brabot theme retire {id}`.",
        )
        for id in sorted(known)
        if config.theme(id) is None
    )
