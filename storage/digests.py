"""Digests and their deliveries; the unique rows decide that each goes out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import case, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.deliveries import Deliveries, DeliveryState
from storage.outbox import Outbox, Outgoing
from storage.statements import changed_rows, insert_new
from storage.tables import ConcernRow, DeliveryRow, DigestRow, QuoteRow

__all__ = ["DeliveryState", "Digest", "Digests"]

_MADE_ANEW = (DeliveryState.MISSED, DeliveryState.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Digest:
    """The picture of a focus area and a period, `week` as it is written (`2026-W47`, `2026-Q4`).

    `facts` holds numbers only. `quotes` are pairs of concern id and masked text; those whose
    concern has been deleted since are gone, and counted in `quotes_gone`.
    """

    id: int
    focus_area: str
    week: str
    facts: Mapping[str, Any]
    quotes: tuple[tuple[int, str], ...]
    created_at: datetime
    quotes_gone: int = 0


class Digests:
    """The digests made and to whom they went."""

    def __init__(self, session: AsyncSession, outbox: Outbox) -> None:
        self._session = session
        self._outbox = outbox
        self._deliveries = Deliveries(session, outbox)

    async def record(
        self,
        focus_area: str,
        week: str,
        facts: Mapping[str, Any],
        quotes: Sequence[tuple[int, str]],
        *,
        now: datetime,
    ) -> Digest:
        """Keep a digest; one that is there already for focus area and period stays as it is.

        A quote whose concern does not exist (any more) is left out.
        """
        new = {
            "focus_area": focus_area,
            "week": week,
            "facts": dict(facts),
            "created_at": now,
        }
        inserted = await insert_new(self._session, DigestRow, [new], unique=["focus_area", "week"])
        row = await self._row(focus_area, week)
        assert row is not None and row.id is not None  # noqa: S101 - inserted just now, or before
        if inserted:
            row.quotes_chosen = await self._keep_quotes(row.id, quotes)
            await self._session.flush()
        return await self._digest(row)

    async def get(self, focus_area: str, week: str) -> Digest | None:
        """The digest of that focus area and period, if it has been made."""
        row = await self._row(focus_area, week)
        return None if row is None else await self._digest(row)

    async def deliver(
        self, digest_id: int, group_id: int, messages: Sequence[Outgoing], *, now: datetime
    ) -> bool:
        """Queue a digest's messages for a group; False if that period's has been before.

        One that was missed or taken back has not been.
        """
        digest = await self._session.get_one(DigestRow, digest_id)
        queued = {
            "digest_id": digest_id,
            "state": DeliveryState.WAITING.value,
            "queued_at": now,
        }
        new = {
            **queued,
            "group_id": group_id,
            "week": digest.week,
            "sendings": 1,
            "attempts": 0,
            "doubtful": 0,
            "created_at": now,
        }
        unique = ["group_id", "week"]
        if not await insert_new(self._session, DeliveryRow, [new], unique=unique):
            sendings = col(DeliveryRow.sendings)
            statement = update(DeliveryRow).where(
                col(DeliveryRow.group_id) == group_id,
                col(DeliveryRow.week) == digest.week,
                col(DeliveryRow.state).in_(_MADE_ANEW),
            )
            again = {
                **queued,
                "reason": None,
                "sendings": case((sendings == 0, 1), else_=sendings),
                "settled_at": None,
                "dismissed_at": None,
            }
            if not await changed_rows(self._session, statement.values(**again)):
                return False
        query = select(col(DeliveryRow.id)).where(
            col(DeliveryRow.group_id) == group_id, col(DeliveryRow.week) == digest.week
        )
        delivery_id = (await self._session.scalars(query)).one()
        ours = [replace(message, delivery_id=delivery_id) for message in messages]
        await self._outbox.put_all(ours, now=now)
        return True

    async def delivered(self, group_id: int) -> dict[str, DeliveryState]:
        """How far each delivery to a group has come, by period.

        What was missed or taken back is left out, unless somebody has dismissed it.
        """
        return {
            delivery.period: delivery.state
            for delivery in await self._deliveries.of_group(group_id)
            if delivery.state not in _MADE_ANEW or delivery.dismissed_at is not None
        }

    async def withdraw_quoting(self, concern_id: int) -> int:
        """Take back the deliveries, as far as not sent, that quote a concern; how many."""
        query = (
            select(col(DeliveryRow.id))
            .join(QuoteRow, col(QuoteRow.digest_id) == col(DeliveryRow.digest_id))
            .where(col(QuoteRow.concern_id) == concern_id)
            .distinct()
        )
        delivery_ids = (await self._session.scalars(query)).all()
        withdrawn = [await self._outbox.withdraw(id) for id in delivery_ids if id is not None]
        return sum(withdrawn)

    async def _row(self, focus_area: str, week: str) -> DigestRow | None:
        return await self._session.scalar(
            select(DigestRow).where(
                col(DigestRow.focus_area) == focus_area, col(DigestRow.week) == week
            )
        )

    async def _keep_quotes(self, digest_id: int, quotes: Sequence[tuple[int, str]]) -> int:
        wanted = [concern_id for concern_id, _ in quotes]
        query = select(col(ConcernRow.id)).where(col(ConcernRow.id).in_(wanted))
        existing = set(await self._session.scalars(query))
        for position, (concern_id, text) in enumerate(quotes):
            if concern_id in existing:
                self._session.add(
                    QuoteRow(
                        digest_id=digest_id, position=position, concern_id=concern_id, text=text
                    )
                )
        await self._session.flush()
        return sum(concern_id in existing for concern_id in wanted)

    async def _digest(self, row: DigestRow) -> Digest:
        query = (
            select(col(QuoteRow.concern_id), col(QuoteRow.text))
            .where(col(QuoteRow.digest_id) == row.id)
            .order_by(col(QuoteRow.position))
        )
        quotes = tuple((await self._session.execute(query)).all())
        return Digest(
            id=row.id or 0,
            focus_area=row.focus_area,
            week=row.week,
            facts=row.facts,
            quotes=tuple((concern_id, text) for concern_id, text in quotes),
            created_at=row.created_at,
            quotes_gone=max(0, (row.quotes_chosen or 0) - len(quotes)),
        )
