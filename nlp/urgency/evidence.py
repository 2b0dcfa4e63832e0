"""How much the words of a text speak for danger now, and for danger that is near."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from nlp.reading import Danger
from nlp.urgency.signs import find_signs, weights

_PLAIN = 0.35
"""Of less evidence than this, urging makes less."""
_GOING_ON = 0.5
"""What is left of "yesterday" and "every day" where a sentence says that it goes on."""
_URGING = frozenset({"moment", "cry", "fire"})
_LOST = frozenset({"missing", "vulnerable"})
"""Who is lost has been so for a while: "since this morning" does not speak against it."""
_CERTAIN = frozenset({"over", "unreal", "asking", "joke", "lasting"})
_SUPPORTING = frozenset({"vulnerable", "inside", "fear"})
"""Worse where something happens, nothing by themselves."""
_LABELS_KEPT = 4096
_CRIME = Danger.CRIME


@dataclass(frozen=True, kw_only=True)
class UrgencyEvidence:
    """Weights that speak for `now` and for `soon` (0 upwards), each with its danger if any.

    `hint` is the danger that the persons named make likely, whatever is said of them.
    """

    now: float = 0.0
    soon: float = 0.0
    danger_now: Danger | None = None
    danger_soon: Danger | None = None
    hint: Danger = _CRIME
    labels: frozenset[str] = frozenset()


_NONE = UrgencyEvidence()


def weigh(text: str, language: str) -> UrgencyEvidence:
    """The evidence in a text written in `language` (ISO 639-1)."""
    sentences = find_signs(text, language)
    if not sentences:
        return _NONE
    table = weights()
    found = frozenset[str]().union(*sentences)
    if table.danger.keys().isdisjoint(found):
        return _hinted(found)
    happens = found & table.now.keys() - _SUPPORTING
    now = sum(map(_now, sentences)) if happens else 0.0
    if now > 0:
        urge = sum([weight for label, weight in table.urge.items() if label in found])
        now += urge if now >= _PLAIN else urge * now / _PLAIN
    return UrgencyEvidence(
        now=now,
        soon=sum(map(_soon, sentences)),
        danger_now=_strongest(found & table.now.keys(), table.now),
        danger_soon=_strongest(found & table.soon.keys(), table.soon),
        hint=_hint(found),
        labels=found,
    )


@lru_cache(maxsize=_LABELS_KEPT)
def _hinted(labels: frozenset[str]) -> UrgencyEvidence:
    """Of labels that are no danger by themselves."""
    return UrgencyEvidence(hint=_hint(labels), labels=labels)


@lru_cache(maxsize=_LABELS_KEPT)
def _now(labels: frozenset[str]) -> float:
    """How much a sentence with these labels speaks for danger now."""
    table = weights()
    speaks_for = sum(table.now.get(label, 0.0) for label in labels)
    if not speaks_for:
        return 0.0
    goes_on = _GOING_ON if labels & _URGING or labels >= _LOST else 1.0
    against = sum(
        weight * (1.0 if label in _CERTAIN else goes_on)
        for label, weight in table.against_now.items()
        if label in labels
    )
    return max(0.0, speaks_for - against)


@lru_cache(maxsize=_LABELS_KEPT)
def _soon(labels: frozenset[str]) -> float:
    """How much a sentence with these labels speaks for danger that is near."""
    table = weights()
    speaks_for = sum(table.soon.get(label, 0.0) for label in labels)
    if not speaks_for:
        return 0.0
    against = sum(weight for label, weight in table.against_soon.items() if label in labels)
    return max(0.0, speaks_for - against)


def _hint(labels: frozenset[str]) -> Danger:
    for label, danger in weights().hint.items():
        if label in labels:
            return danger
    return _CRIME


def _strongest(labels: frozenset[str], speaking: Mapping[str, float]) -> Danger | None:
    """The danger of the label that weighs most, the first by name of equal ones."""
    if not labels:
        return None
    return weights().danger[max(sorted(labels), key=speaking.__getitem__)]
