"""What a resident does, told without Telegram's types."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.dialogue.actions import Action


class Command(StrEnum):
    """The commands a resident may give."""

    START = "start"
    HELP = "hjalp"
    PRIVACY = "integritet"
    MINE = "mina"
    DELETE = "radera"
    MY_DATA = "mindata"
    LANGUAGE = "sprak"
    FOLLOW = "folj"
    JOIN = "koppla"
    UNKNOWN = "unknown"


class Attachment(StrEnum):
    """What a resident may send that is not text."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    POLL = "poll"
    CONTACT = "contact"
    OTHER = "other"


KEPT: Final = frozenset(
    {
        Attachment.PHOTO,
        Attachment.VIDEO,
        Attachment.VOICE,
        Attachment.AUDIO,
        Attachment.DOCUMENT,
    }
)
"""What is kept, unless the configuration says otherwise."""


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
class SentFile:
    """A file as Telegram announces it, nothing of which has been fetched yet.

    `file_id` is what it is fetched by, `unique_id` the same for the same file. `size` is in
    bytes, where Telegram tells it; `album` the same for all that was sent together.
    """

    file_id: str = field(repr=False)
    unique_id: str = field(repr=False)
    size: int | None = None
    album: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told(Event):
    """Wrote a text; a caption counts as text, and `attachment` says what it stood under.

    `file` is there where that can be kept.
    """

    text: str
    message_id: int
    attachment: Attachment | None = None
    file: SentFile | None = None


@dataclass(frozen=True, kw_only=True)
class FileSent(Event):
    """Sent a file that can be kept, without a word."""

    attachment: Attachment
    file: SentFile
    message_id: int


@dataclass(frozen=True, kw_only=True)
class FileReplaced(Event):
    """Changed a file sent before, which has no caption."""

    attachment: Attachment
    file: SentFile
    message_id: int


@dataclass(frozen=True, kw_only=True)
class Edited(Event):
    """Changed a text sent before, or a caption, or the `file` that it stands under."""

    text: str
    message_id: int
    attachment: Attachment | None = None
    file: SentFile | None = None


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
    """Pressed a button; `action` is None when the button cannot be understood any more.

    `message_id` is that of the message it stands under, if Telegram still shows it.
    """

    action: Action | None
    callback_id: str
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Unreadable(Event):
    """Sent something that can neither be read nor kept, without any text."""

    attachment: Attachment
