"""`brabot lagesbild` as scripts use it: files and exit codes."""

import os
import subprocess
import sys

import pytest

SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="  # bytes 0 to 31


@pytest.fixture
def brabot(tmp_path):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "bot", "lagesbild", *arguments],
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


def test_a_year_of_the_whole_municipality_becomes_two_files(brabot, tmp_path):
    found = brabot(
        "--focus-area", "all", "--from", "2025-01-01", "--to", "2025-12-31", "--out", "new"
    )
    assert found.returncode == 0, found.stderr
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "lagesbild-all-2025.html",
        "lagesbild-all-2025.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--focus-area", "trafk"), 'Menade du "trafik"'),
        (("--since-last-meeting",), "[meetings]"),
    ],
)
def test_wrong_input_is_told_with_exit_code_2(brabot, arguments, said):
    found = brabot(*arguments)
    assert found.returncode == 2
    assert said in found.stderr
    assert "Traceback" not in found.stderr
