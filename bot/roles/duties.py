"""A thing that one process at a time does, until it cannot: then the next one does it."""

import asyncio

from bot.logs import get_logger
from bot.roles.part import Run
from storage.database import Database
from storage.errors import StorageError
from storage.leading import Duty

_PAUSE_SECONDS = 1.0

log = get_logger(__name__)


async def lead(database: Database, duty: Duty, run: Run) -> None:
    """Run it whenever this process has the duty, until cancelled or until it fails."""
    while True:
        try:
            async with database.leading(duty) as lost:
                log.info("duty_taken", duty=duty.name.lower())
                working, losing = asyncio.create_task(run()), asyncio.ensure_future(lost())
                try:
                    await asyncio.wait({working, losing}, return_when=asyncio.FIRST_COMPLETED)
                    if working.done():
                        return working.result()
                finally:
                    working.cancel()
                    losing.cancel()
                    await asyncio.gather(working, losing, return_exceptions=True)
            log.warning("duty_lost", duty=duty.name.lower())
        except StorageError as error:
            log.warning("duty_lost", duty=duty.name.lower(), error=type(error).__name__)
        await asyncio.sleep(_PAUSE_SECONDS)
