"""Which themes have been in use, and which of them were retired: no id is ever used again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.statements import insert_new
from storage.tables import ThemeLifeRow, ThemeRow


@dataclass(frozen=True, kw_only=True)
class ThemeLife:
    """A theme that was in use once, and when it was first seen to be retired."""

    theme: str
    retired_at: datetime | None


class ThemeLives:
    """Remembers every theme for good; what concerns are told under it is none of its business."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def note(
        self, in_use: Collection[str], retired: Collection[str], *, now: datetime
    ) -> None:
        """Remember the themes of the configuration that is taken into use."""
        both = sorted({*in_use, *retired})
        rows = [{"theme": theme, "noted_at": now, "retired_at": None} for theme in both]
        await insert_new(self._session, ThemeLifeRow, rows, unique=["theme"])
        await self._session.execute(
            update(ThemeLifeRow)
            .where(
                col(ThemeLifeRow.theme).in_(sorted(retired)), col(ThemeLifeRow.retired_at).is_(None)
            )
            .values(retired_at=now)
            .execution_options(synchronize_session=False)
        )

    async def all(self) -> list[ThemeLife]:
        """Every theme that was noted or that stored concerns have, in order of its id."""
        rows = await self._session.scalars(select(ThemeLifeRow))
        noted = {row.theme: row.retired_at for row in rows}
        stored = await self._session.scalars(select(col(ThemeRow.theme)).distinct())
        return [
            ThemeLife(theme=theme, retired_at=noted.get(theme))
            for theme in sorted({*noted, *stored})
        ]
