"""Which updates are handled next, and where an update may stand."""

from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.columns import UtcDateTime
from storage.tables import InboxRow

LEASE = timedelta(seconds=5)
"""How long what is being handled belongs to the worker that claimed it, unless it renews that."""
_LONGEST_WAIT = timedelta(minutes=1)
"""Before an update is tried again. Later than that, the clock has been set back since."""


class InboxState(StrEnum):
    """Where an update stands; only waiting and failed ones have content."""

    WAITING = "waiting"
    HANDLED = "handled"
    IGNORED = "ignored"
    FAILED = "failed"


@cache
def first_of_each_chat() -> Select[InboxRow]:
    """The earliest waiting update of each chat, if it is due, in order of arrival.

    It takes a `limit` and what `due_by` gives; to build it takes longer than to ask it. Updates
    without a chat stand alone.
    """
    earlier = aliased(InboxRow)
    has_earlier = exists().where(
        col(earlier.chat) == col(InboxRow.chat),
        col(earlier.state) == InboxState.WAITING,
        col(earlier.update_id) < col(InboxRow.update_id),
    )
    retry_at = col(InboxRow.retry_at)
    return (
        select(InboxRow)
        .where(
            col(InboxRow.state) == InboxState.WAITING,
            or_(retry_at.is_(None), retry_at <= _time("now"), retry_at > _time("set_back")),
            or_(col(InboxRow.chat).is_(None), ~has_earlier),
        )
        .order_by(col(InboxRow.update_id))
        .limit(bindparam("limit", type_=Integer))
    )


@cache
def first_of_each_free_chat() -> Select[InboxRow]:
    """Those of `first_of_each_chat` of which no worker has any of the chat."""
    other = aliased(InboxRow)
    chat_is_claimed = exists().where(
        col(other.chat) == col(InboxRow.chat),
        col(other.state) == InboxState.WAITING,
        _is_leased(other),
    )
    return first_of_each_chat().where(~_is_leased(InboxRow), ~chat_is_claimed)


def due_by(now: datetime) -> dict[str, datetime]:
    """The times by which these two tell what is due, and whose."""
    return {"now": now, "set_back": now + _LONGEST_WAIT, "too_late": now + 2 * LEASE}


def _is_leased(row: type[InboxRow]) -> ColumnElement[bool]:
    """Whether a worker has it; a lease that ends too late is of a clock that was set back."""
    until = func.coalesce(col(row.leased_until), _time("now"))
    return and_(until > _time("now"), until <= _time("too_late"))


def _time(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=UtcDateTime)
