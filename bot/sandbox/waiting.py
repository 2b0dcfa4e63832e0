"""Waiting for something to become true."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Change:
    """Wakes those who wait, each time something has changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def announce(self) -> None:
        """Let everyone who waits look again."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, find: Callable[[], T | None], *, timeout: float) -> T:
        """Return what `find` finds, looked for at once and after every change.

        Raises:
            TimeoutError: nothing was found within `timeout` seconds.
        """
        async with asyncio.timeout(timeout):
            while (found := find()) is None:
                await self._event.wait()
            return found
