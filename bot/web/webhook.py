"""The address to which Telegram brings updates: taken only with the secret, kept before 200."""

import hmac
import json
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.errors import RequestRefused
from bot.logs import get_logger
from bot.web.body import read_body
from storage.errors import StorageError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of it
_AGAIN_SECONDS = "2"
"""When Telegram shall try again; without it, it waits longer each time."""
_DEEPEST = 100
"""Telegram's updates have some ten levels; what is deeper, no one could take apart."""
_LARGEST_ID = (1 << 63) - 1

Take = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]

log = get_logger(__name__)


class Webhook:
    """Answers 200 once an update is committed, also when it had come before.

    Anything else has Telegram bring it again, for a day: 503 while nothing can be stored, 4xx
    for what is no update. The answers have no body, since Telegram would do what stands there.
    Source: tdlib/telegram-bot-api, telegram-bot-api/WebhookActor.cpp, `handle`.
    """

    def __init__(self, *, secret: str, take: Take, answered: Callable[[int], None]) -> None:
        self._secret = secret.encode()
        self._take = take
        self._answered = answered

    async def __call__(self, request: Request) -> Response:
        """Take one update."""
        response = await self._answer(request)
        self._answered(response.status_code)
        return response

    async def _answer(self, request: Request) -> Response:
        try:
            self._let_in(request)
            update = update_in(await read_body(request))
            await self._take([update])
        except RequestRefused as refused:
            log.warning("webhook_refused", status=refused.status, reason=refused.reason)
            return Response(status_code=refused.status)
        except StorageError as error:
            log.warning("webhook_not_kept", error=type(error).__name__)
            return Response(status_code=503, headers={"Retry-After": _AGAIN_SECONDS})
        return Response(status_code=200)

    def _let_in(self, request: Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            raise RequestRefused(401, "secret")
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise RequestRefused(415, "content_type")


def update_in(body: bytes) -> dict[str, Any]:
    """The update in a body; whatever it holds, it has a number by which it can be kept.

    Raises:
        RequestRefused: 400 for anything else.
    """
    try:
        update: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise RequestRefused(400, "json") from None
    if not isinstance(update, dict) or _is_deep(update):
        raise RequestRefused(400, "json")
    number = update.get("update_id")
    if type(number) is not int or not 0 <= number <= _LARGEST_ID:
        raise RequestRefused(400, "update_id")
    return update


def _is_deep(value: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    level = [value]
    for _ in range(_DEEPEST):
        level = [child for inner in level for child in _children(inner)]
        if not level:
            return False
    return True


def _children(value: Any) -> Collection[Any]:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
