"""From evidence to a decision, with or without what the trained categorizer says."""

from collections.abc import Mapping
from math import log

from nlp.reading import Danger, Urgency
from nlp.urgency.evidence import UrgencyEvidence
from nlp.urgency.signs import weights

_LEAST = 1e-6
"""Keeps the logarithm of a probability finite."""


def decide(
    evidence: UrgencyEvidence, scores: Mapping[str, float] | None = None
) -> tuple[Urgency, Danger | None]:
    """How near the danger is, and which; (normal, None) for none.

    `scores` are the trained probabilities of `now`, `soon` and `normal`. Without them the
    words decide alone, and lean towards danger.
    """
    bar = weights().bar if scores is None else weights().bar_trained
    now, soon = evidence.now, evidence.soon
    if scores is not None:
        trained = weights().trained
        now += trained[Urgency.NOW] * _log_odds(scores[Urgency.NOW], 1 - scores[Urgency.NOW])
        soon += trained[Urgency.SOON] * _log_odds(scores[Urgency.SOON], scores[Urgency.NORMAL])
    if now >= bar[Urgency.NOW]:
        return Urgency.NOW, evidence.danger_now or evidence.danger_soon or Danger.LIFE
    if soon >= bar[Urgency.SOON]:
        return Urgency.SOON, evidence.danger_soon or evidence.danger_now or evidence.hint
    return Urgency.NORMAL, None


def _log_odds(chance: float, against: float) -> float:
    return log((chance + _LEAST) / (against + _LEAST))
