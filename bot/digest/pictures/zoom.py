"""Which part of a map to draw apart and large: where most areas are tiny."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import median
from typing import Any

from bot.digest.pictures.labels import Box

_TINY = 14.0  # pixels a side: a number hardly fits
_FEWEST = 5
_FAR = 2.0  # times the usual way from the middle
_MARGIN = 0.03
_MOST_OF_WHOLE = 0.4


@dataclass(frozen=True, kw_only=True)
class Zoom:
    """The part of the plane, in kilometres, and the areas that lie in it."""

    ground: Box
    areas: frozenset[str]


def zoom_of(shapes: Mapping[str, Any], *, width: float) -> Zoom | None:
    """The part to enlarge, or None where the whole, that many pixels wide, shows all areas.

    `shapes` are the areas on a plane.
    """
    from shapely import box, total_bounds, union_all

    if not shapes:
        return None
    left, top, right, bottom = total_bounds(list(shapes.values()))
    scale = width / max(right - left, bottom - top)
    tiny = {name: shape for name, shape in shapes.items() if sqrt(shape.area) * scale < _TINY}
    if len(tiny) < _FEWEST:
        return None
    near = _near_the_middle(tiny)
    bounds = union_all([tiny[name] for name in near]).bounds
    spare = _MARGIN * max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    ground = Box(bounds[0] - spare, bounds[1] - spare, bounds[2] + spare, bounds[3] + spare)
    whole = (right - left) * (bottom - top)
    frame = box(*ground)
    if len(near) < _FEWEST or frame.area > _MOST_OF_WHOLE * whole:
        return None
    inside = (n for n, s in shapes.items() if frame.contains(s.representative_point()))
    return Zoom(ground=ground, areas=frozenset(inside))


def _near_the_middle(shapes: Mapping[str, Any]) -> list[str]:
    """Those that are not far off from where most are."""
    points = {name: shape.centroid for name, shape in shapes.items()}
    x, y = median(p.x for p in points.values()), median(p.y for p in points.values())
    ways = {name: hypot(point.x - x, point.y - y) for name, point in points.items()}
    usual = median(ways.values())
    return [name for name, way in ways.items() if way <= _FAR * usual]
