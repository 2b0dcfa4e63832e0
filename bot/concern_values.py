"""What of a reading is kept with a concern."""

from typing import Any

from nlp.reading import Reading
from storage.concerns import StoredPlace, StoredTheme


def stored_themes(reading: Reading | None) -> tuple[StoredTheme, ...]:
    """The themes as they are kept, the primary one first."""
    given = reading.themes if reading else ()
    return tuple(StoredTheme(id=t.id, score=t.score, origin="reading") for t in given)


def stored_places(reading: Reading | None) -> tuple[StoredPlace, ...]:
    """The places as they are kept, the one where it happens first."""
    given = reading.place_names if reading else ()
    return tuple(StoredPlace(name=name, origin="reading") for name in given)


def reading_json(reading: Reading | None) -> dict[str, Any]:
    """The reading as JSON without any text of the resident's, with what else it may be."""
    if reading is None:
        return {}
    told = {k: v for k, v in reading.as_json().items() if k not in {"id", "masked"}}
    return told | {
        "danger": None if reading.danger is None else reading.danger.value,
        "other_themes": [
            {"id": theme.id, "score": round(theme.score, 3)} for theme in reading.other_themes
        ],
        "alternatives": [[place.name, place.area] for place in reading.alternatives],
    }
