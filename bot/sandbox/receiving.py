"""Calls by which the bot gets its updates."""

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.methods import limit
from bot.sandbox.values import Json
from bot.sandbox.world import World


async def get_updates(world: World, arguments: Json) -> list[Json]:
    """Answer `getUpdates`."""
    if world.webhook.get("url"):
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(arguments.get("allowed_updates"))
    return await world.updates.poll(
        offset=arguments.get("offset", 0),
        maximum=min(max(arguments.get("limit", limit("updates")), 1), limit("updates")),
        timeout=min(max(arguments.get("timeout", 0), 0), limit("long_poll_seconds")),
    )


async def set_webhook(world: World, arguments: Json) -> bool:
    """Answer `setWebhook`; `bot.sandbox.webhooks` brings updates there, if it is run."""
    url = arguments.get("url", "")
    if not url:
        return await delete_webhook(world, arguments)
    if not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.allow(arguments.get("allowed_updates"))
    world.updates.stop_polling("terminated by setWebhook request")
    world.webhook_secret = arguments.get("secret_token")
    world.webhook = {
        "url": url,
        "has_custom_certificate": "certificate" in arguments,
        "max_connections": arguments.get("max_connections", 40),
    }
    _drop(world, arguments)
    return True


async def delete_webhook(world: World, arguments: Json) -> bool:
    """Answer `deleteWebhook`."""
    world.webhook = {}
    _drop(world, arguments)
    return True


async def get_webhook_info(world: World, arguments: Json) -> Json:
    """Answer `getWebhookInfo`."""
    return {
        "url": "",
        "has_custom_certificate": False,
        **world.webhook,
        "pending_update_count": world.updates.pending,
        "allowed_updates": sorted(world.updates.allowed),
    }


def _drop(world: World, arguments: Json) -> None:
    if arguments.get("drop_pending_updates"):
        world.updates.drop()
