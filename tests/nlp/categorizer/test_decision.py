import numpy as np

from nlp.categorizer.decision import Chances, Decision, decide
from nlp.categorizer.model import Calibration, Task
from nlp.reading import Doubt, Kind

NONE = Calibration(scale=1.0, rival=0.0, offset=np.zeros(5, np.float32))
KINDS = Task(
    name="kinds",
    labels=("concern", "positive", "question", "chatter", "spam"),
    exclusive=True,
    fades=False,
    calibration=NONE,
    thresholds=np.full(5, 0.5, np.float32),
)
THEMES = Task(
    name="themes",
    labels=("brand", "stold", "hot"),
    exclusive=False,
    fades=True,
    calibration=NONE,
    thresholds=np.array([0.8, 0.8, 0.8], np.float32),
)
CONCERN = np.array([0.96, 0.01, 0.01, 0.01, 0.01], np.float32)
CHATTER = np.array([0.02, 0.0, 0.0, 0.97, 0.01], np.float32)


def themes(*chances: float) -> np.ndarray:
    return np.array(chances, np.float32)


def decided(
    kinds: np.ndarray, themes: np.ndarray, language: str, *, primary: np.ndarray | None = None
) -> Decision:
    (decision,) = decide(
        Chances(KINDS, kinds[None]),
        Chances(THEMES, (themes if primary is None else primary)[None]),
        Chances(THEMES, themes[None]),
        [language],
    )
    return decision


def test_what_is_likeliest_to_be_most_important_comes_first() -> None:
    decision = decided(CONCERN, themes(0.7, 0.95, 0.1), "sv", primary=themes(0.85, 0.1, 0.05))
    assert [(t.id, round(t.score, 2)) for t in decision.themes] == [
        ("brand", 0.85),
        ("stold", 0.95),
    ]


def test_a_sure_theme_leaves_no_doubt() -> None:
    decision = decided(CONCERN, themes(0.1, 0.95, 0.2), "sv")
    assert [t.id for t in decision.themes] == ["stold"]
    assert decision.doubts == ()


def test_a_second_theme_is_given_when_it_is_likely_and_never_before_the_first() -> None:
    decision = decided(CONCERN, themes(0.8, 0.95, 0.1), "en")
    assert [t.id for t in decision.themes] == ["stold", "brand"]


def test_a_theme_below_its_threshold_is_given_with_a_doubt() -> None:
    decision = decided(CONCERN, themes(0.6, 0.1, 0.1), "sv")
    assert [t.id for t in decision.themes] == ["brand"]
    assert decision.doubts == (Doubt.THEME_UNSURE,)


def test_without_any_likely_theme_none_is_guessed() -> None:
    decision = decided(CONCERN, themes(0.05, 0.03, 0.02), "sv")
    assert decision.themes == ()
    assert decision.doubts == (Doubt.NO_THEME,)


def test_what_is_no_concern_has_no_theme() -> None:
    decision = decided(CHATTER, themes(0.99, 0.1, 0.1), "sv")
    assert (decision.kind, decision.themes, decision.doubts) == (Kind.CHATTER, (), ())


def test_an_unsure_kind_is_told() -> None:
    unsure = np.array([0.4, 0.1, 0.3, 0.1, 0.1], np.float32)
    assert Doubt.KIND in decided(unsure, themes(0.9, 0.1, 0.1), "sv").doubts


def test_another_language_is_a_concern_for_a_human_unless_the_opposite_is_sure() -> None:
    rather_spam = np.array([0.2, 0.0, 0.0, 0.1, 0.7], np.float32)
    decision = decided(rather_spam, themes(0.7, 0.1, 0.1), "so")
    assert decision.kind is Kind.CONCERN
    assert decision.themes == ()
    assert Doubt.LANGUAGE in decision.doubts
    assert Doubt.LANGUAGE in decided(CHATTER, themes(0, 0, 0), "ar").doubts


def test_the_probability_told_is_that_of_the_kind_told() -> None:
    rather_spam = np.array([0.2, 0.0, 0.0, 0.1, 0.7], np.float32)
    decision = decided(rather_spam, themes(0.7, 0.1, 0.1), "so")
    assert decision.kind_score == np.float32(0.2)


def test_the_likeliest_theme_that_is_not_given_is_told_too() -> None:
    assert decided(CONCERN, themes(0.1, 0.95, 0.2), "sv").second == ("hot", np.float32(0.2))
    assert decided(CONCERN, themes(0.05, 0.03, 0.02), "sv").second == ("brand", np.float32(0.05))
    assert decided(CONCERN, themes(0.9, 0.95, 0.8), "sv").second is None
    assert decided(CHATTER, themes(0.9, 0.95, 0.8), "sv").second is None


def test_texts_decided_together_are_decided_as_each_alone() -> None:
    kinds = np.stack([CONCERN, CHATTER, CONCERN])
    chances = np.stack([themes(0.1, 0.95, 0.2), themes(0.9, 0.1, 0.1), themes(0.1, 0.1, 0.1)])
    languages = ["sv", "sv", "ar"]
    assert decide(Chances(KINDS, kinds), *[Chances(THEMES, chances)] * 2, languages) == [
        decided(*one) for one in zip(kinds, chances, languages, strict=True)
    ]


def test_the_likeliest_themes_not_given_are_told_in_order() -> None:
    unsure = decided(CONCERN, themes(0.05, 0.03, 0.02), "sv").others
    assert [theme.score for theme in unsure] == sorted((t.score for t in unsure), reverse=True)
    assert len(unsure) == 3
    decision = decided(CONCERN, themes(0.1, 0.95, 0.2), "sv")
    assert not {t.id for t in decision.others} & {t.id for t in decision.themes}
    assert decision.second == (decision.others[0].id, decision.others[0].score)
    assert decided(CHATTER, themes(0.9, 0.95, 0.8), "sv").others == ()


def test_what_is_hardly_likely_is_told_only_where_no_theme_is_given() -> None:
    assert decided(CONCERN, themes(0.01, 0.95, 0.02), "sv").others == ()
    assert len(decided(CONCERN, themes(0.01, 0.03, 0.02), "sv").others) == 3
