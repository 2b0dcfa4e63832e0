"""From scores to probabilities, and from a wanted precision to a threshold."""

import numpy as np
from numpy.typing import NDArray

from nlp.categorizer.model import Calibration

_SURE_FROM, _NEVER_ABOVE = 0.3, 0.95
_PRIOR_COUNT = 5.0
_EASED_SLOPE, _EASED_OFFSET = 0.7, 0.5
Scores = NDArray[np.floating]
"""Of shape (labels,) or (texts, labels)."""


def probabilities(scores: Scores, calibration: Calibration, *, exclusive: bool) -> Scores:
    """The probability of each label, in the shape of the scores."""
    logits = scores * calibration.scale + calibration.offset
    if exclusive:
        exp = np.exp(logits - logits.max(axis=-1, keepdims=True))
        share: Scores = exp / exp.sum(axis=-1, keepdims=True)
        return share
    single: Scores = 1.0 / (1.0 + np.exp(-logits - calibration.rival * best_other(scores)))
    return single


def best_other(scores: Scores) -> Scores:
    """For each label the highest score among the other labels; its own where it is alone."""
    if scores.shape[-1] == 1:
        return scores
    top = np.partition(scores, -2, axis=-1)[..., -2:]
    first, second = top[..., 1:], top[..., :1]
    return np.where(scores == first, second, first)


def calibrate_single(scores: Scores, truth: NDArray[np.bool_]) -> Calibration:
    """The calibration of a task whose labels may hold together, from held-out scores."""
    from sklearn.linear_model import LogisticRegression

    pairs = np.column_stack([scores.ravel(), best_other(scores).ravel()])
    fitted = LogisticRegression(C=1e3).fit(pairs, truth.ravel())
    scale, rival = (float(value) for value in fitted.coef_[0])
    offset = np.full(scores.shape[1], fitted.intercept_[0], np.float32)
    return Calibration(scale=scale, rival=rival, offset=offset)


def calibrate_exclusive(
    scores: Scores, truth: NDArray[np.bool_], shares: NDArray[np.floating]
) -> Calibration:
    """The calibration of a task of which one label is right, from held-out scores.

    `shares` are the parts of all texts that the labels are expected to have in use, which
    need not be those among the examples.
    """
    from scipy.optimize import minimize

    labels = truth.argmax(axis=1)
    counts = np.maximum(truth.sum(axis=0), 1)
    weights = (shares / counts)[labels]
    rows = np.arange(len(labels))

    def loss(parameters: NDArray[np.float64]) -> float:
        logits = np.exp(parameters[0]) * scores + parameters[1:]
        top = logits.max(axis=1)
        total = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
        penalty = 1e-3 * float(np.square(parameters[1:]).sum())
        return float((weights * (total - logits[rows, labels])).sum() / weights.sum()) + penalty

    fitted = minimize(loss, np.zeros(scores.shape[1] + 1), method="L-BFGS-B")
    return Calibration(
        scale=float(np.exp(fitted.x[0])), rival=0.0, offset=fitted.x[1:].astype(np.float32)
    )


def eased(calibration: Calibration) -> Calibration:
    """The same for messages, where a label is right more often than on held-out examples.

    Examples are written to differ from each other, so that those held out are harder than
    messages are. Slope and offset of the log odds were measured on messages by two writers
    who wrote no examples.
    """
    return Calibration(
        scale=calibration.scale * _EASED_SLOPE,
        rival=calibration.rival * _EASED_SLOPE,
        offset=calibration.offset * np.float32(_EASED_SLOPE) + np.float32(_EASED_OFFSET),
    )


def threshold(chances: Scores, right: NDArray[np.bool_] | Scores, precision: float) -> float:
    """The probability from which on a label is right as often as wanted.

    `chances` and `right` are of the held-out texts whose best label it was; where `right` is
    not known it may be the chances themselves. With few of them
    the probabilities themselves decide; the outcome lies between 0.3 and 0.95.
    """
    order = np.argsort(-chances, kind="stable")
    chance, hits = chances[order].astype(np.float64), np.cumsum(right[order], dtype=np.float64)
    count = np.arange(1, len(order) + 1)
    expected = np.cumsum(chance) / count
    reached = (hits + _PRIOR_COUNT * expected) / (count + _PRIOR_COUNT) >= precision
    if not reached.any():
        return max(precision, _SURE_FROM)
    lowest = float(chance[np.flatnonzero(reached)[-1]])
    return float(np.clip(lowest, _SURE_FROM, _NEVER_ABOVE))
