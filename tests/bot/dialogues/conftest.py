"""What all conversations share: the reading, the texts, and an empty database to copy."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.app import build_reader
from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.reading import ReadingService
from bot.texts.catalogue import Texts, load_texts
from storage.database import Database, open_database
from storage.keys import Keyring

KEYS = Keyring.from_secret(bytes(range(32)))


@pytest.fixture(scope="session")
def config() -> Config:
    return load_config(default_config_dir())


@pytest.fixture(scope="session")
def texts(config: Config) -> Texts:
    return load_texts(config.languages, default=config.languages[0])


@pytest.fixture(scope="session")
def reading(config: Config) -> Iterator[ReadingService]:
    """The real reading of the shipped configuration, loaded once."""
    service = ReadingService(build_reader(config, Settings()))
    yield service
    service.close()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them."""
    path = tmp_path_factory.mktemp("dialogues") / "empty.db"

    async def make() -> None:
        await (await open_database(f"sqlite:///{path}", KEYS)).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def database(empty_database: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = shutil.copy(empty_database, tmp_path / "brabot.db")
    opened = await open_database(f"sqlite:///{path}", KEYS)
    yield opened
    await opened.close()
