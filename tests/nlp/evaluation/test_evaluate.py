import json

import pytest

from nlp.errors import GoldInvalid
from nlp.evaluation.evaluate import evaluate
from nlp.evaluation.gold import gold_hash, read_gold
from nlp.evaluation.measures import calibration, calibration_error, found
from nlp.reading import Kind, Urgency

from .builders import LINE, NO_THEME, UNCLEAR, UNSURE, gold, reading


def test_a_right_reading_has_full_marks() -> None:
    figures = evaluate([gold()], [reading()]).figures
    for name in ("kind_accuracy", "primary_theme_accuracy", "area_accuracy", "now_recall"):
        assert figures[name] == 1.0
    for name in ("pii_recall", "pii_precision", "places_f1", "themes_micro_f1"):
        assert figures[name] == 1.0


def test_what_does_not_occur_has_no_figure() -> None:
    figures = evaluate([gold()], [reading()]).figures
    assert figures["soon_recall"] is None
    assert figures["wrong_area_where_none"] is None
    assert figures["other_languages_area"] is None


def test_a_wrong_theme_is_counted_as_a_confusion() -> None:
    report = evaluate([gold(), gold()], [reading("stold"), reading("stold")])
    assert report.confusions == (("brand", "stold", 2),)
    assert report.themes["brand"].recall == 0.0


def test_themes_of_other_languages_are_left_out_of_the_theme_figures() -> None:
    figures = evaluate([gold(lang="so")], [reading("stold")]).figures
    assert figures["primary_theme_accuracy"] is None
    assert figures["other_languages_area"] == 1.0


def test_an_area_where_there_is_none_is_counted() -> None:
    report = evaluate([gold(area=None), gold(area=None)], [reading(), reading(area=None)])
    assert report.figures["wrong_area_where_none"] == 0.5


def test_groups_are_by_language_and_tag() -> None:
    report = evaluate([gold()], [reading()])
    assert report.by_language["sv"].messages == report.by_tag["brief"].messages == 1


def test_groups_say_of_how_many_the_theme_is_a_share() -> None:
    report = evaluate([gold(), gold(kind="chatter", themes=[])], [reading(), reading()])
    assert (report.by_language["sv"].messages, report.by_language["sv"].themed) == (2, 1)


@pytest.mark.parametrize(
    ("words", "name"),
    [(0, "1-8"), (8, "1-8"), (9, "9-15"), (15, "9-15"), (16, "16-25"), (40, "26-40"), (41, "41+")],
)
def test_lengths_are_counted_in_words(words: int, name: str) -> None:
    message = gold(text="ord " * words, pii=[])
    assert list(evaluate([message], [reading(pii=())]).by_length) == [name]


def test_lengths_stand_the_shortest_first() -> None:
    texts = ["ord " * 50, "ord", "ord " * 20]
    report = evaluate([gold(text=t, pii=[]) for t in texts], [reading(pii=())] * 3)
    assert list(report.by_length) == ["1-8", "16-25", "41+"]


def test_what_is_sure_of_its_theme_is_told_apart_from_what_is_not() -> None:
    readings = [
        reading(),
        reading("stold"),
        reading("stold", **UNSURE),
        reading(None, **NO_THEME),
    ]
    theme = evaluate([gold()] * 4, readings).certainty["theme"]
    assert (theme["sure"].messages, theme["sure"].share, theme["sure"].right) == (2, 0.5, 0.5)
    assert (theme["unsure"].messages, theme["unsure"].right) == (1, 0.0)
    assert theme["none"].messages == 1


def test_doubt_about_the_kind_is_no_doubt_about_the_theme() -> None:
    certainty = evaluate([gold()], [reading(**UNCLEAR)]).certainty
    assert certainty["kind"]["unsure"].messages == 1
    assert certainty["theme"]["sure"].messages == 1
    assert certainty["whole"]["for_a_human"].right == 1.0


