"""A gold message, and a reading of it."""

import json
from typing import Any

from nlp.evaluation.gold import GoldMessage, read_gold
from nlp.reading import Kind, PersonalData, PlaceMention, Reading, ThemeScore, Urgency

LINE = {
    "id": "m1",
    "text": "Kalle eldar på Norrby",
    "lang": "sv",
    "kind": "concern",
    "themes": ["brand"],
    "area": "Norrby",
    "places": ["Norrby"],
    "urgency": "now",
    "recurring": False,
    "pii": [{"label": "PERSON", "text": "Kalle"}],
    "tags": ["brief"],
}


def gold(**changes: object) -> GoldMessage:
    """What is right of a text about a fire on Norrby, unless told otherwise."""
    return read_gold([json.dumps(LINE | changes)])[0]


def reading(
    theme: str | None = "brand", area: str | None = "Norrby", score: float = 0.9, **changes: Any
) -> Reading:
    """Right in everything, unless told otherwise; `theme` None is no theme."""
    values: dict[str, Any] = {
        "id": None,
        "kind": Kind.CONCERN,
        "themes": () if theme is None else (ThemeScore(id=theme, score=score),),
        "area": area,
        "places": (PlaceMention(name="Norrby", area="Norrby", start=15, end=21),),
        "urgency": Urgency.NOW,
        "danger": None,
        "recurring": False,
        "language": "sv",
        "masked": "",
        "pii": (PersonalData(label="PERSON", start=0, end=5),),
        "needs_human": False,
        "why": (),
    }
    return Reading(**(values | changes))


UNSURE = {"needs_human": True, "why": ("Behöver en människa: temat är osäkert",)}
NO_THEME = {"needs_human": True, "why": ("Behöver en människa: inget tema passar bra",)}
UNCLEAR = {"needs_human": True, "why": ("Behöver en människa: det är osäkert om det är ett tips",)}
