"""Two lägesbilder never differ by a few days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config.models import MeetingSettings
from bot.digest.periods import Kind, Period
from bot.errors import InputInvalid
from bot.lagesbild.spans import (
    LEAST_DAYS,
    last_quarter,
    span_between,
    span_since_meeting,
    written_span,
)
from tests.bot.digest.builders import config

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)  # a Wednesday


def test_the_days_of_a_year_or_quarter_are_that_year_or_quarter():
    year = span_between(date(2025, 1, 1), date(2025, 12, 31), config(), NOW)
    quarter = span_between(date(2025, 4, 1), date(2025, 6, 30), config(), NOW)
    assert (year.period, quarter.period) == (Period.year(2025), Period.quarter(2025, 2))
    assert not year.widened


def test_whole_months_are_taken_as_they_are():
    span = span_between(date(2025, 3, 1), date(2025, 5, 31), config(), NOW)
    assert (span.period, span.widened) == (Period(date(2025, 3, 1), date(2025, 5, 31)), False)


def test_other_days_are_widened_to_whole_weeks_and_that_is_said():
    span = span_between(date(2025, 3, 5), date(2025, 5, 20), config(), NOW)
    assert (span.period, span.widened) == (Period(date(2025, 3, 3), date(2025, 5, 25)), True)


@given(st.integers(0, 3000), st.integers(0, 400))
def test_every_period_begins_and_ends_with_a_month_or_week_and_is_long_enough(start, days):
    first = date(2018, 1, 1) + timedelta(days=start)
    try:
        span = span_between(first, first + timedelta(days=days), config(), NOW)
    except InputInvalid:
        return
    period = span.period
    assert period.days >= LEAST_DAYS
    assert period.first.day == 1 or period.first.weekday() == 0
    assert (period.last + timedelta(days=1)).day == 1 or period.last.weekday() == 6
    assert period.is_over(NOW, config().municipality.timezone)


def test_a_year_that_is_not_over_ends_with_last_sunday():
    span = written_span("2026", config(), NOW)
    assert (span.period, span.cut) == (Period(date(2026, 1, 1), date(2026, 11, 22)), True)


@pytest.mark.parametrize("written", ["2025-W10", "2025-03-10--2025-03-10", "2027"])
def test_a_week_a_day_and_what_has_not_begun_are_refused(written):
    with pytest.raises(InputInvalid):
        written_span(written, config(), NOW)


def test_a_quarter_that_has_hardly_begun_is_refused():
    with pytest.raises(InputInvalid):
        written_span("2026-Q4", config(), datetime(2026, 10, 20, tzinfo=UTC))


def test_without_a_period_it_is_the_last_whole_quarter():
    assert last_quarter(config(), NOW).period == Period.quarter(2026, 3)
    assert last_quarter(config(), datetime(2026, 1, 2, tzinfo=UTC)).period.kind is Kind.QUARTER


def meeting(*days):
    return replace(config(), meetings=MeetingSettings(council=days))


def test_since_the_last_meeting_is_whole_weeks_that_follow_those_of_the_meeting_before():
    at_first = span_since_meeting(meeting(date(2026, 2, 11)), "trafik", NOW).period
    met = replace(config(), meetings=MeetingSettings(council=(date(2026, 2, 11),)))
    then = datetime(2026, 6, 3, 9, tzinfo=UTC)
    before = span_since_meeting(met, "trafik", then).period
    after = span_since_meeting(meeting(date(2026, 2, 11), date(2026, 6, 3)), "trafik", NOW).period
    assert at_first == Period(date(2026, 2, 9), date(2026, 11, 22))
    assert after.first == before.last + timedelta(days=1)


@pytest.mark.parametrize("days", [(), (date(2026, 11, 11),)])
def test_without_a_meeting_or_just_after_one_there_is_a_way_out(days):
    with pytest.raises(InputInvalid, match=r"--period|brabot digest"):
        span_since_meeting(meeting(*days), "trafik", NOW)
