"""How each delivery of a digest went: what came, what did not, and what is tried again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.outbox import Outbox, OutboxState, Outgoing
from storage.statements import changed_rows, insert_new
from storage.tables import DeliveryRow, GroupRow, OutboxRow

BEYOND_CATCH_UP = "beyond_catch_up"
GROUP_REMOVED = "group_removed"
_UNDER_WAY = frozenset({OutboxState.WAITING, OutboxState.SENDING})


class DeliveryState(StrEnum):
    """How far a delivery has come.

    One is `FAILED` as soon as a part of it is, `MISSED` when it was due while the bot stood
    still for too long. `WITHDRAWN` is one that was taken back before it was out: made anew
    unless its group is gone.
    """

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


class Channel(StrEnum):
    """How a group is reached."""

    TELEGRAM = "telegram"
    MAIL = "mail"


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A digest on its way to a group, or one that should have been.

    `period` is written as in `Digest.week`. `channel` is None once the group is gone.
    `reason` is a code, of the sender or of this module. `sendings` counts how often it has
    been queued by the schedule or by command; `attempts` the failed tries of the last time,
    `doubtful` the messages that a crash may have sent twice.
    """

    id: int
    group_id: int
    focus_area: str
    period: str
    digest_id: int | None
    channel: Channel | None
    state: DeliveryState
    reason: str | None
    sendings: int
    attempts: int
    doubtful: int
    created_at: datetime
    queued_at: datetime | None
    settled_at: datetime | None
    dismissed_at: datetime | None

    @property
    def unresolved(self) -> bool:
        """Whether somebody should see to it: it did not come, and nobody has said `so be it`.

        What a group missed that is gone since, nobody waits for.
        """
        lost = self.state is DeliveryState.FAILED or (
            self.state is DeliveryState.MISSED and self.channel is not None
        )
        return lost and self.dismissed_at is None


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """What the messages of a delivery say together."""

    state: DeliveryState
    reason: str | None = None
    attempts: int = 0
    doubtful: int = 0
    finished: bool = True


class Deliveries:
    """The deliveries that were queued or missed."""

    def __init__(self, session: AsyncSession, outbox: Outbox) -> None:
        self._session = session
        self._outbox = outbox

    async def list(self, *, focus_area: str | None = None) -> Sequence[Delivery]:
        """All of them, the earliest first."""
        query = _with_groups()
        if focus_area is not None:
            query = query.where(col(GroupRow.focus_area) == focus_area)
        return await self._found(query)

    async def get(self, delivery_id: int) -> Delivery | None:
        """The delivery with that number."""
        found = await self._found(_with_groups().where(col(DeliveryRow.id) == delivery_id))
        return found[0] if found else None

    async def of_group(self, group_id: int) -> Sequence[Delivery]:
        """Those to a group, the earliest first."""
        return await self._found(_with_groups().where(col(DeliveryRow.group_id) == group_id))

    async def not_sent(self) -> Sequence[Delivery]:
        """Those that wait, were taken back, or did not come and are not dismissed."""
        query = _with_groups().where(
            col(DeliveryRow.state) != DeliveryState.SENT, col(DeliveryRow.dismissed_at).is_(None)
        )
        return await self._found(query)

    async def miss(self, group_id: int, periods: Iterable[str], *, now: datetime) -> int:
        """Note that a group has not had these periods, nor will by itself; how many are new."""
        rows = [
            {
                "group_id": group_id,
                "week": period,
                "state": DeliveryState.MISSED.value,
                "reason": BEYOND_CATCH_UP,
                "sendings": 0,
                "attempts": 0,
                "doubtful": 0,
                "created_at": now,
                "settled_at": now,
            }
            for period in periods
        ]
        return await insert_new(self._session, DeliveryRow, rows, unique=["group_id", "week"])

    async def settle(self, *, now: datetime) -> int:
        """Keep how those went whose messages are all done with; how many.

        The messages themselves are gone after a while; what became of them stays. A mail that
        was sent may come back later.
        """
        failed_later = col(DeliveryRow.id).in_(_with_failed_messages())
        query = _with_groups().where(
            or_(
                col(DeliveryRow.state) == DeliveryState.WAITING,
                and_(col(DeliveryRow.state) == DeliveryState.SENT, failed_later),
            )
        )
        settled = 0
        locked = query.with_for_update(of=DeliveryRow)
        rows = (await self._session.execute(locked)).all()
        outcomes = await self._outcomes([row.id for row, _ in rows])
        for row, _ in rows:
            outcome = outcomes[row.id or 0]
            if outcome.finished and outcome.state is not DeliveryState.WAITING:
                row.state, row.reason = outcome.state.value, outcome.reason
                row.attempts, row.doubtful = outcome.attempts, outcome.doubtful
                row.settled_at = now
                settled += 1
        await self._session.flush()
        return settled

    async def resend(
        self, seen: Delivery, digest_id: int, messages: Sequence[Outgoing], *, now: datetime
    ) -> bool:
        """Queue a delivery once more; False if it is under way, or no more as it was `seen`."""
        locked = select(DeliveryRow).where(col(DeliveryRow.id) == seen.id).with_for_update()
        row = await self._session.scalar(locked)
        current = await self.get(seen.id)
        if row is None or current != seen or current.state is DeliveryState.WAITING:
            return False
        await self._session.execute(
            update(OutboxRow).where(col(OutboxRow.delivery_id) == seen.id).values(delivery_id=None)
        )
        row.digest_id, row.state, row.reason = digest_id, DeliveryState.WAITING.value, None
        row.sendings += 1
        row.attempts = row.doubtful = 0
        row.queued_at, row.settled_at, row.dismissed_at = now, None, None
        await self._session.flush()
        ours = [replace(message, delivery_id=seen.id) for message in messages]
        await self._outbox.put_all(ours, now=now)
        return True

    async def dismiss(self, delivery_id: int, *, now: datetime) -> bool:
        """Say that nothing shall be done about one that did not come; False if there is none."""
        statement = update(DeliveryRow).where(
            col(DeliveryRow.id) == delivery_id,
            col(DeliveryRow.dismissed_at).is_(None),
            col(DeliveryRow.state).in_([DeliveryState.FAILED, DeliveryState.MISSED]),
        )
        await self.settle(now=now)
        return await changed_rows(self._session, statement.values(dismissed_at=now)) > 0

    async def _found(self, query: "Select[DeliveryRow, GroupRow]") -> Sequence[Delivery]:
        rows = (await self._session.execute(query)).all()
        failed = set(await self._session.scalars(_with_failed_messages()))
        open_ones = [
            row.id
            for row, _ in rows
            if row.state == DeliveryState.WAITING
            or (row.state == DeliveryState.SENT and row.id in failed)
        ]
        outcomes = await self._outcomes(open_ones)
        return [_delivery(row, group, outcomes.get(row.id or 0)) for row, group in rows]

    async def _outcomes(self, ids: Sequence[int | None]) -> dict[int, _Outcome]:
        messages: dict[int, list[OutboxRow]] = {id: [] for id in ids if id is not None}
        query = (
            select(OutboxRow)
            .where(col(OutboxRow.delivery_id).in_(list(messages)))
            .order_by(col(OutboxRow.id))
            .execution_options(populate_existing=True)
        )
        for message in await self._session.scalars(query):
            messages[message.delivery_id or 0].append(message)
        return {id: _outcome(of_it) for id, of_it in messages.items()}


