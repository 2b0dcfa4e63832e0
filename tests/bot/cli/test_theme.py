"""`brabot theme` edits the files for whoever does not dare, and `config check` minds the past."""

from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from bot.cli.config import config_app
from bot.cli.theme import theme_app
from bot.config import load_config
from bot.config.models import Theme
from bot.errors import InputInvalid
from tests.bot.cli.environment import settle_in, stored

MOPEDS = """
[[theme]]
id = "mopeder"
focus_area = "trafik"
label = { sv = "Mopeder", en = "Mopeds" }
keywords = ["moppe"]
"""


@pytest.fixture
def directory(monkeypatch, tmp_path):
    directory = settle_in(monkeypatch, tmp_path)
    themes = directory / "themes.toml"
    themes.write_text(themes.read_text("utf-8") + MOPEDS, "utf-8")
    lines = "".join(f"Moppen står i vägen, gång {n}.\n" for n in range(10))
    (directory / "examples" / "mopeder.txt").write_text(lines, "utf-8")
    return directory


def run(app, *arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_a_theme_is_retired_by_one_command_that_says_what_is_left_to_do(directory):
    done = run(theme_app, "retire", "mopeder", "--into", "buskorning", "--config", directory)
    assert done.exit_code == 0
    assert f"Tog bort {directory / 'examples' / 'mopeder.txt'}" in done.output
    assert "moppe" in done.output
    assert load_config(directory).heir("mopeder") == "buskorning"
    listed = run(theme_app, "list", "--config", directory).output
    assert "blev buskorning" in " ".join(listed.split())


def test_an_unknown_theme_is_told_with_the_nearest_spelling(directory):
    failed = run(theme_app, "retire", "moped", "--config", directory)
    assert isinstance(failed.exception, InputInvalid)
    assert 'Menade du "mopeder"' in str(failed.exception)


def test_the_check_refuses_what_the_database_knows_better(directory):
    assert run(config_app, "check", "--no-tests", "--config", directory).exit_code == 0
    stored(
        lambda tx: tx.themes.note(
            ["buskorning", "gammalt"], ["mopeder"], now=datetime(2026, 11, 1, tzinfo=UTC)
        )
    )
    refused = run(config_app, "check", "--no-tests", "--config", directory)
    assert refused.exit_code == 2
    assert 'temat "gammalt" är borta' in refused.output
    assert 'id "mopeder" hör till ett tema som avslutades 2026-11-01' in refused.output


def test_keywords_and_precision_may_stay_with_a_retired_theme(directory):
    run(theme_app, "retire", "mopeder", "--into", "buskorning", "--config", directory)
    (retired,) = load_config(directory).retired_themes
    assert isinstance(retired, Theme)
    assert retired.keywords == ("moppe",)
