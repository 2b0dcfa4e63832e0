"""Weeks are ISO weeks of local time, whatever the year and the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digest.weeks import Week, weeks_in
from bot.errors import InputInvalid
from tests.bot.digest.builders import ZONE

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
zones = st.sampled_from(
    [ZONE, ZoneInfo("UTC"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")]
)


@given(days)
def test_a_day_lies_in_its_week_and_the_week_is_written_as_it_is_parsed(day):
    week = Week.of_day(day)
    assert week.monday <= day <= week.sunday
    assert Week.parse(str(week)) == week


@given(days, zones)
def test_weeks_follow_on_each_other_without_gap_or_overlap(day, zone):
    week = Week.of_day(day)
    start, end = week.bounds(zone)
    assert week.shifted(1).bounds(zone)[0] == end
    assert abs((end - start) - timedelta(days=7)) <= timedelta(hours=1)
    assert Week.of(start, zone) == week
    assert Week.of(end - timedelta(microseconds=1), zone) == week
    assert Week.of(end, zone) == week.shifted(1)


@given(days, st.integers(1, 60))
def test_the_weeks_before_are_in_order_and_end_just_before(day, count):
    week = Week.of_day(day)
    before = week.before(count)
    assert list(before) == sorted(before)
    assert len(set(before)) == count
    assert before[-1].shifted(1) == week


@pytest.mark.parametrize(
    ("week", "hours"), [(Week(2026, 13), 167), (Week(2026, 43), 169), (Week(2026, 47), 168)]
)
def test_a_week_in_which_the_clocks_change_is_an_hour_shorter_or_longer(week, hours):
    start, end = week.bounds(ZONE)
    assert end - start == timedelta(hours=hours)


def test_a_year_has_53_weeks_when_the_calendar_says_so():
    assert [year for year in range(2015, 2033) if weeks_in(year) == 53] == [2015, 2020, 2026, 2032]
    assert Week(2026, 53).shifted(1) == Week(2027, 1)
    assert Week(2027, 1).shifted(-1) == Week(2026, 53)


def test_new_years_day_may_belong_to_the_year_before():
    assert Week.of(datetime(2027, 1, 1, 12, tzinfo=UTC), ZONE) == Week(2026, 53)
    assert Week.of(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), ZONE) == Week(2026, 53)
    assert Week.of(datetime(2025, 12, 29, tzinfo=UTC), ZONE) == Week(2026, 1)


def test_the_last_complete_week_changes_at_local_midnight():
    sunday_night = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    assert Week.last_complete(sunday_night, ZONE) == Week(2026, 46)
    assert Week.last_complete(sunday_night + timedelta(minutes=1), ZONE) == Week(2026, 47)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-47", 'Menade du "2026-W47"?'),
        ("2026W47", 'Menade du "2026-W47"?'),
        ("2026-w7", 'Menade du "2026-W07"?'),
        ("2026-v47", 'Menade du "2026-W47"?'),
        ("2025-W53", "2025 har ingen vecka 53"),
        ("2026-W00", "2026 har ingen vecka 0"),
        ("0000-W01", "År 0"),
        ("9999-W52", "År 9999"),
        ("47", "Skriv som 2026-W47"),
        ("", "Skriv som 2026-W47"),
        ("٢٠٢٦-W47", "Skriv som 2026-W47"),
        ("2026-W47\n", "Skriv som 2026-W47"),
    ],
)
def test_a_week_written_wrongly_is_refused_with_what_was_meant(written, said):
    with pytest.raises(InputInvalid) as refused:
        Week.parse(written)
    assert said in str(refused.value)
