import numpy as np
import pytest

from nlp.categorizer.calibration import (
    best_other,
    calibrate_exclusive,
    calibrate_single,
    probabilities,
    threshold,
)


def test_the_best_other_score_is_the_highest_of_the_rest() -> None:
    assert best_other(np.array([1.0, 3.0, 2.0])).tolist() == [3.0, 2.0, 3.0]
    assert best_other(np.array([[2.0, 2.0]])).tolist() == [[2.0, 2.0]]


def test_a_single_score_has_no_rival_but_itself() -> None:
    assert best_other(np.array([[1.5]])).tolist() == [[1.5]]


def test_probabilities_are_as_often_right_as_they_say() -> None:
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(4000, 3))
    chance = 1 / (1 + np.exp(-2 * scores))
    truth = rng.random(scores.shape) < chance
    given = probabilities(scores, calibrate_single(scores, truth), exclusive=False)
    for low in (0.1, 0.4, 0.7):
        held = (given >= low) & (given < low + 0.2)
        assert truth[held].mean() == pytest.approx(given[held].mean(), abs=0.06)


def test_exclusive_probabilities_follow_the_shares_in_use() -> None:
    truth = np.eye(2, dtype=bool)[np.arange(400) % 2]
    scores = np.zeros((400, 2))
    calibrated = calibrate_exclusive(scores, truth, np.array([0.9, 0.1]))
    given = probabilities(np.zeros(2), calibrated, exclusive=True)
    assert given[0] == pytest.approx(0.9, abs=0.03)


def test_the_threshold_is_where_the_wanted_precision_is_reached() -> None:
    chances = np.linspace(0.99, 0.31, 200, dtype=np.float32)
    right = np.arange(200) < 100
    found = threshold(chances, right, 0.9)
    assert right[chances >= found].mean() == pytest.approx(0.9, abs=0.04)


def test_without_held_out_texts_the_wanted_precision_itself_is_the_threshold() -> None:
    nothing = np.array([], np.float32)
    assert threshold(nothing, np.array([], bool), 0.85) == pytest.approx(0.85)
