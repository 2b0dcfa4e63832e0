"""The archive in batches, each begun to be read while those before it are being kept."""

from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime

from bot.imports import ReadsMany
from nlp.reading import Reading
from storage.database import Database
from storage.resorting import KeptConcern

BATCH = 200
"""Concerns read together; what an interruption undoes at most."""
_AHEAD = 4
"""So many batches are under way at a time."""

ReadConcern = tuple[KeptConcern, tuple[list[Reading], ...]]
"""A concern, and what each reader read of its messages, in their order."""


async def read_archive(
    database: Database,
    readers: Sequence[ReadsMany],
    *,
    version: str | None = None,
    since: datetime | None = None,
) -> AsyncIterator[list[ReadConcern]]:
    """Concerns told from `since` on that are not sorted under `version`, in batches.

    They come in the order of their ids, as they stood when their batch was begun. One without
    a message is left out. Readers that work elsewhere do so while a batch is used here.
    """
    begun: deque[Iterator[ReadConcern]] = deque()
    after = 0
    while batch := await _next(database, version, since, after):
        after = batch[-1].concern.id
        begun.append(_begun(readers, [kept for kept in batch if kept.messages]))
        if len(begun) >= _AHEAD:
            yield list(begun.popleft())
    while begun:
        yield list(begun.popleft())


async def _next(
    database: Database, version: str | None, since: datetime | None, after: int
) -> list[KeptConcern]:
    async with database.transaction() as tx:
        return await tx.resorting.kept(version=version, since=since, after=after, limit=BATCH)


def _begun(readers: Sequence[ReadsMany], told: Sequence[KeptConcern]) -> Iterator[ReadConcern]:
    texts = [message.text for kept in told for message in kept.messages]
    # Called here, not when the first reading is asked for: then elsewhere it begins now.
    readings = [reader.read(texts) for reader in readers]
    return (
        (kept, tuple([next(given) for _ in kept.messages] for given in readings)) for kept in told
    )
