import json

import pytest

from nlp.errors import GoldInvalid
from nlp.evaluation.evaluate import evaluate
from nlp.evaluation.gold import GoldMessage, read_gold
from nlp.evaluation.measures import calibration_error, found
from nlp.reading import Kind, PersonalData, PlaceMention, Reading, ThemeScore, Urgency

LINE = {
    "id": "m1",
    "text": "Kalle eldar på Norrby",
    "lang": "sv",
    "kind": "concern",
    "themes": ["brand"],
    "area": "Norrby",
    "places": ["Norrby"],
    "urgency": "now",
    "recurring": False,
    "pii": [{"label": "PERSON", "text": "Kalle"}],
    "tags": ["brief"],
}


def gold(**changes: object) -> GoldMessage:
    return read_gold([json.dumps(LINE | changes)])[0]


def reading(theme: str = "brand", area: str | None = "Norrby", score: float = 0.9) -> Reading:
    return Reading(
        id=None,
        kind=Kind.CONCERN,
        themes=(ThemeScore(id=theme, score=score),),
        area=area,
        places=(PlaceMention(name="Norrby", area="Norrby", start=15, end=21),),
        urgency=Urgency.NOW,
        danger=None,
        recurring=False,
        language="sv",
        masked="",
        pii=(PersonalData(label="PERSON", start=0, end=5),),
        needs_human=False,
        why=(),
    )


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


def test_a_report_is_plain_json() -> None:
    data = json.loads(json.dumps(evaluate([gold()], [reading()]).as_json()))
    assert data["figures"]["kind_accuracy"] == 1.0
    assert data["themes"]["brand"]["support"] == 1


def test_found_counts_repeats() -> None:
    counts = found([(["a", "a"], ["a", "b"])])
    assert (counts.right, counts.given, counts.wanted) == (1, 2, 2)


def test_calibration_error_is_the_gap_between_said_and_true() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0.0)
    assert calibration_error([1.0] * 4, [False] * 4) == pytest.approx(1.0)
    assert calibration_error([], []) is None


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        json.dumps(LINE | {"kind": "x"}),
        json.dumps(LINE | {"pii": [{"label": "PERSON"}]}),
    ],
)
def test_a_bad_gold_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(GoldInvalid, match="rad 2"):
        read_gold([json.dumps(LINE), line])
