"""ISO weeks as people in the municipality live them: Monday to Sunday, local time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.errors import InputInvalid

_WRITTEN = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_NEARLY_WRITTEN = re.compile(r"\s*(\d{4})\W*[vVwW]?\W*(\d{1,2})\s*", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1970, 9998  # what datetime and every database can hold, and a week more


@dataclass(frozen=True, order=True)
class Week:
    """An ISO week; sorts by time and is written `2026-W47`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InputInvalid(f"År {self.year} går inte att använda.")
        if not 1 <= self.number <= weeks_in(self.year):
            raise InputInvalid(
                f"{self.year} har ingen vecka {self.number}: "
                f"veckorna går från 1 till {weeks_in(self.year)}."
            )

    @classmethod
    def parse(cls, written: str) -> Self:
        """The week written like `2026-W47`.

        Raises:
            InputInvalid: it is written otherwise, or that year has no such week.
        """
        if match := _WRITTEN.fullmatch(written):
            return cls(int(match[1]), int(match[2]))
        nearly = _NEARLY_WRITTEN.fullmatch(written)
        hint = f' Menade du "{nearly[1]}-W{int(nearly[2]):02}"?' if nearly else ""
        raise InputInvalid(f'"{written}" är ingen vecka.{hint} Skriv som 2026-W47.')

    @classmethod
    def of(cls, moment: datetime, zone: ZoneInfo) -> Self:
        """The week that an aware moment falls into, by the clocks of `zone`."""
        return cls.of_day(moment.astimezone(zone).date())

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The week of a calendar day."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def last_complete(cls, now: datetime, zone: ZoneInfo) -> Self:
        """The latest week that is wholly over."""
        return cls.of(now, zone).shifted(-1)

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    def shifted(self, weeks: int) -> Self:
        """The week that many weeks later; earlier if negative."""
        return self.of_day(self.monday + timedelta(weeks=weeks))

    def before(self, count: int) -> tuple[Self, ...]:
        """The `count` weeks before this one, the earliest first."""
        return tuple(self.shifted(-back) for back in range(count, 0, -1))

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its beginning and end in UTC, the end excluded: 167 to 169 hours apart."""
        return midnight(self.monday, zone), midnight(self.shifted(1).monday, zone)

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"


def weeks_in(year: int) -> int:
    """How many ISO weeks a year has: 52 or 53. December 28 is always in the last one."""
    return date(year, 12, 28).isocalendar().week


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When a local day begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
