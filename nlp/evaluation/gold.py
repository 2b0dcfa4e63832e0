"""Gold messages: texts with what is right to say of them."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from hashlib import sha256
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


def read_gold(
    lines: Iterable[str], *, themes: Collection[str] | None = None
) -> tuple[GoldMessage, ...]:
    """The gold messages of a JSON Lines file, in its order; empty lines are skipped.

    Where `themes` are given, the gold may name no other.

    Raises:
        GoldInvalid: with the number of the first line that does not follow the format.
    """
    messages = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            message = _message(line, number)
            if themes is not None:
                _check_themes(message, themes, number)
            messages.append(message)
    return tuple(messages)


def gold_hash(messages: Sequence[GoldMessage]) -> str:
    """The same for the same ids, texts and right readings in the same order; tags apart."""
    known = [{**asdict(message), "tags": None} for message in messages]
    return sha256(json.dumps(known).encode("utf-8", "surrogatepass")).hexdigest()


def _message(line: str, number: int) -> GoldMessage:
    try:
        data: dict[str, Any] = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        problem = error.msg if isinstance(error, json.JSONDecodeError) else "för djupt nästlad"
        raise _invalid(number, f"inte giltig JSON ({problem})") from error
    if not isinstance(data, dict):
        raise _invalid(number, "ett JSON-objekt väntas")
    for key, wanted in _KEYS.items():
        if not isinstance(data.get(key), wanted):
            raise _invalid(number, f"nyckeln {key} saknas eller har fel typ")
    if not isinstance(data.get("area"), str | None):
        raise _invalid(number, "nyckeln area ska vara en text eller null")
    try:
        kind, urgency = Kind(data["kind"]), Urgency(data["urgency"])
        pii = tuple((str(span["label"]), str(span["text"])) for span in data["pii"])
    except (ValueError, KeyError, TypeError) as error:
        raise _invalid(number, "kind, urgency eller pii följer inte formatet") from error
    return GoldMessage(
        id=str(data.get("id", number)),
        text=data["text"],
        language=data["lang"],
        kind=kind,
        themes=_strings(data, "themes", number),
        area=data.get("area"),
        places=_strings(data, "places", number),
        urgency=urgency,
        recurring=data["recurring"],
        pii=pii,
        tags=_strings(data, "tags", number),
    )


def _strings(data: dict[str, Any], key: str, number: int) -> tuple[str, ...]:
    values = data.get(key, ())
    if not isinstance(values, list | tuple) or not all(isinstance(v, str) for v in values):
        raise _invalid(number, f"nyckeln {key} ska vara en lista av texter")
    return tuple(values)


def _invalid(number: int, problem: str) -> GoldInvalid:
    return GoldInvalid(
        f"rad {number}: {problem}. Varje rad ska vara ett JSON-objekt i facitformatet, "
        "som docs/admin.md beskriver."
    )


def _check_themes(message: GoldMessage, themes: Collection[str], number: int) -> None:
    for theme in message.themes:
        if theme not in themes:
            nearest = get_close_matches(theme, themes, n=1)
            hint = f' (menade du "{nearest[0]}"?)' if nearest else ""
            raise GoldInvalid(
                f'rad {number}: temat "{theme}" finns inte i konfigurationen{hint}. '
                "Rätta temat, ta bort raden, eller ange rätt katalog med --config."
            )
