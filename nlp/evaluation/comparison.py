"""Two measurements of the same gold: which figures and which messages differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from nlp.evaluation.aspects import Value, is_right, values_read, values_wanted
from nlp.evaluation.evaluate import report
from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.pairs import Pair
from nlp.evaluation.read import Read
from nlp.personal_data.markers import MARKERS
from nlp.reading import PersonalData, mask


class Verdict(StrEnum):
    """What a change has done."""

    WORSE = "worse"
    BETTER = "better"
    MIXED = "mixed"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that is read otherwise, next to what is right (`wanted`).

    Where nobody says what is right, `was_right`, `is_right` and `wanted` are None.
    """

    aspect: str
    before: Value
    after: Value
    wanted: Value
    was_right: bool | None
    is_right: bool | None

    @property
    def verdict(self) -> Verdict:
        """Better or worse, OTHER if it was and is as right as before."""
        if self.was_right == self.is_right:
            return Verdict.OTHER
        return Verdict.BETTER if self.is_right else Verdict.WORSE

    def as_json(self) -> dict[str, Any]:
        """The change as plain values."""
        return {
            "aspect": self.aspect,
            "before": self.before,
            "after": self.after,
            "wanted": self.wanted,
            "was_right": self.was_right,
            "is_right": self.is_right,
        }


@dataclass(frozen=True, kw_only=True)
class ChangedMessage:
    """A message that is read otherwise, and how; in `masked` nothing shows that either masked."""

    id: str
    masked: str
    changes: tuple[Change, ...]

    @property
    def verdict(self) -> Verdict:
        """Better or worse on the whole, MIXED if something of both."""
        verdicts = {change.verdict for change in self.changes} - {Verdict.OTHER}
        if len(verdicts) > 1:
            return Verdict.MIXED
        return next(iter(verdicts), Verdict.OTHER)

    def as_json(self) -> dict[str, Any]:
        """The message as plain values."""
        return {
            "id": self.id,
            "verdict": self.verdict.value,
            "masked": self.masked,
            "changes": [change.as_json() for change in self.changes],
        }


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A figure before and after."""

    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        """After minus before, None where one of them is not there."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    def as_json(self) -> dict[str, float | None]:
        """The figure as plain values."""
        return {"before": self.before, "after": self.after, "difference": self.change}


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Headline figures by name, F1 by theme, and the messages that changed, in gold's order."""

    figures: dict[str, Difference]
    themes: dict[str, Difference]
    changed: tuple[ChangedMessage, ...]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "figures": {name: figure.as_json() for name, figure in self.figures.items()},
            "themes": {theme: figure.as_json() for theme, figure in self.themes.items()},
            "changed": [message.as_json() for message in self.changed],
        }


def compare(
    gold: Sequence[GoldMessage], before: Sequence[Read], after: Sequence[Read]
) -> Comparison:
    """What differs between two readings of the gold messages' texts, in the same order."""
    old, new = report(gold, before), report(gold, after)
    return Comparison(
        figures={
            name: Difference(before=old.figures[name], after=value)
            for name, value in new.figures.items()
        },
        themes={
            theme: Difference(
                before=old.themes[theme].f1 if theme in old.themes else None,
                after=new.themes[theme].f1 if theme in new.themes else None,
            )
            for theme in (new.themes | old.themes)
        },
        changed=tuple(_changed(gold, before, after)),
    )


def _changed(
    gold: Sequence[GoldMessage], before: Sequence[Read], after: Sequence[Read]
) -> Iterator[ChangedMessage]:
    for message, one, other in zip(gold, before, after, strict=True):
        changes = _changes(Pair(gold=message, read=one), Pair(gold=message, read=other))
        if changes:
            yield ChangedMessage(
                id=message.id, masked=_masked(message, (*one.pii, *other.pii)), changes=changes
            )


def _changes(before: Pair, after: Pair) -> tuple[Change, ...]:
    old, new = values_read(before.read), values_read(after.read)
    wanted = values_wanted(after.gold)
    return tuple(
        Change(
            aspect=aspect,
            before=old[aspect],
            after=new[aspect],
            wanted=None if is_right(aspect, after) is None else wanted[aspect],
            was_right=is_right(aspect, before),
            is_right=is_right(aspect, after),
        )
        for aspect in new
        if old[aspect] != new[aspect]
    )


def _masked(message: GoldMessage, spans: Iterable[PersonalData]) -> str:
    """The text without what is masked by the spans, or should be by the gold."""
    wanted = (
        PersonalData(label=label, start=found.start(), end=found.end())
        for label, text in message.pii
        if text
        for found in re.finditer(re.escape(text), message.text)
    )
    merged: list[PersonalData] = []
    for span in sorted((*spans, *wanted), key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = replace(merged[-1], end=max(span.end, merged[-1].end))
        else:
            merged.append(span)
    markers = {span.label: MARKERS.get(span.label, f"[{span.label}]") for span in merged}
    return mask(message.text, merged, markers)
