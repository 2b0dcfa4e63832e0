"""Plays in a directory of their own, all from one empty database."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.texts.catalogue import load_texts
from storage.database import open_database
from tests.bot.dialogues.conftest import KEYS
from tests.bot.fuzzing.playing import Play, a_play

Perform = Callable[[Callable[[Play], Coroutine[Any, Any, None]]], None]


@pytest.fixture(scope="session")
def config() -> Config:
    return load_config(default_config_dir())


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them, to copy."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"

    async def make() -> None:
        await (await open_database(f"sqlite:///{path}", KEYS)).close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def perform(tmp_path_factory: pytest.TempPathFactory, config: Config, empty: Path) -> Perform:
    """Plays something on a stage that nobody has been on."""
    texts = load_texts(config.languages, default=config.languages[0])
    directory = tmp_path_factory.mktemp("fuzzing")

    async def played(do: Callable[[Play], Coroutine[Any, Any, None]]) -> None:
        async with a_play(directory, empty=empty, config=config, texts=texts) as play:
            await do(play)

    return lambda do: asyncio.run(played(do))
