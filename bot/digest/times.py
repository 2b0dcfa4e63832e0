"""Which periods a picture is made of: its own, those compared with, and their weeks."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config.config import Config
from bot.digest.archive import Archive
from bot.digest.periods import Kind, Period
from bot.digest.series import MINIMUM_PERIODS
from storage.counting import Span

_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Times:
    """The periods that a picture is made of, as far as the bot was there.

    `before` are the periods compared with, `weeks` the weeks within them where they are
    longer and few.
    `around` are the same time of last year (of a week also the week before and after), and
    `year_before` those that correspond to `before`; both are empty if the bot was not there
    for all of them. `course` are the weeks of the period itself if it is longer.
    """

    before: tuple[Period, ...]
    weeks: tuple[Period, ...]
    around: tuple[Period, ...]
    year_before: tuple[Period, ...]
    course: tuple[Period, ...]


def periods_of(period: Period, config: Config) -> list[Period]:
    """Every period that may be among the `Times` of a period."""
    weeks = config.digest.weeks_compared
    around, year_before = _last_year(period, weeks)
    before = period.compared(weeks)
    weeks_before = _weeks_in(before) if len(before) < MINIMUM_PERIODS else ()
    return [*before, *around, *year_before, *weeks_before, *_course(period)]


def spans_of(period: Period, config: Config) -> list[Span]:
    """The spans of time to count in, in order; none overlaps another."""
    zone = config.municipality.timezone
    return _without_overlap([one.bounds(zone) for one in periods_of(period, config)])


def starts_of(period: Period, config: Config) -> list[datetime]:
    """Before which moments it is worth to know whether anything was told."""
    weeks = config.digest.weeks_compared
    _, year_before = _last_year(period, weeks)
    earliest = [period.compared(weeks)[0], *year_before[:1]]
    return [one.bounds(config.municipality.timezone)[0] for one in earliest]


def times_of(
    period: Period,
    config: Config,
    archive: Archive,
    spans: Mapping[Period, range],
    there_before: Mapping[datetime, bool],
) -> Times:
    """The periods as far as the bot was there.

    `spans` are the places of the periods in the archive, `there_before` tells of `starts_of`
    the period whether anything was told in the year before.
    """
    zone, weeks = config.municipality.timezone, config.digest.weeks_compared
    compared = period.compared(weeks)
    before = compared
    if not there_before[compared[0].bounds(zone)[0]]:
        before = _since_begun(compared, archive, spans)
    around, year_before = _last_year(period, weeks)
    known = bool(year_before) and there_before[year_before[0].bounds(zone)[0]]
    return Times(
        before=before,
        weeks=tuple(one for one in _weeks_in(before) if one in spans) if before else (),
        around=around if known else (),
        year_before=year_before if known else (),
        course=tuple(_course(period)),
    )


def _last_year(period: Period, weeks: int) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """The same time of last year, and what corresponds to the periods compared with."""
    same = period.a_year_before()
    if same is None:
        return (), ()
    before = same.before(len(period.compared(weeks)))
    if period.kind is Kind.WEEK:
        return (same.shifted(-1), same, same.shifted(1)), before
    return (same,), before


def _weeks_in(before: Sequence[Period]) -> list[Period]:
    """The whole weeks in successive periods that are longer than a week."""
    if before[0].days <= _WEEK:
        return []
    weeks = Period(before[0].first, before[-1].last).weeks()
    found = [Period.of_week(week) for week in weeks]
    return [w for w in found if before[0].first <= w.first and w.last <= before[-1].last]


def _course(period: Period) -> list[Period]:
    """The weeks of a longer period, those at its ends cut to its days."""
    if period.days <= _WEEK:
        return []
    found = []
    for week in period.weeks():
        first, last = max(week.monday, period.first), min(week.sunday, period.last)
        whole = (first, last) == (week.monday, week.sunday)
        found.append(Period(first, last, Kind.WEEK if whole else Kind.DAYS))
    return found


def _without_overlap(spans: Sequence[Span]) -> list[Span]:
    """The same time in spans that do not overlap, each between two successive borders."""
    borders = sorted({border for span in spans for border in span})
    pieces = itertools.pairwise(borders)
    return [
        piece
        for piece in pieces
        if any(start <= piece[0] and piece[1] <= end for start, end in spans)
    ]


def _since_begun(
    compared: tuple[Period, ...], archive: Archive, spans: Mapping[Period, range]
) -> tuple[Period, ...]:
    """The periods in which the bot was there: from the first with a concern.

    A longer one in which it came, or before which all has been deleted, is not a whole one.
    """
    told = (number for number, one in enumerate(compared) if archive.anything(spans[one]))
    began = next(told, len(compared))
    return compared[began if compared[0].kind is Kind.WEEK else began + 1 :]
