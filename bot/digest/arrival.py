"""What a digest says about how it comes: late, or once more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.dates import format_date

from bot.config.config import Config
from bot.digest.due import LATE_AFTER, due_at, lateness
from bot.digest.periods import Period
from bot.texts.catalogue import Texts
from storage.groups import Group

_IN_WEEKS_FROM = timedelta(days=14)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, kw_only=True)
class Again:
    """Of one sent again: when it was first tried, and how many quotes are gone since."""

    first: date
    quotes_gone: int


def arrival_notices(
    period: Period,
    group: Group,
    config: Config,
    texts: Texts,
    *,
    now: datetime,
    again: Again | None = None,
) -> tuple[str, ...]:
    """The sentences, in the configuration's first language; none for one that comes in time.

    How late is told of weeks, which alone fall due by the schedule, and only to a group that
    should have had it then. Why is not told: nobody knows.
    """
    language = texts.supported(config.languages[0])
    if again is not None:
        return tuple(_again(again, texts, language))
    if period.week is None:
        return ()
    zone = config.municipality.timezone
    schedule = config.schedule_of(group.focus_area)
    late = lateness(period.week, schedule, zone, now=now)
    if late <= LATE_AFTER:
        return ()
    if group.created_at > due_at(period.week, schedule, zone):
        return (texts.plain(language, "digest-late"),)
    return (_how_late(late, texts, language),)


def _how_late(late: timedelta, texts: Texts, language: str) -> str:
    if late < _IN_WEEKS_FROM:
        key, count = "digest-late-days", late.days
    else:
        key, count = "digest-late-weeks", round(late / _WEEK)
    number = texts.plain(language, "digest-number", count=count)
    return texts.plain(language, key, number=number)


def _again(again: Again, texts: Texts, language: str) -> Iterator[str]:
    first = format_date(again.first, "d MMMM y", locale=language)
    yield texts.plain(language, "digest-again", first=first)
    if again.quotes_gone:
        yield texts.plain(language, "digest-quotes-gone", count=again.quotes_gone)
