"""Does Telegram answer the bot?"""

import asyncio

from telegram.error import TelegramError

from bot.telegram.client import Client

_SECONDS = 5.0


async def answers(client: Client) -> bool:
    """Whether Telegram knows the bot and says so within some seconds."""
    try:
        async with asyncio.timeout(_SECONDS):
            await client.call("getMe", {})
    except (TelegramError, TimeoutError):
        return False
    return True
