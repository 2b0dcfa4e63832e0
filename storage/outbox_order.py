"""Which message goes next: in order per chat, the most urgent chats first."""

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from sqlalchemy import ColumnElement, Select, and_, case, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.tables import OutboxRow

LONGEST_WAIT = timedelta(hours=1)
"""Before a message is tried again. Later than that, the clock has been set back since."""


class Priority(IntEnum):
    """What goes first when several chats wait; danger also overtakes within its chat.

    A push is what nobody has asked for: until its time has come, it holds up nothing else.
    """

    DANGER = 0
    REPLY = 10
    ALERT = 20
    PUSH = 25
    DIGEST = 30


class OutboxState(StrEnum):
    """Where a message stands; sent and cancelled ones have no content."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


def next_of_each_chat(*, now: datetime) -> Select[OutboxRow]:
    """The first waiting row of each chat that is free and due, most urgent first, locked."""
    other = aliased(OutboxRow)
    same_chat = col(other.chat) == col(OutboxRow.chat)
    on_its_way = exists().where(same_chat, col(other.state) == OutboxState.SENDING)
    danger = col(OutboxRow.priority) == Priority.DANGER
    other_danger = col(other.priority) == Priority.DANGER
    goes_before = or_(
        and_(other_danger, ~danger),
        and_(col(other.id) < col(OutboxRow.id), or_(other_danger, ~danger)),
    )
    holds_up = or_(col(other.priority) != Priority.PUSH, _is_due(now, other))
    has_earlier = exists().where(
        same_chat, col(other.state) == OutboxState.WAITING, goes_before, holds_up
    )
    return (
        select(OutboxRow)
        .where(
            col(OutboxRow.state) == OutboxState.WAITING,
            _is_due(now, OutboxRow),
            ~on_its_way,
            ~has_earlier,
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .with_for_update(skip_locked=True, of=OutboxRow)  # SQLite: BEGIN IMMEDIATE does it
    )


def due_since() -> ColumnElement[datetime]:
    """Since when a message could have gone out: since it was queued, or a later time it awaits."""
    not_before, created_at = col(OutboxRow.not_before), col(OutboxRow.created_at)
    later = and_(col(OutboxRow.attempts) == 0, not_before > created_at)
    return case((later, not_before), else_=created_at)


def _is_due(now: datetime, row: type[OutboxRow]) -> ColumnElement[bool]:
    not_before = col(row.not_before)
    tried = col(row.attempts) > 0
    return or_(
        not_before.is_(None), not_before <= now, and_(tried, not_before > now + LONGEST_WAIT)
    )
