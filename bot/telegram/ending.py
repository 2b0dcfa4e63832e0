"""What is begun is ended, also when somebody asks to stop meanwhile."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Do the work; a cancellation is heeded once it is done.

    Only for what is short. A transaction that is cancelled in its midst may keep SQLite
    locked for as long as anybody waits for a lock.
    """
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise
