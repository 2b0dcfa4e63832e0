"""Who wants to know what has been done in which area, and what they are told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.keys import Keyring
from storage.statements import changed_rows, insert_new
from storage.tables import FollowingRow, FollowupRow

_PURPOSE = "followup"


@dataclass(frozen=True, kw_only=True)
class NewFollowup:
    """What is about to be told of an area; `theme` is the id of what it is about, if one is."""

    area: str
    text: str = field(repr=False)
    by: str
    theme: str | None = None
    group_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Followup:
    """What those who follow an area are told, or are about to be while `sent_at` is None."""

    id: int
    area: str
    text: str = field(repr=False)
    by: str
    theme: str | None
    group_id: int | None
    written_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Followed:
    """An area that a resident follows, and since when."""

    area: str
    since: datetime


class Following:
    """The areas that residents follow. It ends with the resident, never before by itself."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def follow(self, resident_id: int, area: str, *, now: datetime) -> bool:
        """Let a resident follow an area; False if they do so already."""
        new = {"resident_id": resident_id, "area": area, "since": now}
        unique = ["resident_id", "area"]
        return await insert_new(self._session, FollowingRow, [new], unique=unique) > 0

    async def stop(self, resident_id: int, area: str) -> bool:
        """End that; False if the resident does not follow the area."""
        ended = delete(FollowingRow).where(
            col(FollowingRow.resident_id) == resident_id, col(FollowingRow.area) == area
        )
        return await changed_rows(self._session, ended) > 0

    async def of_resident(self, resident_id: int) -> list[Followed]:
        """What a resident follows, the earliest first."""
        query = (
            select(FollowingRow)
            .where(col(FollowingRow.resident_id) == resident_id)
            .order_by(col(FollowingRow.since), col(FollowingRow.area))
        )
        return [Followed(area=row.area, since=row.since) for row in await self._rows(query)]

    async def followers(self, area: str) -> list[int]:
        """The ids of the residents who follow an area."""
        query = (
            select(FollowingRow)
            .where(col(FollowingRow.area) == area)
            .order_by(col(FollowingRow.resident_id))
        )
        return [row.resident_id for row in await self._rows(query)]

    async def count(self, area: str) -> int:
        """How many follow an area."""
        query = select(func.count()).where(col(FollowingRow.area) == area)
        return await self._session.scalar(query) or 0

    async def draft(self, new: NewFollowup, *, now: datetime) -> int:
        """Keep what is to be told until somebody says that it shall be; its id."""
        row = FollowupRow(
            area=new.area,
            theme=new.theme,
            text=self._keyring.encrypt(new.text, purpose=_PURPOSE),
            by=new.by,
            group_id=new.group_id,
            written_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id or 0

    async def drafted(self, id: int) -> Followup | None:
        """A followup, sent or not, held for whoever asks first."""
        row = await self._session.get(FollowupRow, id, populate_existing=True, with_for_update=True)
        return None if row is None else self._followup(row)

    async def sent(self, id: int, *, now: datetime) -> None:
        """It is on its way to all who follow the area."""
        row = await self._session.get_one(FollowupRow, id)
        row.sent_at = now
        await self._session.flush()

    async def drop(self, id: int) -> None:
        """It shall not be told."""
        await self._session.execute(delete(FollowupRow).where(col(FollowupRow.id) == id))

    async def forget_drafts(self, written_before: datetime) -> None:
        """Drop what nobody has said should be told."""
        await self._session.execute(
            delete(FollowupRow).where(
                col(FollowupRow.sent_at).is_(None), col(FollowupRow.written_at) < written_before
            )
        )

    async def _rows(self, query: Select[FollowingRow]) -> Sequence[FollowingRow]:
        return (await self._session.scalars(query)).all()

    def _followup(self, row: FollowupRow) -> Followup:
        return Followup(
            id=row.id or 0,
            area=row.area,
            text=self._keyring.decrypt(row.text, purpose=_PURPOSE),
            by=row.by,
            theme=row.theme,
            group_id=row.group_id,
            written_at=row.written_at,
            sent_at=row.sent_at,
        )
