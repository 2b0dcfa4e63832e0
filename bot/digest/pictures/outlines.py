"""The outlines of the areas: drawn ones where there are any, else cells around the centres."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from pathlib import Path
from typing import Any

from bot.config.config import Config, is_reporting_area

_KILOMETRES_PER_DEGREE = 111.32
_BEYOND_CENTRES = 0.06  # of the longest way between two of them


@dataclass(frozen=True, kw_only=True)
class AreaOutline:
    """An area's name and its outline: a shapely polygon, or several, in degrees (WGS84)."""

    name: str
    shape: Any


def area_outlines(config: Config) -> tuple[AreaOutline, ...]:
    """The outlines of the areas that have one, in the order of the configuration.

    They are those of areas.geojson. Without that file they are computed: what is nearer to an
    area's centre than to another one's, within the municipality's bounds and not far beyond
    the outermost centres.
    """
    if config.area_polygons is not None:
        shapes = dict(_read(config.area_polygons))
    else:
        bounds = config.municipality.bounds
        shapes = _cells(_centres(config), (bounds.west, bounds.south, bounds.east, bounds.north))
    return tuple(
        AreaOutline(name=name, shape=shapes[name]) for name in config.areas if name in shapes
    )


def projected(outlines: tuple[AreaOutline, ...]) -> dict[str, Any]:
    """The outlines on a plane in kilometres, x to the east and y to the south, by name."""
    from shapely import transform

    if not outlines:
        return {}
    _, south, _, north = outlines[0].shape.bounds
    east = _KILOMETRES_PER_DEGREE * cos(radians((south + north) / 2))
    scale = (east, -_KILOMETRES_PER_DEGREE)
    return {outline.name: transform(outline.shape, lambda c: c * scale) for outline in outlines}


def _read(path: Path) -> Iterator[tuple[str, Any]]:
    """The polygons of a file, those of the same area as one."""
    from shapely import make_valid
    from shapely.geometry import shape
    from shapely.ops import unary_union

    parts: dict[str, list[Any]] = {}
    for feature in json.loads(path.read_text("utf-8-sig"))["features"]:
        polygon = make_valid(shape(feature["geometry"]))
        parts.setdefault(feature["properties"]["area"], []).append(polygon)
    for name, polygons in parts.items():
        yield name, unary_union(polygons)


def _centres(config: Config) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the areas that say where something is."""
    return {
        place.name: (place.lon, place.lat)
        for place in config.places
        if is_reporting_area(place)
        and place.name not in config.municipality.no_area_names
        and place.lon is not None
        and place.lat is not None
    }


def _cells(
    centres: Mapping[str, tuple[float, float]], bounds: tuple[float, float, float, float]
) -> dict[str, Any]:
    """For each centre what is nearest to it; of two at one point the first has it all."""
    from shapely import MultiPoint, Point, box, transform, voronoi_polygons

    if not centres:
        return {}
    _, south, _, north = bounds
    # Degrees east are shorter than degrees north: measured as drawn, not as written.
    scale = (cos(radians((south + north) / 2)), 1.0)
    points = MultiPoint([(lon * scale[0], lat) for lon, lat in centres.values()])
    hull = points.convex_hull
    west, south, east, north = hull.bounds
    beyond = _BEYOND_CENTRES * max(east - west, north - south) or 0.01
    ground = hull.buffer(beyond).intersection(transform(box(*bounds), lambda c: c * scale))
    cells = list(voronoi_polygons(points, extend_to=ground).geoms) or [ground]
    found: dict[str, Any] = {}
    for name, point in zip(centres, points.geoms, strict=True):
        cell = next((cell for cell in cells if cell.covers(Point(point))), None)
        if cell is not None:
            cells.remove(cell)
            found[name] = transform(cell.intersection(ground), lambda c: c / scale)
    return found
