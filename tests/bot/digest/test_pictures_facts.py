"""The pictures show what the facts tell, and nothing that they withhold."""

from dataclasses import replace

from bot.digest.pictures import area_map_of, area_outlines, heat_map_of, timeline_of
from bot.digest.pictures.from_facts import period_in_words
from bot.digest.values import (
    AreaCount,
    CellCount,
    Count,
    Facts,
    SensitiveCount,
    ThemeCount,
    Trend,
    Usual,
    WeekCount,
)
from bot.digest.wording import Wording
from tests.bot.digest.builders import config, texts

SV = Wording(language="sv", config=config(), texts=texts())
EN = Wording(language="en", config=config(), texts=texts())


def count(concerns, usual=None, trend=Trend.USUAL):
    return Count(concerns=concerns, voices=concerns, usual=usual, trend=trend)


def weeks(*told):
    return tuple(WeekCount(week=week, concerns=n, voices=n) for week, n in told)


FACTS = Facts(
    focus_area="vald",
    week="2026-W47",
    complete=True,
    history=weeks(("2026-W45", 4), ("2026-W46", 9)),
    total=count(14, Usual(mean=6.5, low=4, high=9), Trend.MORE),
    imported=0,
    themes=(
        ThemeCount(theme="misshandel_hot", count=count(12)),
        ThemeCount(theme="vapen_sprangning", count=count(0)),
    ),
    other_themes=0,
    without_theme=2,
    counted_again=0,
    areas=(
        AreaCount(area="Norrby", count=count(7)),
        AreaCount(area="Göta", count=count(3)),
    ),
    other_areas=3,
    without_place=1,
    cells=(CellCount(theme="misshandel_hot", area="Norrby", count=count(6, trend=Trend.MORE)),),
    sensitive=(SensitiveCount(theme="nara_relation", count=count(5)),),
    urgent_now=0,
    urgent_soon=0,
    positives=0,
    other_languages=None,
    needs_human=0,
    without_theme_anywhere=0,
    minimum_cell=3,
)


def test_the_week_stands_after_those_it_is_compared_with():
    timeline = timeline_of(FACTS, SV)

    assert [(p.when, p.concerns) for p in timeline.points] == [
        ("2026-W45", 4),
        ("2026-W46", 9),
        ("2026-W47", 14),
    ]
    assert (timeline.field, timeline.usual, timeline.now) == ("Våld och hot", (4, 9), 1)


def test_the_same_weeks_of_last_year_are_found_also_around_week_53():
    facts = replace(
        FACTS,
        week="2027-W01",
        history=weeks(("2026-W52", 4), ("2026-W53", 9)),
        last_year=weeks(("2025-W52", 6), ("2026-W01", 8)),
    )

    assert [p.year_before for p in timeline_of(facts, SV).points] == [6, None, 8]


def test_a_range_that_is_partly_withheld_begins_at_nothing():
    for usual, band in ((Usual(high=9), (0, 9)), (Usual(below=3), None), (None, None)):
        facts = replace(FACTS, total=count(14, usual))
        assert timeline_of(facts, SV).usual == band


def test_a_longer_period_is_told_by_its_weeks_and_cut_ones_are_marked():
    facts = replace(FACTS, week="2026", course=weeks(("2026-W01", 4), ("2026-W02", 9)))
    timeline = timeline_of(facts, SV)

    assert [point.whole for point in timeline.points] == [False, True]
    assert timeline.now == 2


def test_sensitive_themes_and_those_not_told_of_are_in_no_heat_map():
    heat_map = heat_map_of(FACTS, SV)

    assert [(one.name, one.concerns) for one in heat_map.themes] == [
        ("Misshandel, hot och rån", 12)
    ]
    assert [one.name for one in heat_map.areas] == ["Norrby", "Göta"]
    assert [(c.area, c.concerns, c.trend) for c in heat_map.cells] == [("Norrby", 6, Trend.MORE)]


def test_areas_that_are_not_told_by_name_are_withheld():
    area_map = area_map_of(FACTS, SV, area_outlines(config()))
    numbers = {number.area: number.concerns for number in area_map.numbers}

    assert numbers.keys() == set(config().areas)
    assert {a: n for a, n in numbers.items() if n is not None} == {"Norrby": 7, "Göta": 3}
    assert (area_map.withheld, area_map.without_place) == (3, 1)


def test_areas_that_sum_to_nothing_are_none():
    area_map = area_map_of(replace(FACTS, other_areas=0), SV, ())

    assert {number.concerns for number in area_map.numbers} == {7, 3, 0}


def test_a_field_of_places_has_only_these():
    facts = replace(FACTS, focus_area="hassleholmen_hulta", areas=(), other_areas=5)

    assert [(n.area, n.concerns) for n in area_map_of(facts, SV, ()).numbers] == [
        ("Hässleholmen", None),
        ("Hulta", None),
    ]


def test_periods_are_named_as_people_say_them():
    said = {
        "2026-W47": ("vecka 47", "week 47"),
        "2026-Q4": ("4:e kvartalet 2026", "4th quarter 2026"),
        "2026": ("2026", "2026"),
        "2026-10-01--2026-11-22": ("1 oktober–22 november 2026", "1 October–22 November 2026"),
        "2025-12-01--2026-01-31": (
            "1 december 2025–31 januari 2026",
            "1 December 2025–31 January 2026",
        ),
    }
    for week, (sv, en) in said.items():
        facts = replace(FACTS, week=week)
        assert (period_in_words(facts, SV), period_in_words(facts, EN)) == (sv, en)
