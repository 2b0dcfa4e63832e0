"""tests.toml: texts, and what an admin wants them to be read as, so that it stays so."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.config.files import TomlFile, read_toml
from bot.config.models import Section
from bot.config.spelling import nearest
from bot.config.values import Identifier, Line
from bot.errors import ConfigError
from nlp.reading import Kind, Urgency

FILE = "tests.toml"


class Expectation(Section):
    """What a text must be read as; only what is given counts.

    `theme` is the first theme, `themes` are all of them whatever their order.
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 2})

    text: Line = Field(description="texten, påhittad")
    theme: Identifier | None = Field(default=None, description="det första temat")
    themes: tuple[Identifier, ...] | None = Field(
        default=None,
        description="alla teman, i vilken ordning som helst",
    )
    area: Line | None = Field(default=None, description="området, som i `places.csv`")
    kind: Kind | None = Field(
        default=None,
        description="sorten: `concern`, `positive`, `question`, `chatter` eller `spam`",
    )
    urgency: Urgency | None = Field(default=None, description="`now`, `soon` eller `normal`")

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if self.model_fields_set == {"text"}:
            raise PydanticCustomError(
                "brabot",
                "{problem}",
                {
                    "problem": "det står inte vad texten ska läsas som.",
                    "remedy": "Ange minst en av theme, themes, area, kind och urgency.",
                },
            )
        return self


class ExpectationsFile(Section):
    """All of tests.toml."""

    test: Annotated[tuple[Expectation, ...], Field()] = Field(default=(), description="proven")


def read_expectations(
    directory: Path, theme_ids: Sequence[str], areas: Sequence[str], faults: list[ConfigError]
) -> tuple[Expectation, ...]:
    """The expectations of a configuration; none where there is no file. Faults are noted."""
    path = directory / FILE
    if not path.is_file():
        return ()
    file = read_toml(path, faults)
    if file is None:
        return ()
    found = file.faults(ExpectationsFile)
    if not found:
        read = ExpectationsFile.model_validate(file.data).test
        found = list(_unknown(file, read, theme_ids, areas))
    faults += found
    return () if found else read


def _unknown(
    file: TomlFile,
    read: Sequence[Expectation],
    theme_ids: Sequence[str],
    areas: Sequence[str],
) -> Iterator[ConfigError]:
    """Themes and areas that there are none of."""
    for index, one in enumerate(read):
        for key, name in _themes(one):
            if name not in theme_ids:
                yield _fault(file, index, key, name, "inget tema i themes.toml", theme_ids)
        if one.area is not None and one.area not in areas:
            yield _fault(file, index, "area", one.area, "inget område i places.csv", areas)


def _themes(one: Expectation) -> Iterator[tuple[str, str]]:
    if one.theme is not None:
        yield "theme", one.theme
    for name in one.themes or ():
        yield "themes", name


def _fault(
    file: TomlFile, index: int, key: str, found: str, what: str, known: Sequence[str]
) -> ConfigError:
    return ConfigError(
        file=file.name,
        line=file.line("test", index, key),
        key=key,
        found=found,
        problem=f'"{found}" är {what}.',
        nearest=nearest(found, known),
        remedy="Rätta stavningen, eller ta bort provet.",
    )
