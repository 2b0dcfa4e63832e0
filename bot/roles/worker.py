"""The worker: what waits in the inbox is read, answered and kept; files are fetched."""

from bot.live import Live
from bot.roles.part import Part, Shared
from bot.telegram.application import build_application
from bot.telegram.fetcher import Fetcher
from bot.telegram.worker import Worker


async def worker_part(shared: Shared, live: Live) -> Part:
    """Any number of these share an inbox: each chat is one worker's at a time."""
    application = build_application(
        shared.client, handle=live.handle, groups=live, desk=live, work=live
    )
    fetcher = Fetcher(
        shared.client, shared.database, live=live, clock=shared.clock, told=shared.outbox.ring
    )

    def handled() -> None:
        shared.outbox.ring()
        fetcher.knock()

    worker = Worker(
        application,
        shared.database,
        clock=shared.clock,
        handled=handled,
        expect=live.expect,
        fallback=shared.fallback,
        meter=shared.metrics,
        look_seconds=shared.look_seconds,
    )
    shared.inbox.heard_by(worker.knock)
    await shared.stack.enter_async_context(application)
    return Part(runs=(worker.run, fetcher.run))
