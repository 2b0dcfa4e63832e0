"""Taking away what has been kept long enough: what the privacy notice promises, by rule."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Delete, and_, delete, exists, or_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.aged_concerns import AgedConcerns
from storage.audit import Audit
from storage.erasure import Erasure
from storage.inbox import Inbox, InboxState
from storage.outbox_order import OutboxState
from storage.statements import changed_rows
from storage.tables import (
    ConcernRow,
    ConversationRow,
    InboxRow,
    InviteRow,
    OutboxRow,
    ResidentRow,
)


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """How long things are kept.

    `contact` counts from the closing of a concern; `original_text`, `concern` and, for the
    `unsorted_kinds`, `unsorted` from its telling; `handled` and `conversation` from when
    something was done with or changed last.
    """

    contact: timedelta
    original_text: timedelta
    concern: timedelta
    unsorted: timedelta
    unsorted_kinds: frozenset[str]
    handled: timedelta
    conversation: timedelta


@dataclass(frozen=True, kw_only=True)
class Purged:
    """How many were taken away, or would be.

    `unsorted` are concerns of the unsorted kinds and `concerns` those that had their full
    time, with all their parts; `contacts` concerns that lead to nobody any more; `texts`
    originals of messages; `updates` and `outgoing` what came in and went out.
    """

    concerns: int
    unsorted: int
    contacts: int
    texts: int
    conversations: int
    residents: int
    updates: int
    failed_updates: int
    outgoing: int
    invites: int


class Retention:
    """Applies the rules to all that is kept."""

    def __init__(
        self,
        session: AsyncSession,
        concerns: AgedConcerns,
        *,
        inbox: Inbox,
        audit: Audit,
        erasure: Erasure,
    ) -> None:
        self._session = session
        self._concerns = concerns
        self._inbox = inbox
        self._audit = audit
        self._erasure = erasure

    async def apply(self, rule: RetentionRule, *, now: datetime, dry_run: bool = False) -> Purged:
        """Take away what is due at `now`; one entry in the audit log tells how much.

        A dry run does the same and undoes it, so that its counts are what a run would give.
        What waits to be handled or sent stays, however old: it has not been answered yet.
        """
        savepoint = await self._session.begin_nested()
        purged = await self._purge(rule, now)
        if dry_run:
            await savepoint.rollback()
            return purged
        await savepoint.commit()
        await self._audit.write(
            at=now,
            actor="retention",
            action="retention_applied",
            subject="retention",
            detail=asdict(purged),
        )
        self._erasure.mark()
        return purged

    async def _purge(self, rule: RetentionRule, now: datetime) -> Purged:
        recorded_at = col(ConcernRow.recorded_at)
        unsorted = col(ConcernRow.kind).in_(sorted(rule.unsorted_kinds))
        text_recorded = now - rule.original_text
        # The order matters: a part goes with its whole, a resident after what leads to them.
        return Purged(
            unsorted=await self._concerns.delete(
                and_(unsorted, recorded_at <= now - rule.unsorted), now=now
            ),
            concerns=await self._concerns.delete(recorded_at <= now - rule.concern, now=now),
            contacts=await self._concerns.break_contacts(
                closed_before=now - rule.contact, recorded_before=text_recorded
            ),
            texts=await self._concerns.drop_texts(text_recorded),
            conversations=await self._count(_conversations(now - rule.conversation)),
            residents=await self._count(_residents(now - rule.contact)),
            updates=await self._inbox.purge_handled(now - rule.handled),
            failed_updates=await self._count(_failed_updates(now - rule.unsorted)),
            outgoing=await self._outgoing(now - rule.handled),
            invites=await self._count(_invites(now - rule.handled)),
        )

    async def _outgoing(self, before: datetime) -> int:
        """Delete what is out or given up.

        A failed part of a delivery stays, without content: it tells that the delivery failed.
        """
        finished = or_(
            col(OutboxRow.finished_at) <= before,
            and_(col(OutboxRow.finished_at).is_(None), col(OutboxRow.created_at) <= before),
        )
        failed = col(OutboxRow.state) == OutboxState.FAILED
        delivers = col(OutboxRow.delivery_id).is_not(None)
        await self._session.execute(
            update(OutboxRow)
            .where(finished, failed, delivers)
            .values(content=None)
            .execution_options(synchronize_session=False)
        )
        over = col(OutboxRow.state).in_([OutboxState.SENT, OutboxState.CANCELLED])
        return await self._count(
            delete(OutboxRow).where(finished, or_(over, and_(failed, ~delivers)))
        )

    async def _count(self, statement: Delete) -> int:
        return await changed_rows(
            self._session, statement.execution_options(synchronize_session=False)
        )


def _conversations(before: datetime) -> Delete:
    return delete(ConversationRow).where(col(ConversationRow.saved_at) <= before)


def _residents(before: datetime) -> Delete:
    """Nobody's concern leads to them, and no dialogue is under way."""
    return delete(ResidentRow).where(
        col(ResidentRow.created_at) <= before,
        ~exists().where(col(ConcernRow.resident_id) == col(ResidentRow.id)),
        ~exists().where(
            col(ConversationRow.resident_id) == col(ResidentRow.id),
            col(ConversationRow.saved_at) > before,
        ),
    )


def _failed_updates(before: datetime) -> Delete:
    """What could not be handled holds an original text that nobody has sorted."""
    return delete(InboxRow).where(
        col(InboxRow.state) == InboxState.FAILED, col(InboxRow.finished_at) <= before
    )


def _invites(expired_before: datetime) -> Delete:
    """Kept for a while after expiring, so that who comes late learns that it is late."""
    return delete(InviteRow).where(col(InviteRow.expires_at) <= expired_before)
