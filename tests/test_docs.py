"""What the pages in docs/ say is what the program does: nothing left out, nothing promised."""

import ast
import importlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin

import pytest
import typer
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.cli.init import init
from bot.cli.main import _COMMANDS
from bot.config import load_config
from bot.config.locations import default_config_dir
from bot.config.models import BrabotFile, ThemesFile
from bot.config.places import COLUMNS, KINDS
from bot.config.settings import Settings
from bot.dialogue.events import Command

ROOT = Path(__file__).resolve().parents[1]
DOCS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]

REQUIRED = "krävs"


class Key(NamedTuple):
    """A row of a table of keys: what happens without the key is `required` or a default."""

    name: str
    otherwise: str


def test_every_command_is_documented():
    for command in spoken_commands():
        assert any(
            re.search(rf"`(brabot )?{command}\b", DOCS[p]) for p in ("operators", "admin")
        ), f"brabot {command} is in neither docs/operators.md nor docs/admin.md"


def test_no_command_is_promised_that_is_not_there():
    named = {
        word
        for page in DOCS.values()
        for word in re.findall(r"(?<![=\w])brabot ([a-z]+)", code(page))
    }
    assert named <= set(_COMMANDS)


def test_every_setting_is_documented_and_no_other():
    names = {f"BRABOT_{name.upper()}" for name in Settings.model_fields}
    assert {key.name for key in keys_under(DOCS["operators"], "Settings")} == names
    for page in DOCS.values():
        assert set(re.findall(r"BRABOT_[A-Z_]*[A-Z]", page)) <= names


@pytest.mark.parametrize(
    ("heading", "model"), [("brabot.toml", BrabotFile), ("themes.toml", ThemesFile)]
)
def test_every_key_of_the_configuration_is_documented_with_what_it_is_without(heading, model):
    assert sorted(keys_under(DOCS["admin"], heading)) == sorted(keys_of(model))


def test_the_columns_and_kinds_of_places_are_documented():
    section = section_of(DOCS["admin"], "En ny plats")
    rows = [row for row in table_rows(section) if row[0].startswith("`")]
    assert tuple(row[0].strip("`") for row in rows) == COLUMNS
    kinds = next(row[1] for row in rows if row[0] == "`kind`")
    assert tuple(re.findall(r"`(\w+)`", kinds)) == KINDS


def test_an_admin_who_follows_the_page_gets_a_theme_a_place_and_a_schedule(tmp_path):
    init(tmp_path / "konfig")
    theme = block(DOCS["admin"], "Ett nytt tema", "toml")
    theme_id = tomllib.loads(theme)["theme"][0]["id"]
    schedule = block(DOCS["admin"], "brabot.toml", "toml")
    sentences = block(DOCS["admin"], "Ett nytt tema", "text")
    append(tmp_path / "konfig" / "themes.toml", theme)
    append(tmp_path / "konfig" / "brabot.toml", schedule)
    append(tmp_path / "konfig" / "examples" / f"{theme_id}.txt", sentences)
    append(
        tmp_path / "konfig" / "places.csv",
        block(DOCS["admin"], "En ny plats", "text"),
    )

    config = load_config(tmp_path / "konfig")

    assert len(config.examples[theme_id]) == 10
    assert config.schedule_of("norrby").weekday == "fredag"
    assert any(place.name == "Exempelparken" for place in config.places)


def test_every_log_event_is_documented_and_no_other():
    section = section_of(DOCS["operators"], "Health and logs")
    named = {event for row in table_rows(section) for event in re.findall(r"`(\w+)`", row[0])}
    assert named == logged_events()


