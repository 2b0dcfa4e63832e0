"""Raw updates: kept before Telegram is told that they have arrived, emptied once handled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    delete,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.advisory_locks import CLAIMING_INBOX
from storage.errors import UpdateTaken
from storage.inbox_order import (
    LEASE,
    InboxState,
    due_by,
    first_of_each_chat,
    first_of_each_free_chat,
)
from storage.keys import Keyring
from storage.statements import changed_rows, insert_new, one_at_a_time, table_of
from storage.tables import InboxRow

__all__ = ["LEASE", "Inbox", "InboxItem", "InboxState", "IncomingUpdate"]

CHAT = "chat"  # the purpose of keyed hashes of chat and resident ids, here and in `outbox`
INBOX_PURPOSE = "inbox"


@dataclass(frozen=True, kw_only=True)
class IncomingUpdate:
    """An update as it came: `raw` is its JSON text; no chat for updates that have none."""

    update_id: int
    chat_id: int | None
    raw: str


@dataclass(frozen=True, kw_only=True)
class InboxItem:
    """An update to handle; `attempts` counts those that failed."""

    update_id: int
    raw: str
    attempts: int
    received_at: datetime


class Inbox:
    """The updates received, each once."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def receive(self, updates: Sequence[IncomingUpdate], *, now: datetime) -> int:
        """Keep the updates; known ones are left alone. How many were new."""
        rows = [
            {
                "update_id": incoming.update_id,
                "chat": self._chat(incoming.chat_id),
                "content": self._keyring.encrypt(incoming.raw, purpose=INBOX_PURPOSE),
                "state": InboxState.WAITING.value,
                "attempts": 0,
                "received_at": now,
            }
            for incoming in updates
        ]
        return await insert_new(self._session, InboxRow, rows, unique=["update_id"])

    async def waiting(self, *, now: datetime, limit: int) -> list[InboxItem]:
        """The earliest waiting update of each chat, in order of arrival.

        One that waits for its next attempt holds back the later ones of its chat. Updates
        without a chat stand alone.
        """
        rows = await self._session.scalars(first_of_each_chat(), {"limit": limit, **due_by(now)})
        return [self._item(row) for row in rows]

    async def claim(self, *, by: str, now: datetime, limit: int) -> list[InboxItem]:
        """Those of `waiting` for this worker that no other one has, nor another of their chat.

        Nobody else gets them until the lease is over: `renew` it while they are being handled,
        and `release` what is not. They go on waiting, and hold back the later ones of their
        chats, until they are handled.
        """
        await one_at_a_time(self._session, CLAIMING_INBOX)  # each sees what the others have taken
        values = {"limit": limit, **due_by(now)}
        rows = (await self._session.scalars(first_of_each_free_chat(), values)).all()
        for row in rows:
            row.leased_until, row.leased_by = now + LEASE, by
        await self._session.flush()
        return [self._item(row) for row in rows]

    async def renew(self, update_ids: Sequence[int], *, by: str, now: datetime) -> None:
        """They are still being handled by this worker, if nobody else has them since."""
        await self._lease(update_ids, now + LEASE, by=by)

    async def release(self, update_ids: Sequence[int], *, by: str) -> None:
        """They are not being handled by this worker any more: anybody may claim them."""
        await self._lease(update_ids, None, by=by)

    async def is_claimed(self, update_id: int, *, by: str) -> bool:
        """Whether it waits, and nobody has claimed it since this worker did."""
        mine = col(InboxRow.leased_by) == by
        return await self._session.scalar(select(exists().where(_waits(update_id), mine))) or False

    async def handled(self, update_id: int, *, now: datetime) -> None:
        """The update is done with; its content is emptied. One that is not kept is nobody's.

        Raises:
            UpdateTaken: it waits no more, since another worker has handled it. Whatever was
                done for it in this transaction is not to be kept.
        """
        if await self._finish([update_id], InboxState.HANDLED, now=now, reason=None):
            return
        if await self._session.get(InboxRow, update_id) is not None:
            raise UpdateTaken

    async def ignored(
        self, update_ids: Sequence[int], *, now: datetime, reason: str
    ) -> frozenset[int]:
        """Those still waiting are left alone for a constant `reason`, their content emptied.

        Returns:
            Which these are; of the others, whoever handled them has said so already.
        """
        return await self._finish(update_ids, InboxState.IGNORED, now=now, reason=reason)

    async def attempt_failed(
        self,
        update_id: int,
        *,
        now: datetime,
        retry_at: datetime | None,
        reason: str,
        by: str | None = None,
    ) -> bool:
        """Try again at `retry_at`, a minute later at most, or give up (None): failed, but kept.

        False when it is not this worker's (`by` None: nobody's) any more: another one has
        handled it, or does so.
        """
        given_up = retry_at is None
        changed = await changed_rows(
            self._session,
            update(InboxRow)
            .where(_waits(update_id), col(InboxRow.leased_by).is_not_distinct_from(by))
            .values(
                attempts=col(InboxRow.attempts) + 1,
                state=InboxState.FAILED.value if given_up else InboxState.WAITING.value,
                retry_at=retry_at,
                leased_until=None,
                leased_by=None,
                reason=reason,
                finished_at=now if given_up else None,
            ),
        )
        return changed > 0

    async def count(self, state: str) -> int:
        """How many updates stand there (`InboxState`)."""
        query = select(func.count()).select_from(InboxRow).where(col(InboxRow.state) == state)
        return await self._session.scalar(query) or 0

    async def oldest_waiting(self) -> datetime | None:
        """When the longest waiting update was received."""
        waiting = col(InboxRow.state) == InboxState.WAITING
        query = select(func.min(col(InboxRow.received_at))).where(waiting)
        return await self._session.scalar(query)

    async def purge_handled(self, before: datetime) -> int:
        """Delete what was handled or ignored before that time; how many."""
        return await changed_rows(
            self._session,
            delete(InboxRow).where(
                col(InboxRow.state).in_([InboxState.HANDLED, InboxState.IGNORED]),
                col(InboxRow.finished_at) < before,
            ),
        )

    async def forget_chat(self, chat: str, *, now: datetime) -> int:
        """Empty the failed updates of a chat (keyed hash); how many.

        What still waits is handled all the same: it was written by somebody who expects an
        answer, perhaps in danger.
        """
        return await changed_rows(
            self._session,
            update(InboxRow)
            .where(col(InboxRow.chat) == chat, col(InboxRow.state) == InboxState.FAILED)
            .values(
                content=None, state=InboxState.IGNORED.value, reason="forgotten", finished_at=now
            )
            .execution_options(synchronize_session=False),
        )

    async def _finish(
        self, update_ids: Sequence[int], state: InboxState, *, now: datetime, reason: str | None
    ) -> frozenset[int]:
        values = {"ids": list(update_ids), "as": state.value, "for": reason, "at": now}
        return frozenset((await self._session.execute(_FINISH, values)).scalars())

    async def _lease(self, update_ids: Sequence[int], until: datetime | None, *, by: str) -> None:
        await self._session.execute(
            update(InboxRow)
            .where(
                col(InboxRow.update_id).in_(update_ids),
                col(InboxRow.state) == InboxState.WAITING,
                col(InboxRow.leased_by) == by,
            )
            .values(leased_until=until, leased_by=None if until is None else by)
        )

    def _chat(self, chat_id: int | None) -> str | None:
        return None if chat_id is None else self._keyring.fingerprint(chat_id, purpose=CHAT)

    def _item(self, row: InboxRow) -> InboxItem:
        return InboxItem(
            update_id=row.update_id,
            raw=self._keyring.decrypt(row.content or b"", purpose=INBOX_PURPOSE),
            attempts=row.attempts,
            received_at=row.received_at,
        )


def _waits(update_id: int) -> ColumnElement[bool]:
    """Who ends an update first has it: the others find it waiting no more."""
    return and_(col(InboxRow.update_id) == update_id, col(InboxRow.state) == InboxState.WAITING)


_INBOX = table_of(InboxRow)
_FINISH = (
    update(_INBOX)
    .where(
        _INBOX.c.update_id.in_(bindparam("ids", expanding=True)),
        _INBOX.c.state == InboxState.WAITING,
    )
    .values(
        content=None,
        state=bindparam("as"),
        reason=bindparam("for"),
        retry_at=None,
        leased_until=None,
        leased_by=None,
        finished_at=bindparam("at"),
    )
    .returning(_INBOX.c.update_id)
)
