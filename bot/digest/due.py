"""When a week's digest is due, and which weeks a group should have had by now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config.models import Schedule
from bot.digest.weeks import Week

LATE_AFTER = timedelta(days=2)


def due_at(week: Week, schedule: Schedule, zone: ZoneInfo) -> datetime:
    """When the digest of a week is due (UTC): at the schedule's time in the week after.

    A time that the clocks skip that day counts as if they had not been changed yet.
    """
    day = week.shifted(1).monday + timedelta(days=schedule.weekday.number)
    return datetime.combine(day, schedule.time, tzinfo=zone).astimezone(UTC)


def due_weeks(
    schedule: Schedule, zone: ZoneInfo, *, since: datetime, now: datetime, at_most: int
) -> tuple[Week, ...]:
    """The weeks whose digest fell due from `since` until `now`, the earliest first.

    Of more than `at_most` weeks the latest are given.
    """
    candidates = Week.of(now, zone).before(at_most + 1)
    due = [week for week in candidates if since <= due_at(week, schedule, zone) <= now]
    return tuple(due[-at_most:])


def missed_weeks(
    schedule: Schedule, zone: ZoneInfo, *, since: datetime, now: datetime, at_most: int
) -> tuple[Week, ...]:
    """The weeks that fell due since then too, but so long ago that `due_weeks` leaves them out.

    The earliest first.
    """
    caught_up = due_weeks(schedule, zone, since=since, now=now, at_most=at_most)
    if len(caught_up) < at_most:
        return ()
    missed = [caught_up[0].shifted(-1)]
    while due_at(missed[-1], schedule, zone) >= since:
        missed.append(missed[-1].shifted(-1))
    return tuple(reversed(missed[:-1]))


def lateness(week: Week, schedule: Schedule, zone: ZoneInfo, *, now: datetime) -> timedelta:
    """How long after it was due a digest comes that is sent now; nothing if before."""
    return max(timedelta(0), now - due_at(week, schedule, zone))


def is_late(week: Week, schedule: Schedule, zone: ZoneInfo, *, now: datetime) -> bool:
    """Whether a digest sent now comes so late that it should say so."""
    return lateness(week, schedule, zone, now=now) > LATE_AFTER
