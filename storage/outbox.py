"""Messages to anybody: written with what caused them, sent in order per chat or mailbox."""

import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.advisory_locks import CLAIMING
from storage.inbox import CHAT
from storage.keys import Keyring
from storage.outbox_order import (
    LONGEST_WAIT,
    OutboxState,
    Priority,
    due_by,
    due_since,
    next_of_each_chat,
)
from storage.statements import changed_rows, insert_row, insert_rows, one_at_a_time, table_of
from storage.tables import DeliveryRow, OutboxConcernRow, OutboxRow

__all__ = ["LONGEST_WAIT", "Outbox", "OutboxItem", "OutboxState", "Outgoing", "Priority", "Shown"]

LEASE = timedelta(seconds=15)
"""How long what is being sent belongs to the bot that claimed it, unless it renews that."""
WITHDRAWN, QUOTE_DELETED = "withdrawn", "quote_deleted"
"""State and reason of a delivery that was taken back to be made anew without a quote."""
OUTBOX_PURPOSE = "outbox"
_UNDER_WAY = frozenset({OutboxState.WAITING, OutboxState.SENDING})
_MAILBOX = "mailbox"
_TOKEN = "outbox token"  # noqa: S105 - the purpose of a key
_TOKEN_CHARS = 20  # 80 bits: nobody guesses the token of a row


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """Something to send: to a chat, or to the mailbox with that `address`.

    To a chat it is a call of the Bot API: `method` as Telegram names it, `params` without
    chat_id. Only the sender knows what `method` and `params` are for a mailbox. It is cancelled
    with the concern `concern_id`, or with one of those it is `also_about`.
    """

    chat_id: int | None = None
    address: str | None = field(default=None, repr=False)
    method: str
    params: Mapping[str, Any]
    priority: Priority
    concern_id: int | None = None
    delivery_id: int | None = None
    inbox_update_id: int | None = None
    not_before: datetime | None = None
    also_about: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if (self.chat_id is None) == (self.address is None):
            raise ValueError("a message goes to one chat or to one mailbox")


