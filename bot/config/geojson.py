"""Checking areas.geojson, the borders of the areas, where there is one."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.config.files import read_text
from bot.config.places import PlacesFile
from bot.config.spelling import nearest
from bot.errors import ConfigError

SHAPES = ("Polygon", "MultiPolygon")


def read_area_polygons(
    path: Path, places: PlacesFile | None, faults: list[ConfigError]
) -> Path | None:
    """The path again where the file is there; what is wrong with it is noted.

    Every feature is a polygon whose property `area` is an area of places.csv.
    """
    if not path.exists():
        return None
    text = read_text(path, faults)
    if text is None:
        return None
    try:
        features = list(json.loads(text)["features"])
    except json.JSONDecodeError as error:
        _note(faults, path, "filen är inte giltig JSON.", line=error.lineno)
        return None
    except (KeyError, TypeError, ValueError, RecursionError):
        _note(faults, path, "filen är ingen FeatureCollection i GeoJSON.")
        return None
    for number, feature in enumerate(features, start=1):
        _check(feature, number, path, places, faults)
    return path


def _check(
    feature: Mapping[str, Any],
    number: int,
    path: Path,
    places: PlacesFile | None,
    faults: list[ConfigError],
) -> None:
    try:
        shape, area = feature["geometry"]["type"], feature["properties"]["area"]
    except (KeyError, TypeError):
        _note(faults, path, f'yta nummer {number} saknar geometri eller egenskapen "area".')
        return
    if shape not in SHAPES:
        _note(faults, path, f"yta nummer {number} ({area}) är ingen polygon utan {shape}.")
    if places is not None and area not in places.areas:
        problem = f'yta nummer {number}: området "{area}" finns inte i {places.name}.'
        _note(faults, path, problem, found=str(area), nearest=nearest(area, places.areas))


def _note(
    faults: list[ConfigError],
    path: Path,
    problem: str,
    *,
    line: int | None = None,
    found: str | None = None,
    nearest: str | None = None,
) -> None:
    faults.append(
        ConfigError(
            file=path.name,
            line=line,
            key="area",
            found=found,
            problem=problem,
            nearest=nearest,
            remedy="Rätta filen eller ta bort den; utan den räknas till närmaste område.",
        )
    )
