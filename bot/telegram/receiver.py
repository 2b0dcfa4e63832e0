"""Takes updates from Telegram and commits them before Telegram is told that they came."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.logs import get_logger
from bot.telegram.client import Client
from bot.telegram.redaction import without_names
from storage.database import Database
from storage.errors import StorageError
from storage.inbox import IncomingUpdate

POLL_SECONDS = 30
"""How long Telegram may hold a poll open when there is nothing new."""
_PATIENCE_SECONDS = 0.8
"""Danger is answered within a second, whether the database is ready or not."""
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 60.0

log = get_logger(__name__)


class Unstorable(Protocol):
    """What is said to people whose messages cannot be kept, or not soon."""

    async def answer_danger(self, updates: Sequence[dict[str, Any]]) -> None:
        """Answer those that tell of danger now, and only those."""

    async def not_stored(self, updates: Sequence[dict[str, Any]]) -> None:
        """Say that these updates cannot be kept for now."""


class Receiver:
    """Long polling: ask, commit, then ask again, which is what confirms to Telegram.

    The offset that confirms is sent only in the poll right after a commit. Otherwise
    Telegram is asked without one: an offset kept for long would forget updates unseen,
    since Telegram begins its numbers anew after a week of silence.
    Source: Telegram Bot API, getUpdates and Update.update_id.
    """

    def __init__(
        self,
        bot: Client,
        database: Database,
        *,
        clock: Callable[[], datetime],
        received: Callable[[], None],
        fallback: Unstorable,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._received = received
        self._fallback = fallback

    async def run(self) -> None:
        """Receive until cancelled; trouble is waited out, longer each time.

        Raises:
            InvalidToken: Telegram does not know the token (any more).
        """
        offset: int | None = None
        pause = _PAUSE_SECONDS
        while True:
            try:
                updates = await self._poll(offset)
                offset = await self._commit(updates)
            except InvalidToken:
                raise
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error))
            except (TelegramError, StorageError) as error:
                log.warning("receiving_failed", error=type(error).__name__, pause_seconds=pause)
                await asyncio.sleep(pause)
                if not isinstance(error, Conflict | NetworkError):
                    offset = None
                pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
            else:
                pause = _PAUSE_SECONDS

    async def _poll(self, offset: int | None) -> list[dict[str, Any]]:
        """The raw updates, so that what no library knows yet is kept too."""
        parameters: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100}
        if offset is not None:
            parameters["offset"] = offset
        updates = await self._bot.call("getUpdates", parameters, read_timeout=POLL_SECONDS + 10)
        return updates if isinstance(updates, list) else []

    async def _commit(self, updates: Sequence[dict[str, Any]]) -> int | None:
        if not updates:
            return None
        incoming = [
            IncomingUpdate(
                update_id=int(update["update_id"]),
                chat_id=chat_of(update),
                raw=json.dumps(without_names(update), ensure_ascii=True),
            )
            for update in updates
        ]
        keeping = asyncio.create_task(self._keep(incoming))
        await asyncio.wait({keeping}, timeout=_PATIENCE_SECONDS)
        if not keeping.done():
            log.warning("storage_slow", count=len(updates))
            await self._fallback.answer_danger(updates)
        try:
            new = await keeping
        except StorageError:
            await self._fallback.not_stored(updates)
            raise
        log.info("updates_received", count=len(updates), new=new)
        self._received()
        return max(update.update_id for update in incoming) + 1

    async def _keep(self, incoming: Sequence[IncomingUpdate]) -> int:
        async with self._database.transaction() as tx:
            return await tx.inbox.receive(incoming, now=self._clock())


def chat_of(update: dict[str, Any]) -> int | None:
    """The chat that an update of any type belongs to, or None when it names none."""
    for key, content in update.items():
        if key == "update_id" or not isinstance(content, dict):
            continue
        holder = content.get("message", content)
        chat = holder.get("chat") if isinstance(holder, dict) else None
        chat = chat or content.get("chat") or content.get("from") or content.get("user")
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return None


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait if isinstance(wait, int) else wait.total_seconds())
