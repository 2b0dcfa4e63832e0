"""Gold messages next to how they were read."""

from dataclasses import dataclass

from nlp.categorizer.decision import FULLY_READ
from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.read import Read
from nlp.reading import Kind

TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})
"""The kinds of messages that have themes."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A gold message and how it was read."""

    gold: GoldMessage
    read: Read

    @property
    def is_themed(self) -> bool:
        """Whether its themes count: told, in a language that is read fully."""
        return (
            self.gold.kind in TOLD and self.gold.language in FULLY_READ and bool(self.gold.themes)
        )

    @property
    def primary_is_right(self) -> bool:
        """Whether the primary theme is the gold one."""
        return self.read.theme_ids[:1] == self.gold.themes[:1]

    def masked(self, label: str | None = None) -> list[str]:
        """What of the text was masked, under one label or any."""
        spans = (span for span in self.read.pii if label in (None, span.label))
        return [self.gold.text[span.start : span.end] for span in spans]
