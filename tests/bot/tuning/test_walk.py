"""A new admin adds a theme: each step one command, and the next digest shows it.

The examples of the shipped themes are cut short, so that the training takes seconds.
"""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bot.demo
from bot.cli.main import build_command_line

NAME = "elsparkcyklar"
THEME = f"""
[[theme]]
id = "{NAME}"
focus_area = "trafik"
label = {{ sv = "Elsparkcyklar parkerade i vägen", en = "Electric scooters in the way" }}
keywords = ["elsparkcykel", "elscooter"]
"""
EXAMPLES = """\
Elsparkcyklar ligger slängda över hela trottoaren vid stationen
Det står elsparkcyklar mitt i gången så att man inte kommer fram med barnvagn
Min mamma ser dåligt och snubblade på en elsparkcykel som låg tvärs över trottoaren
Uthyrningsfirman låter elscootrarna stå parkerade framför porten
Kan ingen flytta elsparkcyklarna som blockerar cykelställen
Med rullstol kommer jag inte förbi alla elsparkcyklar på torget
Elscootrar parkerade på övergångsstället varje morgon
Fem elsparkcyklar låg i en hög på gångbanan utanför biblioteket
Folk lämnar elsparkcyklarna precis var som helst, även på handikapplatsen
Elsparkcykel parkerad så att rampen till vårdcentralen är spärrad
"""
TOLD = [
    "Det ligger elsparkcyklar överallt på trottoaren på Norrby, min man med rullator fastnade",
    "En hög med parkerade elsparkcyklar spärrar hela gångbanan på Norrby",
    "Parkerade elsparkcyklar framför porten varje dag på Norrby, går inte att komma förbi",
    "Mopederna kör på gångvägen i Hulta hela kvällarna",
    "Lamporna är släckta i tunneln på Norrby",
]
WEEK = "2026-W46"
POLICE = Path(__file__).parents[4] / "shared" / "data" / "police_boras.jsonl"
"""What the police told of Borås, which is not part of the project: read where it is at hand."""
OF_EACH = 15
KEPT_OF_A_THEME = 25


@pytest.fixture
def brabot(tmp_path, monkeypatch):
    """Runs a command line; gives its exit code and what it printed."""
    for name, value in {
        "BRABOT_DATABASE_URL": f"sqlite:///{tmp_path / 'brabot.db'}",
        "BRABOT_SECRET_KEY_FILE": str(tmp_path / "brabot.key"),
        "BRABOT_CACHE_DIR": str(tmp_path / "cache"),
        "COLUMNS": "100",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("BRABOT_CONFIG", "BRABOT_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)

    def run(*words):
        words = [str(word) for word in words]
        return CliRunner().invoke(build_command_line(words[:1]), words, catch_exceptions=False)

    return run


def of_the_demo() -> list[str]:
    """The first concerns of the demo."""
    told = (Path(bot.demo.__file__).parent / "messages.jsonl").read_text("utf-8").splitlines()
    messages = (json.loads(line) for line in told)
    return [one["text"] for one in messages if one["kind"] == "concern"][:OF_EACH]


def of_the_police() -> list[str]:
    """The first reports of the police as they stand, where they are at hand."""
    return POLICE.read_text("utf-8").splitlines()[:OF_EACH] if POLICE.is_file() else []


def cut_short(directory: Path) -> None:
    """Leave the shipped themes a few examples each, and take the shipped tests away."""
    for path in (directory / "examples").glob("*.txt"):
        lines = [line for line in path.read_text("utf-8").splitlines() if " + " not in line]
        path.write_text("\n".join(lines[:KEPT_OF_A_THEME]) + "\n", "utf-8")
    (directory / "tests.toml").unlink()


def test_a_new_theme_is_seen_before_it_counts_and_then_in_the_digest(brabot, tmp_path):
    config, reports = tmp_path / "config", tmp_path / "reports.jsonl"
    told = [*TOLD, *of_the_demo()]
    lines = [
        json.dumps({"id": str(n), "when": "2026-11-12T18:00", "text": text})
        for n, text in enumerate(told)
    ]
    lines += of_the_police()
    reports.write_text("\n".join(lines), "utf-8")
    assert brabot("init", config).exit_code == 0
    cut_short(config)
    assert brabot("import", reports, "--config", config).exit_code == 0

    with (config / "themes.toml").open("a", encoding="utf-8") as themes:
        themes.write(THEME)
    (config / "examples" / f"{NAME}.txt").write_text(EXAMPLES, "utf-8")
    (config / "tests.toml").write_text(
        f'[[test]]\ntext = "Elsparkcyklar parkerade mitt på trottoaren"\ntheme = "{NAME}"\n',
        "utf-8",
    )
    checked = brabot("config", "check", "--config", config)
    assert checked.exit_code == 0, checked.output
    assert f'temat "{NAME}" har 10 exempel' in re.sub(r"\s+", " ", checked.output)

    seen = brabot("config", "impact", "--config", config, "--weeks", "520", "--json")
    would = json.loads(seen.stdout)
    assert would["read"] == len(lines)
    assert would["themes"][NAME] == {"before": 0, "after": 3}
    assert would["tests"] == {"of": 1, "before": 1, "after": 1}

    before = digest(brabot, config)
    assert NAME not in {theme["theme"] for theme in before["themes"]}
    words = ("--by", "Testa Testsson", "--reason", "Eget tema")
    put_live = brabot("resort", "--config", config, *words)
    assert put_live.exit_code == 0
    assert put_live.stdout.splitlines()[-1].startswith(f"{len(lines)} omlästa: ")
    told = json.loads(brabot("config", "history", "--json", "--config", config).stdout)
    assert [(one["action"], one["actor"], one["reason"]) for one in told] == [
        ("archive_resorted", "cli:Testa Testsson", "Eget tema")
    ]
    after = digest(brabot, config)
    counted = {theme["theme"]: theme["count"]["concerns"] for theme in after["themes"]}
    assert counted[NAME] == 3


def digest(brabot, config):
    words = ("digest", "--focus-area", "trafik", "--week", WEEK, "--format", "json")
    return json.loads(brabot(*words, "--config", config).stdout)
