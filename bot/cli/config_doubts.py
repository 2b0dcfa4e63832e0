"""Everything that an admin should look at once more, from wherever it is known."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.cli.output import tell

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.config.settings import Settings
    from bot.errors import ConfigError


def all_doubts(config: "Config", *, thorough: bool) -> "Iterator[ConfigError]":
    """What the files tell, what the database tells if there is one, and the training if asked."""
    from datetime import UTC, datetime

    from bot.config.doubts import doubts
    from bot.config.settings import load_settings
    from bot.config.suggestions import left_lying

    yield from doubts(config)
    yield from left_lying(config.directory, now=datetime.now(UTC))
    yield from _in_use(config, load_settings())
    if thorough:
        yield from _confusions(config)


def _in_use(config: "Config", settings: "Settings") -> "list[ConfigError]":
    from datetime import UTC, datetime

    from bot.errors import SettingInvalid
    from bot.storage_access import is_there, open_storage
    from bot.tuning.doubts import doubts_in_use
    from storage.errors import StorageError

    if not is_there(settings):
        return []

    async def look() -> "list[ConfigError]":
        database = await open_storage(settings)
        try:
            async with database.transaction() as tx:
                return await doubts_in_use(tx, config, now=datetime.now(UTC))
        finally:
            await database.close()

    try:
        return asyncio.run(look())
    except (SettingInvalid, StorageError) as error:
        tell(f"Grupperna och det som har berättats är inte prövade. {error}")
        return []


def _confusions(config: "Config") -> "tuple[ConfigError, ...]":
    from bot.cli.terminal import rows_progress
    from bot.tuning.doubts import confusions
    from nlp.errors import ReadingError

    try:
        with rows_progress("Jämför teman") as progress:
            return confusions(config, progress=progress)
    except ReadingError as error:
        tell(f"Teman som blandas ihop är inte prövade. {error}")
        return ()
