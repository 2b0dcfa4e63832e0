"""The headline figures that the project is measured by."""

from collections.abc import Sequence

from nlp.categorizer.decision import FULLY_READ
from nlp.evaluation.measures import Found, accuracy, calibration_error, found
from nlp.evaluation.pairs import Pair
from nlp.reading import Urgency


def figures(pairs: Sequence[Pair]) -> dict[str, float | None]:
    """The figures by name, in order; None where there is nothing to measure."""
    themed = [p for p in pairs if p.is_themed]
    everywhere = found((p.read.theme_ids, p.gold.themes) for p in themed)
    now, soon = (_urgency(pairs, urgency) for urgency in (Urgency.NOW, Urgency.SOON))
    pii = found((p.masked(), (text for _, text in p.gold.pii)) for p in pairs)
    places = found((p.read.places, p.gold.places) for p in pairs)
    foreign = [p for p in pairs if p.gold.language not in FULLY_READ]
    nowhere = [p for p in pairs if p.gold.area is None]
    return {
        "kind_accuracy": accuracy(p.read.kind is p.gold.kind for p in pairs),
        "primary_theme_accuracy": accuracy(p.primary_is_right for p in themed),
        "themes_micro_f1": everywhere.f1,
        "area_accuracy": accuracy(p.read.area == p.gold.area for p in pairs),
        "wrong_area_where_none": accuracy(p.read.area is not None for p in nowhere),
        "now_recall": now.recall,
        "now_precision": now.precision,
        "soon_recall": soon.recall,
        "soon_precision": soon.precision,
        "pii_recall": pii.recall,
        "pii_precision": pii.precision,
        "language_accuracy": accuracy(p.read.language == p.gold.language for p in pairs),
        "recurring_accuracy": accuracy(p.read.recurring == p.gold.recurring for p in pairs),
        "places_precision": places.precision,
        "places_recall": places.recall,
        "places_f1": places.f1,
        "calibration_error": calibration_error(*scored(themed)),
        "other_languages_for_a_human": accuracy(p.read.needs_human for p in foreign),
        "other_languages_area": accuracy(p.read.area == p.gold.area for p in foreign),
        "other_languages_urgency": accuracy(p.read.urgency is p.gold.urgency for p in foreign),
        "for_a_human": accuracy(p.read.needs_human for p in pairs),
    }


def scored(themed: Sequence[Pair]) -> tuple[list[float], list[bool]]:
    """The primary themes' probabilities, and whether they were right."""
    given = [p for p in themed if p.read.themes]
    return [p.read.themes[0].score for p in given], [p.primary_is_right for p in given]


def _urgency(pairs: Sequence[Pair], urgency: Urgency) -> Found:
    return found(
        (
            [urgency] if p.read.urgency is urgency else [],
            [urgency] if p.gold.urgency is urgency else [],
        )
        for p in pairs
    )