@dataclass(frozen=True, kw_only=True)
class OutboxItem:
    """A message claimed for sending; `doubtful` counts crashes after which it may be out.

    It could have gone out since `due_at`.

    `token` is the same whenever the message is sent, and nobody guesses it: see `bounced`.
    """

    id: int
    token: str
    chat_id: int | None
    address: str | None = field(repr=False)
    method: str
    params: Mapping[str, Any]
    attempts: int
    doubtful: int
    delivery_id: int | None
    concern_id: int | None
    inbox_update_id: int | None
    created_at: datetime
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A message that is out, in the chat with that keyed hash."""

    chat: str
    message_id: int
    sent_at: datetime


class Outbox:
    """The messages to send."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def put(self, message: Outgoing, *, now: datetime) -> int:
        """Queue a message; its id."""
        values = {
            "chat": self._recipient(message),
            "content": self._pack(
                message.method, message.params, chat_id=message.chat_id, address=message.address
            ),
            "priority": int(message.priority),
            "state": OutboxState.WAITING.value,
            "attempts": 0,
            "doubtful": 0,
            "not_before": message.not_before,
            "concern_id": message.concern_id,
            "delivery_id": message.delivery_id,
            "inbox_update_id": message.inbox_update_id,
            "created_at": now,
        }
        id = await insert_row(self._session, OutboxRow, values)
        also = [{"outbox_id": id, "concern_id": concern_id} for concern_id in message.also_about]
        await insert_rows(self._session, OutboxConcernRow, also)
        return id

    async def put_all(self, messages: Iterable[Outgoing], *, now: datetime) -> list[int]:
        """Queue messages in this order; their ids."""
        return [await self.put(message, now=now) for message in messages]

    async def claim(self, *, now: datetime, limit: int) -> list[OutboxItem]:
        """The next message of each chat, most urgent first, marked as being sent.

        A chat with a message on its way, or whose next one must wait, gives none. Nobody else
        gets them until the lease is over: `renew` it while they are being sent.
        """
        await one_at_a_time(self._session, CLAIMING)  # each sees what the others have taken
        values = {"limit": limit, **due_by(now)}
        rows = (await self._session.scalars(next_of_each_chat(), values)).all()
        for row in rows:
            row.state = OutboxState.SENDING.value
            row.leased_until = now + LEASE
        await self._session.flush()
        return [self._item(row) for row in rows]

    async def renew(self, ids: Sequence[int], *, now: datetime) -> None:
        """They are still being sent."""
        await self._session.execute(
            update(OutboxRow)
            .where(col(OutboxRow.id).in_(ids), col(OutboxRow.state) == OutboxState.SENDING)
            .values(leased_until=now + LEASE)
        )

    async def sent(self, id: int, *, now: datetime, message_id: int | None) -> bool:
        """It is out, as that message of its chat; its content is emptied.

        Returns:
            False if what it says was deleted while it was on its way: it should not be there.
        """
        values = {"sent_id": id, "as": message_id, "at": now}
        stays = await changed_rows(self._session, _SENT_AS_IT_IS, values)
        if not stays:
            await self._session.execute(_SENT, values)
        return stays > 0

    async def postpone(
        self, id: int, *, until: datetime, reason: str, doubtful: bool = False
    ) -> None:
        """Try again from `until` on, `LONGEST_WAIT` at most, unless withdrawn meanwhile.

        It is `doubtful` when it may be out, but nobody knows. What another bot, which took it
        over, is done with stays done.
        """
        row = await self._session.get_one(
            OutboxRow, id, populate_existing=True, with_for_update=True
        )
        if row.state not in _UNDER_WAY:
            return
        row.attempts += 1
        row.doubtful += doubtful
        row.not_before = until
        row.reason = reason
        await self._wait_again(row)

    async def failed(self, id: int, *, now: datetime, reason: str) -> None:
        """It will not be tried again, unless it is out; its content is kept (encrypted)."""
        is_out = col(OutboxRow.state) == OutboxState.SENT
        await self._fail(and_(col(OutboxRow.id) == id, ~is_out), now=now, reason=reason)

    async def recover(self, *, now: datetime) -> int:
        """What a crashed bot was sending waits again and counts as doubtful. How many."""
        lease = col(OutboxRow.leased_until)
        # The clock was set back: who still sends it renews soon, by the new clock.
        await self._session.execute(
            update(OutboxRow)
            .where(col(OutboxRow.state) == OutboxState.SENDING, lease > now + 2 * LEASE)
            .values(leased_until=now + LEASE)
        )
        query = (
            select(OutboxRow)
            .where(col(OutboxRow.state) == OutboxState.SENDING, or_(lease.is_(None), lease <= now))
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        rows = (await self._session.scalars(query)).all()
        for row in rows:
            row.doubtful += 1
            row.not_before = now
            await self._wait_again(row)
        return len(rows)

    async def bounced(self, token: str, *, now: datetime, reason: str) -> bool | None:
        """What was sent with that token has come back: it failed after all.

        Returns:
            False if that is known already or it never was sent, None of an invented token or
            of a message that is kept no more.
        """
        id = self._id_of(token)
        row = None if id is None else await self._session.get(OutboxRow, id, with_for_update=True)
        if row is None or row.id is None:
            return None
        if row.state != OutboxState.SENT:
            return False
        await self._fail(col(OutboxRow.id) == id, now=now, reason=reason)
        return True

    async def cancel_for_concern(self, concern_id: int) -> int:
        """Cancel and empty what waits because of a concern; how many."""
        return await self._drop(about(concern_id))

    async def cancel(self, id: int) -> bool:
        """Cancel and empty one message that waits; False if it is on its way, out or gone."""
        return await self._drop(col(OutboxRow.id) == id) > 0

    async def cancel_for_chat(self, chat: str) -> int:
        """Cancel and empty what waits for a chat (keyed hash); how many."""
        return await self._drop(col(OutboxRow.chat) == chat)

    async def shown(self, concern_ids: Sequence[int]) -> list[Shown]:
        """The messages that are out because of these concerns, the oldest first."""
        found = [
            row
            for id in concern_ids
            for row in await self._session.scalars(
                select(OutboxRow)
                .where(
                    about(id),
                    col(OutboxRow.state) == OutboxState.SENT,
                    col(OutboxRow.message_id).is_not(None),
                )
                .order_by(col(OutboxRow.id))
            )
        ]
        return [
            Shown(chat=row.chat, message_id=row.message_id, sent_at=row.finished_at)
            for row in found
            if row.message_id is not None and row.finished_at is not None
        ]

    async def recall(self, chat_id: int, message_id: int, *, now: datetime) -> None:
        """Have a message deleted that is out in a chat."""
        await self.put(
            Outgoing(
                chat_id=chat_id,
                method="deleteMessage",
                params={"message_id": message_id},
                priority=Priority.ALERT,
            ),
            now=now,
        )

    async def withdraw(self, delivery_id: int) -> bool:
        """Take a delivery back as far as it is not out; True if it shall be made anew."""
        locked = select(col(DeliveryRow.id)).where(col(DeliveryRow.id) == delivery_id)
        await self._session.execute(locked.with_for_update())
        of_delivery = col(OutboxRow.delivery_id) == delivery_id
        withdrawn = await self._drop(of_delivery) > 0
        if withdrawn:
            await self._take_back(delivery_id)
        return withdrawn

    async def move_chat(self, old_chat_id: int, new_chat_id: int) -> None:
        """Send what is not out yet to the chat's new id."""
        query = (
            select(OutboxRow)
            .where(
                col(OutboxRow.chat) == self.chat(old_chat_id), col(OutboxRow.content).is_not(None)
            )
            .order_by(col(OutboxRow.id))
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        for row in await self._session.scalars(query):
            content = self._unpack(row)
            row.chat = self.chat(new_chat_id)
            row.content = self._pack(
                content["method"], content["params"], chat_id=new_chat_id, address=None
            )
        await self._session.flush()

    async def count(self, state: str) -> int:
        """How many messages stand there (`OutboxState`)."""
        query = select(func.count()).select_from(OutboxRow).where(col(OutboxRow.state) == state)
        return await self._session.scalar(query) or 0

    async def oldest_waiting(self) -> datetime | None:
        """Since when the longest waiting message could have gone; it may lie ahead."""
        waiting = col(OutboxRow.state) == OutboxState.WAITING
        return await self._session.scalar(select(func.min(due_since())).where(waiting))

    def chat(self, chat_id: int) -> str:
        """The keyed hash by which a chat is recognised."""
        return self._keyring.fingerprint(chat_id, purpose=CHAT)

    def mailbox(self, address: str) -> str:
        """The keyed hash by which a mailbox is recognised, however its address is written."""
        return self._keyring.fingerprint(address.strip().lower(), purpose=_MAILBOX)

    def _recipient(self, message: Outgoing) -> str:
        if message.address is not None:
            return self.mailbox(message.address)
        assert message.chat_id is not None  # noqa: S101 - one of both, says `Outgoing`
        return self.chat(message.chat_id)

    def _id_of(self, token: str) -> int | None:
        number = token.partition(".")[0]
        if not (number.isascii() and number.isdecimal() and len(number) < _TOKEN_CHARS):
            return None
        ours = self._token(int(number)).encode()
        return int(number) if hmac.compare_digest(ours, token.encode()) else None

    def _token(self, id: int) -> str:
        return f"{id}.{self._keyring.fingerprint(id, purpose=_TOKEN)[:_TOKEN_CHARS]}"

    async def _fail(self, which: ColumnElement[bool], *, now: datetime, reason: str) -> None:
        await self._session.execute(
            update(OutboxRow)
            .where(which)
            .values(
                state=OutboxState.FAILED.value,
                attempts=col(OutboxRow.attempts) + 1,
                reason=reason,
                finished_at=now,
            )
        )

    async def _wait_again(self, row: OutboxRow) -> None:
        # Emptied while it was on its way: what it said has been deleted since.
        if row.content is None:
            row.state = OutboxState.CANCELLED.value
        else:
            row.state = OutboxState.WAITING.value
        await self._session.flush()
        if row.content is None and row.delivery_id is not None:
            await self._take_back(row.delivery_id)

    async def _take_back(self, delivery_id: int) -> None:
        of_delivery = col(OutboxRow.delivery_id) == delivery_id
        await self._session.execute(update(OutboxRow).where(of_delivery).values(delivery_id=None))
        await self._session.execute(
            update(DeliveryRow)
            .where(col(DeliveryRow.id) == delivery_id)
            .values(state=WITHDRAWN, reason=QUOTE_DELETED)
        )

    async def _drop(self, which: ColumnElement[bool]) -> int:
        # Nobody begins or ends sending them between the two updates.
        locked = select(col(OutboxRow.id)).where(which, col(OutboxRow.content).is_not(None))
        await self._session.execute(locked.order_by(col(OutboxRow.id)).with_for_update())
        # What is being sent cannot be stopped; without content it is not sent a second time.
        await self._session.execute(
            update(OutboxRow)
            .where(which, col(OutboxRow.state).in_([OutboxState.SENDING, OutboxState.FAILED]))
            .values(content=None)
            .execution_options(synchronize_session="fetch")
        )
        return await changed_rows(
            self._session,
            update(OutboxRow)
            .where(which, col(OutboxRow.state) == OutboxState.WAITING)
            .values(content=None, state=OutboxState.CANCELLED.value)
            .execution_options(synchronize_session="fetch"),
        )

    def _pack(
        self, method: str, params: Mapping[str, Any], *, chat_id: int | None, address: str | None
    ) -> bytes:
        to = {"chat_id": chat_id} if address is None else {"address": address}
        content = {**to, "method": method, "params": dict(params)}
        return self._keyring.encrypt(json.dumps(content), purpose=OUTBOX_PURPOSE)

    def _unpack(self, row: OutboxRow) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(
            self._keyring.decrypt(row.content or b"", purpose=OUTBOX_PURPOSE)
        )
        return content

    def _item(self, row: OutboxRow) -> OutboxItem:
        content = self._unpack(row)
        return OutboxItem(
            id=row.id or 0,
            token=self._token(row.id or 0),
            chat_id=content.get("chat_id"),
            address=content.get("address"),
            method=content["method"],
            params=content["params"],
            attempts=row.attempts,
            doubtful=row.doubtful,
            delivery_id=row.delivery_id,
            concern_id=row.concern_id,
            inbox_update_id=row.inbox_update_id,
            created_at=row.created_at,
            due_at=_due_at(row),
        )


def _due_at(row: OutboxRow) -> datetime:
    """What `due_since` tells, of one message."""
    if row.attempts or row.not_before is None:
        return row.created_at
    return max(row.created_at, row.not_before)


def about(concern_id: int) -> ColumnElement[bool]:
    """Which messages tell of a concern."""
    also = select(col(OutboxConcernRow.outbox_id)).where(
        col(OutboxConcernRow.concern_id) == concern_id
    )
    return or_(col(OutboxRow.concern_id) == concern_id, col(OutboxRow.id).in_(also))


_OUTBOX = table_of(OutboxRow)
_SENT = (
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("sent_id"))
    .values(
        state=OutboxState.SENT.value,
        content=None,
        message_id=bindparam("as"),
        reason=None,
        finished_at=bindparam("at"),
    )
)
_SENT_AS_IT_IS = _SENT.where(_OUTBOX.c.content.is_not(None))
