"""The files that `brabot init` writes tell of every setting there is."""

import re
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.config import default_config_dir, load_config
from bot.config.models import BrabotFile, FocusArea, Theme


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


@pytest.mark.parametrize("path", [*keys_of(Theme), *keys_of(FocusArea)], ids=".".join)
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
