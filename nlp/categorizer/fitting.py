"""Training: texts with labels in, a model out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nlp.categorizer.calibration import (
    calibrate_exclusive,
    calibrate_single,
    eased,
    probabilities,
    threshold,
)
from nlp.categorizer.features import lexicon
from nlp.categorizer.model import Floats, Model, Task
from nlp.categorizer.units import Units
from nlp.errors import TrainingImpossible

Bools = NDArray[np.bool_]
Sparse: TypeAlias = Any
"""A scipy CSR matrix; scipy has no types, and is imported only to train."""

Machine: TypeAlias = Any
"""A classifier of scikit-learn, imported only to train, too."""

Progress = Callable[[int, int], None]
"""Called with how many steps are done, and of how many."""

TRAINING_VERSION = 10
"""Part of what a trained model is named by: raise it when training changes."""

FOLDS = 3
_COST = 0.7
_RAREST = 2
OF_MESSAGES = {"w": 1.0, "s": 1.0, "c": 1.0, "k": 2.0, "g": 2.0, "b": 1.0}
OF_REPORTS = {"w": 1.0, "s": 1.0, "c": 0.5, "k": 2.0, "g": 2.0, "b": 2.0}
"""What the sorts of features count, by their first letter (nlp/categorizer/features.py). Long and
well-spelt texts are told by pairs of words more, by parts of words less."""


@dataclass(frozen=True, kw_only=True)
class Examples:
    """What one task is trained from.

    `texts` are positions in the list of all texts, `truth` has a row for each of them and a
    column a label. `fades` as in `Task`: the texts in use will be messages. `together` says
    that the labels of an exclusive task are told apart by one machine (Crammer & Singer, J.
    Mach. Learn. Res. 2, 2001), which suits many texts. `beside` names an earlier task with the
    same texts and labels whose scores are added to its own. `precision` and `shares` have a
    value a label: the wanted precision, and for an exclusive task the part of all texts it is
    expected to have in use.
    """

    name: str
    labels: tuple[str, ...]
    exclusive: bool
    texts: NDArray[np.int64]
    truth: Bools
    fades: bool = False
    together: bool = False
    beside: str = ""
    precision: tuple[float, ...] = ()
    shares: tuple[float, ...] = ()


def fit(
    texts: Sequence[str],
    tasks: Sequence[Examples],
    *,
    known: Mapping[str, Sequence[str]],
    weights: Mapping[str, float] = OF_MESSAGES,
    progress: Progress | None = None,
) -> Model:
    """Train one model for all tasks; the same input gives the same model.

    Raises:
        TrainingImpossible: a task has fewer than two labels, or a label no text.
    """
    for task in tasks:
        check(task)
    counted = {label: tuple(listed) for label, listed in known.items()}
    matrix, vocabulary, rarity = vectorize(texts, counted, weights)
    done, total = 0, (FOLDS + 1) * sum(len(task.labels) for task in tasks)
    found: dict[str, _Separation] = {}
    trained: list[Task] = []

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    for task in tasks:
        separation = _separation(matrix[task.texts], task, step)
        if task.beside:
            separation += found[task.beside]
        found[task.name] = separation
        trained.append(_calibrated(task, separation.held_out))
    return Model(
        tasks=tuple(trained),
        vocabulary=vocabulary,
        rarity=rarity,
        weights=np.concatenate([f.weights for f in found.values()], axis=1).astype(np.float32),
        bias=np.concatenate([f.bias for f in found.values()]).astype(np.float32),
        keywords=counted,
    )


def held_out_scores(
    texts: Sequence[str],
    task: Examples,
    *,
    known: Mapping[str, Sequence[str]],
    progress: Progress | None = None,
) -> NDArray[np.float64]:
    """The scores of each text when it was held out, of shape (texts of the task, labels).

    Raises:
        TrainingImpossible: the task has fewer than two labels, or a label no text.
    """
    check(task)
    counted = {label: tuple(listed) for label, listed in known.items()}
    matrix, _, _ = vectorize(texts, counted)
    done, total = 0, FOLDS * len(task.labels)

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    return _held_out(matrix[task.texts], task, step)


def vectorize(
    texts: Sequence[str],
    known: Mapping[str, Sequence[str]],
    weights: Mapping[str, float] = OF_MESSAGES,
) -> tuple[Sparse, tuple[str, ...], Floats]:
    """The texts as rows of a sparse matrix, its columns' names, and what each counts.

    A text is the sum of its units' features, divided by the root of the sum of the units'
    squared lengths, so that it can be summed from units prepared once.
    """
    import scipy.sparse as sp

    units = Units(lexicon(known))
    numbers = [units.numbers(text)[1] for text in texts]
    made_of = units.take_new()
    names: dict[str, int] = {}
    parts = [[names.setdefault(name, len(names)) for name in features] for features in made_of]
    counts = _sparse(numbers, len(made_of))
    features = _sparse(parts, len(names))
    occurs = np.asarray(((counts @ features) > 0).sum(axis=0)).ravel()
    kept = np.flatnonzero(occurs >= min(_RAREST, len(texts)))
    every = tuple(names)
    vocabulary = tuple(every[number] for number in kept)
    weight = np.array([weights[name[0]] for name in vocabulary])
    rarity = weight * (np.log((1 + len(texts)) / (1 + occurs[kept])) + 1)
    features = features[:, kept] @ sp.diags(rarity)
    lengths = np.asarray(features.multiply(features).sum(axis=1)).ravel()
    norms = np.sqrt(np.maximum(counts @ lengths, 1e-12))
    return sp.diags(1 / norms) @ counts @ features, vocabulary, rarity.astype(np.float32)


def _sparse(rows: Sequence[Sequence[int]], width: int) -> Sparse:
    import scipy.sparse as sp

    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter((column for row in rows for column in row), np.int64, starts[-1])
    matrix = sp.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), width))
    matrix.sum_duplicates()
    return matrix


@dataclass(frozen=True, kw_only=True)
class _Separation:
    """What tells the labels of a task apart, and the scores of texts when they were held out.

    Shapes: (features, labels), (labels,), (texts, labels).
    """

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    held_out: NDArray[np.float64]

    def __add__(self, other: "_Separation") -> "_Separation":
        return _Separation(
            weights=self.weights + other.weights,
            bias=self.bias + other.bias,
            held_out=self.held_out + other.held_out,
        )


def _separation(rows: Sparse, task: Examples, step: Callable[[], None]) -> _Separation:
    held_out = _held_out(rows, task, step)
    weights, bias = _separate(rows, task.truth, task, step)
    return _Separation(weights=weights, bias=bias, held_out=held_out)


def _held_out(rows: Sparse, task: Examples, step: Callable[[], None]) -> NDArray[np.float64]:
    folds, scores = folds_of(task.truth), np.zeros(task.truth.shape)
    for fold in range(FOLDS):
        learnt, asked = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        weights, bias = _separate(rows[learnt], task.truth[learnt], task, step)
        scores[asked] = rows[asked] @ weights + bias
    return scores


def _separate(
    rows: Sparse, truth: Bools, task: Examples, step: Callable[[], None]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    separate = _separate_together if task.together else separate_each
    return separate(rows, truth, step)


def separate_each(
    rows: Sparse, truth: Bools, step: Callable[[], None]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each label from all others; a step a label."""
    columns, bias = [], []
    for label in range(truth.shape[1]):
        machine = _machine(class_weight="balanced", tol=0.1).fit(rows, truth[:, label])
        columns.append(machine.coef_[0])
        bias.append(machine.intercept_[0])
        step()
    return np.stack(columns, axis=1), np.array(bias)


