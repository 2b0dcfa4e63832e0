"""All concerns of a span of time, a page at a time: as many as there are, in little memory."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.concern_parts import load
from storage.concern_values import Concern
from storage.tables import ConcernRow


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which concerns: of these kinds, told from `start` on, before `end`; None is open."""

    kinds: frozenset[str]
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Reached:
    """How far one has come: the concern that was read last."""

    told_at: datetime
    id: int

    @classmethod
    def after(cls, concern: Concern) -> Self:
        """Behind that one."""
        return cls(told_at=concern.told_at, id=concern.id)


class Paging:
    """Reads concerns by when they were told; what is told meanwhile neither skips nor repeats."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, selection: Selection) -> int:
        """How many there are."""
        query = select(func.count()).select_from(ConcernRow).where(*_within(selection))
        return await self._session.scalar(query) or 0

    async def page(
        self, selection: Selection, *, after: Reached | None, limit: int
    ) -> list[Concern]:
        """The next ones, the oldest first; none when all have been read."""
        told_at, id = col(ConcernRow.told_at), col(ConcernRow.id)
        query = select(ConcernRow).where(*_within(selection)).order_by(told_at, id).limit(limit)
        if after is not None:
            # The first half alone lets the index find the place.
            query = query.where(
                told_at >= after.told_at, tuple_(told_at, id) > (after.told_at, after.id)
            )
        return await load(self._session, (await self._session.scalars(query)).all())


def _within(selection: Selection) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [col(ConcernRow.kind).in_(sorted(selection.kinds))]
    if selection.start is not None:
        where.append(col(ConcernRow.told_at) >= selection.start)
    if selection.end is not None:
        where.append(col(ConcernRow.told_at) < selection.end)
    return where
