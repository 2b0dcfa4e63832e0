"""Which days a lägesbild is made of: long enough, and so cut that two of them differ by weeks.

Two pictures that differ by a few days would tell by subtraction what happened in these days.
So a period is a quarter, a year, whole months or whole weeks; other days are widened to weeks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.config.config import Config
from bot.digest.meetings import last_meeting
from bot.digest.periods import Kind, Period
from bot.digest.weeks import Week
from bot.errors import InputInvalid

LEAST_DAYS: Final = 28
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A period, and whether it is longer (to whole weeks) or shorter (not over) than asked."""

    period: Period
    widened: bool = False
    cut: bool = False


def written_span(written: str, config: Config, now: datetime) -> Span:
    """The period that is written like `2025`, `2025-Q4` or `2025-02-03--2025-05-04`.

    Raises:
        InputInvalid: there is no such period, it has not begun, or it is too short.
    """
    return _fit(Period.parse(written), config, now)


def span_between(first: date, last: date, config: Config, now: datetime) -> Span:
    """From one day to another, both included; raises as `written_span` does."""
    return _fit(_named(Period(first, last)), config, now)


def last_quarter(config: Config, now: datetime) -> Span:
    """The last quarter that is over."""
    today = now.astimezone(config.municipality.timezone).date()
    quarter = Period.quarter(today.year, (today.month + 2) // 3)
    return Span(period=quarter.shifted(-1))


def span_since_meeting(config: Config, focus_area_id: str, now: datetime) -> Span:
    """From the Monday of the week of the last meeting to last Sunday.

    So the pictures of two meetings neither overlap nor leave out a day.

    Raises:
        InputInvalid: no meeting is configured, or it was less than four weeks ago.
    """
    today = now.astimezone(config.municipality.timezone).date()
    met = last_meeting(config, focus_area_id, today)
    if met is None:
        raise InputInvalid(
            "Inget tidigare möte står i brabot.toml. Skriv in mötesdagarna under [meetings], "
            "eller ange --period eller --from och --to."
        )
    first, last = Week.of_day(met).monday, _last_sunday(today)
    if (last - first).days + 1 < LEAST_DAYS:
        raise InputInvalid(
            f"Förra mötet var {met}, för mindre än fyra hela veckor sedan. "
            "Så kort tid visar veckornas sammanställningar: `brabot digest`."
        )
    return Span(period=Period(first, last))


def _fit(asked: Period, config: Config, now: datetime) -> Span:
    zone = config.municipality.timezone
    if now < asked.bounds(zone)[0]:
        raise InputInvalid(f"Perioden {asked} har inte börjat.")
    period, today = asked, now.astimezone(zone).date()
    if not asked.is_over(now, zone):
        last = _last_sunday(today)
        if last <= asked.first:
            raise _too_short(asked)
        period = Period(asked.first, last)
    widened = not any(_fits(period))
    if widened:
        last = min(Week.of_day(period.last).sunday, _last_sunday(today))
        period = Period(Week.of_day(period.first).monday, max(last, period.first))
    if period.days < LEAST_DAYS:
        raise _too_short(period)
    return Span(period=period, widened=widened, cut=not asked.is_over(now, zone))


def _fits(period: Period) -> Iterator[bool]:
    yield period.kind in {Kind.QUARTER, Kind.YEAR, Kind.WEEK}
    begins = period.first.day == 1 or period.first == Week.of_day(period.first).monday
    ends = (period.last + _DAY).day == 1 or period.last == Week.of_day(period.last).sunday
    yield begins and ends


def _named(period: Period) -> Period:
    """The quarter or year with these days, if they are one."""
    if period.first.day != 1:
        return period
    year = Period.year(period.first.year)
    quarter = Period.quarter(period.first.year, (period.first.month + 2) // 3)
    same = (one for one in (year, quarter) if (one.first, one.last) == (period.first, period.last))
    return next(same, period)


def _last_sunday(today: date) -> date:
    return Week.of_day(today).monday - _DAY


def _too_short(period: Period) -> InputInvalid:
    return InputInvalid(
        f"{period.first}–{period.last} är för kort för en lägesbild: den behöver minst fyra hela "
        "veckor, så att ingen pekas ut. En vecka visas med `brabot digest`."
    )
