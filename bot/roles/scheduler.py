"""The scheduler: digests, retention, waves of alerts, and the list of commands."""

from dataclasses import asdict
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.admin_notices import watch_deliveries
from bot.alert_waves import WaveWatch, tell_of_waves
from bot.digest.publish import deliver_due
from bot.logs import get_logger
from bot.reloading import Prepared
from bot.retention import purge
from bot.roles.duties import lead
from bot.roles.part import Apply, Part, Shared
from bot.schedule import build_schedule, set_times
from bot.telegram.commands import publish_commands
from storage.errors import StorageError
from storage.leading import Duty

log = get_logger(__name__)


def scheduler_part(shared: Shared) -> Part:
    """One of them works at a time; the others stand by."""
    scheduler = Scheduler(shared)
    return Part(
        runs=(partial(lead, shared.database, Duty.SCHEDULING, scheduler.run),),
        follow=scheduler.follow,
        afterwards=scheduler.publish,
    )


class Scheduler:
    """What is due by the clock, by the configuration that is in use just then."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._schedule: AsyncIOScheduler | None = None
        self._waves = WaveWatch(self._tell_of_waves, told=shared.outbox.ring)

    async def run(self) -> None:
        """Look after everything until cancelled; may be run again then."""
        self._schedule = build_schedule(self._shared.in_use.config, self._digests, self._retention)
        self._schedule.start()
        try:
            await self._digests()
            await self._retention()  # after them: a digest may be about what is due to go
            await self.publish()
            await self._waves.run()
        finally:
            self._schedule.shutdown(wait=False)
            self._schedule = None

    def follow(self, new: Prepared) -> Apply:
        """Go by its times from when this is called."""

        def apply() -> None:
            if self._schedule is not None:
                set_times(self._schedule, new.config, self._digests, self._retention)

        return apply

    async def publish(self) -> None:
        """Tell Telegram the commands."""
        await publish_commands(self._shared.client, self._shared.in_use.texts)

    async def _digests(self) -> None:
        shared, used, now = self._shared, self._shared.in_use, self._shared.clock()
        try:
            sent = await deliver_due(shared.database, used.config, used.texts, now=now)
            told = await watch_deliveries(shared.database, used.config, used.texts, now=now)
        except StorageError as error:
            log.error("digests_not_looked_after", error=type(error).__name__)
            return
        if sent:
            log.info("digests_due", deliveries=sent)
            shared.metrics.digests_queued(sent)
        if sent or told:
            shared.outbox.ring()

    async def _retention(self) -> None:
        used = self._shared.in_use.config
        try:
            purged = await purge(self._shared.database, used, now=self._shared.clock())
        except StorageError as error:
            log.error("purge_failed", error=type(error).__name__)
        else:
            log.info("purged", decision=used.retention.decision, **asdict(purged))

    async def _tell_of_waves(self) -> int:
        shared, used = self._shared, self._shared.in_use
        return await tell_of_waves(shared.database, used.config, used.texts, now=shared.clock())
