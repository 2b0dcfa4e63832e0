"""What one file of a configuration says of another: does it lead anywhere?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from bot.config.files import TomlFile
from bot.config.models import (
    Bounds,
    BrabotFile,
    DigestSettings,
    FocusArea,
    MeetingSettings,
    Municipality,
    Retention,
    RetiredTheme,
    Theme,
)
from bot.config.places import PlacesFile
from bot.config.spelling import nearest
from bot.config.theme_life import life_faults
from bot.errors import ConfigError

WHOLE = "all"
"""No focus area may have this id: it stands for the whole municipality."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What has been read so far; a file that could not be read is None."""

    settings: TomlFile | None
    themes: TomlFile | None
    places: PlacesFile | None


def reference_faults(draft: Draft) -> Iterator[ConfigError]:
    """Every reference that leads nowhere, as far as the parts can be read."""
    settings, themes, places = draft.settings, draft.themes, draft.places
    if themes is not None:
        yield from _repeated_ids(themes)
        yield from _unknown_focus_areas(themes)
        yield from _idle_focus_areas(themes)
        yield from _reserved_ids(themes)
        yield from life_faults(themes)
    if themes is not None and places is not None:
        yield from _unknown_areas(themes, places)
    if settings is not None and themes is not None:
        yield from _unknown_schedules(settings, ids(themes, "focus_area"))
        yield from _unknown_meetings(settings, ids(themes, "focus_area"))
        yield from _unknown_kept_themes(
            settings, ids(themes, "theme") + ids(themes, "retired_theme")
        )
    if settings is not None and places is not None:
        yield from _unknown_town_names(settings, places)
        yield from _outside(settings, places)


def ids(file: TomlFile, key: str) -> list[str]:
    """The ids of the `[[key]]` tables as they stand, right or wrong."""
    return [str(table["id"]) for table in file.tables(key) if "id" in table]


def _repeated_ids(themes: TomlFile) -> Iterator[ConfigError]:
    for key in ("focus_area", "theme", "retired_theme"):
        first: dict[str, int] = {}
        for index, table in enumerate(themes.tables(key)):
            name, line = str(table.get("id", "")), themes.line(key, index, "id")
            if name and first.setdefault(name, line) != line:
                yield ConfigError(
                    file=themes.name,
                    line=line,
                    key="id",
                    found=name,
                    problem=f'id "{name}" står redan på rad {first[name]}.',
                    remedy="Varje id får finnas en gång.",
                )


def _unknown_focus_areas(themes: TomlFile) -> Iterator[ConfigError]:
    known = ids(themes, "focus_area")
    found: list[tuple[str, int, Theme]] = [
        *(("theme", index, one) for index, one in themes.valid_items("theme", Theme).items()),
        *(
            ("retired_theme", index, one)
            for index, one in themes.valid_items("retired_theme", RetiredTheme).items()
        ),
    ]
    for key, index, theme in found:
        if theme.focus_area not in known:
            yield ConfigError(
                file=themes.name,
                line=themes.line(key, index, "focus_area"),
                key="focus_area",
                found=theme.focus_area,
                problem=f'fokusområdet "{theme.focus_area}" finns inte.',
                nearest=nearest(theme.focus_area, known),
                allowed=tuple(known),
                remedy="Rätta stavningen, eller lägg till fokusområdet i themes.toml.",
            )


def _idle_focus_areas(themes: TomlFile) -> Iterator[ConfigError]:
    used = {str(table.get("focus_area")) for table in themes.tables("theme")}
    for index, focus_area in themes.valid_items("focus_area", FocusArea).items():
        if not focus_area.areas and focus_area.id not in used:
            yield ConfigError(
                file=themes.name,
                line=themes.line("focus_area", index, "id"),
                key="id",
                found=focus_area.id,
                problem=f'fokusområdet "{focus_area.id}" samlar ingenting.',
                remedy="Ge det areas, eller låt ett tema ha det som focus_area.",
            )


def _reserved_ids(themes: TomlFile) -> Iterator[ConfigError]:
    for index, table in enumerate(themes.tables("focus_area")):
        if table.get("id") == WHOLE:
            yield ConfigError(
                file=themes.name,
                line=themes.line("focus_area", index, "id"),
                key="id",
                found=WHOLE,
                problem=f'id "{WHOLE}" betyder hela kommunen i `brabot lagesbild`.',
                remedy="Välj ett annat id.",
            )


