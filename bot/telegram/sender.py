"""Sends what stands in the outbox: in order per chat, within limits, again by rule."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.digest.troubles import note_group_lost
from bot.logs import following, get_logger
from bot.mail.carrier import MailCarrier, Outcome, SendsMail
from bot.metering import UNMETERED, Meter
from bot.telegram.client import Client
from bot.telegram.ending import to_its_end
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import LEASE, LONGEST_WAIT, OutboxItem

_AT_ONCE = 32
"""Chats written to at the same time; within one chat, one message after the other.

More than there are groups: those that wait for their limit must not keep residents waiting."""
_PAUSE_SECONDS = 1.0
"""How long it waits for a database that cannot be used."""
_PACE_SECONDS = 0.04
"""The outbox is looked at no oftener: what is put there meanwhile is claimed together."""
_RENEW_SECONDS = LEASE.total_seconds() / 3
_FIRST_RETRY_SECONDS = 2
_LONGEST_RETRY_SECONDS = 15 * 60
_DRAIN_SECONDS = 8.0
"""For ending what is under way; who asks to stop does not wait for Telegram's limits."""
_NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

_Ended = tuple[OutboxItem, Outcome]

log = get_logger(__name__)


class Sender:
    """Takes messages from the outbox to Telegram, and mails to the mail server.

    A message is marked before it is sent and after. One that a crash left marked only once,
    or whose answer was lost, is doubtful: it is counted and sent again, since nobody can ask
    Telegram about it. Several
    bots may share an outbox: what one of them is sending is its own while it lives.
    """

    def __init__(
        self,
        client: Client,
        database: Database,
        *,
        clock: Callable[[], datetime],
        mailer: SendsMail | None = None,
        meter: Meter = UNMETERED,
        look_seconds: float = 1.0,
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._carrier = MailCarrier(mailer=mailer, clock=clock, meter=meter)
        self._meter = meter
        self._look_seconds = look_seconds
        self._knock = asyncio.Event()
        self._sending: dict[asyncio.Task[Outcome], OutboxItem] = {}
        self._to_keep: dict[int, _Ended] = {}

    def mail_by(self, mailer: SendsMail | None) -> None:
        """Send mails by this mailer from now on; what is under way ends as it began."""
        self._carrier = replace(self._carrier, mailer=mailer)

    def knock(self) -> None:
        """Say that there is something new in the outbox."""
        self._knock.set()

    async def run(self) -> None:
        """Send until cancelled; then finish what is under way within some seconds.

        That Telegram does not know the token any more is the receiver's to tell.
        """
        loop = asyncio.get_running_loop()
        keeping = asyncio.create_task(self._keep_leases())
        try:
            while True:
                if keeping.done():
                    keeping.result()
                self._knock.clear()
                looked_at = loop.time()
                if not await to_its_end(self._turn(room=_AT_ONCE)):
                    await self._wait()
                    await asyncio.sleep(looked_at + _PACE_SECONDS - loop.time())
        finally:
            await self._drain()
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping

    async def _drain(self) -> None:
        """End what is under way; what does not end in time is sent by the next bot."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_DRAIN_SECONDS):
                while self._sending or self._to_keep:
                    if self._sending:
                        await asyncio.wait({*self._sending}, return_when=asyncio.FIRST_COMPLETED)
                    await to_its_end(self._turn(room=0))
        late = set(self._sending)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _keep_leases(self) -> None:
        """Keep what is being sent for this bot, and take over what a crashed one left."""
        while True:
            try:
                doubtful = await to_its_end(self._renew())
            except StorageError as error:
                log.warning("outbox_unreadable", error=type(error).__name__)
            else:
                if doubtful:
                    log.warning("doubtful_messages_sent_again", count=doubtful)
                    self.knock()
            await asyncio.sleep(_RENEW_SECONDS)

    async def _renew(self) -> int:
        async with self._database.transaction() as tx:
            await tx.outbox.renew(self._mine(), now=self._clock())
            return await tx.outbox.recover(now=self._clock())

    def _mine(self) -> list[int]:
        return [*(item.id for item in self._sending.values()), *self._to_keep]

    async def _turn(self, *, room: int) -> bool:
        """Keep how it went with what has ended, and begin what is due then, in one commit.

        Whether there may be more to begin at once.
        """
        room -= len(self._sending)
        ended = dict(self._to_keep)
        if room <= 0 and not ended:
            return False
        try:
            items = await self._commit(ended, room)
        except StorageError as error:
            if ended:  # until it is kept, its chat waits: better late than twice
                log.warning("outcome_not_kept", error=type(error).__name__)
            else:
                log.warning("outbox_unreadable", error=type(error).__name__)
            await asyncio.sleep(_PAUSE_SECONDS)
            return False
        except Exception:  # a fault in the program must not hold up the others
            if not ended:
                raise
            await self._keep_each(ended)
            return False
        for id in ended:
            del self._to_keep[id]
        for item in items:
            task = asyncio.create_task(self._send(item))
            self._sending[task] = item
            task.add_done_callback(self._ended)
        return 0 < room == len(items)

    async def _commit(self, ended: dict[int, _Ended], room: int) -> list[OutboxItem]:
        async with self._database.transaction() as tx:
            for _, outcome in ended.values():
                await outcome(tx)
            return await tx.outbox.claim(now=self._clock(), limit=room) if room > 0 else []

    async def _keep_each(self, ended: dict[int, _Ended]) -> None:
        """Put off for long what cannot be kept for a fault of its own: it must not hurry."""
        for id, (item, outcome) in ended.items():
            try:
                await self._commit({id: (item, outcome)}, room=0)
            except StorageError:  # the next turn tries again
                continue
            except Exception as error:
                broken = type(error).__name__
                log.error("sending_broken", outbox_id=id, method=item.method, error=broken)
                postponed = self._postponed(item, _LONGEST_RETRY_SECONDS, broken, doubtful=True)
                self._to_keep[id] = item, postponed
            else:
                del self._to_keep[id]

    def _ended(self, task: asyncio.Task[Outcome]) -> None:
        item = self._sending.pop(task)
        if not task.cancelled():
            self._to_keep[item.id] = item, task.result()
        self._knock.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(self._look_seconds):  # wait_for may drown a cancellation
                await self._knock.wait()
        except TimeoutError:
            return

    async def _send(self, item: OutboxItem) -> Outcome:
        with following(update_id=item.inbox_update_id, outbox_id=item.id):
            try:
                return await self._outcome(item)
            except Exception as error:  # a fault in the program must neither be silent nor hurry
                broken = type(error).__name__
                log.error("sending_broken", method=item.method, error=broken)
                return self._postponed(item, _LONGEST_RETRY_SECONDS, broken)

    async def _outcome(self, item: OutboxItem) -> Outcome:
        """Send, and say what has to be remembered of how it went."""
        if item.address is not None:
            return await self._carrier.outcome(item)
        try:
            message_id = await self._call(item)
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait if isinstance(wait, int) else int(wait.total_seconds()) + 1
            return self._postponed(item, seconds, "retry_after")
        except ChatMigrated as error:
            return self._moved(item, error.new_chat_id)
        except Forbidden as error:
            return self._shut_out(item, type(error).__name__)
        except BadRequest as error:
            return self._given_up(item, type(error).__name__)
        except TelegramError as error:
            name, doubtful = type(error).__name__, _may_be_out(error)
            return self._postponed(item, _backoff(item.attempts), name, doubtful=doubtful)
        log.info("message_sent", method=item.method)
        waited = (self._clock() - item.due_at).total_seconds()
        self._meter.sent(digest=item.delivery_id is not None, seconds=waited)
        return partial(self._sent, item, message_id)

    async def _sent(self, item: OutboxItem, message_id: int | None, tx: Transaction) -> None:
        """It is out; a group is not left with what was deleted while it was on its way."""
        now = self._clock()
        stays = await tx.outbox.sent(item.id, now=now, message_id=message_id)
        if not stays and message_id is not None and _chat(item) < 0:
            await tx.outbox.recall(_chat(item), message_id, now=now)

    async def _call(self, item: OutboxItem) -> int | None:
        chat = {} if item.method == "answerCallbackQuery" else {"chat_id": item.chat_id}
        result = await self._client.call(item.method, {**chat, **item.params})
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return int(message_id) if message_id is not None else None

    def _postponed(
        self, item: OutboxItem, seconds: int, reason: str, *, doubtful: bool = False
    ) -> Outcome:
        log.warning("sending_postponed", reason=reason, seconds=seconds, doubtful=doubtful)
        self._meter.not_sent(reason, given_up=False)
        until = self._clock() + min(timedelta(seconds=seconds), LONGEST_WAIT)
        return lambda tx: tx.outbox.postpone(item.id, until=until, reason=reason, doubtful=doubtful)

    def _moved(self, item: OutboxItem, new_chat_id: int) -> Outcome:
        log.warning("chat_migrated")
        old_chat_id = _chat(item)

        async def follow(tx: Transaction) -> None:
            await tx.groups.moved(old_chat_id, new_chat_id)
            await tx.outbox.postpone(item.id, until=self._clock(), reason="chat_migrated")

        return follow

    def _shut_out(self, item: OutboxItem, reason: str) -> Outcome:
        """A group that has thrown the bot out is a group no more: nobody is promised it."""
        given_up = self._given_up(item, reason)
        chat_id = _chat(item)
        if chat_id > 0:
            return given_up

        async def end(tx: Transaction) -> None:
            await given_up(tx)
            for group in await tx.groups.by_chat(chat_id):
                log.error("group_lost", group_id=group.id, focus_area=group.focus_area)
                await tx.groups.remove(group.id, now=self._clock())
                await note_group_lost(tx, group, now=self._clock())

        return end

    def _given_up(self, item: OutboxItem, reason: str) -> Outcome:
        log.error("sending_failed", method=item.method, reason=reason)
        self._meter.not_sent(reason, given_up=True)
        return lambda tx: tx.outbox.failed(item.id, now=self._clock(), reason=reason)


def _chat(item: OutboxItem) -> int:
    assert item.chat_id is not None  # noqa: S101 - mails are the carrier's
    return item.chat_id


def _may_be_out(error: TelegramError) -> bool:
    """Whether Telegram may have done what it was asked, though it does not say so."""
    return isinstance(error, NetworkError) and not isinstance(error.__cause__, _NOT_REACHED)


def _backoff(attempts: int) -> int:
    return int(min(_FIRST_RETRY_SECONDS * 2 ** min(attempts, 12), _LONGEST_RETRY_SECONDS))
