"""A digest as GeoJSON: the areas of its field with their numbers, for a map of one's own."""

import json
from collections.abc import Iterator
from typing import Any, Final

from bot.digest.figures import usual_bounds
from bot.digest.pictures import area_map_of, area_outlines
from bot.digest.values import Count, Facts
from bot.digest.wording import Wording

_DECIMALS: Final = 6
"""About a decimetre. Source: RFC 7946, section 11.2."""


def geojson(facts: Facts, words: Wording) -> str:
    """A FeatureCollection (RFC 7946) with a feature for each area of the field.

    An area's number is null where it is withheld, and `withheld` is true; `trend` is as in the
    JSON form. One without an outline has a null geometry. What has no place is a member of the
    collection.
    """
    told = {one.area: one.count for one in facts.areas}
    outlines = area_outlines(words.config)
    drawn = words.config.area_polygons is not None
    shapes = {outline.name: outline.shape for outline in outlines}
    area_map = area_map_of(facts, words, outlines)
    features = [
        {
            "type": "Feature",
            "id": number.area,
            "geometry": _geometry(shapes.get(number.area)),
            "properties": dict(_properties(number.area, number.concerns, told.get(number.area))),
        }
        for number in area_map.numbers
    ]
    collection = {
        "type": "FeatureCollection",
        "focus_area": facts.focus_area,
        "title": words.focus_area(facts.focus_area),
        "period": facts.week,
        "total": facts.total.concerns,
        "without_place": facts.without_place,
        "withheld_together": facts.other_areas,
        "minimum": facts.minimum_cell,
        "outlines": "drawn" if drawn else "computed",
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False) + "\n"


def _properties(
    area: str, concerns: int | None, count: Count | None
) -> Iterator[tuple[str, str | int | bool | None]]:
    low, high = usual_bounds(count.usual if count else None)
    yield "area", area
    yield "concerns", concerns
    yield "voices", count.voices if count else concerns
    yield "usual_low", low
    yield "usual_high", high
    yield "trend", count.trend.value if count else None
    yield "withheld", concerns is None


def _geometry(shape: Any) -> dict[str, Any] | None:  # noqa: ANN401
    """The shape as RFC 7946 has it: outer rings anticlockwise, longitude first."""
    if shape is None:
        return None
    from shapely import set_precision
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    precise = set_precision(shape, 10**-_DECIMALS)
    polygons = [
        mapping(orient(part))["coordinates"]
        for part in getattr(precise, "geoms", [precise])
        if part.geom_type == "Polygon"
    ]
    return {"type": "MultiPolygon", "coordinates": [_rounded(one) for one in polygons]}


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401
    if isinstance(coordinates, float):
        return round(coordinates, _DECIMALS)
    return [_rounded(one) for one in coordinates]