def test_residents_are_told_the_shipped_times_numbers_and_commands():
    config, page = load_config(default_config_dir()), DOCS["residents"]
    for name, days in config.retention.model_dump().items():
        assert f"{days} dagar" in page or not name.endswith("_days")
    for number in (
        config.emergency.emergency,
        config.emergency.police,
        *(line.number for line in config.helplines),
    ):
        assert f"**{number}**" in page
    known = {f"/{command.value}" for command in Command} - {"/start", "/koppla", "/unknown"}
    assert {row[0].strip("`") for row in table_rows(section_of(page, "Kommandon"))} - {"Skriv"} == (
        known
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, heading = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), f"{page.name} links to {target}"
        if heading:
            assert heading in anchors(linked.read_text("utf-8")), f"{page.name} links to {target}"


def spoken_commands() -> Iterator[str]:
    """Every command as it is typed after `brabot`, those of groups included."""
    for name, (module, _) in _COMMANDS.items():
        app: typer.Typer = importlib.import_module(module).app
        if len(app.registered_commands) == 1 and app.registered_callback is None:
            yield name
            continue
        for info in app.registered_commands:
            assert info.callback is not None
            yield f"{name} {info.name or info.callback.__name__}"


def logged_events() -> set[str]:
    """The constant first argument of every call of a logger in `bot`."""
    levels = {"info", "warning", "error"}
    return {
        node.args[0].value
        for path in (ROOT / "bot").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in levels
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def keys_of(model: type[BaseModel], prefix: str = "") -> Iterator[Key]:
    """The keys of a file as an admin writes them, a table's after its name and a dot."""
    for name, field in model.model_fields.items():
        key = prefix + (field.alias or name)
        inner = section_in(field.annotation)
        if inner is None:
            yield Key(key, REQUIRED if field.is_required() else default_of(field))
        else:
            by_id = "ID." if get_origin(field.annotation) is dict else ""
            yield from keys_of(inner, f"{key}.{by_id}")


def section_in(annotation: Any) -> type[BaseModel] | None:
    """The model in an annotation such as `tuple[Theme, ...]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, UnionType):
        return None
    return next((found for arg in get_args(annotation) if (found := section_in(arg))), None)


def default_of(field: FieldInfo) -> str:
    """The default as it would be written in TOML."""
    value = field.default
    if value is None:
        return "ingen"
    written = list(value) if isinstance(value, tuple) else value
    return f"`{json.dumps(written, default=lambda time: f'{time:%H:%M}')}`"


def keys_under(page: str, heading: str) -> list[Key]:
    """The keys in the tables of a section, each after the [table] that its heading names."""
    keys, prefix = [], ""
    for line in section_of(page, heading).splitlines():
        if line.startswith("#"):
            table = re.search(r"`\[+([\w.]+)\]+`", line)
            prefix = f"{table[1]}." if table else ""
        for row in table_rows(line):
            if name := re.fullmatch(r"`([\w.]+)`", row[0]):
                keys.append(Key(prefix + name[1], row[-1]))
    return keys


def section_of(page: str, heading: str) -> str:
    """What stands under a heading, headings of lower levels included."""
    lines = iter(page.splitlines())
    title = next(line for line in lines if re.fullmatch(rf"#+ {re.escape(heading)}", line))
    level = len(title.split(" ")[0])
    told, fenced = [], False
    for line in lines:
        fenced ^= line.startswith("```")
        if not fenced and re.match(rf"#{{1,{level}}} ", line):
            break
        told.append(line)
    return "\n".join(told)


def table_rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("|") and not line.startswith("|---"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def block(page: str, heading: str, language: str) -> str:
    """The first code block of a language under a heading."""
    found = re.search(rf"^```{language}\n(.*?)^```", section_of(page, heading), re.S | re.M)
    assert found is not None
    return found[1]


def code(page: str) -> str:
    """All that stands in backticks or in blocks."""
    return "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", page, re.S | re.M))


def anchors(page: str) -> set[str]:
    """The headings as GitHub and Forgejo name them in links."""
    titles = re.findall(r"^#+ (.*)$", page, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def append(file: Path, text: str) -> None:
    before = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{text}", "utf-8")
