"""The list of commands that Telegram shows beside the text field."""

from telegram import BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.logs import get_logger
from bot.telegram.client import Client
from bot.texts.catalogue import Texts, primary

_COMMANDS = ("hjalp", "mina", "radera", "integritet", "sprak")

log = get_logger(__name__)


async def publish_commands(client: Client, texts: Texts) -> None:
    """Tell Telegram the commands in every language; the bot works without them too.

    Telegram shows the list in the language of the person's Telegram, which it knows by two
    letters only (Bot API, setMyCommands): a variant such as easy Swedish has no list. When
    Telegram cannot be reached the rest is left to the next start.
    """
    scope = BotCommandScopeAllPrivateChats()
    for language in texts.languages:
        if language != primary(language):
            continue
        commands = [
            BotCommand(name, texts.plain(language, f"command-{name}")) for name in _COMMANDS
        ]
        code = None if language == texts.languages[0] else language
        try:
            await client.set_my_commands(commands, scope=scope, language_code=code)
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("commands_not_published", error=type(error).__name__)
            if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
                return  # the others would only be waited for in vain
