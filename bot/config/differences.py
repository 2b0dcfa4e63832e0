"""What one configuration has that another has not, on one line."""

from collections.abc import Iterator

from bot.config.config import Config

_NAMES = {
    "municipality": "kommunen",
    "controller": "personuppgiftsansvarig",
    "languages": "språken",
    "retention": "gallringen",
    "digest": "sammanställningarna",
    "meetings": "mötena",
    "dialogue": "samtalet",
    "groups": "grupperna",
    "limits": "gränserna",
    "mail": "e-posten",
    "reading": "läsningen",
    "emergency": "nödnumren",
    "helplines": "hjälplinjerna",
    "focus_areas": "fokusområdena",
    "places": "platserna",
}
"""The parts beside the themes, as they are spoken of."""


def difference(before: Config, now: Config) -> str:
    """What has changed, in Swedish on one line: `Nytt tema: x. Ändrat: platserna.`."""
    return " ".join(_told(before, now)) or "Bara kommentarer och ordning är ändrade."


def _told(before: Config, now: Config) -> Iterator[str]:
    had = {theme.id: theme for theme in before.themes}
    has = {theme.id: theme for theme in now.themes}
    yield from _listed("Nya teman", [id for id in has if id not in had])
    yield from _listed("Avslutade teman", [id for id in had if id not in has])
    changed = [
        id
        for id in has
        if id in had and (has[id] != had[id] or now.examples[id] != before.examples[id])
    ]
    yield from _listed("Ändrade teman", changed)
    parts = [name for part, name in _NAMES.items() if getattr(now, part) != getattr(before, part)]
    yield from _listed("Ändrat", parts)


def _listed(what: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{what}: {', '.join(names)}."
