"""Which address answers what."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.health import live
from bot.web.webhook import Webhook

WEBHOOK_PATH = "/telegram"

Answer = Callable[[Request], Awaitable[Response]]


def build_web(*, ready: Answer, metrics: Answer, webhook: Webhook | None) -> Starlette:
    """The addresses; without a webhook there is none for Telegram."""

    async def on_ready(request: Request) -> Response:
        return await ready(request)

    async def on_metrics(request: Request) -> Response:
        return await metrics(request)

    routes = [
        Route("/health/live", live),
        Route("/health/ready", on_ready),
        Route("/metrics", on_metrics),
    ]
    if webhook is not None:
        given = webhook

        async def on_update(request: Request) -> Response:
            return await given(request)

        routes.append(Route(WEBHOOK_PATH, on_update, methods=["POST"]))
    return Starlette(routes=routes)
