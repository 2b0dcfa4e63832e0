"""Alerts in the same words: the first goes out at once, of the others only how many there are."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Final

from bot.alerts import alert_groups, groups_to_alert, same_words
from bot.config.config import Config
from bot.logs import get_logger
from bot.outgoing import message
from bot.ports import Transaction as Port
from bot.texts.catalogue import Texts
from nlp.reading import Danger, Urgency
from storage.concern_values import Concern
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import Priority
from storage.waves import Wave

_LOOK_SECONDS: Final = 60.0
_BEFORE = timedelta(minutes=5)
"""So much earlier or later than its alert something may have been told."""

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


async def counted_with(tx: Port, concern: Concern) -> list[Concern]:
    """Whose alerts were only counted with this concern's, which groups are to be shown no more.

    None if it was not the first one. They may be `alerted_anew` once it is deleted.
    """
    found: dict[int, Concern] = {}
    danger = await _danger(tx, concern)
    words = same_words(concern, Urgency(concern.urgency), danger, concern.masked)
    for wave in await tx.waves.led_by(concern.id):
        for other in await tx.concerns.told_between(
            wave.began_at - _BEFORE, wave.last_at + _BEFORE
        ):
            named = Urgency(other.urgency), await _danger(tx, other)
            if words is not None and words == same_words(other, *named, other.masked):
                found[other.id] = other
    return [other for other in found.values() if other.id != concern.id]


async def alerted_anew(
    tx: Port, concerns: Iterable[Concern], config: Config, texts: Texts, *, now: datetime
) -> None:
    """Alert of concerns anew, the first for all of them, if they are still there."""
    for concern in concerns:
        if await tx.concerns.get(concern.id) is None:
            continue
        await alert_groups(
            tx,
            concern,
            urgency=Urgency(concern.urgency),
            danger=await _danger(tx, concern),
            masked=concern.masked,
            withheld=False,
            config=config,
            texts=texts,
            now=now,
        )


async def _danger(tx: Port, concern: Concern) -> Danger | None:
    readings = await tx.concerns.readings(concern.id)
    told = [reading["danger"] for reading in readings if reading.get("danger")]
    return Danger(told[-1]) if told else None


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
