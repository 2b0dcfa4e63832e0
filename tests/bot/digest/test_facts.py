"""The numbers of a digest: what counts where, and that they add up."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.periods import Period
from bot.digest.values import AgeCount, Count, PartCount, Trend, Usual, WeekCount, facts_from_json
from bot.digest.weeks import Week
from storage.concern_values import Source, Status
from tests.bot.digest.builders import (
    WEEK,
    ZONE,
    after,
    config,
    dated,
    detailed,
    facts,
    times,
    told,
    weeks_before,
)


def themes_of(found):
    return {theme.theme: theme.count.concerns for theme in found.themes}


def areas_of(found):
    return {area.area: area.count.concerns for area in found.areas}


def test_a_focus_area_of_themes_gathers_them_as_primary_or_other_theme():
    found = facts([told("buskorning"), told("belysning", "trafikfara"), told("belysning")])
    assert found.total.concerns == 2
    assert themes_of(found) == {"buskorning": 1, "trafikfara": 1}


def test_a_focus_area_of_places_gathers_all_themes_there():
    concerns = [*times(3, "buskorning", area="Norrby"), told("brand", area="Hulta")]
    found = facts([*concerns, *times(3, area="Norrby")], focus_area="norrby")
    assert found.total.concerns == 6
    assert themes_of(found) == {"buskorning": 3}
    assert found.without_theme == 3
    assert areas_of(found) == {"Norrby": 6}


def test_voices_are_people_not_messages():
    found = facts([told("buskorning", by=1), told("buskorning", by=1), told("buskorning", by=2)])
    assert (found.total.concerns, found.total.voices) == (3, 2)


def test_a_concern_of_two_themes_counts_in_both_and_the_difference_is_told():
    found = facts([told("buskorning", "fortkorning"), told("buskorning")])
    assert themes_of(found) == {"buskorning": 2, "fortkorning": 1}
    assert (found.total.concerns, found.counted_again) == (2, 1)


def test_only_concerns_count_and_positives_stand_apart():
    kinds = ("positive", "question", "chatter", "spam")
    found = facts([told("buskorning"), *(told("buskorning", kind=kind) for kind in kinds)])
    assert found.total.concerns == 1
    assert found.positives == 1


def test_concerns_without_theme_are_told_to_every_focus_area_of_themes():
    concerns = [told(), told("gone_from_the_configuration"), told("buskorning")]
    assert facts(concerns).without_theme_anywhere == 2
    assert facts(concerns).total.concerns == 1
    assert facts(concerns, focus_area="norrby").without_theme_anywhere is None


def test_urgent_other_languages_imports_and_doubtful_ones_are_counted():
    found = facts(
        [
            told("buskorning", urgency="now"),
            told("buskorning", urgency="soon"),
            *times(3, "buskorning", language="so"),
            told("buskorning", source=Source.IMPORT, needs_human=True),
        ]
    )
    assert (found.urgent_now, found.urgent_soon) == (1, 1)
    assert (found.other_languages, found.imported, found.needs_human) == (3, 1, 1)


def test_a_language_of_few_people_is_not_told():
    assert facts(times(2, "buskorning", language="so")).other_languages is None


def test_an_area_of_few_voices_is_summed_with_the_others():
    norrby = [told("buskorning", area="Norrby", by=n % 2) for n in range(9)]
    found = facts(
        [
            *norrby,
            *times(4, "buskorning", area="Göta"),
            *times(3, "buskorning", area="Druvefors"),
            told("buskorning", area="Lugnet"),
            told("buskorning"),
        ]
    )
    assert areas_of(found) == {"Göta": 4, "Druvefors": 3}
    assert (found.other_areas, found.without_place) == (10, 1)


def test_a_single_small_area_takes_the_next_smallest_with_it():
    found = facts(
        [
            *times(5, "buskorning", area="Göta"),
            *times(3, "buskorning", area="Druvefors"),
            told("buskorning", area="Lugnet"),
        ]
    )
    assert areas_of(found) == {"Göta": 5}
    assert found.other_areas == 4


def test_in_a_focus_area_of_places_small_themes_are_summed():
    found = facts(
        [
            *times(4, "buskorning", area="Norrby"),
            told("brand", area="Norrby"),
            told("belysning", area="Norrby"),
            told("gone_from_the_configuration", area="Norrby"),
        ],
        focus_area="norrby",
    )
    assert themes_of(found) == {"buskorning": 4}
    assert (found.other_themes, found.without_theme) == (2, 1)


def test_sensitive_themes_count_for_the_municipality_alone_and_only_if_many():
    few = facts(times(2, "nara_relation", area="Norrby"), focus_area="vald")
    assert [s.count for s in few.sensitive if s.theme == "nara_relation"] == [None]
    assert few.total.concerns == 0
    assert few.areas == ()
    many = facts(
        [*times(3, "nara_relation", "misshandel_hot", area="Norrby"), told("misshandel_hot")],
        focus_area="vald",
    )
    shown = {s.theme: s.count.concerns for s in many.sensitive if s.count}
    assert shown == {"nara_relation": 3}
    assert many.total.concerns == 1
    assert many.areas == ()


def test_sensitive_themes_do_not_show_in_a_focus_area_of_places():
    found = facts(times(4, "nara_relation", "storning", area="Norrby"), focus_area="norrby")
    assert found.total.concerns == 0
    assert found.sensitive == ()


def test_an_empty_week_has_facts_too():
    found = facts([])
    assert found.total == Count(concerns=0, voices=0, usual=None, trend=Trend.UNKNOWN)
    assert found.history == ()


def test_weeks_before_the_first_concern_are_not_quiet_weeks():
    before = weeks_before([0, 0, 4, 0, 2], "belysning")
    assert [week.concerns for week in facts([], before).history] == [0, 0, 0]
    assert [week.week for week in facts([], before).history] == ["2026-W44", "2026-W45", "2026-W46"]
    assert len(facts([], before, older=True).history) == config().digest.weeks_compared


def test_the_usual_is_the_mean_and_range_of_the_weeks_before():
    found = facts(times(5, "buskorning"), weeks_before([4, 6, 8], "buskorning"))
    assert found.total.usual == Usual(mean=6.0, low=4, high=8)


def test_small_numbers_of_earlier_weeks_are_not_told_for_an_area():
    few = facts(
        times(3, "buskorning", area="Norrby"), weeks_before([1, 0, 2], "buskorning", area="Norrby")
    )
    assert few.areas[0].count.usual == Usual(below=3)
    some = facts(
        times(3, "buskorning", area="Norrby"), weeks_before([1, 0, 5], "buskorning", area="Norrby")
    )
    assert some.areas[0].count.usual == Usual(high=5)


def test_facts_come_back_from_json_as_they_were():
    found = facts(
        [*times(4, "buskorning", area="Norrby"), *times(3, "fortkorning", area="Göta"), told()],
        weeks_before([4, 6, 8], "buskorning"),
    )
    assert facts_from_json(json.loads(json.dumps(found.as_json()))) == found


@pytest.mark.parametrize("focus_area", [f.id for f in config().focus_areas])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_numbers_add_up_in_every_focus_area(focus_area, data):
    found = facts(data.draw(weeks_of_concerns()), focus_area=focus_area)
    total = found.total.concerns
    in_areas = sum(area.count.concerns for area in found.areas)
    assert in_areas + found.other_areas + found.without_place == total
    in_themes = sum(theme.count.concerns for theme in found.themes)
    assert in_themes + found.other_themes + found.without_theme == total + found.counted_again
    assert found.total.voices <= total
    assert all(area.count.voices >= found.minimum_cell for area in found.areas) or (
        focus_area == "norrby"
    )


def parts_of(parts):
    return {part.part: part.concerns for part in parts}


def test_digests_made_before_there_was_more_to_tell_still_load():
    old = facts(times(3, "buskorning")).as_json()
    newer = {
        *("first_day", "last_day", "last_year", "course", "weekdays", "day_parts", "new"),
        *("rising", "quiet", "recurring", "urgent_status", "open_ages", "places_read"),
        *("themes_read", "positive_themes", "other_positives", "late", "withheld"),
    }
    loaded = facts_from_json({key: value for key, value in old.items() if key not in newer})
    assert (loaded.total.concerns, loaded.weekdays, loaded.late) == (3, (), ())
    assert loaded.period == Period.of_week(WEEK)


def test_when_it_was_told_is_local_time():
    monday_half_past_midnight = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)
    concerns = times(3, "buskorning", at=monday_half_past_midnight)
    found = facts(concerns)
    assert parts_of(found.weekdays)["mon"] == 3
    assert parts_of(found.day_parts) == {"night": 3, "morning": 0, "afternoon": 0, "evening": 0}
    assert "weekdays" not in found.withheld


def test_a_weekday_of_few_takes_others_with_it_and_that_is_said():
    concerns = [
        *times(5, "buskorning", day=0),
        *times(4, "buskorning", day=1),
        told("buskorning", day=2),
    ]
    found = facts(concerns)
    shown = parts_of(found.weekdays)
    assert (shown["mon"], shown["wed"]) == (5, None)
    assert sum(n is None for n in shown.values()) > 1
    assert 5 + sum(n or 0 for n in shown.values() if n != 5) <= 10 - 3
    assert "weekdays" in found.withheld


def test_new_is_what_was_not_told_in_any_week_compared_with():
    before = [*weeks_before([1] * 8, "buskorning"), *weeks_before([0] * 8)]
    found = facts([*times(2, "buskorning"), told("fortkorning")], before)
    assert [(one.theme, one.concerns) for one in found.new] == [("fortkorning", 1)]
    assert facts([told("fortkorning")]).new == ()
    assert facts([told("fortkorning")], weeks_before([1, 1], "buskorning")).new == ()


def test_rising_and_quiet_are_changes_that_are_no_chance():
    before = [
        *weeks_before([1, 1, 2, 1, 0, 2, 1, 1], "buskorning"),
        *weeks_before([12, 11, 13, 12, 12, 11, 13, 12], "fortkorning"),
    ]
    found = facts(times(12, "buskorning"), before)
    assert [one.theme for one in found.rising] == ["buskorning"]
    assert [(one.theme, one.concerns) for one in found.quiet] == [("fortkorning", 0)]


def test_an_area_gone_quiet_is_told_as_fewer_than_the_minimum_whatever_its_number():
    before = weeks_before([12, 11, 13, 12, 12, 11, 13, 12], "buskorning", area="Norrby")
    for left in (0, 1, 2):
        found = facts(times(left, "buskorning", area="Norrby"), before)
        (quiet,) = [one for one in found.quiet if one.area]
        assert (quiet.area, quiet.theme, quiet.concerns) == ("Norrby", None, None)
        assert quiet.usual == Usual(mean=12.0, low=11, high=13)
        assert found.areas == ()


def test_how_many_say_that_it_recurs_is_withheld_where_these_or_the_others_are_few():
    assert facts(times(4, "buskorning", recurring=True)).recurring == 4
    some = [*times(4, "buskorning", recurring=True), *times(3, "buskorning")]
    assert facts(some).recurring == 4
    assert facts(some[:-1]).recurring is None
    assert "recurring" in facts(some[:-1]).withheld
    assert facts(times(4, "buskorning")).recurring == 0


def test_what_was_done_with_the_urgent_ones():
    concerns = [
        told("buskorning", urgency="now", area="Norrby", status=Status.DONE),
        told("buskorning", urgency="soon", area="Norrby"),
        told("buskorning", area="Norrby", status=Status.CLOSED),
    ]
    found = facts(concerns)
    assert parts_of(found.urgent_status) == {"new": 1, "open": 0, "done": 1, "closed": 0}
    there = facts(concerns, focus_area="norrby")
    assert set(parts_of(there.urgent_status).values()) == {None}
    assert "urgent_status" in there.withheld
    assert facts([told("buskorning")]).urgent_status == ()


def test_open_cases_are_told_by_their_age_when_the_facts_are_made():
    concerns = [
        told("buskorning"),
        told("buskorning", status=Status.DONE),
        told("buskorning", status=Status.OPEN),
    ]
    earlier = [
        told("buskorning", week=WEEK.shifted(-2)),
        told("belysning", week=WEEK.shifted(-2)),
        told("buskorning", week=WEEK.shifted(-40)),
    ]
    found = facts(concerns, earlier)
    assert found.open_ages == (
        AgeCount(from_days=0, to_days=6, concerns=2),
        AgeCount(from_days=7, to_days=29, concerns=1),
        AgeCount(from_days=30, to_days=89, concerns=0),
        AgeCount(from_days=90, to_days=None, concerns=1),
    )


def test_of_very_many_open_cases_only_the_latest_are_counted_and_that_is_said(monkeypatch):
    monkeypatch.setattr("bot.digest.told.MOST_WAITING", 3)
    concerns = times(3, "buskorning", week=WEEK.shifted(-2))
    found = facts([], [], waiting=[dated(c) for c in concerns])
    assert [age.at_least for age in found.open_ages] == [False, True, True, True]


def test_positives_are_told_by_theme_where_there_are_enough():
    concerns = [
        *times(4, "buskorning", kind="positive"),
        *times(3, "fortkorning", kind="positive"),
        told("trafikfara", kind="positive"),
    ]
    found = facts(concerns)
    assert found.positives == 8
    assert found.positive_themes == (PartCount(part="buskorning", concerns=4),)
    assert found.other_positives == 4
    assert "positive_themes" in found.withheld


def test_the_reading_is_measured_by_what_people_said():
    def row(number, **read):
        theme = "buskorning" if number % 2 else "brand"
        return detailed(told(theme, area="Norrby"), **read)

    norrby, hulta = frozenset({"Norrby"}), frozenset({"Hulta"})
    rows = [
        *(row(n, read_areas=norrby, area_said=True) for n in range(6)),
        *(row(n, read_areas=hulta, area_said=True) for n in range(3)),
        *(row(n, read_areas=norrby) for n in range(5)),
        *(row(n, area_said=True) for n in range(4)),
    ]
    found = facts([], read_rows=rows)
    read = found.places_read
    assert (read.read, read.confirmed, read.corrected, read.added) == (14, 6, 3, 4)
    assert read.error == 0.333
    assert found.themes_read.error is None
    few = facts([], read_rows=[*rows, row(1, read_areas=hulta)][6:])
    assert "places_read" not in few.withheld
    fewer = facts([], read_rows=rows[:8])
    assert fewer.places_read.error is None
    assert "places_read" in fewer.withheld


def test_a_theme_that_only_came_second_was_read_wrongly_all_the_same():
    read = frozenset({"buskorning"})
    rows = [
        *(reordered(read, said="brand") for _ in range(5)),
        *(reordered(read, said="buskorning") for _ in range(5)),
        *(reordered(frozenset(), said="brand") for _ in range(5)),
        *(reordered(read, said="") for _ in range(5)),
    ]
    found = facts([], read_rows=rows).themes_read
    assert (found.confirmed, found.corrected, found.added) == (5, 10, 5)


def reordered(read, *, said):
    concern = told("buskorning", area="Norrby")
    return detailed(concern, read_themes=read, theme_said=True, said_theme=said)


def test_what_came_after_its_digest_was_made_is_late_in_one_digest():
    last = WEEK.shifted(-1)
    made = {
        ("trafik", str(last.shifted(-1))): after(last.shifted(-1), hours=8),
        ("trafik", str(last)): after(last, hours=8),
    }

    def arrived(week, **at):
        return dated(told("buskorning", week=week), recorded_at=after(last, **at))

    late = [
        arrived(last, hours=9),
        arrived(last.shifted(-1), hours=9),
        arrived(last, hours=7),  # in the digest of its week
        arrived(last.shifted(-1), hours=7),  # late in the digest of the week after
        arrived(last.shifted(-2), hours=9),  # its week had no digest
        dated(told("brand", week=last), recorded_at=after(last, hours=9)),
    ]
    found = facts([], arrived=late, made=made)
    assert found.late == (
        WeekCount(week=str(last.shifted(-1)), concerns=1, voices=1),
        WeekCount(week=str(last), concerns=1, voices=1),
    )
    assert facts([], arrived=late).late == ()


def test_last_year_is_told_where_the_bot_was_there():
    then = Week(2025, 47)
    earlier = [c for w in then.before(8) for c in times(2, "buskorning", week=w)]
    earlier += times(5, "buskorning", week=then)
    found = facts([], [*weeks_before([1] * 8, "buskorning"), *earlier], older=True)
    assert [week.week for week in found.last_year] == [
        *(str(week) for week in then.before(8)),
        "2025-W47",
        "2025-W48",
    ]
    assert [week.concerns for week in found.last_year] == [2] * 8 + [5, 0]
    assert facts([], weeks_before([1] * 8, "buskorning")).last_year == ()


def test_a_week_53_is_compared_with_no_year():
    week = Week(2026, 53)
    found = facts([told("buskorning", week=week)], older=True, period=week)
    assert found.last_year == ()
    assert [one.week for one in found.history][-1] == "2026-W52"


def test_a_longer_period_is_told_with_its_weeks_and_compared_with_its_like():
    period = Period.quarter(2026, 4)
    concerns = [told("buskorning", week=Week(2026, number), by=1) for number in (41, 42, 47)]
    before = [told("buskorning", week=Week(2026, number)) for number in (28, 29)]
    before.append(told("buskorning", week=Week(2026, 8)))
    found = facts(concerns, before, period=period)
    assert (found.week, found.first_day, found.last_day) == ("2026-Q4", "2026-10-01", "2026-12-31")
    assert (found.total.concerns, found.total.voices) == (3, 1)
    assert [(one.week, one.concerns) for one in found.history] == [("2026-Q2", 0), ("2026-Q3", 2)]
    assert found.course[0].week == "2026-10-01--2026-10-04"
    assert [one.concerns for one in found.course].count(1) == 3
    assert sum(one.concerns for one in found.course) == found.total.concerns
    assert found.period == period


def test_a_week_in_which_the_clocks_change_holds_all_its_hours():
    week = Week(2026, 43)
    start, end = week.bounds(ZONE)
    assert end - start == timedelta(hours=169)
    inside = [told("buskorning", at=at) for at in (start, end - timedelta(seconds=1))]
    found = facts(inside, period=week)
    assert (found.total.concerns, found.complete) == (2, True)
    assert parts_of(found.weekdays)["tue"] in (0, None)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_period_has_facts_that_add_up(data):
    concerns = data.draw(weeks_of_concerns())
    day = data.draw(st.dates(date(2020, 1, 1), date(2027, 12, 31)))
    period = data.draw(
        st.sampled_from(
            (
                Period.of_week(Week.of_day(day)),
                Period.quarter(day.year, (day.month + 2) // 3),
                Period.year(day.year),
                Period(day, day + timedelta(days=data.draw(st.integers(0, 400)))),
            )
        )
    )
    start, end = period.bounds(ZONE)
    moved = [
        told(*(t.id for t in c.themes), area=c.area, by=c.resident_id, at=at)
        for c in concerns
        for at in [data.draw(st.datetimes(start.replace(tzinfo=None), end.replace(tzinfo=None)))]
        for at in [min(at.replace(tzinfo=UTC), end - timedelta(seconds=1))]
    ]
    found = facts(moved, period=period)
    assert sum(one.concerns for one in found.course) in (
        found.total.concerns if found.course else 0,
    )
    for parts in (found.weekdays, found.day_parts):
        assert sum(part.concerns or 0 for part in parts) <= found.total.concerns
        assert None in parts_of(parts).values() or (
            sum(parts_of(parts).values()) == found.total.concerns
        )
    assert found.period == period
    assert facts_from_json(json.loads(json.dumps(found.as_json()))) == found


def weeks_of_concerns():
    themes = st.sampled_from([theme.id for theme in config().themes])
    return st.lists(
        st.builds(
            lambda ids, area, by: told(*ids, area=area, by=by),
            st.lists(themes, max_size=3, unique=True),
            st.sampled_from(["Norrby", "Hulta", "Hässleholmen", "Göta", None]),
            st.integers(1, 12),
        ),
        max_size=40,
    )


def test_an_increase_is_claimed_only_where_it_shows_in_what_is_told():
    earlier = weeks_before([9, 8, 10, 9, 9, 8, 11, 9], "fortkorning", area="Göta")
    trends = {}
    for now in (4, 9):
        found = facts(times(now, "buskorning", area="Norrby"), earlier)
        (cell,) = [cell for cell in found.cells if cell.area == "Norrby"]
        assert cell.count.usual == Usual(below=3)
        trends[now] = cell.count.trend
    assert trends == {4: Trend.USUAL, 9: Trend.MORE}


def test_copies_are_told_with_their_area_only_where_its_number_is():
    text = "Mopeder kör på gångvägen mellan skolan och affären varje kväll, gör något."
    copies = times(5, "buskorning", area="Norrby", text=text)
    (same,) = facts(copies).same_words
    assert (same.kind, same.concerns, same.people.about) == ("campaign", 5, 5)
    assert (same.theme, same.area) == ("buskorning", "Norrby")
    (same,) = facts([*copies, told("fortkorning", area="Norrby")]).same_words
    assert (same.theme, same.area) == ("buskorning", None)
    found = facts(times(3, "buskorning", source=Source.IMPORT, text=text))
    assert (found.same_words, found.wordings, found.people.about) == ((), 0, 0)
