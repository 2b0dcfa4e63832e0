"""Takes updates from the inbox to the handlers, in order per chat, until each is done."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from telegram import Update

from bot.logs import following, get_logger
from bot.metering import UNMETERED, Meter
from bot.telegram.application import AnyApplication, AnyContext
from bot.telegram.ending import to_its_end
from bot.telegram.fallback import Fallback
from storage.database import Database
from storage.errors import DatabaseUnavailable, StorageError
from storage.inbox import InboxItem

_BATCH = 50
_LOOK_SECONDS = 1.0
_ENDING_SECONDS = 5.0
_RETRY_SECONDS = (1, 4)
"""After so many seconds a failed update is tried again; then a human has to look.

Short, since the chat's later messages wait for it.
"""

log = get_logger(__name__)


class Worker:
    """Hands each waiting update to the handlers, which mark it as handled themselves.

    One that no handler takes is left alone with a log line; one that fails is tried again,
    and after the last time kept, the resident told, and the failure logged as an error. What
    the database could not take (disk full, locked) is tried until it can.
    A button pressed in a group is answered beside the others: drawing a map takes a while,
    and no resident shall wait for it.
    """

    def __init__(
        self,
        application: AnyApplication,
        database: Database,
        *,
        clock: Callable[[], datetime],
        handled: Callable[[], None],
        fallback: Fallback,
        meter: Meter = UNMETERED,
    ) -> None:
        self._application = application
        self._database = database
        self._clock = clock
        self._handled = handled
        self._fallback = fallback
        self._meter = meter
        self._knock = asyncio.Event()
        self._errors: dict[int, Exception] = {}
        self._beside: dict[int, asyncio.Task[None]] = {}
        application.add_error_handler(self._remember)

    def knock(self) -> None:
        """Say that there is something new in the inbox."""
        self._knock.set()

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            while True:
                self._knock.clear()
                try:
                    worked = await self.work()
                except StorageError as error:
                    log.warning("inbox_unreadable", error=type(error).__name__)
                    await asyncio.sleep(_LOOK_SECONDS)
                    continue
                if not worked:
                    await self._wait()
        finally:
            await self._end_beside()

    async def work(self) -> int:
        """Handle what waits now; the number of updates taken."""
        items = await to_its_end(self._waiting())
        self._look_beside()
        new = [item for item in items if item.update_id not in self._beside]
        for item in new:
            if _is_group_press(item):
                self._beside[item.update_id] = asyncio.create_task(self._take_beside(item))
            else:
                await to_its_end(self._take(item))
                self._handled()
        return len(new)

    async def _waiting(self) -> list[InboxItem]:
        async with self._database.transaction() as tx:
            return await tx.inbox.waiting(now=self._clock(), limit=_BATCH)

    async def _end_beside(self) -> None:
        """Let what a group has asked for be finished, if it does not take long."""
        if self._beside:
            await asyncio.wait(self._beside.values(), timeout=_ENDING_SECONDS)
        for task in self._beside.values():
            task.cancel()
        await asyncio.gather(*self._beside.values(), return_exceptions=True)

    def _look_beside(self) -> None:
        """Forget what is done; what went wrong goes wrong here."""
        for update_id, task in list(self._beside.items()):
            if task.done():
                del self._beside[update_id]
                task.result()

    async def _take_beside(self, item: InboxItem) -> None:
        try:
            await self._take(item)
        finally:
            self._handled()
            self._knock.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):  # wait_for may drown a cancellation
                await self._knock.wait()
        except TimeoutError:
            return

    async def _take(self, item: InboxItem) -> None:
        with following(update_id=item.update_id):
            await self._take_followed(item)

    async def _take_followed(self, item: InboxItem) -> None:
        raw = json.loads(item.raw)
        try:
            update = Update.de_json(raw, self._application.bot)
            await self._application.process_update(update)
        except Exception as error:  # whatever stands in it, the next one must be handled
            await self._failed(item, raw, error, again=False)
            return
        failure = self._errors.pop(item.update_id, None)
        if failure is not None:
            await self._failed(item, raw, failure)
            return
        async with self._database.transaction() as tx:
            ignored = await tx.inbox.ignored(
                item.update_id, now=self._clock(), reason="nothing_to_answer"
            )
        if ignored:
            log.info("update_ignored", kind=_kind(raw))
        else:
            log.info("update_handled", kind=_kind(raw))
        self._ended("ignored" if ignored else "handled", item)

    def _ended(self, outcome: str, item: InboxItem) -> None:
        seconds = (self._clock() - item.received_at).total_seconds()
        self._meter.handled(outcome, seconds=seconds)

    async def _failed(
        self, item: InboxItem, raw: dict[str, Any], error: Exception, *, again: bool = True
    ) -> None:
        attempt = item.attempts
        waits = isinstance(error, DatabaseUnavailable)
        last = not again or (attempt >= len(_RETRY_SECONDS) and not waits)
        seconds = _RETRY_SECONDS[min(attempt, len(_RETRY_SECONDS) - 1)]
        retry_at = None if last else self._clock() + timedelta(seconds=seconds)
        log.error(
            "handling_failed",
            kind=_kind(raw),
            error=type(error).__name__,
            where=_where(error),
            given_up=last,
        )
        if attempt == 0:
            await self._fallback.apologise(raw)
        async with self._database.transaction() as tx:
            await tx.inbox.attempt_failed(
                item.update_id, now=self._clock(), retry_at=retry_at, reason=type(error).__name__
            )
        if last:
            self._ended("given_up", item)

    async def _remember(self, update: object, context: AnyContext) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._errors[update.update_id] = context.error


def _is_group_press(item: InboxItem) -> bool:
    """Whether it is a button pressed in a group; whatever else may stand in an update."""
    found = json.loads(item.raw)
    for name in ("callback_query", "message", "chat"):
        found = found.get(name) if isinstance(found, dict) else None
    return isinstance(found, dict) and found.get("type") in {"group", "supergroup"}


def _kind(raw: dict[str, Any]) -> str:
    """The type of the update; Telegram's own word, at most 40 signs of it."""
    return next((key for key in raw if key != "update_id"), "empty")[:40]


def _where(error: Exception) -> str | None:
    """File and line where it went wrong; never the error's own words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return None
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
