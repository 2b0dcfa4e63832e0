"""The body of a request, read no further than is allowed."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from bot.errors import RequestRefused

MAX_BYTES = 1 << 20
"""Telegram's updates have some kilobytes: a message holds 4,096 characters."""
_SECONDS = 10.0


async def read_body(request: Request, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The whole body, whether its length was announced or not.

    Raises:
        RequestRefused: 413 too long, 408 too slow, 400 cut off or no length.
    """
    announced = request.headers.get("content-length")
    if announced is not None:
        if not (announced.isascii() and announced.isdecimal()):
            raise RequestRefused(400, "length")
        if len(announced) > len(str(max_bytes)) or int(announced) > max_bytes:
            raise RequestRefused(413, "too_long")
    body = bytearray()
    try:
        async with asyncio.timeout(_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > max_bytes:
                    raise RequestRefused(413, "too_long")
    except TimeoutError:
        raise RequestRefused(408, "too_slow") from None
    except ClientDisconnect:
        raise RequestRefused(400, "cut_off") from None
    return bytes(body)
