"""Which message goes next: in order per chat, the most urgent chats first."""

from datetime import datetime
from enum import IntEnum, StrEnum

from sqlalchemy import Select, and_, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.tables import OutboxRow


class Priority(IntEnum):
    """What goes first when several chats wait; danger also overtakes within its chat."""

    DANGER = 0
    REPLY = 10
    ALERT = 20
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
    has_earlier = exists().where(same_chat, col(other.state) == OutboxState.WAITING, goes_before)
    return (
        select(OutboxRow)
        .where(
            col(OutboxRow.state) == OutboxState.WAITING,
            or_(col(OutboxRow.not_before).is_(None), col(OutboxRow.not_before) <= now),
            ~on_its_way,
            ~has_earlier,
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .with_for_update(skip_locked=True, of=OutboxRow)  # SQLite: BEGIN IMMEDIATE does it
    )
