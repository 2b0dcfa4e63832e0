"""Alerts in the same words: the first one stands for those that follow."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.keys import Keyring
from storage.statements import insert_new
from storage.tables import AlertWaveRow

_PURPOSE = "alert words"


@dataclass(frozen=True, kw_only=True)
class Wave:
    """`alerts` in the same words, `began_at` to `last_at`, known by the first of them.

    That there were `told` of them was said at `told_at`.
    """

    words: str
    concern_id: int
    began_at: datetime
    last_at: datetime
    alerts: int
    told: int
    told_at: datetime


class Waves:
    """The waves of alerts. Of their words only a keyed hash is kept."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def join(
        self, words: str, concern_id: int, *, now: datetime, within: timedelta
    ) -> Wave | None:
        """Count an alert in these words; None if it is the first one `within` that time."""
        hashed = self._keyring.fingerprint(words, purpose=_PURPOSE)
        row = await self._session.get(
            AlertWaveRow, hashed, populate_existing=True, with_for_update=True
        )
        if row is not None and now - row.last_at <= within:
            row.alerts += 1
            row.last_at = now
            await self._session.flush()
            return _wave(row)
        if row is not None:
            await self._session.delete(row)
            await self._session.flush()
        first = {
            "words": hashed,
            "concern_id": concern_id,
            "began_at": now,
            "last_at": now,
            "alerts": 1,
            "told": 1,
            "told_at": now,
        }
        await insert_new(self._session, AlertWaveRow, [first], unique=["words"])
        return None

    async def led_by(self, concern_id: int) -> list[Wave]:
        """The waves of several alerts of which that concern's was the first."""
        query = select(AlertWaveRow).where(
            col(AlertWaveRow.concern_id) == concern_id, col(AlertWaveRow.alerts) > 1
        )
        return [_wave(row) for row in (await self._session.scalars(query)).all()]

    async def told(self, wave: Wave, *, now: datetime) -> None:
        """That there are so many has been said."""
        row = await self._session.get(AlertWaveRow, wave.words)
        if row is not None:
            row.told, row.told_at = wave.alerts, now
            await self._session.flush()

    async def untold(self, *, told_before: datetime) -> list[Wave]:
        """Those that have grown since something was last said of them, before then."""
        query = (
            select(AlertWaveRow)
            .where(
                col(AlertWaveRow.alerts) > col(AlertWaveRow.told),
                col(AlertWaveRow.told_at) <= told_before,
            )
            .order_by(col(AlertWaveRow.began_at))
            .with_for_update(skip_locked=True)
        )
        return [_wave(row) for row in (await self._session.scalars(query)).all()]

    async def forget(self, *, last_before: datetime) -> None:
        """Delete those that are over and told of."""
        await self._session.execute(
            delete(AlertWaveRow)
            .where(
                col(AlertWaveRow.last_at) < last_before,
                col(AlertWaveRow.alerts) <= col(AlertWaveRow.told),
            )
            .execution_options(synchronize_session=False)
        )


def _wave(row: AlertWaveRow) -> Wave:
    return Wave(
        words=row.words,
        concern_id=row.concern_id,
        began_at=row.began_at,
        last_at=row.last_at,
        alerts=row.alerts,
        told=row.told,
        told_at=row.told_at,
    )
