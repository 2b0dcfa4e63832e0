"""Deleting what a resident has told, everywhere it may be."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.digests import Digests
from storage.inbox import Inbox
from storage.keys import Keyring
from storage.outbox import Outbox
from storage.tables import (
    ConcernRow,
    ConversationRow,
    MessageRow,
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
        audit: Audit,
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._inbox = inbox
        self._outbox = outbox
        self._digests = digests
        self._audit = audit

    def mark(self) -> None:
        """Tell the database that its write-ahead log holds what shall be gone."""
        self._session.info[self.MARK] = True

    async def concern(self, concern_id: int, *, now: datetime, by: str) -> bool:
        """Delete a concern; False if there is none."""
        row = await self._session.get(
            ConcernRow, concern_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            return False
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
        for part in (MessageRow, ThemeRow, PlaceRow, QuoteRow):
            await self._session.execute(delete(part).where(col(part.concern_id) == concern_id))
        await self._session.delete(row)
        await self._audit.write(
            at=now,
            actor=by,
            action=CONCERN_DELETED,
            subject=f"concern:{concern_id}",
            detail={"messages_cancelled": cancelled, "deliveries_withdrawn": withdrawn},
        )
        self.mark()
        return True

    async def resident(self, resident_id: int, *, now: datetime) -> int:
        """Delete a resident and everything told; how many concerns that were."""
        row = await self._session.get(
            ResidentRow, resident_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            return 0
        query = select(col(ConcernRow.id)).where(col(ConcernRow.resident_id) == resident_id)
        concern_ids = (await self._session.scalars(query)).all()
        for concern_id in concern_ids:
            if concern_id is not None:
                await self.concern(concern_id, now=now, by="resident")
        await self._outbox.cancel_for_chat(row.chat)
        await self._inbox.forget_chat(row.chat, now=now)
        await self._session.execute(
            delete(ConversationRow).where(col(ConversationRow.resident_id) == resident_id)
        )
        await self._session.delete(row)
        await self._audit.write(
            at=now,
            actor="resident",
            action="resident_forgotten",
            subject="resident",
        )
        self.mark()
        return len(concern_ids)
