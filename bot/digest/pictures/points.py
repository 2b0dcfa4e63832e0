"""A number over time, as the timeline is given it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from bot.digest.wording import Wording

_MONTHS_A_QUARTER = 3


class Step(StrEnum):
    """How far it is from point to point."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Point:
    """What was told in a week (`2026-W47`), month (`2026-11`), quarter (`2026-Q4`) or year.

    `year_before` is what was told a year earlier. `whole` is false where only some of its days
    are counted, be it that they are not over.
    """

    when: str
    concerns: int
    year_before: int | None = None
    whole: bool = True

    @property
    def step(self) -> Step:
        """What sort of time it is."""
        if "W" in self.when:
            return Step.WEEK
        if "Q" in self.when:
            return Step.QUARTER
        return Step.MONTH if "-" in self.when else Step.YEAR

    @property
    def year(self) -> int:
        """The calendar year; of a week the ISO year."""
        return int(self.when[:4])

    @property
    def number(self) -> int:
        """Which week, month or quarter of the year; of a year itself."""
        return int(self.when[4:].lstrip("-WQ") or self.when)

    def short(self, words: Wording) -> str:
        """Its name below the line."""
        match self.step:
            case Step.MONTH:
                return format_date(self._first_day(), "LLL", locale=words.language)[:3]
            case Step.QUARTER:
                return words.say("picture-quarter-short", number=self.number)
            case Step.YEAR:
                return self.when
            case Step.WEEK:
                return words.say("week-short", number=self.number)

    def long(self, words: Wording) -> str:
        """Its name in a sentence."""
        match self.step:
            case Step.MONTH:
                return format_date(self._first_day(), "LLLL y", locale=words.language)
            case Step.QUARTER:
                return format_date(self._first_day(), "QQQQ y", locale=words.language)
            case Step.YEAR:
                return self.when
            case Step.WEEK:
                return words.say("picture-week-of-year", number=self.number, year=str(self.year))

    def _first_day(self) -> date:
        months = _MONTHS_A_QUARTER if self.step is Step.QUARTER else 1
        return date(self.year, self.number * months, 1)


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """How many concerns a field (its label) had over time.

    `points` are all of one step, the earliest first, at least one; the last `now` of them are
    told about, those before are what they are compared with. `usual` is the lowest and highest
    of what is usual. `complete` says whether the last one was over.
    """

    field: str
    points: tuple[Point, ...]
    usual: tuple[int, int] | None = None
    now: int = 1
    complete: bool = True
