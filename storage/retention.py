"""Taking away what has been kept long enough: what the privacy notice promises, by rule."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Delete, and_, delete, exists, or_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.advisory_locks import PURGING
from storage.aged_concerns import AgedConcerns, has_theme
from storage.audit import Audit
from storage.erasure import Erasure
from storage.inbox import Inbox, InboxState
from storage.outbox_order import OutboxState
from storage.statements import changed_rows, one_at_a_time
from storage.tables import (
    ConcernRow,
    ConversationRow,
    FollowingRow,
    InboxRow,
    InviteRow,
    MediaRow,
    MessageRow,
    MuteRow,
    OutboxRow,
    ResidentRow,
)


@dataclass(frozen=True, kw_only=True)
class ThemeRule:
    """How long concerns with one of these themes are kept, where that is less than the others.

    `decision` is the number of the decision that says so, if another one than for the rest.
    """

    themes: frozenset[str]
    original_text: timedelta
    concern: timedelta
    decision: str | None = None


@dataclass(frozen=True, kw_only=True)
class ThemePurged:
    """How much was taken away by a rule of some themes, before the general ones."""

    themes: tuple[str, ...]
    decision: str | None
    concerns: int
    texts: int
    files: int


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """How long things are kept.

    `contact` counts from the closing of a concern; `original_text`, `concern` and, for the
    `unsorted_kinds`, `unsorted` from its telling; `handled` and `conversation` from when
    something was done with or changed last. `themes` are rules of single themes, which go
    first; `decision` is the number of the decision that all of it rests on.
    """

    contact: timedelta
    original_text: timedelta
    concern: timedelta
    unsorted: timedelta
    unsorted_kinds: frozenset[str]
    handled: timedelta
    conversation: timedelta
    themes: tuple[ThemeRule, ...] = ()
    decision: str | None = None


@dataclass(frozen=True, kw_only=True)
class Purged:
    """How many were taken away, or would be.

    `unsorted` are concerns of the unsorted kinds and `concerns` those that had their full
    time, with all their parts; `contacts` concerns that lead to nobody any more; `texts`
    originals of messages, `files` what was sent with them; `updates` and `outgoing` what came in
    and went out. `by_theme` is what the rules of single themes took, which `concerns`, `texts`
    and `files` do not count again.
    """

    concerns: int
    unsorted: int
    contacts: int
    texts: int
    files: int
    conversations: int
    residents: int
    updates: int
    failed_updates: int
    outgoing: int
    invites: int
    by_theme: tuple[ThemePurged, ...] = ()


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

    async def apply(
        self,
        rule: RetentionRule,
        *,
        now: datetime,
        dry_run: bool = False,
        actor: str = "retention",
    ) -> Purged:
        """Take away what is due at `now`; one entry in the audit log tells how much, and by whom.

        A dry run does the same and undoes it, so that its counts are what a run would give.
        What waits to be handled or sent stays, however old: it has not been answered yet.
        """
        await one_at_a_time(self._session, PURGING)  # what two take away both would count
        savepoint = await self._session.begin_nested()
        purged = await self._purge(rule, now)
        if dry_run:
            await savepoint.rollback()
            return purged
        await savepoint.commit()
        await self._audit.write(
            at=now,
            actor=actor,
            action="retention_applied",
            subject="retention",
            detail={"decision": rule.decision, **asdict(purged)},
        )
        self._erasure.mark()
        return purged

    async def _purge(self, rule: RetentionRule, now: datetime) -> Purged:
        recorded_at = col(ConcernRow.recorded_at)
        unsorted = col(ConcernRow.kind).in_(sorted(rule.unsorted_kinds))
        text_recorded = now - rule.original_text
        # The order matters: a part goes with its whole, a resident after what leads to them.
        of_themes = [await self._by_theme(one, rule, now) for one in rule.themes]
        await self._session.execute(_mutes(now))
        return Purged(
            by_theme=tuple(one for one, _ in of_themes),
            unsorted=await self._concerns.delete(
                and_(unsorted, recorded_at <= now - rule.unsorted), now=now
            ),
            concerns=await self._concerns.delete(recorded_at <= now - rule.concern, now=now),
            contacts=sum(contacts for _, contacts in of_themes)
            + await self._concerns.break_contacts(
                closed_before=now - rule.contact, recorded_before=text_recorded
            ),
            texts=await self._concerns.drop_texts(text_recorded),
            files=await self._concerns.drop_files(text_recorded),
            conversations=await self._count(_conversations(now - rule.conversation)),
            residents=await self._count(_residents(now - rule.contact)),
            updates=await self._inbox.purge_handled(now - rule.handled),
            failed_updates=await self._count(_failed_updates(now - rule.unsorted)),
            outgoing=await self._outgoing(now - rule.handled),
            invites=await self._count(_invites(now - rule.handled)),
        )

    async def _by_theme(
        self, one: ThemeRule, rule: RetentionRule, now: datetime
    ) -> tuple[ThemePurged, int]:
        """What a rule of some themes takes, and how many concerns then lead to nobody."""
        old, texts_before = now - one.concern, now - one.original_text
        of_theme = has_theme(one.themes)
        concerns = await self._concerns.delete(
            and_(of_theme(col(ConcernRow.id)), col(ConcernRow.recorded_at) <= old), now=now
        )
        contacts = await self._concerns.break_contacts(
            closed_before=now - rule.contact,
            recorded_before=texts_before,
            which=of_theme(col(ConcernRow.id)),
        )
        purged = ThemePurged(
            themes=tuple(sorted(one.themes)),
            decision=one.decision or rule.decision,
            concerns=concerns,
            texts=await self._concerns.drop_texts(
                texts_before, which=of_theme(col(MessageRow.concern_id))
            ),
            files=await self._concerns.drop_files(
                texts_before, which=of_theme(col(MediaRow.concern_id))
            ),
        )
        return purged, contacts

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
    """Nobody's concern leads to them, they follow no area, and no dialogue is under way."""
    return delete(ResidentRow).where(
        col(ResidentRow.created_at) <= before,
        ~exists().where(col(ConcernRow.resident_id) == col(ResidentRow.id)),
        ~exists().where(col(FollowingRow.resident_id) == col(ResidentRow.id)),
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


def _mutes(now: datetime) -> Delete:
    """Those that are over; that they were stands in the audit log."""
    over = delete(MuteRow).where(col(MuteRow.until) <= now)
    return over.execution_options(synchronize_session=False)
