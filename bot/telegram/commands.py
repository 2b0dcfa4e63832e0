"""The list of commands that Telegram shows beside the text field."""

import asyncio

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.logs import get_logger
from bot.telegram.client import Client
from bot.texts.catalogue import Texts, primary

_COMMANDS = ("hjalp", "mina", "mindata", "radera", "folj", "integritet", "sprak")
_OF_GROUPS = ("svara", "status", "gjort", "hjalp")
_PAUSE_SECONDS = 0.3
"""To read a language's texts for the first time holds up everybody: they have waited enough."""

log = get_logger(__name__)


async def publish_commands(client: Client, texts: Texts) -> None:
    """Tell Telegram the commands in every language; the bot works without them too.

    Telegram shows the list in the language of the person's Telegram, which it knows by two
    letters only (Bot API, setMyCommands): a variant such as easy Swedish has no list. Groups get
    one list, in the first language. When Telegram cannot be reached the rest is left to the next
    start.
    """
    private = BotCommandScopeAllPrivateChats()
    for language in texts.languages:
        if language != primary(language):
            continue
        code = None if language == texts.languages[0] else language
        if code is not None:
            await asyncio.sleep(_PAUSE_SECONDS)
        commands = [
            BotCommand(name, texts.plain(language, f"command-{name}")) for name in _COMMANDS
        ]
        if not await _publish(client, commands, private, code):
            return
    first = texts.languages[0]
    of_groups = [
        BotCommand(name, texts.plain(first, f"group-command-{name}")) for name in _OF_GROUPS
    ]
    await _publish(client, of_groups, BotCommandScopeAllGroupChats(), None)


async def _publish(
    client: Client, commands: list[BotCommand], scope: BotCommandScope, code: str | None
) -> bool:
    """Tell Telegram one list; False if Telegram cannot be reached, and others would be in vain."""
    try:
        await client.set_my_commands(commands, scope=scope, language_code=code)
    except InvalidToken:
        raise
    except TelegramError as error:
        log.warning("commands_not_published", error=type(error).__name__)
        return isinstance(error, BadRequest) or not isinstance(error, NetworkError)
    return True
