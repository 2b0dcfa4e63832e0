"""What training leaves behind: plain numbers, enough to sort texts without any trainer."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How scores become probabilities.

    Of an exclusive task: softmax(scale · score + offset). Else, label by label:
    sigmoid(scale · score + rival · best other score + offset).
    """

    scale: float
    rival: float
    offset: Floats


@dataclass(frozen=True, kw_only=True)
class Task:
    """One question that is asked of a text, and the labels that may answer it.

    `exclusive` says that exactly one label is right, `fades` that what is said first counts
    most, as in messages, which begin with their point. `thresholds` has for each label the
    probability from which on it was right as often as wanted, on texts held out.
    """

    name: str
    labels: tuple[str, ...]
    exclusive: bool
    fades: bool
    calibration: Calibration
    thresholds: Floats


@dataclass(frozen=True, kw_only=True)
class Model:
    """A trained categorizer: one column of `weights` for each label of each task in turn.

    `vocabulary` names the rows, `rarity` is what each feature counts, `keywords` are the
    words and phrases by label that were evidence in training.
    """

    tasks: tuple[Task, ...]
    vocabulary: tuple[str, ...]
    rarity: Floats
    weights: Floats
    bias: Floats
    keywords: dict[str, tuple[str, ...]]

    def columns(self, name: str) -> slice:
        """The columns that belong to a task.

        Raises:
            KeyError: the model was not trained for it.
        """
        start = 0
        for task in self.tasks:
            if task.name == name:
                return slice(start, start + len(task.labels))
            start += len(task.labels)
        raise KeyError(name)

    def task(self, name: str) -> Task:
        """The task with this name.

        Raises:
            KeyError: the model was not trained for it.
        """
        for task in self.tasks:
            if task.name == name:
                return task
        raise KeyError(name)

    def to_bytes(self) -> bytes:
        """The model as bytes; equal models give equal bytes."""
        packed: bytes = srsly.msgpack_dumps(
            {
                "tasks": [_task_data(task) for task in self.tasks],
                "vocabulary": "\n".join(self.vocabulary),
                "rarity": self.rarity,
                "weights": self.weights,
                "bias": self.bias,
                "keywords": {label: list(words) for label, words in self.keywords.items()},
            }
        )
        return packed

    @classmethod
    def from_bytes(cls, data: bytes) -> "Model":
        """The model that `to_bytes` packed."""
        read: dict[str, Any] = srsly.msgpack_loads(data)
        return cls(
            tasks=tuple(_task(task) for task in read["tasks"]),
            vocabulary=tuple(read["vocabulary"].split("\n")),
            rarity=read["rarity"],
            weights=read["weights"],
            bias=read["bias"],
            keywords={label: tuple(words) for label, words in read["keywords"].items()},
        )


def _task_data(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "labels": list(task.labels),
        "exclusive": task.exclusive,
        "fades": task.fades,
        "scale": task.calibration.scale,
        "rival": task.calibration.rival,
        "offset": task.calibration.offset,
        "thresholds": task.thresholds,
    }


def _task(data: dict[str, Any]) -> Task:
    return Task(
        name=data["name"],
        labels=tuple(data["labels"]),
        exclusive=data["exclusive"],
        fades=data["fades"],
        calibration=Calibration(scale=data["scale"], rival=data["rival"], offset=data["offset"]),
        thresholds=data["thresholds"],
    )
