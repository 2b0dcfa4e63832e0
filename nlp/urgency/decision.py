"""From evidence to a decision, with or without what the trained categorizer says."""

from collections.abc import Mapping
from math import log

from nlp.reading import Danger, Urgency
from nlp.urgency.evidence import UrgencyEvidence
from nlp.urgency.signs import weights

_LEAST = 1e-6
"""Keeps the logarithm of a probability finite."""
_NOW, _SOON, _NORMAL = Urgency.NOW, Urgency.SOON, Urgency.NORMAL
_LIFE = Danger.LIFE
_NO_DANGER = _NORMAL, None
_AT_HOME = frozenset({Danger.PARTNER_VIOLENCE, Danger.CHILD, Danger.SUICIDE})


def decide(
    evidence: UrgencyEvidence, scores: Mapping[str, float] | None = None
) -> tuple[Urgency, Danger | None]:
    """How near the danger is, and which; (normal, None) for none.

    `scores` are the trained probabilities of `now`, `soon` and `normal`. Without them the
    words decide alone, and lean towards danger.
    """
    table = weights()
    now, soon, bar = evidence.now, evidence.soon, table.bar
    if scores is not None:
        bar, trained = table.bar_trained, table.trained
        chance = scores["now"]
        now += trained["now"] * log((chance + _LEAST) / (1 - chance + _LEAST))
        soon += trained["soon"] * log((scores["soon"] + _LEAST) / (scores["normal"] + _LEAST))
    if now >= bar["now"]:
        return _NOW, _at_home(evidence) or evidence.danger_now or evidence.danger_soon or _LIFE
    if soon >= bar["soon"]:
        return _SOON, evidence.danger_soon or evidence.danger_now or evidence.hint
    return _NO_DANGER


def _at_home(evidence: UrgencyEvidence) -> Danger | None:
    """What a blow or a weapon is about, where that has a number of its own beside 112."""
    return evidence.danger_soon if evidence.danger_soon in _AT_HOME else None
