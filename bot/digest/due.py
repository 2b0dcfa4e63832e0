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


def is_late(week: Week, schedule: Schedule, zone: ZoneInfo, *, now: datetime) -> bool:
    """Whether a digest sent now comes so late that it should say so."""
    return now - due_at(week, schedule, zone) > LATE_AFTER