def _with_groups() -> "Select[DeliveryRow, GroupRow]":
    return (
        select(DeliveryRow, GroupRow)
        .join(GroupRow, col(GroupRow.id) == col(DeliveryRow.group_id))
        .order_by(col(DeliveryRow.id))
        .execution_options(populate_existing=True)
    )


def _with_failed_messages() -> "Select[int | None]":
    return select(col(OutboxRow.delivery_id)).where(
        col(OutboxRow.delivery_id).is_not(None), col(OutboxRow.state) == OutboxState.FAILED
    )


def _outcome(messages: Sequence[OutboxRow]) -> _Outcome:
    """What a delivery came to; one whose messages are gone was sent."""
    states = {message.state for message in messages}
    failed = [message for message in messages if message.state == OutboxState.FAILED]
    telling = failed or [message for message in messages if message.reason is not None]
    counted = _Outcome(
        state=DeliveryState.SENT,
        reason=telling[0].reason if telling else None,
        attempts=max((message.attempts for message in messages), default=0),
        doubtful=sum(message.doubtful for message in messages),
        finished=not states & _UNDER_WAY,
    )
    if failed:
        return replace(counted, state=DeliveryState.FAILED)
    if states & _UNDER_WAY:
        return replace(counted, state=DeliveryState.WAITING)
    if OutboxState.CANCELLED in states:
        return replace(counted, state=DeliveryState.WITHDRAWN, reason=GROUP_REMOVED)
    return counted


def _delivery(row: DeliveryRow, group: GroupRow, outcome: _Outcome | None) -> Delivery:
    kept = _Outcome(
        state=DeliveryState(row.state),
        reason=row.reason,
        attempts=row.attempts,
        doubtful=row.doubtful,
    )
    now = outcome or kept
    return Delivery(
        id=row.id or 0,
        group_id=row.group_id,
        focus_area=group.focus_area,
        period=row.week,
        digest_id=row.digest_id,
        channel=_channel(group),
        state=now.state,
        reason=now.reason,
        sendings=row.sendings,
        attempts=now.attempts,
        doubtful=now.doubtful,
        created_at=row.created_at,
        queued_at=row.queued_at,
        settled_at=row.settled_at,
        dismissed_at=row.dismissed_at,
    )


def _channel(group: GroupRow) -> Channel | None:
    if group.address is not None:
        return Channel.MAIL
    return None if group.chat_id is None else Channel.TELEGRAM
