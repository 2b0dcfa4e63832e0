"""The Bot API over HTTP on the loopback address."""

import asyncio
import contextlib
import json
import logging
import re
import secrets
import socket
from collections.abc import Iterator
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.sandbox.calls import Reply, answer_call, refusal
from bot.sandbox.errors import RefusalError, bad_request
from bot.sandbox.multipart import read_multipart
from bot.sandbox.world import World

_LOG = logging.getLogger("uvicorn.error")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


def build_app(world: World, token: str) -> Starlette:
    """Return the application that answers for the bot with this token."""

    async def call(request: Request) -> Response:
        if refused := _refuse_token(request, token):
            return _respond(refused)

        async def read() -> dict[str, object]:
            return await read_parameters(request)

        return _respond(await answer_call(world, request.path_params["method"], read))

    async def download(request: Request) -> Response:
        if refused := _refuse_token(request, token):
            return _respond(refused)
        stored = world.files.at(request.path_params["path"])
        if stored is None:
            return await lost(request)
        return Response(stored.upload.content, media_type=stored.upload.media_type)

    async def lost(request: Request) -> Response:
        return _respond(refusal(RefusalError(404, "Not Found")))

    methods = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", call, methods=methods),
            Route("/file/bot{token}/{path:path}", download),
            Route("/{path:path}", lost, methods=methods),
        ]
    )


async def read_parameters(request: Request) -> dict[str, object]:
    """Return the parameters in the address and the body, as they came.

    Raises:
        RefusalError: 400 for a body that cannot be read.
    """
    content_type = request.headers.get("content-type", "")
    body = await request.body()
    try:
        parameters: dict[str, object] = dict(
            parse_qsl(request.url.query, keep_blank_values=True, errors="strict")
        )
        match content_type.partition(";")[0].strip().lower():
            case "multipart/form-data":
                parameters.update(read_multipart(content_type, body))
            case "application/json":
                parameters.update(_read_object(body))
            case "application/x-www-form-urlencoded":
                form = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
                parameters.update(form)
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    return parameters


def _read_object(body: bytes) -> dict[str, object]:
    try:
        content: object = json.loads(body)
    except json.JSONDecodeError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(content, dict):
        raise bad_request("can't parse JSON object")
    return content


def _refuse_token(request: Request, token: str) -> Reply | None:
    given = request.path_params["token"]
    if secrets.compare_digest(given.encode(), token.encode()):
        return None
    if TOKEN.fullmatch(given):
        return refusal(RefusalError(401, "Unauthorized"))
    return refusal(RefusalError(404, "Not Found"))


class _Dropped(Response):
    """Promises more than it sends, whereupon the server ends the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        length = [(b"content-length", b"9")]
        await send({"type": "http.response.start", "status": self.status_code, "headers": length})


def _is_news(record: logging.LogRecord) -> bool:
    return "without completing response" not in record.getMessage()


def _respond(reply: Reply) -> Response:
    if reply.is_dropped:
        return _Dropped()
    # json.dumps escapes all but ASCII, so lone surrogates pass as \ud800.
    return Response(json.dumps(reply.body), reply.status, media_type="application/json")


class LoopbackServer:
    """Serves the world on a free port of 127.0.0.1, in the running event loop."""

    def __init__(self, world: World, token: str) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._server = _Server(
            uvicorn.Config(
                build_app(world, token),
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen; returns when calls are answered."""
        _LOG.addFilter(_is_news)
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        while not self._server.started:
            if self._task.done():
                await self._task
            await asyncio.sleep(0.001)

    async def stop(self) -> None:
        """Finish the calls that are under way and stop listening."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task
        _LOG.removeFilter(_is_news)


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # Signals belong to the program around the sandbox.
        yield