def _unknown_areas(themes: TomlFile, places: PlacesFile) -> Iterator[ConfigError]:
    for index, focus_area in themes.valid_items("focus_area", FocusArea).items():
        for item, area in enumerate(focus_area.areas):
            if area not in places.areas:
                yield ConfigError(
                    file=themes.name,
                    line=themes.line("focus_area", index, "areas", item),
                    key="areas",
                    found=area,
                    problem=f'området "{area}" finns inte i {places.name}.',
                    nearest=nearest(area, places.areas),
                    remedy="Bara områden duger: rader där name och area är lika.",
                )


def _unknown_schedules(settings: TomlFile, known: Sequence[str]) -> Iterator[ConfigError]:
    digest: DigestSettings | None = settings.part(BrabotFile, "digest")
    for name in () if digest is None else digest.schedule:
        if name not in known:
            yield _unknown_id(settings, ("digest", "schedule", name), known)


def _unknown_meetings(settings: TomlFile, known: Sequence[str]) -> Iterator[ConfigError]:
    meetings: MeetingSettings | None = settings.part(BrabotFile, "meetings")
    for name in () if meetings is None else meetings.focus_areas:
        if name not in known:
            yield _unknown_id(settings, ("meetings", "focus_areas", name), known)


def _unknown_kept_themes(settings: TomlFile, known: Sequence[str]) -> Iterator[ConfigError]:
    retention: Retention | None = settings.part(BrabotFile, "retention")
    for index, one in enumerate(() if retention is None else retention.theme):
        for name in one.themes:
            if name not in known:
                yield ConfigError(
                    file=settings.name,
                    line=settings.line("retention", "theme", index, "themes"),
                    key="themes",
                    found=name,
                    problem=f'temat "{name}" finns inte i themes.toml.',
                    nearest=nearest(name, known),
                    remedy="Rätta stavningen, eller ta bort temat ur regeln.",
                )


def _unknown_id(settings: TomlFile, path: tuple[str, ...], known: Sequence[str]) -> ConfigError:
    name = path[-1]
    return ConfigError(
        file=settings.name,
        line=settings.line(*path),
        key=name,
        found=name,
        problem=f'fokusområdet "{name}" finns inte i themes.toml.',
        nearest=nearest(name, known),
        allowed=tuple(known),
        remedy="Rätta stavningen, eller ta bort det som står där.",
    )


def _unknown_town_names(settings: TomlFile, places: PlacesFile) -> Iterator[ConfigError]:
    municipality: Municipality | None = settings.part(BrabotFile, "municipality")
    names = [place.name for _, place in places.rows]
    for index, name in enumerate(() if municipality is None else municipality.no_area_names):
        if name not in names:
            yield ConfigError(
                file=settings.name,
                line=settings.line("municipality", "no_area_names", index),
                key="no_area_names",
                found=name,
                problem=f'platsen "{name}" finns inte i {places.name}.',
                nearest=nearest(name, names),
                remedy="Skriv namnet som det står i kolumnen name.",
            )


def _bounds(settings: TomlFile) -> Bounds | None:
    """The municipality's bounds where they are right, whatever else of it is wrong."""
    municipality = settings.data.get("municipality")
    raw = municipality.get("bounds") if isinstance(municipality, Mapping) else None
    try:
        return Bounds.model_validate(raw)
    except ValidationError:
        return None


def _outside(settings: TomlFile, places: PlacesFile) -> Iterator[ConfigError]:
    bounds = _bounds(settings)
    if bounds is None:
        return
    for line, place in places.rows:
        if place.lat is None or place.lon is None:
            continue
        if not bounds.hold(place.lat, place.lon):
            yield ConfigError(
                file=places.name,
                line=line,
                key="lat",
                found=f"{place.lat}, {place.lon}",
                problem=f'"{place.name}" ligger utanför kommunens gränser.',
                remedy="Rätta lat och lon (förväxlade?), eller bounds i brabot.toml.",
            )
