"""The numbers of a digest: what counts where, and that they add up."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.values import Count, Trend, Usual, facts_from_json
from storage.concern_values import Source
from tests.bot.digest.builders import config, facts, times, told, weeks_before


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
