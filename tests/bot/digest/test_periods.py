"""Periods are whole local days, whatever the calendar and the clocks do."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digest.periods import Kind, Period
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from tests.bot.digest.builders import ZONE

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
zones = st.sampled_from([ZONE, ZoneInfo("UTC"), ZoneInfo("Pacific/Auckland")])
weeks = days.map(lambda day: Period.of_week(Week.of_day(day)))
quarters = st.builds(Period.quarter, st.integers(1990, 2090), st.integers(1, 4))
years = st.integers(1990, 2090).map(Period.year)
spans = st.builds(
    lambda day, more: Period(day, day + timedelta(days=more)), days, st.integers(0, 800)
)
periods = st.one_of(weeks, quarters, years, spans)


@given(periods)
def test_a_period_is_written_as_it_is_parsed(period):
    assert Period.parse(str(period)) == period


@given(periods, zones)
def test_periods_follow_on_each_other_without_gap_or_overlap(period, zone):
    start, end = period.bounds(zone)
    assert period.shifted(1).bounds(zone)[0] == end
    assert period.shifted(-1).bounds(zone)[1] == start
    assert abs((end - start) - timedelta(days=period.days)) <= timedelta(hours=1)
    assert period.shifted(1).shifted(-1) == period


@given(periods, st.integers(1, 12))
def test_the_periods_compared_with_end_just_before_and_are_in_order(period, count):
    compared = period.compared(count)
    assert list(compared) == sorted(compared)
    assert compared[-1].last + timedelta(days=1) == period.first
    assert {one.kind for one in compared} == {period.kind}
    assert len(compared) == count if period.kind is Kind.WEEK else 1 <= len(compared) <= 8


@given(periods)
def test_the_year_before_holds_the_same_period_if_it_had_one(period):
    before = period.a_year_before()
    if before is None:
        assert period.week is not None
        assert period.week.number == 53
        return
    assert before.last < period.last
    assert abs((period.first - before.first).days - 365) <= 8
    if period.kind is Kind.WEEK:
        assert before.week.number == period.week.number
        assert before.week.year == period.week.year - 1
    elif period.kind is Kind.DAYS:
        assert (before.days, before.first.weekday()) == (period.days, period.first.weekday())


@given(periods)
def test_the_weeks_of_a_period_hold_all_its_days(period):
    found = period.weeks()
    assert found[0].monday <= period.first <= found[0].sunday
    assert found[-1].monday <= period.last <= found[-1].sunday
    assert all(a.shifted(1) == b for a, b in itertools.pairwise(found))


@given(periods, zones)
def test_a_period_is_over_when_its_last_day_is(period, zone):
    _, end = period.bounds(zone)
    assert period.is_over(end, zone)
    assert not period.is_over(end - timedelta(microseconds=1), zone)


def test_a_week_53_has_no_week_of_the_year_before():
    assert Period.parse("2026-W53").a_year_before() is None
    assert str(Period.parse("2026-W53").shifted(1)) == "2027-W01"
    assert str(Period.parse("2027-W53".replace("W53", "W52")).a_year_before()) == "2026-W52"


def test_quarters_and_years_end_on_their_last_day():
    ends = [Period.quarter(2024, number).last for number in (1, 2, 3, 4)]
    assert [str(day) for day in ends] == ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]
    assert Period.year(2024).days == 366
    assert str(Period.quarter(2026, 1).shifted(-1)) == "2025-Q4"


@pytest.mark.parametrize(
    ("written", "hours"), [("2026-03-29--2026-03-29", 23), ("2026-10-25--2026-10-25", 25)]
)
def test_a_day_on_which_the_clocks_change_is_an_hour_shorter_or_longer(written, hours):
    start, end = Period.parse(written).bounds(ZONE)
    assert end - start == timedelta(hours=hours)


def test_since_a_day_means_until_yesterday_by_local_time():
    just_after_midnight = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert str(Period.since(date(2026, 10, 1), just_after_midnight, ZONE)) == (
        "2026-10-01--2026-11-21"
    )
    with pytest.raises(InputInvalid, match="Ingen dag sedan"):
        Period.since(date(2026, 11, 22), just_after_midnight, ZONE)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-Q5", "ingen vecka"),
        ("2026-11-22", "ingen vecka"),
        ("2026-11-22--2026-10-01", "är efter"),
        ("2026-02-30--2026-03-01", '"2026-02-30" är ingen dag'),
        ("2026-47", 'Menade du "2026-W47"'),
        ("0000", "År 0"),
        ("9999-Q4", "År 9999"),
        ("", "ingen vecka"),
        ("2026-Q9", "2026-Q4"),
    ],
)
def test_a_period_written_wrongly_is_refused(written, said):
    with pytest.raises(InputInvalid) as refused:
        Period.parse(written)
    assert said in str(refused.value)