def _separate_together(
    rows: Sparse, truth: Bools, step: Callable[[], None]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """All labels from each other; a step a label."""
    labels = truth.argmax(axis=1)
    machine = _machine(multi_class="crammer_singer", tol=1e-2).fit(rows, labels)
    weights, bias = machine.coef_.T, machine.intercept_
    if truth.shape[1] == 2:  # one column tells the second from the first
        weights, bias = np.hstack([-weights, weights]), np.array([-bias[0], bias[0]])
    for _ in range(truth.shape[1]):
        step()
    return weights, bias


def _machine(**how: str | float) -> Machine:
    from sklearn.svm import LinearSVC

    return LinearSVC(C=_COST, random_state=0, max_iter=2000, **how)


def folds_of(truth: Bools) -> NDArray[np.int64]:
    """Folds in which every label is spread evenly; neighbours in a file stand apart."""
    order = np.lexsort((np.arange(len(truth)), truth.argmax(axis=1)))
    folds = np.empty(len(truth), np.int64)
    folds[order] = np.arange(len(truth)) % FOLDS
    return folds


def _calibrated(task: Examples, scores: NDArray[np.float64]) -> Task:
    shares = np.array(task.shares or task.truth.mean(axis=0))
    calibration = (
        calibrate_exclusive(scores, task.truth, shares)
        if task.exclusive
        else calibrate_single(scores, task.truth)
    )
    if task.fades and not task.exclusive:
        calibration = eased(calibration)
    chances = probabilities(scores, calibration, exclusive=task.exclusive)
    right = chances if task.fades else task.truth
    best = chances.argmax(axis=1)
    wanted = task.precision or (0.9,) * len(task.labels)
    thresholds = [
        threshold(chances[best == label, label], right[best == label, label], precision)
        for label, precision in enumerate(wanted)
    ]
    return Task(
        name=task.name,
        labels=task.labels,
        exclusive=task.exclusive,
        fades=task.fades,
        calibration=calibration,
        thresholds=np.array(thresholds, np.float32),
    )


def check(task: Examples) -> None:
    """Raises `TrainingImpossible` for fewer than two labels, or one with too few texts."""
    if len(task.labels) < 2:
        raise TrainingImpossible(
            f"{task.name}: minst två etiketter behövs för att kunna skilja dem åt."
        )
    for label, count in zip(task.labels, task.truth.sum(axis=0), strict=True):
        if count < FOLDS:
            raise TrainingImpossible(f"{label}: {count} exempel räcker inte, minst {FOLDS} behövs.")
