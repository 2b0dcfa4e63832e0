"""Deleting what a resident has told, everywhere it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.digests import Digests
from storage.errors import ConcernHeld
from storage.groups import Groups
from storage.holds import is_held
from storage.inbox import Inbox
from storage.keys import Keyring
from storage.outbox import Outbox
from storage.tables import (
    AnswerRow,
    ConcernRow,
    ConversationRow,
    CorrectionRow,
    FollowingRow,
    HoldRow,
    MediaRow,
    MessageRow,
    MuteRow,
    PlaceRow,
    QuoteRow,
    ResidentRow,
    ThemeRow,
    TombstoneRow,
)

REFERENCE = "reference"  # purposes of the keyed hashes in tombstones
EXTERNAL = "external"
CONCERN_DELETED: Final = "concern_deleted"
"""The audit log's action for a deleted concern; its subject is `concern:ID`."""


RECALLABLE: Final = timedelta(hours=48)
"""How long a bot may delete its own messages. Source: Telegram Bot API, deleteMessage."""


@dataclass(frozen=True, kw_only=True)
class InGroups:
    """How many messages in the groups' chats tell of concerns.

    The `recallable` ones are deleted there with the concern, the `lasting` ones are too old.
    """

    recallable: int = 0
    lasting: int = 0


class Erasure:
    """What `Concerns.delete` and `Residents.forget` do."""

    MARK: Final = "erased"

    def __init__(
        self,
        session: AsyncSession,
        keyring: Keyring,
        *,
        inbox: Inbox,
        outbox: Outbox,
        digests: Digests,
        groups: Groups,
        audit: Audit,
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._inbox = inbox
        self._outbox = outbox
        self._digests = digests
        self._groups = groups
        self._audit = audit

    def mark(self) -> None:
        """Tell the database that its write-ahead log holds what shall be gone."""
        self._session.info[self.MARK] = True

    async def concern(self, concern_id: int, *, now: datetime, by: str) -> bool:
        """Delete a concern; False if there is none.

        Raises:
            ConcernHeld: it must be kept by a decision; nothing was deleted.
        """
        row = await self._session.get(
            ConcernRow, concern_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            return False
        if await self._session.get(HoldRow, concern_id, populate_existing=True) is not None:
            raise ConcernHeld("Ärendet är låst för gallring genom ett beslut. Häv låsningen först.")
        recalled = await self._recall(concern_id, now)
        cancelled = await self._outbox.cancel_for_concern(concern_id)
        withdrawn = await self._digests.withdraw_quoting(concern_id)
        external = row.external_id
        self._session.add(
            TombstoneRow(
                reference=self._keyring.fingerprint(row.reference, purpose=REFERENCE),
                external=external and self._keyring.fingerprint(external, purpose=EXTERNAL),
                deleted_at=now,
            )
        )
        parts = (MessageRow, AnswerRow, MediaRow, ThemeRow, PlaceRow, QuoteRow, CorrectionRow)
        for part in parts:
            await self._session.execute(delete(part).where(col(part.concern_id) == concern_id))
        await self._session.delete(row)
        await self._audit.write(
            at=now,
            actor=by,
            action=CONCERN_DELETED,
            subject=f"concern:{concern_id}",
            detail={
                "messages_cancelled": cancelled,
                "messages_recalled": recalled,
                "deliveries_withdrawn": withdrawn,
            },
        )
        self.mark()
        return True

    async def in_groups(self, concern_ids: Sequence[int], *, now: datetime) -> InGroups:
        """What the groups have been shown of concerns, digests apart."""
        chats = await self._groups.chat_ids()
        shown = [one for one in await self._outbox.shown(concern_ids) if one.chat in chats]
        young = sum(now - one.sent_at < RECALLABLE for one in shown)
        return InGroups(recallable=young, lasting=len(shown) - young)

    async def _recall(self, concern_id: int, now: datetime) -> int:
        """Have deleted what tells of a concern in the groups' chats; how many messages."""
        chats = await self._groups.chat_ids()
        due = {
            (chats[one.chat], one.message_id)
            for one in await self._outbox.shown([concern_id])
            if one.chat in chats and now - one.sent_at < RECALLABLE
        }
        for chat_id, message_id in sorted(due):
            await self._outbox.recall(chat_id, message_id, now=now)
        return len(due)

    async def resident(self, resident_id: int, *, now: datetime) -> int:
        """Delete a resident and everything told; how many concerns that were.

        What is held by a decision stays, and with it who told it, but no conversation.
        """
        row = await self._session.get(
            ResidentRow, resident_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            return 0
        theirs = col(ConcernRow.resident_id) == resident_id
        free = select(col(ConcernRow.id)).where(theirs, ~is_held(col(ConcernRow.id)))
        concern_ids = (await self._session.scalars(free)).all()
        for concern_id in concern_ids:
            if concern_id is not None:
                await self.concern(concern_id, now=now, by="resident")
        await self._outbox.cancel_for_chat(row.chat)
        await self._inbox.forget_chat(row.chat, now=now)
        for own in (ConversationRow, FollowingRow, MuteRow):
            await self._session.execute(delete(own).where(col(own.resident_id) == resident_id))
        left = select(func.count()).select_from(ConcernRow).where(theirs)
        held = await self._session.scalar(left)
        if not held:
            await self._session.delete(row)
        await self._audit.write(
            at=now,
            actor="resident",
            action="resident_forgotten",
            subject="resident",
            detail={"held": held} if held else None,
        )
        self.mark()
        return len(concern_ids)
