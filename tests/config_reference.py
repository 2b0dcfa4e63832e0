"""Writes the tables of keys in docs/admin.md from the models: `make docs`.

What stands between the marks is made; what stands around them is written by hand.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.config.expectations import ExpectationsFile
from bot.config.json_schema import write_schemas
from bot.config.locations import default_config_dir
from bot.config.models import BrabotFile, ThemesFile

PAGE = Path(__file__).resolve().parents[1] / "docs" / "admin.md"
FILES = (BrabotFile, ThemesFile, ExpectationsFile)
TOP = "brabot.toml"
_MARKED = re.compile(r"<!-- nycklar: (\S+) -->\n.*?<!-- slut -->", re.DOTALL)


def main() -> None:
    """Write the page, and the schemas beside the shipped configuration, anew."""
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
    write_schemas(default_config_dir())


def with_tables(page: str) -> str:
    """The page with each table as the models have it."""
    made = tables()
    return _MARKED.sub(lambda found: _marked(found[1], made[found[1]]), page)


def tables_of(page: str) -> set[str]:
    """The tables that the page has a place for."""
    return {found[1] for found in _MARKED.finditer(page)}


def tables() -> dict[str, str]:
    """A table of keys by the name of its section; `TOP` for what is in none."""
    made: dict[str, list[str]] = {}
    for model in FILES:
        for name, field in model.model_fields.items():
            section, inner = field.alias or name, _section_in(field.annotation)
            if inner is None:
                made.setdefault(TOP, []).append(_row(section, field))
            else:
                made[section] = list(_rows(inner))
    head = "| Nyckel | Säger | Annars |\n|---|---|---|\n"
    return {section: head + "\n".join(rows) for section, rows in made.items()}


def _rows(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        key, inner = prefix + (field.alias or name), _section_in(field.annotation)
        if inner is None:
            yield _row(key, field)
        else:
            yield from _rows(
                inner, f"{key}.ID." if get_origin(field.annotation) is dict else f"{key}."
            )


def _row(key: str, field: FieldInfo) -> str:
    return f"| `{key}` | {_said(field)} | {_otherwise(field)} |"


def _said(field: FieldInfo) -> str:
    """The description, and the bounds where there are."""
    bounds = {
        name: getattr(one, name)
        for one in field.metadata
        for name in ("ge", "le")
        if getattr(one, name, None) is not None
    }
    said = field.description or ""
    if set(bounds) != {"ge", "le"}:
        return said
    least, most = (str(bounds[name]).replace(".", ",") for name in ("ge", "le"))
    return f"{said} ({least} till {most})"


def _otherwise(field: FieldInfo) -> str:
    if field.is_required():
        return "krävs"
    if field.default is None:
        return "ingen"
    return f"`{written(field.default)}`"


def written(value: object) -> str:
    """A value as it stands in a TOML file."""
    plain = list(value) if isinstance(value, tuple) else value
    return json.dumps(plain, ensure_ascii=False, default=lambda time: f"{time:%H:%M}")


def _marked(section: str, table: str) -> str:
    return f"<!-- nycklar: {section} -->\n{table}\n<!-- slut -->"


def _section_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, UnionType):
        return None
    return next((found for arg in get_args(annotation) if (found := _section_in(arg))), None)


if __name__ == "__main__":
    main()
