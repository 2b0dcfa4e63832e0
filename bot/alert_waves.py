"""Alerts in the same words: the first goes out at once, of the others only how many there are."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from bot.alerts import groups_to_alert
from bot.config.config import Config
from bot.logs import get_logger
from bot.outgoing import message
from bot.texts.catalogue import Texts
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import Priority
from storage.waves import Wave

_LOOK_SECONDS: Final = 60.0

log = get_logger(__name__)


async def tell_of_waves(database: Database, config: Config, texts: Texts, *, now: datetime) -> int:
    """Tell the groups how many alerts the first one stands for, if that is due.

    Returns:
        The number of messages that wait for it in the outbox.

    Raises:
        StorageError: nobody was told.
    """
    pause = timedelta(minutes=config.limits.wave_summary_minutes)
    over = timedelta(minutes=config.limits.wave_minutes)
    async with database.transaction() as tx:
        told = [
            await _tell(tx, wave, config, texts, now=now)
            for wave in await tx.waves.untold(told_before=now - pause)
        ]
        await tx.waves.forget(last_before=now - over)
    return sum(told)


class WaveWatch:
    """Looks again and again whether groups are to be told of a wave."""

    def __init__(
        self,
        tell: Callable[[], Awaitable[int]],
        *,
        told: Callable[[], None],
        look_seconds: float = _LOOK_SECONDS,
    ) -> None:
        self._tell = tell
        self._told = told
        self._look_seconds = look_seconds

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                if await self._tell():
                    self._told()
            except StorageError as error:
                log.warning("waves_not_told", error=type(error).__name__)
            await asyncio.sleep(self._look_seconds)


async def _tell(tx: Transaction, wave: Wave, config: Config, texts: Texts, *, now: datetime) -> int:
    await tx.waves.told(wave, now=now)
    concern = await tx.concerns.get(wave.concern_id)
    if concern is None:
        return 0
    html = texts.html(
        config.languages[0],
        "alert-wave",
        count=wave.alerts,
        reference=concern.reference,
        since=wave.began_at.astimezone(config.municipality.timezone).strftime("%Y-%m-%d %H:%M"),
    )
    groups = await groups_to_alert(tx, concern, config)
    chats = {group.chat_id for group in groups if group.chat_id is not None}
    for chat_id in sorted(chats):
        outgoing = message(chat_id, html, priority=Priority.ALERT, concern_id=concern.id)
        await tx.outbox.put(outgoing, now=now)
    return len(chats)
