"""When digests and retention are looked after: a knock on the door, no more.

Which week is unsent to whom, and what is due to go, is read from storage; the timer decides
nothing.
"""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.config.config import Config
from bot.config.models import Schedule

_LOOK_MINUTES = 15
"""A clock set back or a machine that slept may have missed the hour: look again."""
_PURGE_HOUR, _PURGE_MINUTE = 4, 30
"""At night, and at a time that no change of clocks in Europe skips or repeats."""


def build_schedule(
    config: Config,
    deliver_due: Callable[[], Awaitable[None]],
    purge: Callable[[], Awaitable[None]],
) -> AsyncIOScheduler:
    """A scheduler that calls `deliver_due` when a digest falls due, and `purge` each night."""
    zone = config.municipality.timezone
    scheduler = AsyncIOScheduler(
        timezone=zone,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    set_times(scheduler, config, deliver_due, purge)
    return scheduler


def set_times(
    scheduler: AsyncIOScheduler,
    config: Config,
    deliver_due: Callable[[], Awaitable[None]],
    purge: Callable[[], Awaitable[None]],
) -> None:
    """Let the times of `config` hold, and no others; what runs now runs on."""
    zone = config.municipality.timezone
    scheduler.remove_all_jobs()
    for schedule in _times(config):
        trigger = CronTrigger(
            day_of_week=schedule.weekday.name.lower()[:3],
            hour=schedule.time.hour,
            minute=schedule.time.minute,
            timezone=zone,
        )
        scheduler.add_job(deliver_due, trigger)
    scheduler.add_job(deliver_due, IntervalTrigger(minutes=_LOOK_MINUTES, timezone=zone))
    scheduler.add_job(purge, CronTrigger(hour=_PURGE_HOUR, minute=_PURGE_MINUTE, timezone=zone))


def _times(config: Config) -> list[Schedule]:
    wanted = {config.schedule_of(focus_area.id) for focus_area in config.focus_areas}
    return sorted(wanted, key=lambda s: (s.weekday.number, s.time))
