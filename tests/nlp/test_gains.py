"""A gain is told by people who did not propose it, and only where it is more than chance."""

import pytest

from nlp.config import Theme
from nlp.errors import TrainingImpossible
from nlp.gains import Bench, Change, Told, texts_with

WHERE = ("vid torget", "på parkeringen", "utanför skolan", "nära stationen", "bakom kiosken")


def theme(id, *said, keywords=()):
    return Theme(
        id=id,
        keywords=keywords,
        examples=tuple(f"{one} {where} {n}" for n in range(3) for where in WHERE for one in said),
    )


THEMES = (theme("brand", "Det brinner", "En eld"), theme("stold", "Någon stal", "Cykeln är tagen"))
HOW = ("utan lov", "helt öppet", "i natt", "med sina vänner", "från balkongen", "i fyllan")


def told(*texts, theme="brand", sources=None):
    sources = sources or range(len(texts))
    return [Told(theme=theme, source=s, text=t) for s, t in zip(sources, texts, strict=True)]


ROBBERIES = told(
    *(f"Någon stal min plånbok {where}" for where in WHERE), theme="stold", sources=range(90, 95)
)
UNKNOWN = [f"Någon avfyrade raketer {how} {where}" for how in HOW for where in WHERE]


def test_what_many_say_alike_is_learnt_from_some_and_judged_by_the_others():
    bench = Bench(THEMES, told(*UNKNOWN))
    gain = bench.of_sentences(range(len(UNKNOWN)))
    assert gain.told.of == len(UNKNOWN)
    assert gain.told.after == gain.told.of
    assert gain.told.is_measurable(0.05)
    assert not gain.examples.is_measurable(0.05)


def test_nobody_judges_what_came_from_the_same_person():
    one_person = Bench(THEMES, told(*UNKNOWN[:6], sources=[1] * 6) + ROBBERIES)
    assert one_person.of_sentences([0]).told.of == len(ROBBERIES)
    two = Bench(THEMES, told(*UNKNOWN[:6], sources=[1] * 3 + [2] * 3) + ROBBERIES)
    assert two.of_sentences([0]).told.of == len(ROBBERIES) + 3


def test_a_text_is_read_by_a_training_without_it():
    bench = Bench(THEMES, told("Det brinner vid torget", "Någon stal min plånbok vid torget"))
    assert bench.read_as(0) == "brand"
    assert bench.read_as(1) == "stold"
    assert bench.margin(0) > 0 > bench.margin(1)


def test_the_short_cut_says_what_training_everything_anew_says():
    bench = Bench(THEMES, told(*UNKNOWN[:12]) + ROBBERIES)
    assert bench.of_sentences(range(12)).told == bench.of_sentences(range(12), exact=True).told


def test_a_keyword_helps_those_who_use_it():
    lit = "Det brinner med lågor", "En låga", "Lågorna slog upp"
    known = theme("brand", *lit, keywords=("lågor", "låga"))
    bench = Bench((known, THEMES[1]), told(*(f"avfyrar raketer {how}" for how in HOW)))
    nothing, gain = (bench.of_keywords("brand", (word,)) for word in ("finns inte", "raketer"))
    assert (nothing.told.better, nothing.told.worse) == (0, 0)
    assert gain.told.better > gain.told.worse == 0
    assert bench.of_keywords("brand", ("raketer",), unjudged=(0, 1)).told.of == len(HOW) - 2


def test_nothing_can_be_learnt_from_a_theme_with_too_few_examples():
    with pytest.raises(TrainingImpossible):
        Bench((THEMES[0], Theme(id="stold", examples=("Någon stal",))), [])


@pytest.mark.parametrize(
    ("better", "worse", "between"),
    [(0, 0, (0, 0)), (6, 0, (1, 6)), (0, 6, (-6, -1)), (20, 0, (14, 20))],
)
def test_a_gain_lies_between_what_chance_leaves_likely(better, worse, between):
    assert Change(of=100, before=50, better=better, worse=worse).between(0.05) == between


@pytest.mark.parametrize(
    ("better", "worse", "is_measurable"),
    [(0, 0, False), (1, 0, False), (5, 0, False), (6, 0, True), (0, 6, True), (20, 14, False)],
)
def test_a_few_texts_more_or_less_are_no_gain(better, worse, is_measurable):
    change = Change(of=100, before=50, better=better, worse=worse)
    assert change.is_measurable(0.05) is is_measurable


def test_keywords_are_found_as_the_categorizer_hears_them():
    texts = ["Hundkopplet var av", "En lös hund sprang", "Hunden var lös"]
    assert texts_with(["koppel"], texts) == []
    assert texts_with(["koppl"], texts) == [0]
    assert texts_with(["lös hund"], texts) == [1]
