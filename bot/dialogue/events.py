"""What a resident does, told without Telegram's types."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.actions import Action


class Command(StrEnum):
    """The commands a resident may give."""

    START = "start"
    HELP = "hjalp"
    PRIVACY = "integritet"
    MINE = "mina"
    DELETE = "radera"
    LANGUAGE = "sprak"
    JOIN = "koppla"
    UNKNOWN = "unknown"


class Attachment(StrEnum):
    """What a resident may send that is not text."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    DOCUMENT = "document"
    STICKER = "sticker"
    POLL = "poll"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that a resident did in their private chat.

    `update_id` is the inbox row that it came with, `at` the time that Telegram gives it (UTC),
    `language` the language of their Telegram, as an IETF tag.
    """

    update_id: int
    telegram_id: int
    at: datetime
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told(Event):
    """Wrote a text; a caption counts as text, and `attachment` says what it stood under."""

    text: str
    message_id: int
    attachment: Attachment | None = None


@dataclass(frozen=True, kw_only=True)
class Edited(Event):
    """Changed a text sent before."""

    text: str
    message_id: int


@dataclass(frozen=True, kw_only=True)
class Commanded(Event):
    """Gave a command; `argument` is what stood after it."""

    command: Command
    argument: str = ""


@dataclass(frozen=True, kw_only=True)
class PositionShared(Event):
    """Shared a position, WGS84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True)
class Pressed(Event):
    """Pressed a button; `action` is None when the button cannot be understood any more."""

    action: Action | None
    callback_id: str


@dataclass(frozen=True, kw_only=True)
class Unreadable(Event):
    """Sent something without any text."""

    attachment: Attachment
