"""Which message goes next: in order per chat, the most urgent chats first."""

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.columns import UtcDateTime
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


@cache
def next_of_each_chat() -> Select[OutboxRow]:
    """The first waiting row of each chat that is free and due, most urgent first, locked.

    It takes a `limit` and what `due_by` gives; to build it takes longer than to ask it.
    """
    other = aliased(OutboxRow)
    same_chat = col(other.chat) == col(OutboxRow.chat)
    on_its_way = exists().where(same_chat, col(other.state) == OutboxState.SENDING)
    danger = col(OutboxRow.priority) == Priority.DANGER
    other_danger = col(other.priority) == Priority.DANGER
    goes_before = or_(
        and_(other_danger, ~danger),
        and_(col(other.id) < col(OutboxRow.id), or_(other_danger, ~danger)),
    )
    holds_up = or_(col(other.priority) != Priority.PUSH, _is_due(other))
    has_earlier = exists().where(
        same_chat, col(other.state) == OutboxState.WAITING, goes_before, holds_up
    )
    return (
        select(OutboxRow)
        .where(
            col(OutboxRow.state) == OutboxState.WAITING,
            _is_due(OutboxRow),
            ~on_its_way,
            ~has_earlier,
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(skip_locked=True, of=OutboxRow)  # SQLite: BEGIN IMMEDIATE does it
    )


def due_since() -> ColumnElement[datetime]:
    """Since when a message could have gone out: since it was queued, or a later time it awaits."""
    not_before, created_at = col(OutboxRow.not_before), col(OutboxRow.created_at)
    later = and_(col(OutboxRow.attempts) == 0, not_before > created_at)
    return case((later, not_before), else_=created_at)


def due_by(now: datetime) -> dict[str, datetime]:
    """The times by which `next_of_each_chat` tells what is due."""
    return {"now": now, "set_back": now + LONGEST_WAIT}


def _is_due(row: type[OutboxRow]) -> ColumnElement[bool]:
    not_before = col(row.not_before)
    tried = col(row.attempts) > 0
    now, set_back = (bindparam(name, type_=UtcDateTime) for name in ("now", "set_back"))
    return or_(not_before.is_(None), not_before <= now, and_(tried, not_before > set_back))
