"""What a lägesbild says is true, and says so where there is nothing to say."""

import pytest

from bot.digest.periods import Period
from bot.lagesbild.whole import WHOLE
from storage.concern_values import Status
from tests.bot.digest.builders import times, told
from tests.bot.lagesbild.builders import QUARTER, WEEKS, lagesbild, pictures


def chapter(made, heading):
    return next((s for s in made.sections if s.heading == heading), None)


def sentences(made, heading):
    found = chapter(made, heading)
    return " ".join(s for block in found.blocks for s in block.sentences) if found else ""


def test_the_whole_municipality_is_every_concern_once_and_every_theme_as_in_its_focus_area():
    concerns = [
        *times(4, "buskorning", "klotter", area="Norrby", week=WEEKS[0].week),
        *times(3, "fortkorning", week=WEEKS[1].week),
        *times(2, area="Göta", week=WEEKS[1].week),
        told("rekrytering", area="Göta", week=WEEKS[1].week),
    ]
    found = pictures(concerns)
    whole = found[WHOLE]
    themes = {one.theme: one.count.concerns for one in whole.themes}
    assert whole.total.concerns == 9
    assert themes["buskorning"] == found["trafik"].total.concerns - themes["fortkorning"] == 4
    assert whole.without_theme == 2
    assert whole.without_theme_anywhere is None
    assert {one.theme for one in whole.sensitive if one.count is None} >= {"rekrytering"}


@pytest.mark.parametrize("focus_area", [WHOLE, "trafik", "norrby"])
def test_an_empty_period_is_told_as_nobody_told_and_not_as_calm(focus_area):
    made = lagesbild([], focus_area)
    assert "att inget har hänt" in " ".join(made.summary)
    assert made.pictures == ()
    assert sentences(made, "Så är bilden gjord")


def test_the_first_period_ever_claims_no_change():
    made = lagesbild(times(9, "buskorning", area="Norrby", week=WEEKS[0].week))
    told_of = sentences(made, "Vad som har ändrats, och hur säkert det är")
    assert "går inte att säga ännu" in told_of
    tables = [b.table for s in made.sections for b in s.blocks if b.table is not None]
    assert all("Vanligen" not in table.columns for table in tables)


def test_one_period_before_is_not_called_usual():
    before = Period.quarter(2026, 3).first
    then = Period.of_week(QUARTER.weeks()[0].shifted(-3)).week
    earliest = Period.of_week(QUARTER.weeks()[0].shifted(-16)).week
    assert then.monday > before
    concerns = [
        told("buskorning", week=earliest),
        *times(5, "buskorning", week=then),
        *times(7, "buskorning", week=WEEKS[0].week),
    ]
    made = lagesbild(concerns, "trafik")
    assert "bara med kvartalet före: 5" in made.summary[1]
    assert "anligen" not in " ".join(made.summary)


def test_what_was_done_is_counted_by_status_and_answers_are_not_invented():
    concerns = [
        *times(3, "buskorning", week=WEEKS[0].week, status=Status.DONE),
        *times(2, "buskorning", week=WEEKS[0].week, status=Status.OPEN, urgency="soon"),
    ]
    work = sentences(lagesbild(concerns, "trafik"), "Vad som har gjorts")
    assert "2 under arbete och 3 åtgärdade" in work
    assert "räknas inte här" in work


def test_a_focus_area_has_no_chapter_on_focus_areas():
    assert chapter(lagesbild(times(3, "buskorning"), "trafik"), "Fokusområdena") is None
