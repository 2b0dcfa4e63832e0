"""Takes updates from the inbox to the handlers, in order per chat, until each is done."""

import asyncio
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import Update

from bot.logs import following, get_logger, where
from bot.metering import UNMETERED, Meter
from bot.telegram.application import AnyApplication, AnyContext
from bot.telegram.ending import to_its_end
from bot.telegram.fallback import Fallback
from storage.database import Database
from storage.errors import DatabaseUnavailable, StorageError, UpdateTaken
from storage.inbox import LEASE, InboxItem

_BATCH = 8
"""So many are one worker's at a time: enough to be quick, few enough to leave the others some."""
_PAUSE_SECONDS = 1.0
_RENEW_SECONDS = LEASE.total_seconds() / 3
_ENDING_SECONDS = 5.0
_RETRY_SECONDS = (1, 4)
"""After so many seconds a failed update is tried again; then a human has to look.

Short, since the chat's later messages wait for it.
"""

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Through:
    """An update that the handlers have let pass without an error, and when."""

    item: InboxItem
    kind: str
    at: datetime


class Worker:
    """Hands each waiting update to the handlers, which mark it as handled themselves.

    One that no handler takes is left alone with a log line; one that fails is tried again,
    and after the last time kept, the resident told, and the failure logged as an error. What
    the database could not take (disk full, locked) is tried until it can.
    Several workers may share an inbox: what one of them has claimed is its own while it lives.
    Where one was thought dead and was not, who is done first has handled the update, and what
    the other did is not kept. Other processes fill the inbox too, so it is looked at every
    `look_seconds` without a knock.
    Whoever reads is told beforehand, by `expect`, what is told in those claimed.
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
        look_seconds: float = 1.0,
        expect: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        self._application = application
        self._database = database
        self._clock = clock
        self._handled = handled
        self._fallback = fallback
        self._meter = meter
        self._look_seconds = look_seconds
        self._expect = expect
        self._knock = asyncio.Event()
        self._id = secrets.token_hex(8)
        self._claimed: set[int] = set()
        self._errors: dict[int, Exception] = {}
        self._beside: dict[int, asyncio.Task[None]] = {}
        application.add_error_handler(self._remember)

    def knock(self) -> None:
        """Say that there is something new in the inbox."""
        self._knock.set()

    async def run(self) -> None:
        """Work until cancelled."""
        keeping = asyncio.create_task(self._keep_leases())
        try:
            while True:
                if keeping.done():
                    keeping.result()
                self._knock.clear()
                try:
                    worked = await self.work()
                except StorageError as error:
                    log.warning("inbox_unreadable", error=type(error).__name__)
                    await asyncio.sleep(_PAUSE_SECONDS)
                    continue
                if not worked:
                    await self._wait()
        finally:
            await self._end_beside()
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await to_its_end(self._release({*self._claimed}))

    async def work(self) -> int:
        """Handle what waits now; the number of updates taken."""
        items = await to_its_end(self._claim())
        self._look_beside()
        new = [item for item in items if item.update_id not in self._beside]
        through: list[Through] = []
        texts = [text for item in new if (text := _told(item))]
        try:
            if self._expect is not None and len(texts) > 1:
                self._expect(texts)
            for item in new:
                if _is_group_press(item):
                    self._beside[item.update_id] = asyncio.create_task(self._take_beside(item))
                else:
                    taken = await to_its_end(self._take(item))
                    if not taken:
                        self._claimed.discard(item.update_id)
                    through += taken
                    self._handled()
        finally:
            await to_its_end(self._end(through))
            await to_its_end(self._release({item.update_id for item in new} - {*self._beside}))
        return len(new)

    async def _claim(self) -> list[InboxItem]:
        async with self._database.transaction() as tx:
            items = await tx.inbox.claim(by=self._id, now=self._clock(), limit=_BATCH)
        self._claimed |= {item.update_id for item in items}
        return items

    async def _release(self, update_ids: set[int]) -> None:
        """Leave to others what was claimed and not begun."""
        left = update_ids & self._claimed
        self._claimed -= left
        if not left:
            return
        try:
            async with self._database.transaction() as tx:
                await tx.inbox.release(sorted(left), by=self._id)
        except StorageError as error:  # their lease runs out
            log.warning("inbox_unreadable", error=type(error).__name__)

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(_RENEW_SECONDS)
            if not self._claimed:
                continue
            try:
                await to_its_end(self._renew())
            except StorageError as error:
                log.warning("inbox_unreadable", error=type(error).__name__)

    async def _renew(self) -> None:
        async with self._database.transaction() as tx:
            await tx.inbox.renew(sorted(self._claimed), by=self._id, now=self._clock())

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
            await self._end(await self._take(item))
        finally:
            self._claimed.discard(item.update_id)
            self._handled()
            self._knock.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(self._look_seconds):  # wait_for may drown a cancellation
                await self._knock.wait()
        except TimeoutError:
            return

    async def _take(self, item: InboxItem) -> list[Through]:
        """Have it handled: the update itself, or nothing if that failed."""
        with following(update_id=item.update_id):
            return await self._take_followed(item)

    async def _take_followed(self, item: InboxItem) -> list[Through]:
        raw = json.loads(item.raw)
        try:
            update = Update.de_json(raw, self._application.bot)
            await self._application.process_update(update)
        except Exception as error:  # whatever stands in it, the next one must be handled
            await self._failed(item, raw, error, again=False)
            return []
        failure = self._errors.pop(item.update_id, None)
        if failure is not None:
            await self._failed(item, raw, failure)
            return []
        return [Through(item=item, kind=_kind(raw), at=self._clock())]

    async def _end(self, through: Sequence[Through]) -> None:
        """Leave alone, all at once, those of which nobody has said that they are handled."""
        if not through:
            return
        async with self._database.transaction() as tx:
            ignored = await tx.inbox.ignored(
                [one.item.update_id for one in through],
                now=self._clock(),
                reason="nothing_to_answer",
            )
        self._claimed -= {one.item.update_id for one in through}
        for one in through:
            is_ignored = one.item.update_id in ignored
            with following(update_id=one.item.update_id):
                if is_ignored:
                    log.info("update_ignored", kind=one.kind)
                else:
                    log.info("update_handled", kind=one.kind)
            self._ended("ignored" if is_ignored else "handled", one.item, one.at)

    def _ended(self, outcome: str, item: InboxItem, at: datetime) -> None:
        self._meter.handled(outcome, seconds=(at - item.received_at).total_seconds())

    async def _failed(
        self, item: InboxItem, raw: dict[str, Any], error: Exception, *, again: bool = True
    ) -> None:
        if await self._is_taken(item, error):
            log.info("update_taken", kind=_kind(raw))
            return
        attempt = item.attempts
        waits = isinstance(error, DatabaseUnavailable)
        last = not again or (attempt >= len(_RETRY_SECONDS) and not waits)
        seconds = _RETRY_SECONDS[min(attempt, len(_RETRY_SECONDS) - 1)]
        retry_at = None if last else self._clock() + timedelta(seconds=seconds)
        log.error(
            "handling_failed",
            kind=_kind(raw),
            error=type(error).__name__,
            where=where(error),
            given_up=last,
        )
        if attempt == 0:
            await self._fallback.apologise(raw)
        async with self._database.transaction() as tx:
            await tx.inbox.attempt_failed(
                item.update_id,
                by=self._id,
                now=self._clock(),
                retry_at=retry_at,
                reason=type(error).__name__,
            )
        if last:
            self._ended("given_up", item, self._clock())

    async def _is_taken(self, item: InboxItem, error: Exception) -> bool:
        """Whether another worker has handled it or does so, so that nothing has failed."""
        if isinstance(error, UpdateTaken):
            return True
        try:
            async with self._database.transaction() as tx:
                return not await tx.inbox.is_claimed(item.update_id, by=self._id)
        except StorageError:  # who wrote it must be told that something is wrong
            return False

    async def _remember(self, update: object, context: AnyContext) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._errors[update.update_id] = context.error


def _is_group_press(item: InboxItem) -> bool:
    """Whether it is a button pressed in a group; whatever else may stand in an update."""
    found = json.loads(item.raw)
    for name in ("callback_query", "message", "chat"):
        found = found.get(name) if isinstance(found, dict) else None
    return isinstance(found, dict) and found.get("type") in ("group", "supergroup")


def _told(item: InboxItem) -> str | None:
    """What a resident tells in words, if it is that; whatever else may stand in an update."""
    found = json.loads(item.raw)
    message = found.get("message") if isinstance(found, dict) else None
    if not isinstance(message, dict):
        return None
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    text = message.get("text") or message.get("caption")
    return text if isinstance(text, str) and not text.startswith("/") else None


def _kind(raw: dict[str, Any]) -> str:
    """The type of the update; Telegram's own word, at most 40 signs of it."""
    return next((key for key in raw if key != "update_id"), "empty")[:40]
