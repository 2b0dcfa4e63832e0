"""Readings against gold: every figure that the project is measured by."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from nlp.categorizer.decision import FULLY_READ
from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.measures import Found, accuracy, calibration_error, found, share
from nlp.reading import Kind, Reading, Urgency

_TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})
_WORST_PAIRS = 15


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A gold message and how it was read."""

    gold: GoldMessage
    reading: Reading

    @property
    def primary_is_right(self) -> bool:
        """Whether the primary theme is the gold one."""
        return self.reading.theme_ids[:1] == self.gold.themes[:1]


@dataclass(frozen=True, kw_only=True)
class Group:
    """The main figures of some of the messages; None where they do not apply."""

    messages: int
    kind: float | None
    primary_theme: float | None
    area: float | None
    urgency: float | None

    def as_json(self) -> dict[str, float | int | None]:
        """The figures by name."""
        return {
            "messages": self.messages,
            "kind": self.kind,
            "primary_theme": self.primary_theme,
            "area": self.area,
            "urgency": self.urgency,
        }


@dataclass(frozen=True, kw_only=True)
class Report:
    """All figures; `figures` has the headline ones by name, in order, None where not there.

    `confusions` has (right theme, theme given or None, how often), the commonest first.
    """

    messages: int
    figures: dict[str, float | None]
    themes: dict[str, Found]
    pii: dict[str, Found]
    confusions: tuple[tuple[str, str | None, int], ...]
    by_language: dict[str, Group]
    by_tag: dict[str, Group]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "messages": self.messages,
            "figures": self.figures,
            "themes": {theme: counts.as_json() for theme, counts in self.themes.items()},
            "pii": {label: counts.as_json() for label, counts in self.pii.items()},
            "confusions": [list(confusion) for confusion in self.confusions],
            "by_language": {name: group.as_json() for name, group in self.by_language.items()},
            "by_tag": {name: group.as_json() for name, group in self.by_tag.items()},
        }


def evaluate(gold: Sequence[GoldMessage], readings: Iterable[Reading]) -> Report:
    """The figures for readings of the gold messages' texts, in the same order."""
    pairs = [Pair(gold=g, reading=r) for g, r in zip(gold, readings, strict=True)]
    themed = [p for p in pairs if _is_themed(p.gold)]
    labels = sorted({label for g in gold for label, _ in g.pii})
    return Report(
        messages=len(pairs),
        figures=_figures(pairs, themed),
        themes={theme: _one_theme(themed, theme) for theme in _themes(themed)},
        pii={label: _personal_data(pairs, label) for label in labels},
        confusions=_confusions(themed),
        by_language=_grouped(pairs, lambda p: (p.gold.language,)),
        by_tag=_grouped(pairs, lambda p: p.gold.tags),
    )


def _figures(pairs: Sequence[Pair], themed: Sequence[Pair]) -> dict[str, float | None]:
    everywhere = found((p.reading.theme_ids, p.gold.themes) for p in themed)
    now, soon = (_urgency(pairs, urgency) for urgency in (Urgency.NOW, Urgency.SOON))
    pii = found((_masked(p.reading, p.gold), (text for _, text in p.gold.pii)) for p in pairs)
    places = found((p.reading.place_names, p.gold.places) for p in pairs)
    scored = [p for p in themed if p.reading.themes]
    foreign = [p for p in pairs if p.gold.language not in FULLY_READ]
    nowhere = [p for p in pairs if p.gold.area is None]
    return {
        "kind_accuracy": accuracy(p.reading.kind is p.gold.kind for p in pairs),
        "primary_theme_accuracy": accuracy(p.primary_is_right for p in themed),
        "themes_micro_f1": everywhere.f1,
        "area_accuracy": accuracy(p.reading.area == p.gold.area for p in pairs),
        "wrong_area_where_none": accuracy(p.reading.area is not None for p in nowhere),
        "now_recall": now.recall,
        "now_precision": now.precision,
        "soon_recall": soon.recall,
        "soon_precision": soon.precision,
        "pii_recall": pii.recall,
        "pii_precision": pii.precision,
        "language_accuracy": accuracy(p.reading.language == p.gold.language for p in pairs),
        "recurring_accuracy": accuracy(p.reading.recurring == p.gold.recurring for p in pairs),
        "places_precision": places.precision,
        "places_recall": places.recall,
        "places_f1": places.f1,
        "calibration_error": calibration_error(
            [p.reading.themes[0].score for p in scored], [p.primary_is_right for p in scored]
        ),
        "other_languages_for_a_human": accuracy(p.reading.needs_human for p in foreign),
        "other_languages_area": accuracy(p.reading.area == p.gold.area for p in foreign),
        "other_languages_urgency": accuracy(p.reading.urgency is p.gold.urgency for p in foreign),
        "for_a_human": share(sum(p.reading.needs_human for p in pairs), len(pairs)),
    }


def _is_themed(gold: GoldMessage) -> bool:
    return gold.kind in _TOLD and gold.language in FULLY_READ and bool(gold.themes)


def _urgency(pairs: Sequence[Pair], urgency: Urgency) -> Found:
    return found(
        (
            [urgency] if p.reading.urgency is urgency else [],
            [urgency] if p.gold.urgency is urgency else [],
        )
        for p in pairs
    )


def _masked(reading: Reading, gold: GoldMessage, label: str | None = None) -> list[str]:
    spans = (s for s in reading.pii if label in (None, s.label))
    return [gold.text[s.start : s.end] for s in spans]


def _personal_data(pairs: Sequence[Pair], label: str) -> Found:
    return found(
        (_masked(p.reading, p.gold, label), (text for named, text in p.gold.pii if named == label))
        for p in pairs
    )


def _themes(themed: Sequence[Pair]) -> list[str]:
    support = Counter(theme for p in themed for theme in p.gold.themes)
    return [theme for theme, _ in sorted(support.items(), key=lambda item: (-item[1], item[0]))]


def _one_theme(themed: Sequence[Pair], theme: str) -> Found:
    return found(
        (
            [theme] if theme in p.reading.theme_ids else [],
            [theme] if theme in p.gold.themes else [],
        )
        for p in themed
    )


def _confusions(themed: Sequence[Pair]) -> tuple[tuple[str, str | None, int], ...]:
    wrong = Counter(
        (p.gold.themes[0], p.reading.theme_ids[0] if p.reading.themes else None)
        for p in themed
        if not p.primary_is_right
    )
    ordered = sorted(wrong.items(), key=lambda item: (-item[1], str(item[0])))
    return tuple((right, given, times) for (right, given), times in ordered[:_WORST_PAIRS])


def _grouped(pairs: Sequence[Pair], names: Callable[[Pair], Iterable[str]]) -> dict[str, Group]:
    members: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for name in names(pair):
            members[name].append(pair)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    return {name: _group(held) for name, held in ordered}


def _group(pairs: Sequence[Pair]) -> Group:
    return Group(
        messages=len(pairs),
        kind=accuracy(p.reading.kind is p.gold.kind for p in pairs),
        primary_theme=accuracy(p.primary_is_right for p in pairs if _is_themed(p.gold)),
        area=accuracy(p.reading.area == p.gold.area for p in pairs),
        urgency=accuracy(p.reading.urgency is p.gold.urgency for p in pairs),
    )
