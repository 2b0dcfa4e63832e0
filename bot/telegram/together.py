"""One commit for all that comes while another commit is under way."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from storage.errors import DatabaseUnavailable

T = TypeVar("T")


class Together(Generic[T]):
    """Commits what comes: nobody waits for more to come, and each learns of their own alone."""

    def __init__(self, commit: Callable[[Sequence[T]], Awaitable[None]]) -> None:
        self._commit = commit
        self._waiting: list[tuple[Sequence[T], asyncio.Future[None]]] = []
        self._committing: asyncio.Task[None] | None = None

    async def add(self, items: Sequence[T]) -> None:
        """Return once these are committed; what the commit raises because of them is raised."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((items, done))
        if self._committing is None or self._committing.done():
            self._committing = asyncio.create_task(self._commit_all())
        await done

    async def _commit_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._commit([item for items, _ in batch for item in items])
            except DatabaseUnavailable as error:
                for _, done in batch:
                    _fail(done, error)
            except Exception:  # whoever brought what cannot be kept shall be told, nobody else
                for one in batch:
                    await self._commit_alone(*one)
            else:
                for _, done in batch:
                    _succeed(done)

    async def _commit_alone(self, items: Sequence[T], done: asyncio.Future[None]) -> None:
        try:
            await self._commit(items)
        except Exception as error:  # it is raised where they were added
            _fail(done, error)
        else:
            _succeed(done)


def _succeed(done: asyncio.Future[None]) -> None:
    if not done.done():  # whoever waited may have left
        done.set_result(None)


def _fail(done: asyncio.Future[None], error: Exception) -> None:
    if not done.done():
        done.set_exception(error)
