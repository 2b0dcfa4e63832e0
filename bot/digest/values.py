"""The facts of a digest as plain values: numbers only, nothing that was withheld."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.digest.periods import Period


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
    """How many concerns, from how many voices; `usual` is None without weeks to compare.

    `possible` is more or fewer where that may be chance, but hardly, and `seasonal` where the
    weeks before alone would make it clear, but last year went the same way.
    """

    concerns: int
    voices: int
    usual: Usual | None
    trend: Trend
    possible: Trend | None = None
    seasonal: Trend | None = None


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
    """The focus area in a week, or in whatever period `week` writes."""

    week: str
    concerns: int
    voices: int


@dataclass(frozen=True, kw_only=True)
class PartCount:
    """One of some named parts; `concerns` is None where it is withheld."""

    part: str
    concerns: int | None


@dataclass(frozen=True, kw_only=True)
class Notable:
    """A theme, an area, or a theme in an area (the other one is None), worth a line of its own.

    `concerns` is None where all that may be told is that fewer than the minimum tell of it.
    """

    theme: str | None = None
    area: str | None = None
    concerns: int | None
    usual: Usual | None


@dataclass(frozen=True, kw_only=True)
class AgeCount:
    """Open cases told `from_days` to `to_days` days ago (None: or longer).

    `concerns` is None where it is withheld; with `at_least` there may be more.
    """

    from_days: int
    to_days: int | None
    concerns: int | None
    at_least: bool = False


@dataclass(frozen=True, kw_only=True)
class Corrections:
    """How well the reading did, as far as people said: where it is, or what it is about.

    `read` concerns were read to have an area (a theme); of `confirmed` a resident or
    coordinator said the same, of `corrected` another. `added` had been read to have none, and
    people told one. So at least `corrected / read` was wrong, and of those that people spoke
    of `corrected / (confirmed + corrected)`; `error` is the latter, a share from 0 to 1.
    Numbers are None where they are withheld.
    """

    read: int | None
    confirmed: int | None
    corrected: int | None
    added: int | None
    error: float | None


@dataclass(frozen=True, kw_only=True)
class People:
    """How many people: at least and at most by what is known, and about, as estimated."""

    at_least: int
    about: int
    at_most: int

    @property
    def is_known(self) -> bool:
        """Whether no estimate was needed."""
        return self.at_least == self.at_most


class Sameness(StrEnum):
    """What it means that concerns are told in the same words."""

    REPEATED = "repeated"
    """One voice has told it several times."""
    COPIES = "copies"
    """Several voices have sent the same long text."""
    CAMPAIGN = "campaign"
    """Many have, in a short time."""
    ALIKE = "alike"
    """Several voices have used the same few words, each by itself."""


@dataclass(frozen=True, kw_only=True)
class SameWords:
    """Concerns told in the same words, within so many days from the first to the last.

    `theme` is the one that most of them have, if any has one; it and `area` are None
    too where they are withheld.
    """

    kind: Sameness
    concerns: int
    people: People
    area: str | None
    theme: str | None
    days: int


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One focus area and one ISO week, or another period, in numbers.

    `week` is the period as it is written (`str` of a `Week` or `Period`), `first_day` and
    `last_day` its days (`2026-11-22`; None in digests made before there were other periods).

    `complete` tells whether the week was over. Concerns of sensitive themes are counted in
    `sensitive` and nowhere else. `themes` sum, with `other_themes` and `without_theme`, to
    `total` plus `counted_again`: a concern of two themes counts in both. `areas`,
    `other_areas` and `without_place` sum to `total`. Both lists begin with the largest.
    `history` holds the weeks compared with, the earliest first. `other_languages` is None
    where it is withheld. `without_theme_anywhere` counts the whole municipality; it is None
    for a field of places, where they are in `without_theme`.

    What came with the longer pictures, absent (empty or None) in digests made before it:

    - `last_year` holds the weeks of the year before that correspond to `history`, that of this
      week and the one after, the earliest first (of a longer period just as many before and
      its own); empty if the bot was not there for all of them. `course` holds the weeks within a
      longer period, their days outside it left out.
    - `weekdays` (`mon` to `sun`) and `day_parts` (`night` 0-6, `morning` 6-12, `afternoon`
      12-18, `evening` 18-24) tell when it was told, local time. Each sums to `total`, or to
      less where parts are withheld.
    - `new` has what was told and had not been in all of `history`, `rising` what is more than
      chance would have, `quiet` what is not told any more, clearly: a
      theme by nobody, an area by fewer than
      the minimum.
    - `recurring` is how many say that it happens again and again.
    - `urgent_status` tells how far the work with the urgent ones has come (`new` nobody has
      begun, `open`, `done`, `closed`), `open_ages` how long the open cases have waited when
      the facts were made; of places both are withheld where they are small.
    - `statuses` tells how far the work with all of `total` has come, as `urgent_status` does;
      empty for a field of places.
    - `places_read` and `themes_read` measure the reading in the whole municipality, by what
      people corrected.
    - `positive_themes` has the positive ones by theme, the largest first, `other_positives`
      those of themes not shown; one of two themes counts in both, one of none in neither.
    - `late` counts by week what was told in an earlier week but came after its digest had been
      made, and after the last one; it is in `history` now and in no `total`.
    - `people` is how many people stand behind `total` without what was imported, and
      `wordings` how many concerns these are if those in the same long text count once.
      `same_words` are the copies and campaigns of at least `minimum_cell` voices, at most five,
      those of the most people first; they count one by one in every other number.
    - `withheld` names the fields in which a number is withheld so that it points at nobody;
      `usual` where what was usual would tell what the picture before left out.
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
    first_day: str | None = None
    last_day: str | None = None
    last_year: tuple[WeekCount, ...] = ()
    course: tuple[WeekCount, ...] = ()
    weekdays: tuple[PartCount, ...] = ()
    day_parts: tuple[PartCount, ...] = ()
    new: tuple[Notable, ...] = ()
    rising: tuple[Notable, ...] = ()
    quiet: tuple[Notable, ...] = ()
    recurring: int | None = None
    urgent_status: tuple[PartCount, ...] = ()
    open_ages: tuple[AgeCount, ...] = ()
    statuses: tuple[PartCount, ...] = ()
    places_read: Corrections | None = None
    themes_read: Corrections | None = None
    positive_themes: tuple[PartCount, ...] = ()
    other_positives: int = 0
    late: tuple[WeekCount, ...] = ()
    people: People | None = None
    wordings: int | None = None
    same_words: tuple[SameWords, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The period that the facts are of."""
        return Period.parse(self.week)

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
