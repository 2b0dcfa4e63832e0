"""What coordinators tell residents of their concerns, and that these answer back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.concern_parts import load
from storage.concern_values import Concern, Status
from storage.keys import Keyring
from storage.outbox import Outbox, OutboxState
from storage.tables import AnswerRow, ConcernRow, OutboxRow

ANSWERED: Final = "concern_answered"
ANSWERED_BACK: Final = "concern_answered_back"
"""The audit log's actions: that somebody answered, never what."""
RESIDENT: Final = "resident"
_PURPOSE = "answer"


class AnswerKind(StrEnum):
    """An answer, how far the work has come, or that the resident answered back."""

    ANSWER = "answer"
    STATUS = "status"
    REPLY = "reply"


class Reach(StrEnum):
    """Whether it came to the resident; nobody knows any more once the message is purged."""

    WAITING = "waiting"
    CAME = "came"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class NewAnswer:
    """What is about to be told; `outbox_id` is the message that takes it there, if any does."""

    concern_id: int
    kind: AnswerKind
    by: str
    text: str | None = field(default=None, repr=False)
    status: Status | None = None
    group_id: int | None = None
    outbox_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was told, when and by whom (`by` as in the audit log)."""

    id: int
    concern_id: int
    kind: AnswerKind
    status: Status | None
    text: str | None = field(repr=False)
    by: str
    group_id: int | None
    at: datetime
    reach: Reach


class Answers:
    """What passed between coordinators and residents, concern by concern."""

    def __init__(
        self, session: AsyncSession, keyring: Keyring, outbox: Outbox, audit: Audit
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._outbox = outbox
        self._audit = audit

    async def add(self, new: NewAnswer, *, now: datetime) -> None:
        """Keep an answer, a status told, or that the resident answered back."""
        text = new.text
        self._session.add(
            AnswerRow(
                concern_id=new.concern_id,
                kind=new.kind.value,
                status=None if new.status is None else new.status.value,
                text=None if text is None else self._keyring.encrypt(text, purpose=_PURPOSE),
                by=new.by,
                group_id=new.group_id,
                outbox_id=new.outbox_id,
                at=now,
            )
        )
        if new.kind is not AnswerKind.STATUS:  # what is audited as a change of status
            await self._audit.write(
                at=now,
                actor=new.by,
                action=ANSWERED_BACK if new.kind is AnswerKind.REPLY else ANSWERED,
                subject=f"concern:{new.concern_id}",
            )
        await self._session.flush()

    async def take_back_status(self, concern_id: int) -> bool:
        """Withdraw the change of status that waits to be told; False if none does."""
        query = self._statuses(concern_id).where(col(OutboxRow.state) == OutboxState.WAITING)
        taken = False
        for row in (await self._session.scalars(query)).all():
            if row.outbox_id is not None and await self._outbox.cancel(row.outbox_id):
                await self._session.delete(row)
                taken = True
        await self._session.flush()
        return taken

    async def status_told(self, concern_id: int) -> Status:
        """How far the resident was last told that the work has come."""
        query = self._statuses(concern_id).order_by(col(AnswerRow.id).desc()).limit(1)
        row = await self._session.scalar(query)
        return Status.NEW if row is None or row.status is None else Status(row.status)

    async def of_concern(self, concern_id: int) -> list[Answer]:
        """All of a concern, the oldest first."""
        return await self._all([concern_id])

    async def of_resident(self, resident_id: int) -> list[Answer]:
        """All of a resident's concerns, concern by concern, the oldest first."""
        own = select(col(ConcernRow.id)).where(col(ConcernRow.resident_id) == resident_id)
        return await self._all([id for id in await self._session.scalars(own) if id is not None])

    async def asking_groups(self, concern_id: int) -> list[int]:
        """The ids of the groups that have answered, or told how far the work has come."""
        query = (
            select(col(AnswerRow.group_id))
            .where(col(AnswerRow.concern_id) == concern_id, col(AnswerRow.group_id).is_not(None))
            .distinct()
            .order_by(col(AnswerRow.group_id))
        )
        return [id for id in await self._session.scalars(query) if id is not None]

    async def answered_back(self, *, limit: int) -> list[Concern]:
        """The concerns in which the resident has the last word, the longest waiting last."""
        last = (
            select(func.max(col(AnswerRow.id)))
            .where(col(AnswerRow.kind).in_([AnswerKind.ANSWER.value, AnswerKind.REPLY.value]))
            .group_by(col(AnswerRow.concern_id))
        )
        query = (
            select(ConcernRow)
            .join(AnswerRow, col(AnswerRow.concern_id) == col(ConcernRow.id))
            .where(col(AnswerRow.id).in_(last), col(AnswerRow.kind) == AnswerKind.REPLY.value)
            .order_by(col(AnswerRow.id).desc())
            .limit(limit)
        )
        return await load(self._session, (await self._session.scalars(query)).all())

    async def _all(self, concern_ids: Sequence[int]) -> list[Answer]:
        query = (
            select(AnswerRow, col(OutboxRow.state))
            .outerjoin(OutboxRow, col(OutboxRow.id) == col(AnswerRow.outbox_id))
            .where(col(AnswerRow.concern_id).in_(concern_ids))
            .order_by(col(AnswerRow.concern_id), col(AnswerRow.id))
        )
        return [self._answer(row, state) for row, state in await self._session.execute(query)]

    @staticmethod
    def _statuses(concern_id: int) -> Select[AnswerRow]:
        return (
            select(AnswerRow)
            .outerjoin(OutboxRow, col(OutboxRow.id) == col(AnswerRow.outbox_id))
            .where(
                col(AnswerRow.concern_id) == concern_id,
                col(AnswerRow.kind) == AnswerKind.STATUS.value,
            )
        )

    def _answer(self, row: AnswerRow, state: str | None) -> Answer:
        text = row.text
        return Answer(
            id=row.id or 0,
            concern_id=row.concern_id,
            kind=AnswerKind(row.kind),
            status=None if row.status is None else Status(row.status),
            text=None if text is None else self._keyring.decrypt(text, purpose=_PURPOSE),
            by=row.by,
            group_id=row.group_id,
            at=row.at,
            reach=_reach(state),
        )


def _reach(state: str | None) -> Reach:
    match state:
        case OutboxState.WAITING | OutboxState.SENDING:
            return Reach.WAITING
        case OutboxState.SENT:
            return Reach.CAME
        case OutboxState.FAILED:
            return Reach.FAILED
        case _:
            return Reach.UNKNOWN
