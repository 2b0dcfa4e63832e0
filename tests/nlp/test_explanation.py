import pytest

from nlp.categorizer.component import Categories
from nlp.explanation import OTHER, explanation_of
from nlp.extensions import Findings
from nlp.reading import Doubt, Kind, Reading, ThemeScore, Urgency
from nlp.why import why


def reading(*lines: str) -> Reading:
    return Reading(
        id=None,
        kind=Kind.CONCERN,
        themes=(ThemeScore(id="brand", score=0.93),),
        area=None,
        places=(),
        urgency=Urgency.NORMAL,
        danger=None,
        recurring=False,
        language="sv",
        masked="",
        pii=(),
        needs_human=False,
        why=lines,
    )


def test_the_lines_are_taken_apart() -> None:
    told = explanation_of(
        reading(
            "Sort: concern (0,99)",
            "Tema brand (0,93): eldar, container",
            "Tema annat (0,61)",
            "Näst bästa tema: stold (0,07)",
            "Plats Norrby: ”Tema”, område Norrby",
            "Behöver en människa: temat är osäkert",
        )
    )
    assert told.kind_score == 0.99
    assert told.words == {"brand": ("eldar", "container"), "annat": ()}
    assert told.second == ThemeScore(id="stold", score=0.07)
    assert told.doubts == (Doubt.THEME_UNSURE,)


def test_a_reading_without_reasons_explains_nothing() -> None:
    told = explanation_of(reading())
    assert (told.kind_score, told.words, told.second, told.doubts) == (None, {}, None, ())


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_is_recognised_as_it_is_told(doubt: Doubt) -> None:
    said = Findings("text")
    said.doubts = (doubt,)
    lines = why(Categories(most_words=1), said, reading())
    assert explanation_of(reading(*lines)).doubts == (doubt,)


def test_a_reason_that_is_no_known_doubt_is_still_one() -> None:
    assert explanation_of(reading("Behöver en människa: platsen är oklar")).doubts == (OTHER,)