def test_an_area_that_is_not_told_is_right_where_there_is_none() -> None:
    area = evaluate([gold(area=None), gold()], [reading(area=None), reading(area=None)]).certainty
    assert (area["area"]["none"].messages, area["area"]["none"].right) == (2, 0.5)
    assert area["area"]["given"].right is None


def test_kinds_and_urgencies_taken_for_others_are_counted() -> None:
    wrong = reading(kind=Kind.QUESTION, urgency=Urgency.NORMAL)
    report = evaluate([gold(), gold()], [wrong, reading()])
    assert report.kind_confusions == (("concern", "question", 1),)
    assert report.urgency_confusions == (("now", "normal", 1),)


def test_a_theme_that_is_only_given_wrongly_is_among_the_themes() -> None:
    report = evaluate([gold()], [reading("stold")])
    assert (report.themes["stold"].wanted, report.themes["stold"].precision) == (0, 0.0)


def test_every_message_read_wrong_is_named_with_what_would_be_right() -> None:
    report = evaluate([gold(), gold(id="m2")], [reading(), reading(area=None, language="da")])
    (mistake,) = report.mistakes
    assert mistake.id == "m2"
    assert mistake.wrong == {
        "area": {"gold": "Norrby", "read": None},
        "language": {"gold": "sv", "read": "da"},
    }


def test_no_mistake_shows_what_should_be_masked() -> None:
    report = evaluate([gold()], [reading(pii=())])
    assert report.mistakes[0].wrong["pii"] == {"gold": ["PERSON"], "read": []}
    assert "Kalle" not in json.dumps(report.as_json())


def test_a_report_is_plain_json() -> None:
    data = json.loads(json.dumps(evaluate([gold()], [reading()]).as_json()))
    assert data["figures"]["kind_accuracy"] == 1.0
    assert data["themes"]["brand"]["support"] == 1
    assert len(data["calibration"]) == 10
    assert data["certainty"]["theme"]["sure"] == {"messages": 1, "share": 1.0, "right": 1.0}


def test_found_counts_repeats() -> None:
    counts = found([(["a", "a"], ["a", "b"])])
    assert (counts.right, counts.given, counts.wanted) == (1, 2, 2)


def test_calibration_error_is_the_gap_between_said_and_true() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0.0)
    assert calibration_error([1.0] * 4, [False] * 4) == pytest.approx(1.0)
    assert calibration_error([], []) is None


def test_the_calibration_has_ten_bins_with_what_was_said_and_what_was_right() -> None:
    bins = calibration([0.05, 0.95, 1.0], [False, True, False])
    assert len(bins) == 10
    assert (bins[0].count, bins[0].said, bins[0].right) == (1, 0.05, 0.0)
    assert (bins[9].count, bins[9].said, bins[9].right) == (2, pytest.approx(0.975), 0.5)
    assert (bins[5].least, bins[5].most, bins[5].count, bins[5].said) == (0.5, 0.6, 0, None)


def test_a_theme_that_is_not_configured_is_refused_with_the_nearest() -> None:
    lines = [json.dumps(LINE), json.dumps(LINE | {"themes": ["brannd"]})]
    with pytest.raises(GoldInvalid, match=r'rad 2: temat "brannd" .*menade du "brand"'):
        read_gold(lines, themes={"brand", "stold"})


def test_the_hash_of_gold_changes_with_what_is_right_but_not_with_tags() -> None:
    assert gold_hash([gold()]) == gold_hash([gold(tags=[])])
    for other in (gold(id="m2"), gold(area=None), gold(text="Kalle eldar")):
        assert gold_hash([other]) != gold_hash([gold()])


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "[" * 100_000,
        json.dumps(LINE | {"area": 7}),
        json.dumps(LINE | {"themes": [1]}),
        json.dumps(LINE | {"tags": None}),
        json.dumps(LINE | {"kind": "x"}),
        json.dumps(LINE | {"pii": [{"label": "PERSON"}]}),
    ],
)
def test_a_bad_gold_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(GoldInvalid, match="rad 2"):
        read_gold([json.dumps(LINE), line])
