"""Proposals are no part of the configuration, and are not left lying unnoticed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load_config
from bot.config.suggestions import FOLDER, MARK, left_lying

from .directory import write_config


@pytest.fixture
def config(tmp_path):
    directory = write_config(tmp_path / "config")
    (directory / FOLDER).mkdir()
    return directory


def test_they_change_nothing(config):
    before = load_config(config).version
    (config / FOLDER / "buskorning.txt").write_text("En rad till\n", "utf-8")
    assert load_config(config).version == before


def test_old_ones_are_told_once_with_what_to_do(config):
    for name in ("a.txt", "b.txt"):
        (config / FOLDER / name).write_text(f"{MARK}\nEn rad\n", "utf-8")
    (config / FOLDER / "own.txt").write_text("En egen fil\n", "utf-8")
    now = datetime.now(UTC)
    assert list(left_lying(config, now=now)) == []
    (doubt,) = left_lying(config, now=now + timedelta(days=15))
    assert "brabot examples suggest" in str(doubt)
