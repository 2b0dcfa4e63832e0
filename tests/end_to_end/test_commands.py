"""The command line as scripts use it: exit codes, and errors that tell the remedy."""

import asyncio
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.settings import Settings
from bot.sandbox import Sandbox

pytestmark = pytest.mark.slow


def brabot(
    *arguments: str, cwd: Path, given: str | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("BRABOT_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env=own | {"BRABOT_CACHE_DIR": str(Settings().cache_dir)} | settings,
        cwd=cwd,
        input=given,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_without_a_token_it_says_where_to_get_one(tmp_path):
    ended = brabot("run", cwd=tmp_path)
    assert ended.returncode == 2
    assert "@BotFather" in ended.stderr and "BRABOT_TELEGRAM_TOKEN" in ended.stderr


async def test_a_refused_token_is_never_printed(tmp_path):
    async with Sandbox("1:right-one", clock=lambda: datetime.now(UTC)) as sandbox:
        ended = await asyncio.to_thread(
            brabot,
            "run",
            cwd=tmp_path,
            BRABOT_TELEGRAM_TOKEN="2:wrong-one",
            BRABOT_TELEGRAM_BASE_URL=sandbox.base_url,
            BRABOT_TELEGRAM_BASE_FILE_URL=sandbox.base_file_url,
        )
    assert ended.returncode == 2
    assert "@BotFather" in ended.stderr
    assert "wrong-one" not in ended.stderr + ended.stdout


def test_a_broken_configuration_is_told_whole_and_ends_with_2(tmp_path):
    assert brabot("init", "conf", cwd=tmp_path).returncode == 0
    themes = tmp_path / "conf" / "themes.toml"
    themes.write_text(
        themes.read_text("utf-8")
        .replace('id = "buskorning"', 'id = "buskorning"\nprecison = 0.9', 1)
        .replace('focus_area = "stold"', 'focus_area = "stöld"', 1),
        "utf-8",
    )
    ended = brabot("config", "check", "--config", "conf", cwd=tmp_path)
    assert ended.returncode == 2
    assert "precison" in ended.stderr and "precision" in ended.stderr
    assert "stöld" in ended.stderr
    for command in (["run"], ["read"], ["health"]):
        assert brabot(*command, "--config", "conf", cwd=tmp_path, given="").returncode == 2


def test_reading_is_json_lines_in_and_out_in_order(tmp_path):
    lines = [
        {"id": "1", "text": "Mopeder på gångvägen i Norrby"},
        {"text": "", "id": "2"},
        {"text": "😀" * 4096},
        {"id": "4", "text": "Min granne Kalle, 070-1740605", "lat": 57.7256, "lon": 12.9271},
    ]
    ended = brabot("read", cwd=tmp_path, given="\n".join(map(json.dumps, lines)))
    assert ended.returncode == 0, ended.stderr
    readings = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [r["id"] for r in readings] == ["1", "2", None, "4"]
    assert list(readings[0]) == [
        "id", "kind", "themes", "area", "places", "urgency", "recurring", "language",
        "masked", "pii", "needs_human", "why",
    ]  # fmt: skip
    assert readings[0]["themes"][0]["id"] == "buskorning"
    assert readings[0]["area"] == "Norrby"
    assert "Kalle" not in readings[3]["masked"] and "1740605" not in readings[3]["masked"]


@pytest.mark.parametrize("line", ["not json", '{"id": "1"}', '{"text": 5}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line):
    ended = brabot("read", cwd=tmp_path, given='{"text": "hej"}\n' + line)
    assert ended.returncode == 2
    assert "2" in ended.stderr


def test_importing_twice_keeps_everything_once(tmp_path):
    reports = [
        {"id": n, "when": "2025-03-01T12:00", "text": f"Inbrott i källare {n} på Hulta", "x": 1}
        for n in range(30)
    ]
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, reports)), "utf-8")
    first = brabot("import", str(file), cwd=tmp_path)
    again = brabot("import", str(file), cwd=tmp_path)
    assert first.returncode == again.returncode == 0, first.stderr
    assert "30 rapporter" in first.stderr
    assert "0 rapporter" in again.stderr and "30 fanns redan" in again.stderr
    digest = brabot(
        "digest", "--focus-area", "stold", "--week", "2025-W09", "--format", "json", cwd=tmp_path
    )
    assert digest.returncode == 0, digest.stderr
    json.loads(digest.stdout)


def test_an_import_with_faulty_lines_keeps_nothing_and_names_them(tmp_path):
    file = tmp_path / "reports.jsonl"
    file.write_text('{"id": 1, "when": "2025-03-01T12:00", "text": "a"}\n{"id": 2}\n', "utf-8")
    ended = brabot("import", str(file), cwd=tmp_path)
    assert ended.returncode == 2
    assert "rad 2" in ended.stderr
    assert not (tmp_path / "brabot.db").exists()


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["digest", "--focus-area", "traffik", "--week", "2025-W09"], "trafik"),
        (["digest", "--focus-area", "trafik", "--week", "2025-09"], "2025-W"),
        (["group", "invite", "norby"], "norrby"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_the_nearest(tmp_path, arguments, remedy):
    ended = brabot(*arguments, cwd=tmp_path)
    assert ended.returncode == 2
    assert remedy in ended.stderr


def test_the_list_of_commands_imports_nothing_heavy(tmp_path):
    code = (
        "import sys; sys.argv=['brabot','--help']\n"
        "from bot.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "heavy={'spacy','sqlalchemy','telegram','matplotlib','sklearn'} & set(sys.modules)\n"
        "sys.exit(len(heavy))"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    assert ended.returncode == 0
