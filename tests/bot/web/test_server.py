"""Asked to stop, the server finishes what has begun and takes nothing new."""

import asyncio
from contextlib import suppress

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.errors import SettingInvalid
from bot.web.server import WebServer, listen


class Slow:
    """An application whose answer waits until it may go."""

    def __init__(self):
        self.begun, self.may_go = asyncio.Event(), asyncio.Event()

        async def answer(request: Request) -> Response:
            self.begun.set()
            await self.may_go.wait()
            return Response("done")

        self.app = Starlette(routes=[Route("/", answer)])


async def test_a_request_under_way_is_finished_and_no_other_taken():
    slow, listener = Slow(), listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    serving = asyncio.create_task(WebServer(slow.app, listener).run())
    async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
        asking = asyncio.create_task(client.get(url))
        await slow.begun.wait()
        serving.cancel()
        async with asyncio.timeout(10):
            while True:  # until it no longer listens
                try:
                    with suppress(httpx.ReadTimeout):
                        async with httpx.AsyncClient(trust_env=False, timeout=0.1) as other:
                            await other.get(url)
                except httpx.ConnectError:
                    break
                await asyncio.sleep(0.01)
        slow.may_go.set()
        assert (await asking).text == "done"
    with pytest.raises(asyncio.CancelledError):
        await serving


def test_a_port_that_is_taken_is_told_with_the_remedy():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingInvalid, match=f"port {port}.*BRABOT_HTTP_PORT"):
            listen("127.0.0.1", port)


def test_an_address_of_another_machine_is_told_with_the_remedy():
    with pytest.raises(SettingInvalid, match="BRABOT_HTTP_HOST"):
        listen("192.0.2.1", 8080)
