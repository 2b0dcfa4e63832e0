"""Residents of whom nothing is passed on for a while, however their pseudonym changes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import BindParameter, ColumnElement, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.keys import Keyring
from storage.tables import ConcernRow, MuteRow

MUTED: Final = "resident_muted"
UNMUTED: Final = "resident_unmuted"
"""The audit log's actions; their subject is the concern by which the resident was named."""
_PURPOSE = "mute"


@dataclass(frozen=True, kw_only=True)
class Mute:
    """A resident of whom nothing is passed on; `until` None is until further notice.

    `reference` and `pseudonym` are those of the concern told last, `kept_apart` how many
    concerns are not passed on, `told_at` when the resident was told so.
    """

    resident_id: int
    reason: str = field(repr=False)
    actor: str
    muted_at: datetime
    until: datetime | None
    told_at: datetime | None
    reference: str | None = None
    pseudonym: str | None = None
    kept_apart: int = 0


class Muting:
    """Who is muted. It ends with the resident: who has all deleted is somebody new."""

    def __init__(self, session: AsyncSession, keyring: Keyring, audit: Audit) -> None:
        self._session = session
        self._keyring = keyring
        self._audit = audit

    async def of(self, resident_id: int, *, now: datetime) -> Mute | None:
        """How the resident is muted at `now`, if they are."""
        row = await _row(self._session, resident_id, now)
        return None if row is None else self._mute(row)

    async def mute(
        self,
        concern_id: int,
        *,
        reason: str,
        until: datetime | None,
        actor: str,
        now: datetime,
    ) -> bool:
        """Mute who told a concern; False if nothing leads to them (any more).

        One who is muted already is so from now on, as said now.
        """
        resident_id = await self._teller(concern_id)
        if resident_id is None:
            return False
        await self._session.merge(
            MuteRow(
                resident_id=resident_id,
                reason=self._keyring.encrypt(reason, purpose=_PURPOSE),
                actor=actor,
                muted_at=now,
                until=until,
                told_at=None,
            )
        )
        await self._audit.write(
            at=now,
            actor=actor,
            action=MUTED,
            subject=f"concern:{concern_id}",
            detail={"reason": reason, "until": until.isoformat() if until else None},
        )
        return True

    async def unmute(self, concern_id: int, *, actor: str, now: datetime) -> bool:
        """Pass on again what is told from now on; False if they are not muted."""
        resident_id = await self._teller(concern_id)
        row = None if resident_id is None else await self._session.get(MuteRow, resident_id)
        if row is None:
            return False
        await self._session.delete(row)
        await self._audit.write(
            at=now, actor=actor, action=UNMUTED, subject=f"concern:{concern_id}"
        )
        return True

    async def told(self, resident_id: int, *, now: datetime) -> None:
        """The resident has been told."""
        row = await self._session.get(MuteRow, resident_id)
        if row is not None:
            row.told_at = now
            await self._session.flush()

    async def all(self, *, now: datetime) -> list[Mute]:
        """Those who are muted at `now`, the latest last."""
        query = select(MuteRow).where(_lasts(now)).order_by(col(MuteRow.muted_at))
        return [
            self._mute(row, *await self._latest(row.resident_id))
            for row in (await self._session.scalars(query)).all()
        ]

    async def _teller(self, concern_id: int) -> int | None:
        return await self._session.scalar(
            select(col(ConcernRow.resident_id)).where(col(ConcernRow.id) == concern_id)
        )

    async def _latest(self, resident_id: int) -> tuple[str | None, str | None, int]:
        own = col(ConcernRow.resident_id) == resident_id
        latest = await self._session.scalar(
            select(ConcernRow).where(own).order_by(col(ConcernRow.id).desc()).limit(1)
        )
        apart = await self._session.scalar(
            select(func.count()).select_from(ConcernRow).where(own, col(ConcernRow.muted))
        )
        if latest is None:
            return None, None, 0
        return latest.reference, latest.pseudonym, apart or 0

    def _mute(
        self,
        row: MuteRow,
        reference: str | None = None,
        pseudonym: str | None = None,
        kept_apart: int = 0,
    ) -> Mute:
        return Mute(
            resident_id=row.resident_id,
            reason=self._keyring.decrypt(row.reason, purpose=_PURPOSE),
            actor=row.actor,
            muted_at=row.muted_at,
            until=row.until,
            told_at=row.told_at,
            reference=reference,
            pseudonym=pseudonym,
            kept_apart=kept_apart,
        )


async def is_muted(session: AsyncSession, resident_id: int | None, *, now: datetime) -> bool:
    """Whether nothing that the resident tells at `now` is passed on."""
    return resident_id is not None and await _row(session, resident_id, now) is not None


async def _row(session: AsyncSession, resident_id: int, now: datetime) -> MuteRow | None:
    return await session.scalar(_MUTED, {"resident_id": resident_id, "now": now})


def _lasts(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return or_(col(MuteRow.until).is_(None), col(MuteRow.until) > now)


_MUTED = select(MuteRow).where(
    col(MuteRow.resident_id) == bindparam("resident_id"), _lasts(bindparam("now"))
)
