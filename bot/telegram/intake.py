"""Takes updates into the inbox: committed before anybody tells Telegram that they came."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.logs import get_logger
from bot.metering import UNMETERED, Meter
from bot.telegram.redaction import without_names
from bot.telegram.together import Together
from storage.database import Database
from storage.errors import StorageError
from storage.inbox import IncomingUpdate

_PATIENCE_SECONDS = 0.8
"""Danger is answered within a second, whether the database is ready or not."""

log = get_logger(__name__)


class Unstorable(Protocol):
    """What is said to people whose messages cannot be kept, or not soon."""

    async def answer_danger(self, updates: Sequence[dict[str, Any]]) -> None:
        """Answer those that tell of danger now, and only those."""

    async def not_stored(self, updates: Sequence[dict[str, Any]]) -> None:
        """Say that these updates cannot be kept for now."""


class Intake:
    """The door to the inbox, for updates that were asked for and for those that were brought."""

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime],
        received: Callable[[], None],
        fallback: Unstorable,
        meter: Meter = UNMETERED,
    ) -> None:
        self._database = database
        self._clock = clock
        self._received = received
        self._fallback = fallback
        self._meter = meter
        self._together = Together(self._keep)

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit raw updates without the names in them; those known already are left alone.

        Each has a whole number as `update_id`; whatever else stands in them is kept too.

        Raises:
            StorageError: none of them is kept; who wrote them has been told so.
        """
        incoming = [
            IncomingUpdate(
                update_id=int(update["update_id"]),
                chat_id=chat_of(update),
                raw=json.dumps(without_names(update), ensure_ascii=True),
            )
            for update in updates
        ]
        keeping = asyncio.create_task(self._together.add(incoming))
        await asyncio.wait({keeping}, timeout=_PATIENCE_SECONDS)
        if not keeping.done():
            log.warning("storage_slow", count=len(updates))
            await self._fallback.answer_danger(updates)
        try:
            await asyncio.shield(keeping)
        except StorageError:
            await self._fallback.not_stored(updates)
            raise

    async def _keep(self, incoming: Sequence[IncomingUpdate]) -> None:
        async with self._database.transaction() as tx:
            new = await tx.inbox.receive(incoming, now=self._clock())
        ids = [update.update_id for update in incoming]
        log.info("updates_received", count=len(incoming), new=new, update_ids=ids)
        self._meter.received(len(incoming), new=new)
        self._received()


def chat_of(update: dict[str, Any]) -> int | None:
    """The chat that an update of any type belongs to, or None when it names none."""
    for key, content in update.items():
        if key == "update_id" or not isinstance(content, dict):
            continue
        holder = content.get("message")
        held = holder.get("chat") if isinstance(holder, dict) else None
        for chat in (held, *(content.get(name) for name in ("chat", "from", "user"))):
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return None
