"""JSON Schemas of the TOML files: with them an editor completes, explains and checks.

Taplo, and so *Even Better TOML*, read the schema that `#:schema` in a file's first line names.
It knows one file at a time; what one file says of another only `brabot config check` knows.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.config.expectations import ExpectationsFile
from bot.config.models import BrabotFile, ThemesFile
from bot.config.values import TIME_SCHEMA_PATTERN

SCHEMAS: Final[Mapping[str, type[BaseModel]]] = {
    "brabot.schema.json": BrabotFile,
    "themes.schema.json": ThemesFile,
    "tests.schema.json": ExpectationsFile,
}
"""The schema's file by the model of the TOML file of the same name."""
_DIALECT = "http://json-schema.org/draft-07/schema#"
_DEFINED = "#/$defs/"
_NESTED = ("properties", "patternProperties")
_LEFT_OUT = frozenset({"title", "propertyNames", *_NESTED})


def write_schemas(directory: Path) -> tuple[Path, ...]:
    """Write the schemas into a configuration directory, over those that are there.

    Raises:
        OSError: a file cannot be written.
    """
    paths = tuple(directory / name for name in SCHEMAS)
    for path, schema in zip(paths, schemas().values(), strict=True):
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return paths


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by the names of their files."""
    return {name: schema_of(model) for name, model in SCHEMAS.items()}


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file, in one piece: editors follow references badly."""
    _, made = models_json_schema([(model, "validation")])
    defined = made["$defs"]
    return {"$schema": _DIALECT, **_plain({"$ref": _DEFINED + model.__name__}, defined)}


def _plain(part: Mapping[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """A part with what it refers to put in, and without what TOML or an admin has no use for."""
    found = _followed(part, defined)
    plain = {name: value for name, value in found.items() if name not in _LEFT_OUT}
    if "description" in found:
        plain["description"] = found["description"][:1].upper() + found["description"][1:]
    if isinstance(found.get("default"), dict | None):
        plain.pop("default", None)
    if found.get("pattern") == TIME_SCHEMA_PATTERN and "default" in plain:
        plain["default"] = plain["default"][: len("07:30")]
    for nested in _NESTED:
        if nested in found:
            plain[nested] = {name: _plain(p, defined) for name, p in found[nested].items()}
            plain["additionalProperties"] = False
    if "items" in found:
        plain["items"] = _plain(found["items"], defined)
    return plain


def _followed(part: Mapping[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """With what it refers to; of "this or nothing" this, since TOML has no null."""
    found = dict(part)
    if "anyOf" in found:
        (either,) = (one for one in found.pop("anyOf") if one.get("type") != "null")
        found = {**either, **found}
    if "$ref" in found:
        referred = {**defined[found.pop("$ref").removeprefix(_DEFINED)]}
        referred.pop("description", None)  # the docstring of a class
        found = {**referred, **found}
    return found
