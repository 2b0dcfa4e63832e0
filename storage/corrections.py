"""What people say is right, kept beside what was read: every word of it, none overwritten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.concern_parts import load
from storage.concern_values import Concern, Origin, StoredPlace, StoredTheme
from storage.concerns import Concerns
from storage.correction_values import (
    Correction,
    Said,
    What,
    origin_of,
    place_is_read,
    themes_are_read,
)
from storage.errors import ConcernUnknown
from storage.tables import ConcernRow, CorrectionRow, MessageRow

THEME_SET: Final = "concern_theme_set"
CONFIRMED: Final = "concern_confirmed"


class Corrections:
    """Changes concerns by what people say, and remembers what was read of them before."""

    def __init__(self, session: AsyncSession, concerns: Concerns, audit: Audit) -> None:
        self._session = session
        self._concerns = concerns
        self._audit = audit

    async def place(
        self,
        concern_id: int,
        *,
        area: str | None,
        names: Sequence[str],
        by: str,
        config_version: str,
        now: datetime,
    ) -> None:
        """Somebody says where it is; raises `ConcernUnknown`."""
        before = await self._locked(concern_id)
        said = Said(area=area, names=tuple(names))
        await self._keep(before, What.PLACE, said, by, config_version, now)
        await self._concerns.set_area(
            concern_id, area, names, origin=origin_of(by), actor=by, now=now
        )

    async def themes(
        self,
        concern_id: int,
        themes: Sequence[StoredTheme],
        *,
        by: str,
        config_version: str,
        now: datetime,
    ) -> None:
        """Somebody says what it is about: the first of the themes, or that none fits.

        The others are those that shall stay beside it. Raises `ConcernUnknown`.
        """
        before = await self._locked(concern_id)
        said = Said(names=tuple(theme.id for theme in themes[:1]))
        await self._keep(before, What.THEME, said, by, config_version, now)
        needs_human = None if themes else True
        await self._concerns.resolve(concern_id, themes=themes, needs_human=needs_human)
        await self._note(THEME_SET, concern_id, by, now)

    async def confirm(
        self, concern_id: int, *, by: str, config_version: str, now: datetime
    ) -> bool:
        """Somebody says that theme and place were read rightly; False if nothing is new.

        From then on they count as told by a human. Raises `ConcernUnknown`.
        """
        before = await self._locked(concern_id)
        origin = origin_of(by)
        themes = places = None
        if themes_are_read(before):
            themes = [replace(before.themes[0], origin=origin), *before.themes[1:]]
            said = Said(names=(before.themes[0].id,))
            await self._keep(before, What.THEME, said, by, config_version, now)
        if place_is_read(before):
            read = before.places or (StoredPlace(name=before.area or ""),)
            places = [replace(read[0], origin=origin), *read[1:]]
            said = Said(area=before.area, names=(read[0].name,))
            await self._keep(before, What.PLACE, said, by, config_version, now)
        if themes is None and places is None:
            return False
        await self._concerns.resolve(concern_id, themes=themes, places=places)
        await self._note(CONFIRMED, concern_id, by, now)
        return True

    async def all(self, *, after: int = 0, limit: int = 1_000) -> list[Correction]:
        """What has been said, of an id above `after`, in the order of the ids."""
        first = (
            select(col(MessageRow.masked))
            .where(col(MessageRow.concern_id) == col(CorrectionRow.concern_id))
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
            .limit(1)
            .correlate(CorrectionRow)
            .scalar_subquery()
        )
        query = (
            select(CorrectionRow, first)
            .where(col(CorrectionRow.id) > after)
            .order_by(col(CorrectionRow.id))
            .limit(limit)
        )
        return [_correction(row, text or "") for row, text in await self._session.execute(query)]

    async def _locked(self, concern_id: int) -> Concern:
        row = await self._session.get(
            ConcernRow, concern_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            raise ConcernUnknown("Angelägenheten finns inte längre.")
        return (await load(self._session, [row]))[0]

    async def _keep(
        self, before: Concern, what: What, said: Said, by: str, version: str, now: datetime
    ) -> None:
        read = await self._read(before, what)
        self._session.add(
            CorrectionRow(
                concern_id=before.id,
                what=what.value,
                read_area=read.area,
                read_names=list(read.names),
                said_area=said.area,
                said_names=list(said.names),
                by=by,
                at=now,
                config_version=version,
            )
        )
        await self._session.flush()

    async def _read(self, before: Concern, what: What) -> Said:
        """What the reading had said before anybody spoke."""
        query = (
            select(CorrectionRow)
            .where(
                col(CorrectionRow.concern_id) == before.id, col(CorrectionRow.what) == what.value
            )
            .order_by(col(CorrectionRow.id))
            .limit(1)
        )
        earlier = await self._session.scalar(query)
        if earlier is not None:
            return Said(area=earlier.read_area, names=tuple(earlier.read_names))
        if what is What.THEME:
            names = (t.id for t in before.themes if t.origin is Origin.READING)
            return Said(names=tuple(names))
        if any(place.origin is not Origin.READING for place in before.places):
            return await self._read_first(before.id)
        return Said(area=before.area, names=tuple(place.name for place in before.places))

    async def _read_first(self, concern_id: int) -> Said:
        """Where the reading of the first message said it is: somebody spoke without a record."""
        readings = await self._concerns.readings(concern_id)
        if not readings:
            return Said()
        return Said(area=readings[0].get("area"), names=tuple(readings[0].get("places", ())))

    async def _note(self, action: str, concern_id: int, by: str, now: datetime) -> None:
        await self._audit.write(at=now, actor=by, action=action, subject=f"concern:{concern_id}")


def _correction(row: CorrectionRow, text: str) -> Correction:
    return Correction(
        id=row.id or 0,
        concern_id=row.concern_id,
        what=What(row.what),
        read=Said(area=row.read_area, names=tuple(row.read_names)),
        said=Said(area=row.said_area, names=tuple(row.said_names)),
        by=row.by,
        at=row.at,
        config_version=row.config_version,
        text=text,
    )
