"""Health and metrics by HTTP, and the door for updates that are brought."""

import socket
from functools import partial

from bot.reloading import Prepared
from bot.roles.part import Apply, Part, Shared
from bot.telegram.reach import answers
from bot.web.app import build_web
from bot.web.fresh import Fresh
from bot.web.health import Readiness
from bot.web.metrics import MetricsPage
from bot.web.server import WebServer
from bot.web.sights import Sights
from bot.web.webhook import Webhook

_QUEUES_SECONDS, _DIGESTS_SECONDS, _TELEGRAM_SECONDS = 2, 60, 30
"""How old what health and metrics tell of them may be."""


def web_part(shared: Shared, listener: socket.socket, webhook: Webhook | None) -> Part:
    """Every process tells of the whole bot's queues, and of its own work."""
    sights = Sights(shared.database, shared.in_use.config, clock=shared.clock)
    queues = Fresh(sights.queues, seconds=_QUEUES_SECONDS)
    ready = Readiness(
        queues=queues,
        overdue_digests=Fresh(sights.overdue_digests, seconds=_DIGESTS_SECONDS),
        telegram=Fresh(partial(answers, shared.client), seconds=_TELEGRAM_SECONDS),
    )
    web = build_web(
        ready=ready, metrics=MetricsPage(shared.metrics, queues=queues), webhook=webhook
    )

    def follow(new: Prepared) -> Apply:
        return partial(sights.follow, new.config)

    return Part(takes_in=(WebServer(web, listener).run,), follow=follow)
