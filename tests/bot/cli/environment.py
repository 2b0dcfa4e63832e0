"""What the commands find around them in tests."""

import asyncio
from pathlib import Path

from bot.config.settings import load_settings
from bot.storage_access import open_storage
from tests.bot.config.directory import write_config


def settle_in(monkeypatch, directory: Path) -> Path:
    """Point every setting into `directory`; the configuration written there."""
    for name, value in {
        "BRABOT_DATABASE_URL": f"sqlite:///{directory / 'brabot.db'}",
        "BRABOT_SECRET_KEY_FILE": str(directory / "brabot.key"),
        "BRABOT_CACHE_DIR": str(directory / "cache"),
        "BRABOT_TELEGRAM_TOKEN": "4242:never-to-be-printed",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("BRABOT_CONFIG", "BRABOT_SECRET_KEY", "BRABOT_LOG_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    return write_config(directory / "config")


def stored(work):
    """What `work` gives, done on the database of the settings, made if it is not there."""

    async def run():
        database = await open_storage(load_settings())
        try:
            async with database.transaction() as tx:
                return await work(tx)
        finally:
            await database.close()

    return asyncio.run(run())
