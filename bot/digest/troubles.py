"""What has gone wrong with the digests, as far as it can be seen from what is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from bot import ports
from bot.config.config import Config
from bot.digest.due import due_at
from bot.digest.publish import due_of
from storage.database import Transaction
from storage.deliveries import GROUP_REMOVED, Delivery, DeliveryState
from storage.groups import Group

UNSENT_AFTER = timedelta(hours=6)
"""What is not out by then is told: Telegram and mail servers are seldom away for longer."""


class Cause(StrEnum):
    """What the admin is told of."""

    DELIVERY_FAILED = "delivery_failed"
    DIGESTS_MISSED = "digests_missed"
    DIGEST_WAITING = "digest_waiting"
    DIGEST_NOT_MADE = "digest_not_made"
    FOCUS_AREA_GONE = "focus_area_gone"
    GROUP_LOST = "group_lost"
    """Noted by the sender when it happens; nothing else shows it afterwards."""
    CONFIG_REFUSED = "config_refused"
    CONFIG_TAKEN_UP = "config_taken_up"
    """Noted by `bot.reloading`: they are news, and no trouble with the digests."""


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One of them: `subject` tells it from others of its cause, `detail` is what to say of it."""

    cause: Cause
    subject: str
    detail: Mapping[str, Any]


async def find_troubles(tx: Transaction, config: Config, *, now: datetime) -> list[Trouble]:
    """All that stands, whether somebody has been told or not."""
    groups = await tx.groups.list()
    unsent = await tx.deliveries.not_sent()
    not_made = [
        trouble
        for group in groups
        for trouble in _not_made(group, await tx.digests.delivered(group.id), config, now)
    ]
    return [
        *_failed(unsent, {group.id for group in groups}),
        *_missed(unsent),
        *_waiting(unsent, now),
        *not_made,
        *_without_focus_area(groups, config),
    ]


async def note_group_lost(tx: ports.Transaction, group: Group, *, now: datetime) -> None:
    """Keep for the admin, and in the audit log, that a group has shut the bot out."""
    subject, detail = f"group:{group.id}", {"group": group.id, "focus_area": group.focus_area}
    await tx.notices.note(Cause.GROUP_LOST.value, subject, detail, now=now)
    await tx.audit.write(
        at=now,
        actor=subject,
        action=Cause.GROUP_LOST.value,
        subject=subject,
        detail={"focus_area": group.focus_area},
    )


def _failed(unsent: Sequence[Delivery], joined: set[int]) -> Iterator[Trouble]:
    for delivery in unsent:
        if delivery.state is DeliveryState.FAILED:
            yield Trouble(
                cause=Cause.DELIVERY_FAILED,
                subject=f"delivery:{delivery.id}:{delivery.sendings}",
                detail={
                    **_what(delivery),
                    "reason": delivery.reason,
                    "joined": delivery.group_id in joined,
                },
            )


def _missed(unsent: Sequence[Delivery]) -> Iterator[Trouble]:
    missed = [d for d in unsent if d.state is DeliveryState.MISSED and d.unresolved]
    missed.sort(key=lambda delivery: (delivery.group_id, delivery.period))
    for group_id, found in groupby(missed, key=lambda delivery: delivery.group_id):
        of_group = list(found)
        last = of_group[-1]
        yield Trouble(
            cause=Cause.DIGESTS_MISSED,
            subject=f"group:{group_id}:{last.period}",
            detail={**_what(last), "first": of_group[0].period, "count": len(of_group)},
        )


def _waiting(unsent: Sequence[Delivery], now: datetime) -> Iterator[Trouble]:
    for delivery in unsent:
        under_way = delivery.state in {DeliveryState.WAITING, DeliveryState.WITHDRAWN}
        since = delivery.queued_at
        if since is None or not under_way or delivery.reason == GROUP_REMOVED:
            continue
        if delivery.channel is not None and now - since > UNSENT_AFTER:
            yield Trouble(
                cause=Cause.DIGEST_WAITING,
                subject=f"delivery:{delivery.id}:{delivery.sendings}",
                detail={**_what(delivery), "reason": delivery.reason},
            )


def _not_made(
    group: Group, had: Mapping[str, DeliveryState], config: Config, now: datetime
) -> Iterator[Trouble]:
    if config.focus_area(group.focus_area) is None:
        return
    schedule, zone = config.schedule_of(group.focus_area), config.municipality.timezone
    for week in due_of(group, config, now):
        if str(week) not in had and now - due_at(week, schedule, zone) > UNSENT_AFTER:
            yield Trouble(
                cause=Cause.DIGEST_NOT_MADE,
                subject=f"group:{group.id}:{week}",
                detail={"group": group.id, "focus_area": group.focus_area, "period": str(week)},
            )


def _without_focus_area(groups: Sequence[Group], config: Config) -> Iterator[Trouble]:
    for group in groups:
        if config.focus_area(group.focus_area) is None:
            yield Trouble(
                cause=Cause.FOCUS_AREA_GONE,
                subject=f"group:{group.id}",
                detail={"group": group.id, "focus_area": group.focus_area},
            )


def _what(delivery: Delivery) -> dict[str, Any]:
    return {
        "delivery": delivery.id,
        "group": delivery.group_id,
        "focus_area": delivery.focus_area,
        "period": delivery.period,
    }
