"""`brabot digest` as scripts use it: output, files, exit codes."""

import asyncio
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import open_database
from storage.keys import Keyring

WEEK = "2024-W10"
SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="  # bytes 0 to 31


@pytest.fixture
def brabot(tmp_path):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "bot", "digest", *arguments],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "BRABOT_DATABASE_URL": f"sqlite:///{tmp_path / 'brabot.db'}",
                "BRABOT_SECRET_KEY": SECRET,
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def join(tmp_path, chat_id):
    async def work():
        database = await open_database(
            f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
        )
        now = datetime.now(UTC)
        async with database.transaction() as tx:
            code = await tx.groups.invite("trafik", now=now, valid_for=timedelta(days=1))
            await tx.groups.redeem(code, chat_id=chat_id, now=now)
        await database.close()

    asyncio.run(work())


def test_json_alone_goes_to_standard_output_and_sending_counts_the_groups(brabot, tmp_path):
    join(tmp_path, -100)
    arguments = ("--focus-area", "trafik", "--week", WEEK, "--format", "json", "--send")
    first, again = brabot(*arguments), brabot(*arguments)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert json.loads(first.stdout) == json.loads(again.stdout)
    assert json.loads(first.stdout)["week"] == WEEK
    assert "till 1 grupp; 0 grupper hade redan" in first.stderr
    assert "till 0 grupper; 1 grupp hade redan" in again.stderr


def test_text_is_printed_and_other_forms_become_files(brabot, tmp_path):
    found = brabot(
        "--focus-area", "norrby", "--week", WEEK, "--format", "text,html", "--out", "new"
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("Norrby: veckans bild\n")
    assert "<b>" not in found.stdout
    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"digest-norrby-{WEEK}.html"]


def test_a_quarter_is_sent_as_a_week_is(brabot, tmp_path):
    join(tmp_path, -100)
    found = brabot("--focus-area", "trafik", "--period", "2024-Q1", "--format", "json", "--send")
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout)["week"] == "2024-Q1"
    assert "till 1 grupp; 0 grupper hade redan" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--focus-area", "trafk", "--week", WEEK), 'Menade du "trafik"'),
        (("--focus-area", "trafik", "--week", "2024-10"), 'Menade du "2024-W10"'),
        (("--focus-area", "trafik", "--week", "9000-W01"), "har inte börjat"),
        (("--focus-area", "trafik", "--week", WEEK, "--period", "2024-Q1"), "inte båda"),
        (("--focus-area", "trafik", "--period", "2024-Q5"), '"2024-Q5" är'),
        (("--focus-area", "trafik", "--week", "9000-W01", "--send"), "inte slut"),
    ],
)
def test_wrong_input_is_told_with_exit_code_2(brabot, arguments, said):
    found = brabot(*arguments)
    assert found.returncode == 2
    assert said in found.stderr
    assert "Traceback" not in found.stderr
