from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.config.models import QuietHours
from bot.quiet_hours import end_of_quiet

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NIGHT = QuietHours()


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2026-11-16 19:59", None),
        ("2026-11-16 20:00", "2026-11-17 06:00"),
        ("2026-11-17 01:00", "2026-11-17 06:00"),
        ("2026-11-17 05:59", "2026-11-17 06:00"),
        ("2026-11-17 06:00", None),
        ("2026-03-28 22:00", "2026-03-29 05:00"),  # the night that is an hour shorter
        ("2026-10-24 21:00", "2026-10-25 06:00"),  # and the one that is an hour longer
    ],
)
def test_what_comes_at_night_waits_for_the_morning(now, end):
    assert end_of_quiet(NIGHT, STOCKHOLM, utc(now)) == (end and utc(end))


def test_an_end_within_the_hour_that_comes_twice_lies_ahead_both_times():
    quiet = QuietHours(start=time(21), end=time(2, 30))
    assert end_of_quiet(quiet, STOCKHOLM, utc("2026-10-25 00:10")) == utc("2026-10-25 00:30")
    assert end_of_quiet(quiet, STOCKHOLM, utc("2026-10-25 01:10")) == utc("2026-10-25 01:30")


def test_an_end_that_the_clock_jumps_over_comes_when_it_has_jumped():
    quiet = QuietHours(start=time(21), end=time(2, 30))
    assert end_of_quiet(quiet, STOCKHOLM, utc("2026-03-29 00:10")) == utc("2026-03-29 01:30")


def test_quiet_hours_may_lie_within_a_day_or_be_none():
    assert end_of_quiet(
        QuietHours(start=time(12), end=time(13)), STOCKHOLM, utc("2026-11-16 11:30")
    ) == utc("2026-11-16 12:00")
    none = QuietHours(start=time(7), end=time(7))
    assert end_of_quiet(none, STOCKHOLM, utc("2026-11-16 06:00")) is None
