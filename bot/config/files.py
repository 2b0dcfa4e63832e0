"""Reading the text files of a configuration, with every fault told instead of raised."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.config.positions import Path as KeyPath
from bot.config.positions import line_numbers, line_of
from bot.config.wording import explain
from bot.errors import ConfigError

Item = TypeVar("Item", bound=BaseModel)

SYNTAX = {
    "Invalid value": "värdet går inte att läsa. Text ska stå inom citattecken",
    "Expected '=' after a key in a key/value pair": "det saknas ett = efter nyckeln",
    "Cannot overwrite a value": "nyckeln står två gånger",
    "Cannot declare": "rubriken står två gånger",
    "Illegal character": "det saknas ett citattecken på raden, eller står ett otillåtet tecken där",
    "Unclosed array": "en lista är inte avslutad med ]",
    "Unclosed inline table": "en tabell är inte avslutad med }",
    "Unterminated string": "en text är inte avslutad med citattecken",
    "Expected newline or end of document": "det står något mer på raden efter värdet",
    "Expected ']'": "rubriken är inte avslutad med ]",
    "Invalid statement": "raden är varken en rubrik, en nyckel med värde eller en kommentar",
}
"""The commonest messages of tomllib, by how they begin."""


@dataclass(frozen=True, kw_only=True)
class TomlFile:
    """A TOML file as read: its values, and the line that each stands on."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def line(self, *path: str | int) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        return line_of(self.lines, path)

    def faults(self, model: type[BaseModel]) -> list[ConfigError]:
        """Everything that the model refuses in this file, in file order."""
        try:
            model.model_validate(self.data)
        except ValidationError as error:
            told = [
                explain(fault, file=self.name, lines=self.lines, model=model)
                for fault in error.errors(include_url=False)
                # a list whose every item is wrong counts as empty too
                if not (fault["type"] == "too_short" and fault["input"])
            ]
            return sorted(told, key=lambda fault: fault.line or 0)
        return []

    def part(self, model: type[BaseModel], field: str) -> Any:  # noqa: ANN401 - the field's own
        """The value of one field of the model where that is right, whatever else is wrong."""
        info = model.model_fields[field]
        raw = self.data.get(info.alias or field)
        if raw is None:
            return None
        try:
            return TypeAdapter[Any](info.rebuild_annotation()).validate_python(raw)
        except ValidationError:
            return None

    def valid_items(self, key: str, model: type[Item]) -> dict[int, Item]:
        """The right ones of a list of tables, by their index in the file."""
        items: dict[int, Item] = {}
        for index, raw in enumerate(self.tables(key)):
            try:
                items[index] = model.model_validate(raw)
            except ValidationError:
                continue
        return items

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """The `[[key]]` tables as they stand."""
        raw = self.data.get(key, [])
        return [table for table in raw if isinstance(table, dict)] if isinstance(raw, list) else []


def read_text(path: Path, faults: list[ConfigError]) -> str | None:
    """The text of a file, or None after a fault has been noted."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        problem, remedy = "filen saknas.", "`brabot init` skriver ett exempel."
    except UnicodeDecodeError:
        problem, remedy = "filen är inte sparad som UTF-8.", "Spara om den med kodningen UTF-8."
    except OSError as error:
        problem, remedy = f"filen går inte att läsa ({error.strerror}).", "Se över rättigheterna."
    faults.append(ConfigError(file=path.name, problem=problem, remedy=remedy))
    return None


def read_toml(path: Path, faults: list[ConfigError]) -> TomlFile | None:
    """A TOML file, or None after a fault has been noted."""
    text = read_text(path, faults)
    if text is None:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(_syntax_fault(path.name, text, str(error)))
        return None
    except (ValueError, RecursionError):  # what Python itself refuses
        problem = "ett tal har tusentals siffror, eller listor ligger hundratals djupt i varandra."
        remedy = "Ta bort det; inget sådant hör hemma här."
        faults.append(ConfigError(file=path.name, problem=problem, remedy=remedy))
        return None
    return TomlFile(name=path.name, data=data, lines=line_numbers(text))


def _syntax_fault(file: str, text: str, message: str) -> ConfigError:
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line = int(at[1]) if at else max(1, len(text.splitlines()))
    meaning = next(
        (told for start, told in SYNTAX.items() if message.startswith(start)),
        "raden följer inte TOML:s regler",
    )
    return ConfigError(
        file=file,
        line=line,
        found=text.splitlines()[line - 1].strip() if text else None,
        problem=f"{meaning}.",
        remedy="Rätta den raden, eller raden före, och kör `brabot config check` igen.",
    )
