"""What the admin must be told: kept when it happens, told once, never forgotten in between."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.outbox_order import OutboxState
from storage.statements import insert_new
from storage.tables import NoticeRow, OutboxRow

_ON_ITS_WAY = frozenset({OutboxState.WAITING, OutboxState.SENDING})


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something the admin must know: a `cause`, and of what (`delivery:7:1`, `group:3`).

    `detail` is plain JSON: numbers, ids of the configuration, codes; never content.
    """

    id: int
    cause: str
    subject: str
    detail: Mapping[str, Any]
    noted_at: datetime


class Notices:
    """What has been noted for the admin, each cause and subject once."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def note(
        self, cause: str, subject: str, detail: Mapping[str, Any], *, now: datetime
    ) -> bool:
        """Keep it until it is told; False if it has been noted before."""
        new = {
            "cause": cause,
            "subject": subject,
            "detail": dict(detail),
            "outbox_ids": [],
            "noted_at": now,
        }
        return await insert_new(self._session, NoticeRow, [new], unique=["cause", "subject"]) > 0

    async def untold(self) -> list[Notice]:
        """Those that are neither told nor on their way, the earliest first."""
        return [_notice(row) for row in await self._open() if not row.outbox_ids]

    async def unknown_to_all(self) -> list[Notice]:
        """Those that nobody has been told, whether on their way or not, the earliest first."""
        return [_notice(row) for row in await self._open()]

    async def latest(self, causes: Collection[str]) -> Notice | None:
        """The one noted last of these causes, told or not; None if there was none."""
        query = select(NoticeRow).where(col(NoticeRow.cause).in_(causes))
        row = (
            await self._session.scalars(query.order_by(col(NoticeRow.id).desc()).limit(1))
        ).first()
        return None if row is None else _notice(row)

    async def telling(self, ids: Sequence[int], outbox_ids: Sequence[int]) -> None:
        """These messages tell them; told they are once one of the messages is out."""
        await self._session.execute(
            update(NoticeRow)
            .where(col(NoticeRow.id).in_(ids))
            .values(outbox_ids=list(outbox_ids))
            .execution_options(synchronize_session="fetch")
        )

    async def drop(self, ids: Sequence[int], *, now: datetime) -> None:
        """They need not be told any more."""
        await self._session.execute(
            update(NoticeRow)
            .where(col(NoticeRow.id).in_(ids))
            .values(told_at=now)
            .execution_options(synchronize_session="fetch")
        )

    async def settle(self, *, now: datetime) -> None:
        """See which messages came; what none of them could tell is untold again."""
        for row in await self._open():
            if not row.outbox_ids:
                continue
            query = select(col(OutboxRow.state)).where(col(OutboxRow.id).in_(row.outbox_ids))
            states = set(await self._session.scalars(query))
            if OutboxState.SENT in states:
                row.told_at = now
            elif not states & _ON_ITS_WAY:
                row.outbox_ids = []
        await self._session.flush()

    async def _open(self) -> Sequence[NoticeRow]:
        query = (
            select(NoticeRow)
            .where(col(NoticeRow.told_at).is_(None))
            .order_by(col(NoticeRow.id))
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return (await self._session.scalars(query)).all()


def _notice(row: NoticeRow) -> Notice:
    return Notice(
        id=row.id or 0,
        cause=row.cause,
        subject=row.subject,
        detail=row.detail,
        noted_at=row.noted_at,
    )
