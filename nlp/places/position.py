"""The area of a shared position: by the areas' polygons, else by the nearest known place."""

import json
from collections.abc import Iterable
from functools import cached_property
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from nlp.config import Place

_METRES_PER_DEGREE = 111_320.0
_FARTHEST = 3_000.0
_FARTHEST_FROM_POLYGON = 300.0
_LOCALITY = "locality"


class Positions:
    """Areas by position. The polygons are read when first needed."""

    def __init__(self, places: Iterable[Place], *, polygons: Path | None = None) -> None:
        """Take in the places that have both an area and a position."""
        self._points = [
            (place.lat, place.lon, place.area)
            for place in places
            if place.area and place.lat is not None and place.lon is not None
        ]
        self._areas = {area for _, _, area in self._points}
        self._file = polygons

    def area_at(self, lat: float, lon: float) -> str | None:
        """The area around a position in WGS84 degrees, or None outside the neighbourhood.

        An area with a polygon reaches some hundred metres beyond it, one without as far as it
        has the nearest known place within three kilometres.
        """
        return self._by_polygon(lat, lon) or self._by_nearest(lat, lon)

    def _by_polygon(self, lat: float, lon: float) -> str | None:
        if not self._polygons:
            return None
        from shapely import Point

        point = Point(lon, lat)
        return next((area for area, shape in self._polygons if shape.covers(point)), None)

    def _by_nearest(self, lat: float, lon: float) -> str | None:
        east = _METRES_PER_DEGREE * cos(radians(lat))
        nearest = min(
            (
                (hypot((p_lat - lat) * _METRES_PER_DEGREE, (p_lon - lon) * east), area)
                for p_lat, p_lon, area in self._points
            ),
            default=(_FARTHEST, None),
        )
        distance, area = nearest
        return area if distance < _FARTHEST and self._may_reach(area, lat, lon) else None

    def _may_reach(self, area: str | None, lat: float, lon: float) -> bool:
        """Whether the area has no polygon, or one whose border is close by."""
        borders = [shape for name, shape in self._polygons if name == area]
        if not borders:
            return True
        from shapely import Point

        close = _FARTHEST_FROM_POLYGON / _METRES_PER_DEGREE
        return any(shape.distance(Point(lon, lat)) < close for shape in borders)

    @cached_property
    def _polygons(self) -> list[tuple[str, Any]]:
        """The polygons named after an area, by that area."""
        if self._file is None:
            return []
        from shapely import prepare
        from shapely.geometry import shape

        found = []
        for feature in json.loads(self._file.read_text("utf-8"))["features"]:
            properties = feature["properties"]
            area = properties.get("area") or properties.get("name")
            if area in self._areas:
                polygon = shape(feature["geometry"])
                prepare(polygon)
                found.append((area, polygon))
        return found
