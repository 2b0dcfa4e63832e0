"""Digests and their deliveries; the unique rows decide that each goes out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.outbox import Outbox, OutboxState, Outgoing
from storage.statements import insert_new
from storage.tables import ConcernRow, DeliveryRow, DigestRow, OutboxRow, QuoteRow


class DeliveryState(StrEnum):
    """How far a delivery has come: all of it sent, a part failed, or still under way."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Digest:
    """The picture of a focus area and ISO week (`2026-W47`).

    `facts` holds numbers only. `quotes` are pairs of concern id and masked text; those whose
    concern has been deleted since are gone.
    """

    id: int
    focus_area: str
    week: str
    facts: Mapping[str, Any]
    quotes: tuple[tuple[int, str], ...]
    created_at: datetime


class Digests:
    """The digests made and to whom they went."""

    def __init__(self, session: AsyncSession, outbox: Outbox) -> None:
        self._session = session
        self._outbox = outbox

    async def record(
        self,
        focus_area: str,
        week: str,
        facts: Mapping[str, Any],
        quotes: Sequence[tuple[int, str]],
        *,
        now: datetime,
    ) -> Digest:
        """Keep a digest; one that is there already for focus area and week stays as it is.

        A quote whose concern does not exist (any more) is left out.
        """
        new = {"focus_area": focus_area, "week": week, "facts": dict(facts), "created_at": now}
        inserted = await insert_new(self._session, DigestRow, [new], unique=["focus_area", "week"])
        row = await self._row(focus_area, week)
        assert row is not None and row.id is not None  # noqa: S101 - inserted just now, or before
        if inserted:
            await self._keep_quotes(row.id, quotes)
        return await self._digest(row)

    async def get(self, focus_area: str, week: str) -> Digest | None:
        """The digest of that focus area and week, if it has been made."""
        row = await self._row(focus_area, week)
        return None if row is None else await self._digest(row)

    async def deliver(
        self, digest_id: int, group_id: int, messages: Sequence[Outgoing], *, now: datetime
    ) -> bool:
        """Queue a digest's messages for a group; False if that week's has been before."""
        digest = await self._session.get_one(DigestRow, digest_id)
        new = {
            "digest_id": digest_id,
            "group_id": group_id,
            "week": digest.week,
            "created_at": now,
        }
        if not await insert_new(self._session, DeliveryRow, [new], unique=["group_id", "week"]):
            return False
        query = select(col(DeliveryRow.id)).where(
            col(DeliveryRow.group_id) == group_id, col(DeliveryRow.week) == digest.week
        )
        delivery_id = (await self._session.scalars(query)).one()
        ours = [replace(message, delivery_id=delivery_id) for message in messages]
        await self._outbox.put_all(ours, now=now)
        return True

    async def delivered(self, group_id: int) -> dict[str, DeliveryState]:
        """How far each week's delivery to a group has come, by week."""
        query = (
            select(col(DeliveryRow.week), col(OutboxRow.state))
            .join(OutboxRow, col(OutboxRow.delivery_id) == col(DeliveryRow.id), isouter=True)
            .where(col(DeliveryRow.group_id) == group_id)
            .order_by(col(DeliveryRow.week))
        )
        states: dict[str, set[str]] = {}
        for week, state in await self._session.execute(query):
            states.setdefault(week, set()).add(state or OutboxState.SENT)
        return {week: _overall(found) for week, found in states.items()}

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

    async def _keep_quotes(self, digest_id: int, quotes: Sequence[tuple[int, str]]) -> None:
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

    async def _digest(self, row: DigestRow) -> Digest:
        query = (
            select(col(QuoteRow.concern_id), col(QuoteRow.text))
            .where(col(QuoteRow.digest_id) == row.id)
            .order_by(col(QuoteRow.position))
        )
        quotes = await self._session.execute(query)
        return Digest(
            id=row.id or 0,
            focus_area=row.focus_area,
            week=row.week,
            facts=row.facts,
            quotes=tuple((concern_id, text) for concern_id, text in quotes),
            created_at=row.created_at,
        )


def _overall(states: set[str]) -> DeliveryState:
    if states & {OutboxState.FAILED, OutboxState.CANCELLED}:
        return DeliveryState.FAILED
    if states == {OutboxState.SENT}:
        return DeliveryState.SENT
    return DeliveryState.WAITING
