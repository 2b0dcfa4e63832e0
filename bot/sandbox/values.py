"""Words that the sandbox's modules share."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that came with a call or from a person."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a Telegram account; always an invented one."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_user(self) -> Json:
        """Return Telegram's `User`."""
        return _given(
            id=self.id,
            is_bot=self.is_bot,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A place to write in: a private chat, a group or a channel.

    `kind` is Telegram's `Chat.type`.
    """

    id: int
    kind: str
    title: str | None = None
    person: Person | None = None

    def as_chat(self) -> Json:
        """Return Telegram's `Chat`."""
        person = self.person
        return _given(
            id=self.id,
            type=self.kind,
            title=self.title,
            first_name=person and person.first_name,
            last_name=person and person.last_name,
            username=person and person.username,
        )


@dataclass(frozen=True, kw_only=True)
class SentMessage:
    """A message from the bot, as it stands now.

    `text` is the text or the caption without markup, empty when there is neither;
    `entities` are those that the markup or the call gave. `reply_markup` is the markup
    as sent, reply keyboards included.
    """

    message_id: int
    chat_id: int
    text: str
    parse_mode: str | None
    entities: tuple[Json, ...]
    reply_markup: Json | None
    date: datetime
    edited: bool
    deleted: bool
    file: Upload | None


@dataclass(frozen=True, kw_only=True)
class Call:
    """A call that the bot made, whatever came of it.

    `error_code` is None when it succeeded, 0 when the answer did not reach the bot.
    """

    method: str
    params: Json
    at: datetime
    error_code: int | None


@dataclass(frozen=True, kw_only=True)
class CallbackAnswer:
    """What the bot answered to a pressed button; an empty text only stops the waiting sign."""

    text: str
    show_alert: bool


def _given(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
