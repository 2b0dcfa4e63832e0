"""What pydantic found wrong, said to an admin: Swedish, with the way to mend it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.config.positions import Path, line_of
from bot.config.spelling import nearest
from bot.errors import ConfigError

MAX_ALLOWED = 20
"""So many valid spellings are listed at most; beyond it the nearest one must do."""

LISTS = {
    "theme": "ett tema",
    "retired_theme": "ett avslutat tema",
    "focus_area": "ett fokusområde",
    "helpline": "en hjälplinje",
}

KINDS = {
    "int": "ett heltal, till exempel 3",
    "float": "ett tal, till exempel 0.9",
    "bool": "true eller false",
    "string": 'text inom citattecken, till exempel "så här"',
    "tuple": 'en lista inom hakparenteser, till exempel ["a", "b"]',
    "list": 'en lista inom hakparenteser, till exempel ["a", "b"]',
    "dict": 'en tabell, till exempel { sv = "…", en = "…" }',
    "model": "en egen tabell",
}


def explain(
    fault: ErrorDetails, *, file: str, lines: Mapping[Path, int], model: type[BaseModel]
) -> ConfigError:
    """One fault as pydantic gives it, told in full."""
    path = tuple(part for part in fault["loc"] if part != "[key]")
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), None)
    base: dict[str, Any] = {"file": file, "line": line_of(lines, path), "key": key}
    if fault["type"] == "extra_forbidden":
        allowed = tuple(_keys(_model_at(model, path[:-1])))
        return ConfigError(
            **base,
            found=key,
            problem=f'"{key}" är ingen nyckel för {_where(path[:-1])}.',
            nearest=nearest(key, allowed),
            allowed=allowed,
        )
    if fault["type"] == "missing":
        return ConfigError(
            **base,
            problem=f'nyckeln "{key}" saknas för {_where(path[:-1])}{_meaning(model, path)}.',
            remedy="Lägg till den; `brabot init` skriver ett exempel med alla nycklar.",
        )
    found = fault["input"] if isinstance(fault["input"], str | int | float) else None
    return ConfigError(**base, found=None if found is None else str(found), **_value(key, fault))


def _value(key: str | None, fault: ErrorDetails) -> dict[str, Any]:
    """What is wrong with a value that stands in its right place."""
    context = fault.get("ctx", {})
    shown = f"{key} = {_as_written(fault['input'])}"
    match fault["type"]:
        case "brabot":
            return {"problem": f"{key}: {context['problem']}", "remedy": context["remedy"]}
        case "brabot_choice":
            found = nearest(fault["input"], context["choices"])
            problem = f"{key}: {context['problem']}"
            return {"problem": problem, "nearest": found, "remedy": context["remedy"]}
        case "enum":
            allowed = tuple(re.findall(r"'([^']*)'", context["expected"]))
            return {
                "problem": f"{shown} går inte att välja.",
                "nearest": nearest(fault["input"], allowed),
                "allowed": allowed[:MAX_ALLOWED],
            }
        case "greater_than_equal":
            return {"problem": f"{shown} är för lite.", "remedy": f"Minst {context['ge']}."}
        case "less_than_equal":
            return {"problem": f"{shown} är för mycket.", "remedy": f"Högst {context['le']}."}
        case "too_short":
            return {"problem": f"{key}: listan är tom.", "remedy": "Skriv minst en rad."}
        case "string_pattern_mismatch":
            return {
                "problem": f"{shown} har fel form.",
                "remedy": f"Den ska följa mönstret {context['pattern']}.",
            }
        case kind:
            wanted = KINDS.get(kind.split("_")[0], "något annat")
            return {"problem": f"{shown} är av fel slag.", "remedy": f"Det ska vara {wanted}."}


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _where(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    if len(path) == 2 and isinstance(path[1], int) and path[0] in LISTS:
        return LISTS[str(path[0])]
    return f"[{'.'.join(names)}]" if names else "filens översta nivå"


def _meaning(model: type[BaseModel], path: Path) -> str:
    """What a key would say, after a colon."""
    fields = _model_at(model, path[:-1]).model_fields.items()
    said = next((f.description for name, f in fields if path[-1] in (name, f.alias)), None)
    return "" if said is None else f": {said.partition('. ')[0]}"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the table that `path` leads to."""
    for part in path:
        field = next((f for name, f in model.model_fields.items() if part in (name, f.alias)), None)
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
