"""Has Telegram bring the updates to an address, or stop doing so."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.logs import get_logger
from bot.telegram.client import Client

_CONNECTIONS = 10
"""At once. The messages of one chat come one after the other all the same.

Source: tdlib/telegram-bot-api, WebhookActor.cpp (`queue_updates_`), Client.cpp (`add_update`).
"""
_LOOK_SECONDS = 5 * 60
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 60.0

log = get_logger(__name__)


class Subscription:
    """Tells Telegram where to bring the updates, and sees to it that it stays so.

    What waits at Telegram is never dropped, and the address stays when the bot stops:
    Telegram keeps trying for a day.
    """

    def __init__(
        self, client: Client, *, url: str, secret: str, clock: Callable[[], datetime]
    ) -> None:
        self._client = client
        self._url = url
        self._secret = secret
        self._clock = clock

    async def run(self) -> None:
        """Subscribe and watch until cancelled.

        Raises:
            InvalidToken: Telegram does not know the token (any more).
        """
        await self._subscribe()
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                info = await self._client.call("getWebhookInfo", {})
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("webhook_not_looked_at", error=type(error).__name__)
                continue
            if isinstance(info, dict):
                await self._look_at(info)

    async def _look_at(self, info: dict[str, Any]) -> None:
        if info.get("url") != self._url:
            log.error("webhook_lost")  # another program uses the token
            await self._subscribe()
            return
        failed = datetime.fromtimestamp(int(info.get("last_error_date") or 0), UTC)
        if self._clock() - failed < timedelta(seconds=_LOOK_SECONDS):
            log.error(
                "webhook_failing",
                reason=str(info.get("last_error_message", ""))[:100],
                waiting=int(info.get("pending_update_count") or 0),
            )

    async def _subscribe(self) -> None:
        """Until it works: those who write must not wait for somebody to start the bot again."""
        params = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": [],  # all kinds, as when polling
            "max_connections": _CONNECTIONS,
            "drop_pending_updates": False,
        }
        pause = _PAUSE_SECONDS
        while True:
            try:
                await self._client.call("setWebhook", params)
            except InvalidToken:
                raise
            except TelegramError as error:
                log.error(
                    "webhook_not_set",
                    error=type(error).__name__,
                    reason=_own_word(error),
                    pause_seconds=pause,
                )
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
            else:
                log.info("webhook_set")
                return


def _own_word(error: TelegramError) -> str | None:
    """What Telegram says of the address; of other errors nothing, since they may hold the token."""
    return str(error)[:100] if isinstance(error, BadRequest) else None


async def leave_webhook(client: Client) -> None:
    """Have Telegram keep the updates until they are asked for; drops none.

    Raises:
        telegram.error.TelegramError: Telegram refused, or could not be reached.
    """
    await client.call("deleteWebhook", {"drop_pending_updates": False})
