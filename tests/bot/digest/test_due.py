"""When a digest is due, over clock changes and new years."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config.models import Schedule
from bot.config.values import Weekday
from bot.digest.due import due_at, due_weeks, is_late, lateness, missed_weeks
from bot.digest.weeks import Week
from tests.bot.digest.builders import ZONE

MONDAY = Schedule(weekday=Weekday.MONDAY, time=time(7, 30))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def due(now, *, since=LONG_AGO, schedule=MONDAY, at_most=4):
    return [str(w) for w in due_weeks(schedule, ZONE, since=since, now=now, at_most=at_most)]


@pytest.mark.parametrize(
    ("week", "schedule", "at"),
    [
        (Week(2026, 47), MONDAY, datetime(2026, 11, 23, 6, 30, tzinfo=UTC)),
        (Week(2026, 12), MONDAY, datetime(2026, 3, 23, 6, 30, tzinfo=UTC)),
        (Week(2026, 13), MONDAY, datetime(2026, 3, 30, 5, 30, tzinfo=UTC)),
        (Week(2026, 43), MONDAY, datetime(2026, 10, 26, 6, 30, tzinfo=UTC)),
        (Week(2026, 53), MONDAY, datetime(2027, 1, 4, 6, 30, tzinfo=UTC)),
        (
            Week(2026, 12),
            Schedule(weekday=Weekday.SUNDAY, time=time(2, 30)),  # the clocks skip it
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),
        (
            Week(2026, 42),
            Schedule(weekday=Weekday.SUNDAY, time=time(2, 30)),  # the clocks show it twice
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),
    ],
)
def test_a_digest_is_due_by_the_local_clock_in_the_week_after(week, schedule, at):
    assert due_at(week, schedule, ZONE) == at


def test_a_week_is_due_from_the_very_moment_on():
    at = due_at(Week(2026, 47), MONDAY, ZONE)
    assert due(at - timedelta(seconds=1))[-1] == "2026-W46"
    assert due(at)[-1] == "2026-W47"


def test_after_a_stop_the_latest_weeks_are_due_the_earliest_first():
    now = datetime(2027, 1, 5, 12, tzinfo=UTC)
    assert due(now) == ["2026-W50", "2026-W51", "2026-W52", "2026-W53"]
    assert due(now, at_most=1) == ["2026-W53"]


def test_as_many_weeks_are_caught_up_before_as_after_the_hour():
    friday = Schedule(weekday=Weekday.FRIDAY, time=time(8))
    thursday = datetime(2026, 11, 26, 12, tzinfo=UTC)
    assert due(thursday, schedule=friday, at_most=2) == ["2026-W45", "2026-W46"]
    assert due(thursday + timedelta(days=1), schedule=friday, at_most=2) == ["2026-W46", "2026-W47"]


def test_a_group_gets_no_digest_that_was_due_before_it_joined():
    now = datetime(2026, 11, 25, tzinfo=UTC)
    assert due(now, since=datetime(2026, 11, 22, 20, tzinfo=UTC)) == ["2026-W47"]
    assert due(now, since=datetime(2026, 11, 23, 12, tzinfo=UTC)) == []


def test_more_than_two_days_are_late():
    at = due_at(Week(2026, 47), MONDAY, ZONE)
    assert not is_late(Week(2026, 47), MONDAY, ZONE, now=at + timedelta(days=2))
    assert is_late(Week(2026, 47), MONDAY, ZONE, now=at + timedelta(days=2, seconds=1))


def test_no_week_is_lost_between_those_caught_up_and_those_missed():
    since = datetime(2026, 10, 1, tzinfo=UTC)
    now = datetime(2027, 1, 5, 12, tzinfo=UTC)
    missed = [str(w) for w in missed_weeks(MONDAY, ZONE, since=since, now=now, at_most=4)]
    assert missed[0] == "2026-W40"  # due on October 5, the first Monday after joining
    assert missed + due(now, since=since) == [f"2026-W{number}" for number in range(40, 54)]


@given(
    minutes=st.integers(0, 3 * 366 * 24 * 60),
    weeks=st.integers(0, 120),
    hours=st.integers(0, 167),
    at_most=st.integers(1, 26),
    weekday=st.sampled_from(Weekday),
    hour=st.integers(0, 23),
)
def test_every_week_since_joining_is_either_caught_up_or_missed_and_once(
    minutes, weeks, hours, at_most, weekday, hour
):
    schedule = Schedule(weekday=weekday, time=time(hour, 30))
    since = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    now = since + timedelta(weeks=weeks, hours=hours)
    window = {"since": since, "now": now, "at_most": at_most}
    found = (*missed_weeks(schedule, ZONE, **window), *due_weeks(schedule, ZONE, **window))
    span = [Week.of(since, ZONE).shifted(n) for n in range(-3, weeks + 4)]
    assert list(found) == [w for w in span if since <= due_at(w, schedule, ZONE) <= now]


def test_none_is_missed_as_long_as_all_are_caught_up():
    now = datetime(2026, 11, 25, tzinfo=UTC)
    for since in (now, now - timedelta(days=3), now - timedelta(weeks=4)):
        assert missed_weeks(MONDAY, ZONE, since=since, now=now, at_most=4) == ()


def test_how_late_a_digest_is_counts_from_when_it_was_due():
    at = due_at(Week(2026, 43), MONDAY, ZONE)  # the clocks were changed the day before
    late = timedelta(days=21, hours=1)
    assert lateness(Week(2026, 43), MONDAY, ZONE, now=at + late) == late
    assert lateness(Week(2026, 43), MONDAY, ZONE, now=at - late) == timedelta(0)
