from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.cli.purge import app
from bot.config import load_config
from storage.concerns import NewConcern, NewMessage

from .environment import settle_in, stored

LONG_AGO = datetime(2020, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


def purge(config, *arguments):
    return CliRunner().invoke(app, ["--config", str(config), *arguments])


async def tell(tx):
    message = NewMessage(told_at=LONG_AGO, text="hej", masked="hej", reading={})
    await tx.concerns.record(
        NewConcern(
            source="telegram",
            told_at=LONG_AGO,
            kind="spam",
            urgency="normal",
            recurring=False,
            language="sv",
            area=None,
            themes=(),
            places=(),
            needs_human=False,
            config_version="v1",
            message=message,
        ),
        now=LONG_AGO,
    )


async def count(tx):
    return len(await tx.concerns.told_between(LONG_AGO, LONG_AGO + timedelta(days=1)))


def row(output, what):
    (line,) = [line for line in output.splitlines() if what in line]
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_each_rule_is_a_row_with_its_time_and_how_many_went(config):
    stored(tell)

    result = purge(config)

    assert result.exit_code == 0
    assert row(result.stdout, "reklam") == ["Frågor, prat och reklam", "30 dagar", "1"]
    assert row(result.stdout, "samtal") == ["Avbrutna samtal", "1 dag", "0"]
    assert stored(count) == 0


def test_a_dry_run_shows_the_same_and_says_that_nothing_went(config):
    stored(tell)

    result = purge(config, "--dry-run")

    assert row(result.stdout, "reklam")[-1] == "1"
    assert "Inget har tagits bort" in result.stderr
    assert stored(count) == 1


def test_rules_of_single_themes_and_the_decision_are_shown(config):
    file = config / "brabot.toml"
    text = file.read_text("utf-8").replace("[retention]", '[retention]\ndecision = "KS 2026-12"')
    theme = load_config(config).themes[0].id
    file.write_text(
        f'{text}\n[[retention.theme]]\nthemes = ["{theme}"]\nconcern_days = 200\n'
        'decision = "KS 2026-40"\n',
        "utf-8",
    )
    shown = purge(config, "--dry-run").stdout
    assert "KS 2026-12" in shown
    assert row(shown, "Hela ärenden: ")[1:] == ["200 dagar", "0"]
    assert "KS 2026-40" in shown


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ('themes = ["finns_inte"]', "finns inte i themes.toml"),
        ('themes = ["{theme}"]\nconcern_days = 999', "längre än vad invånarna får veta"),
        ('themes = ["{theme}"]\nconcern_days = 20', "längre än ärendet"),
    ],
)
def test_a_rule_that_cannot_hold_is_refused(config, rule, told):
    file, theme = config / "brabot.toml", load_config(config).themes[0].id
    text = file.read_text("utf-8")
    file.write_text(f"{text}\n[[retention.theme]]\n{rule.replace('{theme}', theme)}\n", "utf-8")
    assert told in str(purge(config).exception)
