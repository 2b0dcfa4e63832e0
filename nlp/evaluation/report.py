"""The figures of a run, as they are printed, saved and compared."""

from dataclasses import dataclass
from typing import Any

from nlp.evaluation.certainty import Certainty
from nlp.evaluation.measures import Bin, Found

Confusion = tuple[str, str | None, int]
"""What is right, what was read (None for nothing), and how often."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """The main figures of some of the messages; None where they do not apply.

    `themed` says of how many messages `primary_theme` is the share.
    """

    messages: int
    kind: float | None
    primary_theme: float | None
    area: float | None
    urgency: float | None
    themed: int

    def as_json(self) -> dict[str, float | int | None]:
        """The figures by name."""
        return {
            "messages": self.messages,
            "kind": self.kind,
            "primary_theme": self.primary_theme,
            "area": self.area,
            "urgency": self.urgency,
            "themed": self.themed,
        }


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A message of which something was read wrong: aspect → what is right, what was read."""

    id: str
    wrong: dict[str, dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The id and what was wrong."""
        return {"id": self.id, "wrong": self.wrong}


@dataclass(frozen=True, kw_only=True)
class Report:
    """All figures; `figures` has the headline ones by name, in order, None where not there.

    `confusions` are those of the primary theme, `by_length` counts words, `calibration` has
    the bins behind the expected error. Confusions stand the commonest first, groups the
    largest first, lengths the shortest first, mistakes in the order of the gold.
    """

    messages: int
    figures: dict[str, float | None]
    themes: dict[str, Found]
    pii: dict[str, Found]
    confusions: tuple[Confusion, ...]
    kind_confusions: tuple[Confusion, ...]
    urgency_confusions: tuple[Confusion, ...]
    by_language: dict[str, Group]
    by_tag: dict[str, Group]
    by_length: dict[str, Group]
    calibration: tuple[Bin, ...]
    certainty: dict[str, dict[str, Certainty]]
    mistakes: tuple[Mistake, ...]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "messages": self.messages,
            "figures": self.figures,
            "themes": {theme: counts.as_json() for theme, counts in self.themes.items()},
            "pii": {label: counts.as_json() for label, counts in self.pii.items()},
            "confusions": [list(confusion) for confusion in self.confusions],
            "kind_confusions": [list(confusion) for confusion in self.kind_confusions],
            "urgency_confusions": [list(confusion) for confusion in self.urgency_confusions],
            "by_language": {name: group.as_json() for name, group in self.by_language.items()},
            "by_tag": {name: group.as_json() for name, group in self.by_tag.items()},
            "by_length": {name: group.as_json() for name, group in self.by_length.items()},
            "calibration": [held.as_json() for held in self.calibration],
            "certainty": {
                what: {said: some.as_json() for said, some in parts.items()}
                for what, parts in self.certainty.items()
            },
            "mistakes": [mistake.as_json() for mistake in self.mistakes],
        }
