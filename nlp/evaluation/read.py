"""What was read of a message, without its text: what is measured, saved and compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nlp.explanation import explanation_of
from nlp.reading import Kind, PersonalData, Reading, ThemeScore, Urgency


@dataclass(frozen=True, kw_only=True)
class Read:
    """A reading without text; `places` are names, `doubts` say why a human should look."""

    kind: Kind
    themes: tuple[ThemeScore, ...]
    area: str | None
    places: tuple[str, ...]
    urgency: Urgency
    recurring: bool
    language: str
    pii: tuple[PersonalData, ...]
    needs_human: bool
    doubts: tuple[str, ...]

    @property
    def theme_ids(self) -> tuple[str, ...]:
        """The themes' ids, the primary one first."""
        return tuple(theme.id for theme in self.themes)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "kind": self.kind.value,
            "themes": [{"id": theme.id, "score": theme.score} for theme in self.themes],
            "area": self.area,
            "places": list(self.places),
            "urgency": self.urgency.value,
            "recurring": self.recurring,
            "language": self.language,
            "pii": [{"label": p.label, "start": p.start, "end": p.end} for p in self.pii],
            "needs_human": self.needs_human,
            "doubts": list(self.doubts),
        }


def read_of(reading: Reading) -> Read:
    """What a reading says, without the text."""
    return Read(
        kind=reading.kind,
        themes=reading.themes,
        area=reading.area,
        places=reading.place_names,
        urgency=reading.urgency,
        recurring=reading.recurring,
        language=reading.language,
        pii=reading.pii,
        needs_human=reading.needs_human,
        doubts=explanation_of(reading).doubts,
    )


def from_json(data: Mapping[str, Any]) -> Read:
    """What `as_json` gave.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    return Read(
        kind=Kind(data["kind"]),
        themes=tuple(
            ThemeScore(id=str(theme["id"]), score=float(theme["score"])) for theme in data["themes"]
        ),
        area=None if data["area"] is None else str(data["area"]),
        places=tuple(str(name) for name in data["places"]),
        urgency=Urgency(data["urgency"]),
        recurring=bool(data["recurring"]),
        language=str(data["language"]),
        pii=tuple(
            PersonalData(label=str(p["label"]), start=int(p["start"]), end=int(p["end"]))
            for p in data["pii"]
        ),
        needs_human=bool(data["needs_human"]),
        doubts=tuple(str(doubt) for doubt in data["doubts"]),
    )
