"""Concerns that must be kept by a decision: neither retention nor the resident deletes them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped
from sqlmodel import col

from storage.audit import Audit
from storage.keys import Keyring
from storage.tables import ConcernRow, HoldRow

HELD: Final = "concern_held"
LIFTED: Final = "concern_hold_lifted"
"""The audit log's actions; both name the decision."""
_PURPOSE = "hold"


@dataclass(frozen=True, kw_only=True)
class Hold:
    """That a concern is held, by which decision (its number), why, by whom and since when."""

    concern_id: int
    reference: str
    decision: str
    reason: str = field(repr=False)
    actor: str
    held_at: datetime


class Holds:
    """What is held."""

    def __init__(self, session: AsyncSession, keyring: Keyring, audit: Audit) -> None:
        self._session = session
        self._keyring = keyring
        self._audit = audit

    async def add(
        self, concern_id: int, *, decision: str, reason: str, actor: str, now: datetime
    ) -> None:
        """Hold a concern, with its texts, files and contact; a later decision takes over."""
        await self._session.merge(
            HoldRow(
                concern_id=concern_id,
                reason=self._keyring.encrypt(reason, purpose=_PURPOSE),
                decision=decision,
                actor=actor,
                held_at=now,
            )
        )
        await self._note(HELD, concern_id, decision, actor, now)

    async def lift(self, concern_id: int, *, actor: str, now: datetime) -> bool:
        """Let retention and the resident delete it again; False if it was not held."""
        row = await self._session.get(HoldRow, concern_id, populate_existing=True)
        if row is None:
            return False
        decision = row.decision
        await self._session.delete(row)
        await self._note(LIFTED, concern_id, decision, actor, now)
        return True

    async def all(self) -> list[Hold]:
        """Everything that is held, the longest held first."""
        return await self._found()

    async def of_concerns(self, concern_ids: Sequence[int]) -> list[Hold]:
        """What of these concerns is held, the longest held first."""
        return await self._found(col(HoldRow.concern_id).in_(concern_ids))

    async def _found(self, *where: ColumnElement[bool]) -> list[Hold]:
        query = (
            select(HoldRow, col(ConcernRow.reference))
            .join(ConcernRow, col(ConcernRow.id) == col(HoldRow.concern_id))
            .where(*where)
            .order_by(col(HoldRow.held_at), col(HoldRow.concern_id))
        )
        return [
            Hold(
                concern_id=row.concern_id,
                reference=reference,
                decision=row.decision,
                reason=self._keyring.decrypt(row.reason, purpose=_PURPOSE),
                actor=row.actor,
                held_at=row.held_at,
            )
            for row, reference in (await self._session.execute(query)).all()
        ]

    async def _note(
        self, action: str, concern_id: int, decision: str, actor: str, now: datetime
    ) -> None:
        await self._audit.write(
            at=now,
            actor=actor,
            action=action,
            subject=f"concern:{concern_id}",
            detail={"decision": decision},
        )


def is_held(concern_id: Mapped[int] | Mapped[int | None]) -> ColumnElement[bool]:
    """Whether the concern of that column is held."""
    return exists().where(col(HoldRow.concern_id) == concern_id)
