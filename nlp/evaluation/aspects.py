"""What can be right or wrong of a reading, one thing at a time, as values that can be shown."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.pairs import Pair
from nlp.evaluation.read import Read

Value = str | bool | list[str] | None
"""A value that holds no text of a message."""


def values_read(read: Read) -> dict[str, Value]:
    """What was read, by aspect."""
    return {
        "kind": read.kind.value,
        "primary_theme": next(iter(read.theme_ids), None),
        "themes": list(read.theme_ids),
        "area": read.area,
        "places": list(read.places),
        "urgency": read.urgency.value,
        "recurring": read.recurring,
        "language": read.language,
        "pii": [f"{span.label} {span.start}–{span.end}" for span in read.pii],
        "doubts": list(read.doubts),
    }


def values_wanted(gold: GoldMessage) -> dict[str, Value]:
    """What would be right, by aspect; nobody says what is to be doubted."""
    return {
        "kind": gold.kind.value,
        "primary_theme": next(iter(gold.themes), None),
        "themes": list(gold.themes),
        "area": gold.area,
        "places": list(gold.places),
        "urgency": gold.urgency.value,
        "recurring": gold.recurring,
        "language": gold.language,
        "pii": [label for label, _ in gold.pii],
    }


_RIGHT: Mapping[str, Callable[[Pair], bool]] = {
    "kind": lambda p: p.read.kind is p.gold.kind,
    "primary_theme": lambda p: p.primary_is_right,
    "themes": lambda p: set(p.read.theme_ids) == set(p.gold.themes),
    "area": lambda p: p.read.area == p.gold.area,
    "places": lambda p: set(p.read.places) == set(p.gold.places),
    "urgency": lambda p: p.read.urgency is p.gold.urgency,
    "recurring": lambda p: p.read.recurring == p.gold.recurring,
    "language": lambda p: p.read.language == p.gold.language,
    "pii": lambda p: Counter(p.masked()) == Counter(text for _, text in p.gold.pii),
}
_THEMED = frozenset({"primary_theme", "themes"})


def is_right(aspect: str, pair: Pair) -> bool | None:
    """Whether an aspect of a message was read right; None where nobody says what is right."""
    if aspect not in _RIGHT or (aspect in _THEMED and not pair.is_themed):
        return None
    return _RIGHT[aspect](pair)


def mistakes(pair: Pair) -> dict[str, dict[str, Any]]:
    """The aspects read wrong, each with what is right and what was read."""
    read, wanted = values_read(pair.read), values_wanted(pair.gold)
    return {
        aspect: {"gold": wanted[aspect], "read": read[aspect]}
        for aspect in wanted
        if is_right(aspect, pair) is False
    }
