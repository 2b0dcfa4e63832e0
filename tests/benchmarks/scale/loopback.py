"""Telegram's side, as light as can be: brings updates to a webhook and takes what is sent.

The sandbox of `bot.sandbox` checks all that a bot says and remembers it; next to a load of
hundreds a second it would be what is measured. This one only counts and dates.
"""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

TOKEN = "4242:loopback-token-for-benchmarks"
_BOT = {"id": 4242, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
_LISTS = {"getUpdates", "getMyCommands"}
_HEAD_END = b"\r\n\r\n"


@dataclass
class Loopback:
    """Answers the Bot API on a free port of 127.0.0.1.

    `receipts` has the moment (`time.perf_counter`) at which a chat got the first message in
    which `is_receipt` finds what it looks for; chats are taken out of it by who measures.
    """

    is_receipt: Callable[[str], bool]
    receipts: dict[int, float] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)
    secret: str | None = None
    port: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None
    _numbers: int = 1_000_000

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    async def until(self, wanted: Callable[[], bool], *, seconds: float) -> bool:
        """Whether it came true in that time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not wanted():
                    self._changed.clear()
                    await self._changed.wait()
        return wanted()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                target, _, body = await _message(reader)
                method = target.split("?")[0].rsplit("/", 1)[-1]
                result = await self._answer(method, parse_qs(body.decode()))
                writer.write(_written("HTTP/1.1 200 OK", {}, {"ok": True, "result": result}))
                await writer.drain()
        writer.close()

    async def _answer(self, method: str, fields: Mapping[str, list[str]]) -> object:
        self.called[method] = self.called.get(method, 0) + 1
        self._changed.set()
        if method == "getMe":
            return _BOT
        if method == "setWebhook":
            self.secret = fields.get("secret_token", [None])[0]
        if method == "getUpdates":
            await asyncio.sleep(1)
        if method != "sendMessage":
            return [] if method in _LISTS else True
        chat = int(fields["chat_id"][0])
        if chat not in self.receipts and self.is_receipt(fields["text"][0]):
            self.receipts[chat] = time.perf_counter()
        self._numbers += 1
        date, place = int(time.time()), {"id": chat, "type": "private"}
        return {"message_id": self._numbers, "date": date, "chat": place, "text": "-"}


class Courier:
    """Brings updates over one connection, the next when the last has been taken."""

    def __init__(self, port: int, path: str, secret: str | None) -> None:
        self._port = port
        self._path = path
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def bring(self, update: dict[str, Any]) -> None:
        """Return once it has been taken.

        Raises:
            RuntimeError: it was refused.
        """
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(_written(f"POST {self._path} HTTP/1.1", self._headers, update))
        await writer.drain()
        status, _, _ = await _message(reader)
        if not status.startswith("2"):
            raise RuntimeError(f"the update was answered with {status}")

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def update(number: int, chat: int, text: str, *, date: int) -> dict[str, Any]:
    """A message in a private chat, as Telegram sends it."""
    person = {"id": chat, "is_bot": False, "first_name": "Invånare", "language_code": "sv"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "from": person,
            "chat": {"id": chat, "first_name": "Invånare", "type": "private"},
            "date": date,
            "text": text,
        },
    }


async def _message(reader: asyncio.StreamReader) -> tuple[str, dict[str, str], bytes]:
    """The second word of the first line, the headers and the body."""
    head = (await reader.readuntil(_HEAD_END)).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return first.split(" ")[1], headers, body


def _written(first: str, headers: Mapping[str, str], content: object) -> bytes:
    body = json.dumps(content).encode()
    given = {
        "Host": "127.0.0.1",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **headers,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"{first}\r\n{lines}\r\n".encode() + body
