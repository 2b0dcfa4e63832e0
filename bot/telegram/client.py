"""python-telegram-bot's bot, with one door for calls that the outbox keeps as data."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from telegram import InputFile
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

OFFICIAL_URL = "https://api.telegram.org/bot"
OFFICIAL_FILE_URL = "https://api.telegram.org/file/bot"
_CONNECTIONS = 40


class Client(ExtBot[int]):
    """A bot that also takes any method of the Bot API by name.

    It minds Telegram's limits on how often one may send, and does not try again by itself:
    the outbox remembers what still has to be sent.
    """

    async def call(
        self, method: str, params: Mapping[str, Any], *, read_timeout: float | None = None
    ) -> dict[str, Any] | list[dict[str, Any]] | bool:
        """Call `method` with JSON values and return the raw result.

        A value that holds a file (`filename` and `base64`, as `bot.outgoing` writes it) is
        uploaded.

        Raises:
            telegram.error.TelegramError: Telegram refused, or could not be reached.
        """
        timeout = DEFAULT_NONE if read_timeout is None else read_timeout
        result: dict[str, Any] | list[dict[str, Any]] | bool
        result = await self._post(method, _with_uploads(params), read_timeout=timeout)
        return result


def build_client(token: str, *, base_url: str, base_file_url: str) -> Client:
    """A client for the Bot API at `base_url`."""
    return Client(
        token=token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=HTTPXRequest(connection_pool_size=_CONNECTIONS),
        get_updates_request=HTTPXRequest(connection_pool_size=1),
        rate_limiter=AIORateLimiter(max_retries=0),
    )


def _with_uploads(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _upload(value) if _is_file(value) else value for name, value in params.items()}


def _is_file(value: object) -> bool:
    return isinstance(value, dict) and value.keys() == {"filename", "base64"}


def _upload(value: Mapping[str, str]) -> InputFile:
    return InputFile(b64decode(value["base64"]), filename=value["filename"])
