import json

import pytest

from nlp.evaluation.comparison import Comparison, Verdict, compare
from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.read import read_of
from nlp.reading import PersonalData, Reading

from .builders import UNSURE, gold, reading


def compared(before: Reading, after: Reading, message: GoldMessage | None = None) -> Comparison:
    return compare([message or gold()], [read_of(before)], [read_of(after)])


def test_what_is_read_alike_is_not_told() -> None:
    assert compared(reading(), reading(score=0.8)).changed == ()


def test_a_message_that_became_wrong_is_told_with_what_would_be_right() -> None:
    (message,) = compared(reading(), reading(area="Sjöbo")).changed
    (change,) = message.changes
    assert message.id == "m1"
    assert message.verdict is Verdict.WORSE
    assert (change.aspect, change.before, change.after) == ("area", "Norrby", "Sjöbo")
    assert (change.was_right, change.is_right, change.wanted) == (True, False, "Norrby")


def test_a_message_that_became_right_is_told() -> None:
    (message,) = compared(reading("stold"), reading()).changed
    assert {change.aspect for change in message.changes} == {"primary_theme", "themes"}
    assert message.verdict is Verdict.BETTER


def test_one_thing_better_and_one_worse_is_mixed() -> None:
    (message,) = compared(reading("stold"), reading(area=None)).changed
    assert message.verdict is Verdict.MIXED


def test_from_wrong_to_wrong_and_a_doubt_are_neither_better_nor_worse() -> None:
    (message,) = compared(reading("stold"), reading("skada", **UNSURE)).changed
    assert message.verdict is Verdict.OTHER
    doubt = next(change for change in message.changes if change.aspect == "doubts")
    assert (doubt.before, doubt.after, doubt.is_right) == ([], ["theme_unsure"], None)


def test_nobody_says_what_theme_is_right_in_a_language_that_is_read_in_part() -> None:
    message = gold(lang="so", themes=[])
    (changed,) = compared(reading(), reading("stold"), message).changed
    assert changed.verdict is Verdict.OTHER
    assert all(change.is_right is None for change in changed.changes)


def test_figures_and_themes_stand_before_and_after() -> None:
    told = compared(reading("stold"), reading())
    assert (told.figures["area_accuracy"].change, told.themes["brand"].before) == (0.0, 0.0)
    assert told.figures["primary_theme_accuracy"].as_json() == {
        "before": 0.0,
        "after": 1.0,
        "difference": 1.0,
    }
    assert told.themes["stold"].after is None
    assert told.figures["soon_recall"].change is None


@pytest.mark.parametrize(
    "spans",
    [
        ((), ()),
        ((PersonalData(label="PERSON", start=0, end=3),), ()),
        ((PersonalData(label="PERSON", start=3, end=8),), ()),
    ],
)
def test_nothing_is_shown_that_should_be_masked(
    spans: tuple[tuple[PersonalData, ...], tuple[PersonalData, ...]],
) -> None:
    before, after = (reading(pii=pii) for pii in spans)
    told = compared(before, reading(pii=after.pii, area=None)).as_json()
    assert "Kalle" not in json.dumps(told)
    assert told["changed"][0]["masked"].startswith("[namn]")
    assert told["changed"][0]["masked"].endswith("på Norrby")


def test_a_comparison_is_plain_json() -> None:
    told = compared(reading(), reading("stold")).as_json()
    assert json.loads(json.dumps(told)) == told
    assert told["changed"][0]["verdict"] == "worse"
