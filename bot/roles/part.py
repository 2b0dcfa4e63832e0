"""What the parts of a running bot share, and what each of them gives."""

from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.config.settings import Settings
from bot.live import InUse
from bot.reloading import Prepared
from bot.telegram.client import Client
from bot.telegram.fallback import Fallback
from bot.web.metrics import Metrics
from bot.web.webhook import Webhook
from storage.database import Database

Run = Callable[[], Coroutine[Any, Any, None]]
Apply = Callable[[], None]
Follow = Callable[[Prepared], Apply]


class Bell:
    """Rung when there is something to do; heard by the parts of this process that do it."""

    def __init__(self) -> None:
        self._heard_by: list[Callable[[], None]] = []

    def heard_by(self, listener: Callable[[], None]) -> None:
        """Call this whenever it is rung."""
        self._heard_by.append(listener)

    def ring(self) -> None:
        """Say that there is something to do. Other processes look by themselves."""
        for listener in self._heard_by:
            listener()


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What every part of a process has.

    `alone` tells that this process has all parts: nobody else puts anything into its queues,
    but for commands. `stack` is closed after all parts have stopped.
    """

    settings: Settings
    client: Client
    database: Database
    in_use: InUse
    fallback: Fallback
    metrics: Metrics
    clock: Callable[[], datetime]
    stack: AsyncExitStack
    alone: bool
    inbox: Bell = field(default_factory=Bell)
    outbox: Bell = field(default_factory=Bell)

    @property
    def look_seconds(self) -> float:
        """How often a queue is looked at that others fill: residents wait for it."""
        return 1.0 if self.alone else 0.1


def _changes_nothing(_: Prepared) -> Apply:
    return _nothing


def _nothing() -> None:
    return


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the bot: what it runs, and how it follows a changed configuration.

    What `takes_in` has stopped before what `runs` is stopped. `follow` makes ready, and may
    fail; what it returns then exchanges without a pause; `afterwards` may wait.
    """

    takes_in: tuple[Run, ...] = ()
    runs: tuple[Run, ...] = ()
    follow: Follow = _changes_nothing
    afterwards: Run | None = None
    webhook: Webhook | None = None
