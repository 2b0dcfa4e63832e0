from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database, open_database
from storage.keys import Keyring


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_database(
        f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
    )
    yield opened
    await opened.close()
