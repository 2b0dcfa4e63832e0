"""A theme that was merged goes on in its successor; one that ended stands where it was told."""

from dataclasses import replace
from datetime import date

import pytest

from bot.config.models import RetiredTheme
from bot.digest.facts import compute_facts
from bot.exports import _themes
from bot.focus_areas import focus_areas_of
from tests.bot.digest import builders
from tests.bot.digest.builders import config, times, told, weeks_before


def with_retired(theme_id, *, into=(), since=date(2026, 11, 1), **changes):
    """The shipped configuration as if it had been retired from an earlier one."""
    old = config().theme(theme_id)
    retired = RetiredTheme(**{**old.model_dump(), "since": since, "into": into, **changes})
    themes = tuple(theme for theme in config().themes if theme.id != theme_id)
    return replace(config(), themes=themes, retired_themes=(retired,))


@pytest.fixture
def facts(monkeypatch):
    def found(changed, concerns, before=()):
        monkeypatch.setattr(builders, "config", lambda: changed)
        read = builders.told_in(concerns, list(before))
        return compute_facts(read, changed.focus_area("trafik"), changed)

    return found


def counts(facts):
    return {one.theme: one.count.concerns for one in facts.themes}


def test_the_series_of_a_merged_theme_goes_on_in_its_successor(facts):
    merged = with_retired("buskorning", into=("fortkorning",))
    before = weeks_before([5] * 8, "buskorning", "fortkorning")
    found = facts(merged, times(4, "fortkorning") + times(2, "buskorning"), before)
    assert counts(found) == {"fortkorning": 6}
    (theme,) = found.themes
    assert theme.count.usual.mean == 5
    assert found.total.concerns == 6


def test_old_concerns_of_an_ended_theme_stay_in_its_field_without_a_row(facts):
    ended = with_retired("buskorning", since=date(2026, 11, 1))
    found = facts(ended, times(4, "fortkorning") + times(2, "buskorning"))
    assert counts(found) == {"fortkorning": 4}
    assert found.total.concerns == 6
    assert found.without_theme == 2


def test_in_a_week_when_it_had_not_ended_it_has_its_row_and_its_name(facts):
    ended = with_retired("buskorning", since=date(2026, 11, 20))
    found = facts(ended, times(4, "fortkorning") + times(3, "buskorning"))
    assert counts(found) == {"fortkorning": 4, "buskorning": 3}
    assert ended.theme("buskorning").label == config().theme("buskorning").label


def test_a_sensitive_theme_that_ended_stays_out_of_all_open_numbers(facts):
    ended = with_retired("buskorning", sensitive=True)
    found = facts(ended, times(4, "fortkorning") + times(2, "buskorning"))
    assert found.total.concerns == 4


def test_exports_and_fields_know_the_successor():
    merged = with_retired("buskorning", into=("belysning",))
    concern = told("buskorning")
    assert _themes(concern, merged) == ["belysning"]
    (field,) = focus_areas_of(themes=["buskorning"], area=None, config=merged)
    assert field.id == merged.theme("belysning").focus_area
