"""Brings the updates to the bot's webhook, as Telegram does."""

import asyncio
import itertools

import httpx

from bot.sandbox.errors import DroppedError, RefusalError
from bot.sandbox.faults import WEBHOOK, Twice
from bot.sandbox.world import World

_WAIT_SECONDS = 1.0
_AGAIN_SECONDS = 0.2
"""Before an update that was not taken is brought again; Telegram waits longer each time."""


async def bring_updates(
    world: World, *to: str, transport: httpx.AsyncBaseTransport | None = None
) -> None:
    """Bring each update to the addresses `to`, in turn, until it is taken, until cancelled.

    They stand in for the proxy that takes HTTPS at the webhook's own address and shares it among
    the processes behind it. One update after the other, over HTTP or a transport that stands in
    for it; while no webhook is set, they stay where they are.
    Source: tdlib/telegram-bot-api, telegram-bot-api/WebhookActor.cpp.
    """
    taken, addresses = 0, itertools.cycle(to)
    async with httpx.AsyncClient(timeout=10, trust_env=False, transport=transport) as client:
        while True:
            if not world.webhook:
                await asyncio.sleep(_AGAIN_SECONDS)
                continue
            try:
                updates = await world.updates.poll(offset=taken, maximum=1, timeout=_WAIT_SECONDS)
            except RefusalError:  # the webhook has been set anew meanwhile, or left
                updates = []
            taken = 0
            for update in updates:
                fault = world.faults.take(WEBHOOK, {})
                try:
                    await fault.before()
                    answer = await client.post(
                        next(addresses), json=update, headers=_headers(world)
                    )
                    await fault.after(update)
                    is_taken = answer.is_success and not isinstance(fault, Twice)
                except (httpx.TransportError, RefusalError, DroppedError):
                    is_taken = False
                if is_taken:
                    taken = int(update["update_id"]) + 1
                else:
                    await asyncio.sleep(_AGAIN_SECONDS)


def _headers(world: World) -> dict[str, str]:
    secret = world.webhook_secret
    return {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
