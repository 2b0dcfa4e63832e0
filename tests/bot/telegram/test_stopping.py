"""Asked to stop while there is something new to do, a part stops all the same."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from bot.telegram.sender import Sender
from bot.telegram.worker import Worker


def now():
    return datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def a_sender():
    return Sender(None, None, clock=now)


def a_worker():
    application = SimpleNamespace(add_error_handler=lambda _: None)
    return Worker(application, None, clock=now, handled=lambda: None, fallback=None)


@pytest.mark.parametrize("build", [a_sender, a_worker])
@pytest.mark.parametrize("turns", range(4))
async def test_a_knock_does_not_drown_the_word_to_stop(build, turns):
    part = build()
    waiting = asyncio.create_task(part._wait())
    await asyncio.sleep(0.01)
    part.knock()
    for _ in range(turns):
        await asyncio.sleep(0)
    asked = waiting.cancel()
    (ended,) = await asyncio.gather(waiting, return_exceptions=True)
    assert isinstance(ended, asyncio.CancelledError) is asked
