"""The facts of a digest as plain values: numbers only, nothing that was withheld."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter


class Trend(StrEnum):
    """How a number stands to the weeks before; more or fewer only where chance is unlikely."""

    MORE = "more"
    FEWER = "fewer"
    USUAL = "usual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Usual:
    """What the weeks before were like.

    Where a small number would point at somebody, `mean` and `low` are None, and if even the
    highest is small `high` is None too and `below` tells under what it stayed.
    """

    mean: float | None = None
    low: int | None = None
    high: int | None = None
    below: int | None = None


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many concerns, from how many voices; `usual` is None without weeks to compare."""

    concerns: int
    voices: int
    usual: Usual | None
    trend: Trend


@dataclass(frozen=True, kw_only=True)
class ThemeCount:
    """A theme (its id) in the whole field of the focus area."""

    theme: str
    count: Count


@dataclass(frozen=True, kw_only=True)
class AreaCount:
    """An area, all themes of the focus area together."""

    area: str
    count: Count


@dataclass(frozen=True, kw_only=True)
class CellCount:
    """One theme in one area."""

    theme: str
    area: str
    count: Count


@dataclass(frozen=True, kw_only=True)
class SensitiveCount:
    """A sensitive theme in the whole municipality; `count` is None where it is withheld."""

    theme: str
    count: Count | None


@dataclass(frozen=True, kw_only=True)
class WeekCount:
    """A week of the focus area."""

    week: str
    concerns: int
    voices: int


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One focus area and one ISO week in numbers.

    `complete` tells whether the week was over. Concerns of sensitive themes are counted in
    `sensitive` and nowhere else. `themes` sum, with `other_themes` and `without_theme`, to
    `total` plus `counted_again`: a concern of two themes counts in both. `areas`,
    `other_areas` and `without_place` sum to `total`. Both lists begin with the largest.
    `history` holds the weeks compared with, the earliest first. `other_languages` is None
    where it is withheld. `without_theme_anywhere` counts the whole municipality; it is None
    for a field of places, where they are in `without_theme`.
    """

    focus_area: str
    week: str
    complete: bool
    history: tuple[WeekCount, ...]
    total: Count
    imported: int
    themes: tuple[ThemeCount, ...]
    other_themes: int
    without_theme: int
    counted_again: int
    areas: tuple[AreaCount, ...]
    other_areas: int
    without_place: int
    cells: tuple[CellCount, ...]
    sensitive: tuple[SensitiveCount, ...]
    urgent_now: int
    urgent_soon: int
    positives: int
    other_languages: int | None
    needs_human: int
    without_theme_anywhere: int | None
    minimum_cell: int

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON can hold them."""
        dumped: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return dumped


def facts_from_json(stored: Mapping[str, Any]) -> Facts:
    """The facts that `Facts.as_json` gave.

    Raises:
        pydantic.ValidationError: they are none.
    """
    return _adapter().validate_python(dict(stored))


@cache
def _adapter() -> TypeAdapter[Facts]:
    return TypeAdapter(Facts)
