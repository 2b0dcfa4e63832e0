"""What health and metrics are told from: the queues and the digests, as the database has them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.config.config import Config
from bot.digest.troubles import Cause, find_troubles
from bot.logs import get_logger
from storage.database import Database
from storage.errors import StorageError

_OVERDUE = frozenset({Cause.DIGEST_NOT_MADE, Cause.DIGEST_WAITING})

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Queue:
    """How many rows wait, since when the oldest, and how many have failed for good."""

    waiting: int
    failed: int
    oldest_seconds: float


@dataclass(frozen=True, kw_only=True)
class Queues:
    """The two of them."""

    inbox: Queue
    outbox: Queue


class Sights:
    """Looks into the database; a look gives None while it cannot be used."""

    def __init__(
        self, database: Database, config: Config, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._config = config
        self._clock = clock

    def follow(self, config: Config) -> None:
        """Look for what this configuration promises from now on."""
        self._config = config

    async def queues(self) -> Queues | None:
        """What waits to be handled and to be sent."""
        try:
            async with self._database.transaction() as tx:
                return Queues(
                    inbox=Queue(
                        waiting=await tx.inbox.count("waiting"),
                        failed=await tx.inbox.count("failed"),
                        oldest_seconds=self._age(await tx.inbox.oldest_waiting()),
                    ),
                    outbox=Queue(
                        waiting=await tx.outbox.count("waiting") + await tx.outbox.count("sending"),
                        failed=await tx.outbox.count("failed"),
                        oldest_seconds=self._age(await tx.outbox.oldest_waiting()),
                    ),
                )
        except StorageError as error:
            log.warning("queues_unreadable", error=type(error).__name__)
            return None

    async def overdue_digests(self) -> int | None:
        """How many digests should have come by now and have not."""
        try:
            async with self._database.transaction() as tx:
                troubles = await find_troubles(tx, self._config, now=self._clock())
        except StorageError as error:
            log.warning("queues_unreadable", error=type(error).__name__)
            return None
        return sum(trouble.cause in _OVERDUE for trouble in troubles)

    def _age(self, since: datetime | None) -> float:
        return 0.0 if since is None else max(0.0, (self._clock() - since).total_seconds())
