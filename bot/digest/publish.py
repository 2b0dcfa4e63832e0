"""Digests brought to each group once; the database decides, not the timer."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.config.config import Config
from bot.digest.channels import messages_to
from bot.digest.due import due_weeks, is_late
from bot.digest.making import Maker, as_week, known_focus_area, make_digest
from bot.digest.report import Report, build_report
from bot.digest.values import facts_from_json
from bot.digest.weeks import Week
from bot.logs import get_logger
from bot.texts.catalogue import Texts
from storage.database import Database
from storage.digests import Digest
from storage.groups import Group

__all__ = ["Sent", "deliver_due", "deliver_to", "deliver_to_all", "make_digest"]

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """To how many groups a digest was queued now, and how many had had it before."""

    queued: int
    before: int


async def deliver_due(database: Database, config: Config, texts: Texts, *, now: datetime) -> int:
    """Queue every digest that is due and unsent, to each group once; how many deliveries."""
    async with database.transaction() as tx:
        groups = await tx.groups.list()
        had = {group.id: await tx.digests.delivered(group.id) for group in groups}
    maker = Maker(database=database, config=config, now=now)
    queued = 0
    for group in groups:
        if config.focus_area(group.focus_area) is None:
            log.warning("group_without_focus_area", group_id=group.id)
            continue
        for week in _due(group, config, now):
            if str(week) not in had[group.id]:
                queued += await _deliver(maker, texts, group, week)
    return queued


async def deliver_to(
    database: Database,
    config: Config,
    texts: Texts,
    group: Group,
    week: Week | str,
    *,
    now: datetime,
) -> bool:
    """Queue a week's digest for a group; False if the group has had that week's before.

    Raises:
        InputInvalid: there is no such focus area or week, or the week is not over.
    """
    maker = Maker(database=database, config=config, now=now)
    return await _deliver(maker, texts, group, as_week(week))


async def deliver_to_all(
    database: Database,
    config: Config,
    texts: Texts,
    focus_area_id: str,
    week: Week | str,
    *,
    now: datetime,
) -> Sent:
    """Queue a week's digest for every group of the focus area that has not had it.

    Raises:
        InputInvalid: there is no such focus area or week, or the week is not over.
    """
    focus_area = known_focus_area(config, focus_area_id)
    maker = Maker(database=database, config=config, now=now)
    await maker.make(focus_area, as_week(week))
    async with database.transaction() as tx:
        groups = await tx.groups.of_focus_area(focus_area.id)
    queued = [await _deliver(maker, texts, group, as_week(week)) for group in groups]
    return Sent(queued=sum(queued), before=len(queued) - sum(queued))


async def _deliver(maker: Maker, texts: Texts, group: Group, week: Week) -> bool:
    digest = await maker.make(known_focus_area(maker.config, group.focus_area), week)
    report = await asyncio.to_thread(_report, digest, maker.config, texts, week, maker.now)
    messages = messages_to(group, report)
    async with maker.database.transaction() as tx:
        queued = await tx.digests.deliver(digest.id, group.id, messages, now=maker.now)
    if queued:
        log.info("digest_queued", digest_id=digest.id, group_id=group.id, messages=len(messages))
    return queued


def _due(group: Group, config: Config, now: datetime) -> tuple[Week, ...]:
    return due_weeks(
        config.schedule_of(group.focus_area),
        config.municipality.timezone,
        since=group.created_at,
        now=now,
        at_most=config.digest.catch_up_weeks,
    )


def _report(digest: Digest, config: Config, texts: Texts, week: Week, now: datetime) -> Report:
    zone = config.municipality.timezone
    late = is_late(week, config.schedule_of(digest.focus_area), zone, now=now)
    quotes = [text for _, text in digest.quotes]
    return build_report(facts_from_json(digest.facts), quotes, config, texts, late=late)
