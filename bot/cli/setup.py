"""What nearly every command begins with: the settings and the configuration."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.config.settings import Settings
    from storage.database import Transaction

T = TypeVar("T")


def configured(directory: Path | None) -> "tuple[Config, Settings]":
    """The configuration (`--config`, else BRABOT_CONFIG, else the shipped one) and settings.

    From here on only warnings are logged; `run` says more.

    Raises:
        ConfigInvalid: with every fault of the configuration.
        SettingInvalid: an environment variable cannot be used.
    """
    from bot.config.loader import load_config
    from bot.config.locations import default_config_dir

    settings = settled()
    return load_config(directory or settings.config or default_config_dir()), settings


def settled() -> "Settings":
    """The settings alone, for what must work with any configuration; only warnings are logged.

    Raises:
        SettingInvalid: an environment variable cannot be used.
    """
    from bot.config.settings import load_settings
    from bot.logs import configure_logging

    settings = load_settings()
    configure_logging(as_json=settings.log_format == "json", level=logging.WARNING)
    return settings


def in_transaction(settings: "Settings", work: "Callable[[Transaction], Awaitable[T]]") -> T:
    """What `work` gives, done in one transaction on the database of the settings.

    Raises:
        SettingInvalid: the key cannot be used.
        StorageError: the database cannot be used.
    """
    from bot.storage_access import open_storage

    async def run() -> T:
        database = await open_storage(settings)
        try:
            async with database.transaction() as tx:
                return await work(tx)
        finally:
            await database.close()

    return asyncio.run(run())
