"""Periods: spans of whole local days that a picture may be made of."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.digest.weeks import FIRST_YEAR, LAST_YEAR, Week, midnight, weeks_in
from bot.errors import InputInvalid

_QUARTER = re.compile(r"(\d{4})-?[QqKk]([1-4])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})", re.ASCII)
_MONTHS_A_QUARTER = 3
_LOOK_BACK_DAYS = 2 * 366
_MOST_COMPARED = 8
_SAME_WEEKDAY = timedelta(weeks=52)


class Kind(StrEnum):
    """What sort of period it is."""

    WEEK = "week"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"


@dataclass(frozen=True, order=True)
class Period:
    """All of the local days `first` to `last`; sorts by time.

    Written `2026-W47`, `2026-Q4`, `2026` or `2026-10-01--2026-11-22`.
    """

    first: date
    last: date
    kind: Kind = Kind.DAYS

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputInvalid(f"{self.first} är efter {self.last}. Skriv den första dagen först.")
        for year in (self.first.year, self.last.year):
            if not FIRST_YEAR <= year <= LAST_YEAR:
                raise InputInvalid(f"År {year} går inte att använda.")

    @classmethod
    def of_week(cls, week: Week) -> Self:
        """The days of an ISO week."""
        return cls(week.monday, week.sunday, Kind.WEEK)

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """The quarter 1 to 4 of a calendar year."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InputInvalid(f"År {year} går inte att använda.")
        following = date(year + number // 4, number % 4 * _MONTHS_A_QUARTER + 1, 1)
        first = date(year, (number - 1) * _MONTHS_A_QUARTER + 1, 1)
        return cls(first, following - timedelta(days=1), Kind.QUARTER)

    @classmethod
    def year(cls, year: int) -> Self:
        """A calendar year."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InputInvalid(f"År {year} går inte att använda.")
        return cls(date(year, 1, 1), date(year, 12, 31), Kind.YEAR)

    @classmethod
    def since(cls, day: date, now: datetime, zone: ZoneInfo) -> Self:
        """From a day until yesterday, the last whole day.

        Raises:
            InputInvalid: no day since then is over.
        """
        yesterday = now.astimezone(zone).date() - timedelta(days=1)
        if yesterday < day:
            raise InputInvalid(f"Ingen dag sedan {day} är slut ännu.")
        return cls(day, yesterday)

    @classmethod
    def parse(cls, written: str) -> Self:
        """The period that is written like `str` gives it.

        Raises:
            InputInvalid: it is written otherwise, or there is no such period.
        """
        written = written.strip()
        if match := _QUARTER.fullmatch(written):
            return cls.quarter(int(match[1]), int(match[2]))
        if _YEAR.fullmatch(written):
            return cls.year(int(written))
        if match := _DAYS.fullmatch(written):
            return cls(parse_day(match[1]), parse_day(match[2]))
        if "Q" in written.upper() or "--" in written:
            raise InputInvalid(
                f'"{written}" är ingen vecka och ingen period. '
                "Skriv som 2026-W47, 2026-Q4, 2026 eller 2026-10-01--2026-11-22."
            )
        return cls.of_week(Week.parse(written))

    @property
    def week(self) -> Week | None:
        """The week it is, if it is one."""
        return Week.of_day(self.first) if self.kind is Kind.WEEK else None

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its beginning and end in UTC, the end excluded."""
        return midnight(self.first, zone), midnight(self.last + timedelta(days=1), zone)

    def is_over(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether its last day is over."""
        return now >= self.bounds(zone)[1]

    def shifted(self, count: int) -> Self:
        """The period of its sort that many later; earlier if negative."""
        match self.kind:
            case Kind.WEEK:
                return self.of_week(Week.of_day(self.first).shifted(count))
            case Kind.QUARTER:
                quarters = self.first.year * 4 + self.first.month // _MONTHS_A_QUARTER + count
                return self.quarter(quarters // 4, quarters % 4 + 1)
            case Kind.YEAR:
                return self.year(self.first.year + count)
            case Kind.DAYS:
                by = timedelta(days=self.days) * count
                return type(self)(self.first + by, self.last + by)

    def before(self, count: int) -> tuple[Self, ...]:
        """The `count` periods of its sort before this one, the earliest first."""
        return tuple(self.shifted(-back) for back in range(count, 0, -1))

    def compared(self, weeks: int) -> tuple[Self, ...]:
        """The periods to compare it with, the earliest first: so many weeks before a week.

        Of longer periods as many as two years have room for, at least one and at most eight.
        """
        if self.kind is Kind.WEEK:
            return self.before(weeks)
        return self.before(min(_MOST_COMPARED, max(1, _LOOK_BACK_DAYS // self.days)))

    def a_year_before(self) -> Self | None:
        """The same week, quarter or year of the year before; None where it had no week 53.

        Of other days those 52 weeks before, which fall on the same weekdays.
        """
        match self.kind:
            case Kind.WEEK:
                week = Week.of_day(self.first)
                if week.number > weeks_in(week.year - 1):
                    return None
                return self.of_week(Week(week.year - 1, week.number))
            case Kind.QUARTER:
                return self.shifted(-4)
            case Kind.YEAR:
                return self.shifted(-1)
            case Kind.DAYS:
                return type(self)(self.first - _SAME_WEEKDAY, self.last - _SAME_WEEKDAY)

    def weeks(self) -> tuple[Week, ...]:
        """The weeks that some of its days are in, the earliest first."""
        last = Week.of_day(self.last)
        weeks = [Week.of_day(self.first)]
        while weeks[-1] < last:
            weeks.append(weeks[-1].shifted(1))
        return tuple(weeks)

    def __str__(self) -> str:
        match self.kind:
            case Kind.WEEK:
                return str(Week.of_day(self.first))
            case Kind.QUARTER:
                return f"{self.first.year:04}-Q{self.first.month // _MONTHS_A_QUARTER + 1}"
            case Kind.YEAR:
                return f"{self.first.year:04}"
            case Kind.DAYS:
                return f"{self.first}--{self.last}"


def parse_day(written: str) -> date:
    """The day written like `2026-11-22`.

    Raises:
        InputInvalid: it is written otherwise, or there is no such day.
    """
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise InputInvalid(f'"{written}" är ingen dag. Skriv som 2026-11-22.') from error
    if day.isoformat() != written:
        raise InputInvalid(f'"{written}" är ingen dag. Menade du "{day}"?')
    return day
