"""The whole configuration, checked: every reference in it leads somewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.config.expectations import Expectation
from bot.config.models import (
    Controller,
    DialogueSettings,
    DigestSettings,
    Emergency,
    FocusArea,
    GroupSettings,
    Helpline,
    LimitSettings,
    MailSettings,
    MediaSettings,
    MeetingSettings,
    Municipality,
    ReadingSettings,
    Retention,
    RetiredTheme,
    Schedule,
    Theme,
)
from nlp import config as nlp_config
from nlp.reading import Danger


@dataclass(frozen=True, kw_only=True)
class Config:
    """Where the bot works and what it listens for; holds no secrets.

    `version` is the same exactly when every file is. `languages` begins with the default
    one. `themes` are those that get concerns, and `examples` has their sentences, without
    repetitions, in file order. `area_polygons` is the path of areas.geojson where there is one.
    `tests` say what texts must be read as; they are no part of the version, since they decide
    nothing.
    """

    directory: Path
    version: str
    municipality: Municipality
    controller: Controller
    languages: tuple[str, ...]
    retention: Retention
    digest: DigestSettings
    meetings: MeetingSettings
    dialogue: DialogueSettings
    limits: LimitSettings
    media: MediaSettings
    groups: GroupSettings
    mail: MailSettings
    reading: ReadingSettings
    emergency: Emergency
    helplines: tuple[Helpline, ...]
    focus_areas: tuple[FocusArea, ...]
    themes: tuple[Theme, ...]
    examples: Mapping[str, tuple[str, ...]]
    places: tuple[nlp_config.Place, ...]
    area_polygons: Path | None
    tests: tuple[Expectation, ...] = ()
    retired_themes: tuple[RetiredTheme, ...] = ()

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that are reported on, in the order of places.csv."""
        return tuple(p.name for p in self.places if is_reporting_area(p))

    def theme(self, theme_id: str) -> Theme | None:
        """The theme with this id, retired ones too, or None; only `themes` get anything new."""
        known = (*self.themes, *self.retired_themes)
        return next((t for t in known if t.id == theme_id), None)

    def heir(self, theme_id: str) -> str:
        """The theme under which a theme's concerns count: itself, unless it was merged."""
        into = {t.id: t.into[0] for t in self.retired_themes if len(t.into) == 1}
        while theme_id in into:
            theme_id = into.pop(theme_id)
        return theme_id

    def heirs(self, theme_ids: Iterable[str]) -> tuple[str, ...]:
        """The themes under which a concern with these counts, each once, in their order."""
        return tuple(dict.fromkeys(map(self.heir, theme_ids)))

    @property
    def ended_themes(self) -> frozenset[str]:
        """Retired ones that no single other theme continues: they ended, or were split."""
        return frozenset(t.id for t in self.retired_themes if len(t.into) != 1)

    @property
    def sensitive_themes(self) -> frozenset[str]:
        """Those of which only counts are shown, retired ones too."""
        return frozenset(t.id for t in (*self.themes, *self.retired_themes) if t.sensitive)

    def as_counted_from(self, day: date) -> "Config":
        """This one with the themes that had not yet ended by that day; nothing is read by it."""
        ended = self.ended_themes
        also = [t for t in self.retired_themes if t.id in ended and t.since > day]
        return replace(self, themes=(*self.themes, *also)) if also else self

    def focus_area(self, focus_area_id: str) -> FocusArea | None:
        """The focus area with this id, or None."""
        return next((f for f in self.focus_areas if f.id == focus_area_id), None)

    def themes_of(self, focus_area_id: str) -> tuple[Theme, ...]:
        """The themes that a focus area gathers wherever they occur; none if by place alone."""
        return tuple(t for t in self.themes if t.focus_area == focus_area_id)

    def schedule_of(self, focus_area_id: str) -> Schedule:
        """When the focus area's digest is due: its own time, else everybody's."""
        everybodys = Schedule(weekday=self.digest.weekday, time=self.digest.time)
        return self.digest.schedule.get(focus_area_id, everybodys)

    def helplines_for(self, danger: Danger) -> tuple[Helpline, ...]:
        """The helplines to show for a danger, in file order."""
        return tuple(h for h in self.helplines if h.danger is danger)

    def reader_config(self, *, cache_dir: Path | None = None) -> nlp_config.ReaderConfig:
        """What of this decides how a text is read."""
        return nlp_config.ReaderConfig(
            themes=tuple(
                nlp_config.Theme(
                    id=theme.id,
                    keywords=theme.keywords,
                    examples=self.examples[theme.id],
                    precision=theme.precision,
                )
                for theme in self.themes
            ),
            places=self.places,
            no_area_names=self.municipality.no_area_names,
            area_polygons=self.area_polygons,
            base_model=self.reading.base_model,
            cache_dir=cache_dir,
        )


def is_reporting_area(place: nlp_config.Place) -> bool:
    """Whether the place is an area that is reported on."""
    return place.name == place.area
