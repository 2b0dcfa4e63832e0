"""Gold messages: texts with what is right to say of them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nlp.errors import GoldInvalid
from nlp.reading import Kind, Urgency

_KEYS = {
    "text": str,
    "lang": str,
    "kind": str,
    "themes": list,
    "places": list,
    "urgency": str,
    "recurring": bool,
    "pii": list,
}


@dataclass(frozen=True, kw_only=True)
class GoldMessage:
    """A text and its right reading; `pii` has (label, exact substring) pairs."""

    id: str
    text: str
    language: str
    kind: Kind
    themes: tuple[str, ...]
    area: str | None
    places: tuple[str, ...]
    urgency: Urgency
    recurring: bool
    pii: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]


def read_gold(lines: Iterable[str]) -> tuple[GoldMessage, ...]:
    """The gold messages of a JSON Lines file, in its order; empty lines are skipped.

    Raises:
        GoldInvalid: with the number of the first line that does not follow the format.
    """
    numbered = enumerate(lines, start=1)
    return tuple(_message(line, number) for number, line in numbered if line.strip())


def _message(line: str, number: int) -> GoldMessage:
    try:
        data: dict[str, Any] = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldInvalid(f"rad {number}: inte giltig JSON ({error.msg})") from error
    if not isinstance(data, dict):
        raise GoldInvalid(f"rad {number}: ett JSON-objekt väntas")
    for key, wanted in _KEYS.items():
        if not isinstance(data.get(key), wanted):
            raise GoldInvalid(f"rad {number}: nyckeln {key} saknas eller har fel typ")
    try:
        kind, urgency = Kind(data["kind"]), Urgency(data["urgency"])
        pii = tuple((span["label"], span["text"]) for span in data["pii"])
    except (ValueError, KeyError, TypeError) as error:
        raise GoldInvalid(f"rad {number}: kind, urgency eller pii följer inte formatet") from error
    return GoldMessage(
        id=str(data.get("id", number)),
        text=data["text"],
        language=data["lang"],
        kind=kind,
        themes=tuple(data["themes"]),
        area=data.get("area"),
        places=tuple(data["places"]),
        urgency=urgency,
        recurring=data["recurring"],
        pii=pii,
        tags=tuple(data.get("tags", ())),
    )
