"""An editor that reads the schemas completes every key and catches the usual mistakes."""

import json
import tomllib

import pytest
from jsonschema import Draft7Validator

from bot.cli.config import app
from bot.config import default_config_dir
from bot.config.duties import languages_with_texts
from bot.config.json_schema import SCHEMAS, schemas, write_schemas
from bot.config.models import BrabotFile
from bot.config.values import LANGUAGES

from .directory import BRABOT, THEMES
from .test_commands import run
from .test_shipped_files import keys_of

MADE = schemas()
TESTS = '[[test]]\ntext = "Mopeder"\ntheme = "buskorning"\n'
FILES = {"brabot": BRABOT, "themes": THEMES, "tests": TESTS}


def faults(name, toml):
    data = json.loads(json.dumps(tomllib.loads(toml), default=str))
    return list(Draft7Validator(MADE[f"{name}.schema.json"]).iter_errors(data))


@pytest.mark.parametrize("name", ["brabot", "themes", "tests"])
def test_the_shipped_files_name_their_schema_and_follow_it(name):
    toml = (default_config_dir() / f"{name}.toml").read_text("utf-8")
    assert toml.startswith(f"#:schema ./{name}.schema.json\n")
    Draft7Validator.check_schema(MADE[f"{name}.schema.json"])
    assert faults(name, toml) == []
    assert faults(name, FILES[name]) == []


MISTAKES = [
    ("brabot", "unsorted_days", "unsorted_dagar", "unsorted_dagar"),
    ("brabot", "unsorted_days = 30", "unsorted_days = 0", "minimum"),
    ("brabot", "unsorted_days = 30", 'unsorted_days = "30"', "integer"),
    ("brabot", '"måndag"', '"mondag"', "mondag"),
    ("brabot", '"07:30"', '"7.30"', "7.30"),
    ("brabot", '"1490"', '"149"', "149"),
    ("brabot", "[retention]", "[retentions]", "retentions"),
    ("brabot", '"child"', '"chld"', "chld"),
    ("brabot", '"90101"', '"nittio"', "nittio"),
    ("brabot", 'sv = "Lagen.", ', "", "sv"),
    ("brabot", 'en = "The law."', 'engelska = "The law."', "engelska"),
    ("brabot", '["sv", "en"]', '["sv", "tlh"]', "tlh"),
    ("brabot", "bra@lillkoping.example", "bra.lillkoping", "bra.lillkoping"),
    ("brabot", '"2026-02-11"', '"11 februari"', "11 februari"),
    ("brabot", 'name = "Kommunstyrelsen"', "", "name"),
    ("themes", "precision", "precison", "precison"),
    ("themes", "precision = 0.8", "precision = 80", "maximum"),
    ("themes", "precision = 0.8", 'sensitive = "ja"', "boolean"),
    ("themes", 'id = "buskorning"', 'id = "Buskörning"', "Buskörning"),
    ("themes", '"EPA"', '"e"', "does not match"),
    ("themes", '["Norrängen"]', '"Norrängen"', "array"),
    ("tests", 'theme = "buskorning"\n', "", "enough properties"),
    ("tests", "theme =", "tema =", "tema"),
    ("tests", "theme =", "urgency =", "buskorning"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), MISTAKES)
def test_a_usual_mistake_is_caught_while_it_is_typed(name, old, new, said):
    assert FILES[name].count(old) == 1
    found = faults(name, FILES[name].replace(old, new))
    assert any(said in fault.message or said in str(fault.validator) for fault in found)


def test_every_key_is_described_in_swedish():
    assert [path for schema in MADE.values() for path in undescribed(schema)] == []


def undescribed(schema, path=()):
    for name, part in schema.get("properties", {}).items():
        if not part.get("description"):
            yield (*path, name)
        yield from undescribed(part, (*path, name))
    if "items" in schema:
        yield from undescribed(schema["items"], path)


def test_every_setting_is_in_the_schema():
    for path in keys_of(BrabotFile):
        part = MADE["brabot.schema.json"]
        for key in path:
            part = part.get("items", part)
            part = next(iter(part.get("patternProperties", {}).values()), part)
            part = part["properties"][key] if key in part.get("properties", ()) else part
        assert part.get("description"), path


def test_the_languages_to_choose_from_are_those_of_the_bot():
    assert tuple(sorted(LANGUAGES)) == languages_with_texts()


def test_the_schemas_of_the_shipped_configuration_are_those_of_the_models():
    shipped = default_config_dir()
    found = {name: json.loads((shipped / name).read_text("utf-8")) for name in SCHEMAS}
    assert found == MADE, "`make docs` writes them anew"


def test_the_command_writes_them_beside_the_files(tmp_path):
    (tmp_path / "brabot.schema.json").write_text("{}")
    result = run(app, "schema", "--config", tmp_path)
    assert result.exit_code == 0
    assert json.loads((tmp_path / "brabot.schema.json").read_text()) == MADE["brabot.schema.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(SCHEMAS)


def test_what_is_written_twice_is_the_same(tmp_path):
    first = [path.read_bytes() for path in write_schemas(tmp_path)]
    assert [path.read_bytes() for path in write_schemas(tmp_path)] == first
