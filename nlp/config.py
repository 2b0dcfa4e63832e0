"""What the reading is built from: themes with examples, and places."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A category as the admin describes it: nothing about it is known elsewhere.

    `keywords` are lower-case words or parts of compounds. `examples` are messages of
    residents of which this is the most important theme; further ones follow the message as
    ` + id`, and a message that stands under two themes has both. `precision` is the wanted
    share of right ones among the concerns given this theme, 0.5 to 0.99.
    """

    id: str
    keywords: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    precision: float = 0.9


@dataclass(frozen=True, kw_only=True)
class Place:
    """A row of the gazetteer. `lat` and `lon` are WGS84 degrees, both or neither.

    A place whose `name` equals its `area` is an area that is reported on. `area` is None
    where the place spans several areas.
    """

    name: str
    kind: str
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReaderConfig:
    """All that decides how a text is read; equal configs read alike.

    `no_area_names` are names that tell no area though they stand in the gazetteer (the town
    itself). `area_polygons` is the path of a GeoJSON file of areas, where the admin has one.
    `base_model` names an installed spaCy model to begin from, or None for a blank Swedish one.
    `cache_dir` is where trained categorizers are kept, named by the hash of what made them.
    """

    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    no_area_names: tuple[str, ...] = ()
    area_polygons: Path | None = None
    base_model: str | None = None
    cache_dir: Path | None = None
