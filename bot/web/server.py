"""Serves HTTP in the running event loop until asked to stop."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from bot.errors import SettingInvalid
from bot.logs import get_logger

_FINISH_SECONDS = 1
"""How long requests may take to finish once asked to stop: what is sent needs the rest of ten."""
_MOST_AT_ONCE = 200
_KEEP_ALIVE_SECONDS = 75  # longer than proxies keep theirs, so that they do not meet a closed one

log = get_logger(__name__)


def listen(host: str, port: int) -> socket.socket:
    """A socket of that address; whoever connects waits until it is served.

    Raises:
        SettingInvalid: there is no such address here, or another program has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise SettingInvalid(
            f"Det går inte att lyssna på {host}, port {port}: {error.strerror}. Ändra "
            "BRABOT_HTTP_HOST eller BRABOT_HTTP_PORT, eller stoppa det program som har porten."
        ) from error


class WebServer:
    """Serves an application on a socket."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        self._listener = listener
        self._server = _Server(
            uvicorn.Config(
                app,
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                limit_concurrency=_MOST_AT_ONCE,
                timeout_keep_alive=_KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=_FINISH_SECONDS,
            )
        )

    async def run(self) -> None:
        """Serve until cancelled; then take no more, and finish what has begun."""
        serving = asyncio.create_task(self._server.serve(sockets=[self._listener]))
        try:
            await asyncio.shield(serving)
        finally:
            self._server.should_exit = True
            await serving


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # The program around the server knows when to stop.
        yield
