"""Digests brought to each group once; the database decides, not the timer."""

from dataclasses import dataclass
from datetime import datetime

from bot.config.config import Config
from bot.digest.delivering import deliver
from bot.digest.due import due_weeks, missed_weeks
from bot.digest.making import Maker, as_period, make_digest
from bot.digest.periods import Period
from bot.digest.weeks import Week
from bot.focus_areas import known_focus_area
from bot.logs import get_logger
from bot.texts.catalogue import Texts
from storage.database import Database
from storage.deliveries import Delivery, DeliveryState
from storage.groups import Group

__all__ = ["Sent", "deliver_due", "deliver_to", "deliver_to_all", "make_digest"]

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """To how many groups a digest was queued now, and how many had had it before."""

    queued: int
    before: int


async def deliver_due(database: Database, config: Config, texts: Texts, *, now: datetime) -> int:
    """Queue every digest that is due and unsent, to each group once; how many deliveries.

    What was taken back before it was out is queued anew. Weeks missed for longer than is
    caught up are noted as missed. One that cannot be made does not keep the others waiting;
    it is tried again the next time.
    """
    async with database.transaction() as tx:
        groups = await tx.groups.list()
    maker = Maker(database=database, config=config, now=now)
    queued = await _deliver_taken_back(maker, texts, groups)
    async with database.transaction() as tx:
        had = {group.id: await tx.digests.delivered(group.id) for group in groups}
    for group in groups:
        if config.focus_area(group.focus_area) is None:
            log.warning("group_without_focus_area", group_id=group.id)
            continue
        await _note_missed(maker, group)
        for week in due_of(group, config, now):
            if str(week) not in had[group.id]:
                queued += await _try_to_deliver(maker, texts, group, Period.of_week(week))
    return queued


def due_of(group: Group, config: Config, now: datetime) -> tuple[Week, ...]:
    """The weeks whose digest a group should have had by now, as far as they are caught up."""
    return due_weeks(
        config.schedule_of(group.focus_area),
        config.municipality.timezone,
        since=group.created_at,
        now=now,
        at_most=config.digest.catch_up_weeks,
    )


async def deliver_to(
    database: Database,
    config: Config,
    texts: Texts,
    group: Group,
    when: Period | Week | str,
    *,
    now: datetime,
) -> bool:
    """Queue a period's digest for a group; False if the group has had that period's before.

    Raises:
        InputInvalid: there is no such focus area or period, or the period is not over.
    """
    maker = Maker(database=database, config=config, now=now)
    return await deliver(maker, texts, group, as_period(when))


async def deliver_to_all(
    database: Database,
    config: Config,
    texts: Texts,
    focus_area_id: str,
    when: Period | Week | str,
    *,
    now: datetime,
) -> Sent:
    """Queue a period's digest for every group of the focus area that has not had it.

    Raises:
        InputInvalid: there is no such focus area or period, or the period is not over.
    """
    focus_area, period = known_focus_area(config, focus_area_id), as_period(when)
    maker = Maker(database=database, config=config, now=now)
    await maker.make(focus_area, period)
    async with database.transaction() as tx:
        groups = await tx.groups.of_focus_area(focus_area.id)
    queued = [await deliver(maker, texts, group, period) for group in groups]
    return Sent(queued=sum(queued), before=len(queued) - sum(queued))


async def _note_missed(maker: Maker, group: Group) -> None:
    missed = missed_weeks(
        maker.config.schedule_of(group.focus_area),
        maker.config.municipality.timezone,
        since=group.created_at,
        now=maker.now,
        at_most=maker.config.digest.catch_up_weeks,
    )
    async with maker.database.transaction() as tx:
        known = {delivery.period for delivery in await tx.deliveries.of_group(group.id)}
        new = [str(week) for week in missed if str(week) not in known]
        if new:
            await tx.deliveries.miss(group.id, new, now=maker.now)
            log.error("digests_missed", group_id=group.id, count=len(new))


async def _deliver_taken_back(maker: Maker, texts: Texts, groups: list[Group]) -> int:
    by_id = {group.id: group for group in groups}
    async with maker.database.transaction() as tx:
        unsent = await tx.deliveries.not_sent()
    queued = 0
    for delivery in unsent:
        group = by_id.get(delivery.group_id)
        known = group is not None and maker.config.focus_area(group.focus_area) is not None
        if group is not None and known and delivery.state is DeliveryState.WITHDRAWN:
            queued += await _try_to_deliver(
                maker, texts, group, as_period(delivery.period), delivery
            )
    return queued


async def _try_to_deliver(
    maker: Maker, texts: Texts, group: Group, period: Period, before: Delivery | None = None
) -> bool:
    try:
        return await deliver(maker, texts, group, period, before)
    except Exception as error:  # one focus area's fault must not silence the others
        log.error(
            "digest_not_made",
            group_id=group.id,
            focus_area=group.focus_area,
            period=str(period),
            error=type(error).__name__,
        )
        return False
