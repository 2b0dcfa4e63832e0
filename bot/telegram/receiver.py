"""Takes updates from Telegram and commits them before Telegram is told that they came."""

import asyncio
from collections.abc import Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.logs import get_logger
from bot.telegram.client import Client
from bot.telegram.intake import Intake
from storage.errors import StorageError

POLL_SECONDS = 30
"""How long Telegram may hold a poll open when there is nothing new."""
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 60.0

log = get_logger(__name__)


class Receiver:
    """Long polling: ask, commit, then ask again, which is what confirms to Telegram.

    The offset that confirms is sent only in the poll right after a commit. Otherwise
    Telegram is asked without one: an offset kept for long would forget updates unseen,
    since Telegram begins its numbers anew after a week of silence.
    Source: Telegram Bot API, getUpdates and Update.update_id.
    """

    def __init__(self, bot: Client, intake: Intake) -> None:
        self._bot = bot
        self._intake = intake

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
        await self._intake.take(updates)
        return max(int(update["update_id"]) for update in updates) + 1


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait if isinstance(wait, int) else wait.total_seconds())
