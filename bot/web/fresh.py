"""What a look finds, kept for some seconds, so that nobody can make the bot look all the time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Fresh(Generic[T]):
    """Looks at most once at a time and once in so many seconds, however many ask.

    Args:
        look: finds it, or None when it cannot.
        seconds: how old it may be.
        patience_seconds: how long those who ask wait for the look; it goes on without them.
    """

    def __init__(
        self,
        look: Callable[[], Awaitable[T | None]],
        *,
        seconds: float,
        patience_seconds: float = 5.0,
    ) -> None:
        self._look = look
        self._seconds = seconds
        self._patience_seconds = patience_seconds
        self._looking: asyncio.Task[T | None] | None = None
        self._found_at = 0.0

    async def get(self) -> T | None:
        """What was found, or None when there is nothing, or not soon."""
        if self._looking is None or self._is_old(self._looking):
            self._looking = asyncio.create_task(self._timed())
        looking = self._looking
        await asyncio.wait({looking}, timeout=self._patience_seconds)
        return looking.result() if looking.done() else None

    def _is_old(self, looking: asyncio.Task[T | None]) -> bool:
        return looking.done() and asyncio.get_running_loop().time() >= (
            self._found_at + self._seconds
        )

    async def _timed(self) -> T | None:
        try:
            return await self._look()
        finally:
            self._found_at = asyncio.get_running_loop().time()
