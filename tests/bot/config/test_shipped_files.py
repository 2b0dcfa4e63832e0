"""The files that `brabot init` writes tell of every setting there is."""

import json
import re
from datetime import time
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.config import default_config_dir, load_config
from bot.config.models import BrabotFile, FocusArea, RetiredTheme, Theme
from tests import config_reference


def keys_of(model, path=()):
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        yield here
        for inner in models_in(field.annotation):
            yield from keys_of(inner, here)


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


@pytest.mark.parametrize("path", list(keys_of(BrabotFile)), ids=".".join)
def test_every_setting_stands_in_the_shipped_brabot_toml(path):
    text = (default_config_dir() / "brabot.toml").read_text("utf-8")
    key = re.escape(path[-1])

    assert re.search(rf"^(# )?\[+([\w.]+\.)?{key}[\].]|(^|\{{|,)\s*(# )?{key} = ", text, re.M)


@pytest.mark.parametrize("path", [*keys_of(RetiredTheme), *keys_of(FocusArea)], ids=".".join)
def test_every_key_of_a_theme_is_explained_in_the_shipped_themes_toml(path):
    text = (default_config_dir() / "themes.toml").read_text("utf-8")
    head = text.split("\n[[")[0]

    assert re.search(rf"^#   {path[-1]}  ", head, re.M)


def test_every_block_of_settings_has_a_comment():
    text = (default_config_dir() / "brabot.toml").read_text("utf-8")
    blocks = [block for block in re.split(r"\n{2,}", text) if re.search(r"^\w+ = ", block, re.M)]
    explained = [block for block in blocks if "# " in block]
    repeated = [block for block in blocks if block.startswith("[[helpline]]")]

    assert [block for block in blocks if block not in explained + repeated] == []


def test_the_example_addresses_cannot_reach_anybody():
    config = load_config(default_config_dir())

    assert config.controller.contact_email.endswith(".example.se")
    assert config.controller.dpo_email.endswith(".example.se")


def defaults_of(model, path=()):
    """The keys that have a plain value of their own where none is written."""
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        for inner in models_in(field.annotation):
            yield from defaults_of(inner, here)
        if not field.is_required() and isinstance(field.default, str | int | float | time):
            yield here, field.default


@pytest.mark.parametrize(
    ("path", "default"),
    [*defaults_of(BrabotFile)],
    ids=lambda part: ".".join(map(str, part)) if isinstance(part, tuple) else None,
)
def test_the_shipped_brabot_toml_shows_the_value_that_holds_without_the_key(path, default):
    text = (default_config_dir() / "brabot.toml").read_text("utf-8")
    section = ".".join(path[:-1])
    (part,) = re.findall(rf"^(?:# )?\[{section}\]\n(.*?)(?=^\[|\Z)", text, re.M | re.S)

    shown = re.search(rf"^(?:# )?{path[-1]} = (.+)$", part, re.M)

    assert shown is not None
    assert shown[1] == config_reference.written(default)


@pytest.mark.parametrize(("path", "default"), [*defaults_of(Theme)])
def test_the_shipped_themes_toml_tells_the_value_that_holds_without_the_key(path, default):
    head = (default_config_dir() / "themes.toml").read_text("utf-8").split("\n[[")[0]
    told = re.search(rf"^#   {path[-1]}  .*\n", head, re.M)[0]

    assert (f"annars {json.dumps(default)}" in told) or (default is False and " true " in told)


def test_the_tables_of_keys_on_the_page_for_admins_are_those_of_the_models():
    page = config_reference.PAGE.read_text("utf-8")

    assert config_reference.tables_of(page) == set(config_reference.tables())
    assert page == config_reference.with_tables(page), "`make docs` writes them anew"


def test_every_key_has_a_description():
    def undescribed(model):
        for name, field in model.model_fields.items():
            if not field.description:
                yield f"{model.__name__}.{name}"
            for inner in models_in(field.annotation):
                yield from undescribed(inner)

    assert [key for model in config_reference.FILES for key in undescribed(model)] == []
