"""Places for labels, so that none lies over another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import copysign, cos, dist, pi, sin
from typing import Any, NamedTuple

_GAP = 2.0
_STEPS = (5.0, 9.0, 14.0, 20.0, 28.0, 38.0, 50.0, 64.0, 80.0, 100.0)
_DIRECTIONS = 24
_LEVEL = 0.3
_HIDING = 90.0  # pixels that a label goes further to hide nothing


class Box(NamedTuple):
    """A rectangle in pixels; `top` is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: "Box", *, gap: float = _GAP) -> bool:
        """Whether the two share space or come closer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def around(x: float, y: float, width: float, height: float) -> Box:
    """The rectangle of that size with its centre there."""
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A label's size, the point it belongs to, and the shapely shape that point lies in."""

    size: tuple[float, float]
    at: tuple[float, float]
    shape: Any

    def holds(self, box: Box) -> bool:
        """Whether the shape has room for the label there."""
        return bool(self.shape.contains(_rectangle(box)))

    def leader(self, box: Box) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """From the point to its label there; None where that lies in the shape or on the point."""
        if self.holds(box):
            return None
        x, y = self.at
        end = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        return None if end == self.at else (self.at, end)


def place(
    wanted: Sequence[Wanted],
    *,
    within: Box,
    hidden: Any,  # noqa: ANN401 - shapely has no types
    taken: Sequence[Box] = (),
) -> list[Box | None]:
    """A place for each label, the first chosen before the others; None if there is none.

    No label comes near another one, another one's point or leader, or what is `taken`. As
    little as may be of the shape `hidden` comes to lie under it, unless the label fits into
    its own.
    """
    placed: list[Box | None] = []
    blocked = [_rectangle(box, _GAP) for box in taken]
    points = [_rectangle(around(*one.at, 4, 4)) for one in wanted]
    for index, one in enumerate(wanted):
        others = points[:index] + points[index + 1 :] + blocked
        free = (
            (_cost(box, one, hidden), box)
            for box in _candidates(one.size, one.at)
            if within.holds(box) and not _meets(box, one, others)
        )
        _, best = min(free, default=(0.0, None))
        placed.append(best)
        if best is not None:
            blocked += _occupied(best, one)
    return placed


def _candidates(size: tuple[float, float], at: tuple[float, float]) -> Iterator[Box]:
    """Upon the point and around it, its nearest edge or corner that far away."""
    (width, height), (x, y) = size, at
    yield around(x, y, width, height)
    for step in _STEPS:
        for direction in range(_DIRECTIONS):
            turn = 2 * pi * direction / _DIRECTIONS
            right, down = cos(turn), sin(turn)
            yield around(
                x + right * step + _sign(right) * width / 2,
                y + down * step + _sign(down) * height / 2,
                width,
                height,
            )


def _sign(way: float) -> float:
    return 0.0 if abs(way) < _LEVEL else copysign(1.0, way)


def _meets(box: Box, one: Wanted, others: Sequence[Any]) -> bool:
    return any(other.intersects(part) for part in _occupied(box, one) for other in others)


def _occupied(box: Box, one: Wanted) -> list[Any]:
    from shapely import LineString

    leader = one.leader(box)
    return [_rectangle(box, _GAP), *([LineString(leader)] if leader else [])]


def _cost(box: Box, one: Wanted, hidden: Any) -> float:  # noqa: ANN401
    """How far away it is, and how much it hides."""
    if one.holds(box):
        return dist(one.at, box.middle)
    leader = one.leader(box)
    rectangle = _rectangle(box)
    hiding = float(rectangle.intersection(hidden).area / rectangle.area)
    return _HIDING * hiding + (dist(*leader) if leader else 0.0)


def _rectangle(box: Box, gap: float = 0.0) -> Any:  # noqa: ANN401
    from shapely import box as rectangle

    return rectangle(box.left - gap, box.top - gap, box.right + gap, box.bottom + gap)
