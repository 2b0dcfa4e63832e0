"""The answer when handling or storing fails: said at once, past the outbox."""

from collections.abc import Sequence
from typing import Any

from telegram.error import TelegramError

from bot.config.config import Config
from bot.logs import get_logger
from bot.telegram.client import Client
from bot.texts.catalogue import Texts
from nlp.reading import Urgency
from nlp.urgency.gate import gate

_REMEMBERED = 10_000

log = get_logger(__name__)


class Fallback:
    """Answers a resident whose message could not be handled or kept.

    Danger is answered with the number to call even then. Each update is answered once in
    the life of the process.
    """

    def __init__(self, client: Client, *, config: Config, texts: Texts) -> None:
        self._client = client
        self._config = config
        self._texts = texts
        self._answered: dict[int, None] = {}

    def follow(self, config: Config, texts: Texts) -> None:
        """Answer as this configuration says from now on."""
        self._config, self._texts = config, texts

    async def apologise(self, raw: dict[str, Any]) -> None:
        """Say that something went wrong with an update that is kept."""
        await self._answer(raw, "trouble")

    async def not_stored(self, updates: Sequence[dict[str, Any]]) -> None:
        """Say that these updates cannot be kept for now."""
        for raw in updates:
            await self._answer(raw, "trouble-storing")

    async def answer_danger(self, updates: Sequence[dict[str, Any]]) -> None:
        """Answer those that tell of danger now, and only those."""
        for raw in updates:
            await self._answer(raw, None)

    async def _answer(self, raw: dict[str, Any], key: str | None) -> None:
        message: Any = raw.get("message")
        if raw["update_id"] in self._answered or not _from_resident(message):
            return
        text = _text_of(message)
        danger = gate(text)[0] is Urgency.NOW
        if key is None and not danger:
            return
        self._remember(raw["update_id"])
        language = self._texts.supported(_language_of(message))
        numbers = self._config.emergency
        values = {"emergency": numbers.emergency, "police": numbers.police}
        keys = [*(["danger-now"] if danger else []), *([key] if key else [])]
        html = "\n\n".join(self._texts.html(language, key, **values) for key in keys)
        params = {"chat_id": message["chat"]["id"], "text": html, "parse_mode": "HTML"}
        try:
            await self._client.call("sendMessage", params)
        except TelegramError as error:
            log.error("fallback_not_sent", error=type(error).__name__)

    def _remember(self, update_id: int) -> None:
        self._answered[update_id] = None
        if len(self._answered) > _REMEMBERED:
            del self._answered[next(iter(self._answered))]


def _text_of(message: dict[str, Any]) -> str:
    text = message.get("text") or message.get("caption")
    return text if isinstance(text, str) else ""


def _language_of(message: dict[str, Any]) -> str | None:
    code = message["from"].get("language_code")
    return code if isinstance(code, str) else None


def _from_resident(message: Any) -> bool:  # noqa: ANN401 - raw JSON may be anything
    return (
        isinstance(message, dict)
        and isinstance(message.get("chat"), dict)
        and message["chat"].get("type") == "private"
        and isinstance(message["chat"].get("id"), int)
        and isinstance(message.get("from"), dict)
        and not message["from"].get("is_bot")
    )
