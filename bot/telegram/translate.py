"""An update of Telegram's, told as an event of ours."""

import re
from datetime import UTC, datetime
from typing import TypedDict

from telegram import CallbackQuery, Message, Update, User

from bot.dialogue.actions import decode
from bot.dialogue.events import (
    KEPT,
    Attachment,
    Command,
    Commanded,
    Edited,
    Event,
    FileReplaced,
    FileSent,
    PositionShared,
    Pressed,
    SentFile,
    Told,
    Unreadable,
)
from nlp.reading import Urgency
from nlp.urgency.gate import gate

_ALIASES = {
    "start": Command.START,
    "hjalp": Command.HELP,
    "help": Command.HELP,
    "integritet": Command.PRIVACY,
    "privacy": Command.PRIVACY,
    "mina": Command.MINE,
    "mine": Command.MINE,
    "radera": Command.DELETE,
    "delete": Command.DELETE,
    "mindata": Command.MY_DATA,
    "mydata": Command.MY_DATA,
    "sprak": Command.LANGUAGE,
    "language": Command.LANGUAGE,
    "folj": Command.FOLLOW,
    "follow": Command.FOLLOW,
    "koppla": Command.JOIN,
}
"""Command names as people write them, without the slash."""

_ATTACHMENTS = {
    "photo": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "video_note": Attachment.VIDEO,
    "animation": Attachment.VIDEO,
    "voice": Attachment.VOICE,
    "audio": Attachment.AUDIO,
    "document": Attachment.DOCUMENT,
    "sticker": Attachment.STICKER,
    "poll": Attachment.POLL,
    "contact": Attachment.CONTACT,
}
"""Fields of a message, in the order they are looked at (an animation is a document too)."""

_WORDLESS = ("checklist", "giveaway", "giveaway_winners")
"""What else people send or forward, which the library does not count as an attachment."""

_WITHOUT_DOTS = str.maketrans("äåö", "aao")

_WORDS_OF_AN_AREA = 4

_REFERENCE = re.compile(r"B-\w{4,8}", re.IGNORECASE)

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a message that Telegram finds too old to show: so old is its button."""


class _Common(TypedDict):
    update_id: int
    telegram_id: int
    at: datetime
    language: str | None


def private_event(update: Update) -> Event | None:
    """What a resident did in their private chat, or None when it is nothing to answer."""
    user, message = update.effective_user, update.effective_message
    if user is None or user.is_bot or _is_of_a_business(update):
        return None
    if type(user.id) is not int:  # JSON may hold anything there
        return None
    if update.callback_query is not None:
        return _pressed(update, update.callback_query, user)
    if message is None:
        return None
    if update.edited_message is not None:
        return _edited(update, user, message)
    return _commanded(update, user, message) or _told(update, user, message)


def _is_of_a_business(update: Update) -> bool:
    """Whether it was said between two other people, one of whom lets the bot read along."""
    return update.business_message is not None or update.edited_business_message is not None


def command_in(message: Message) -> tuple[Command, str] | None:
    """The command a text begins with and what stands after it, or None."""
    given = named_command(message)
    return None if given is None else (_ALIASES.get(given[0], Command.UNKNOWN), given[1])


def named_command(message: Message) -> tuple[str, str] | None:
    """The command as it is named, without dots, and what stands after it, or None."""
    text = message.text or ""
    if not text.startswith("/"):
        return None
    word, _, argument = text.partition(" ")
    return word[1:].partition("@")[0].lower().translate(_WITHOUT_DOTS), argument.strip()


def _common(update: Update, user: User, at: datetime) -> _Common:
    return {
        "update_id": update.update_id,
        "telegram_id": user.id,
        "at": at,
        "language": user.language_code,
    }


def _pressed(update: Update, query: CallbackQuery, user: User) -> Event:
    message = query.message
    return Pressed(
        **_common(update, user, message.date if isinstance(message, Message) else _LONG_AGO),
        action=decode(query.data or ""),
        callback_id=query.id,
        message_id=message.message_id if isinstance(message, Message) else None,
    )


def _edited(update: Update, user: User, message: Message) -> Event | None:
    text = message.text or message.caption
    if message.edit_date is None:
        return None
    attachment, file = _attached(message)
    if text:
        return Edited(
            **_common(update, user, message.date),
            text=text,
            message_id=message.message_id,
            attachment=attachment,
            file=file,
        )
    if attachment is None or file is None:
        return None
    return FileReplaced(
        **_common(update, user, message.date),
        attachment=attachment,
        file=file,
        message_id=message.message_id,
    )


def _commanded(update: Update, user: User, message: Message) -> Event | None:
    given = command_in(message)
    if given is None:
        return None
    command, argument = given
    if _is_a_message(command, argument):
        return None
    return Commanded(
        **_common(update, user, message.date),
        command=command,
        argument=argument,
    )


def _is_a_message(command: Command, argument: str) -> bool:
    """Whether what stands after a command is not for the command, but something told.

    `/hjälp det brinner` is a cry for help: it goes through the gate and is kept.
    """
    match command:
        case Command.DELETE:
            return bool(argument) and not _REFERENCE.fullmatch(argument)
        case Command.START | Command.JOIN | Command.LANGUAGE:
            return " " in argument
        case Command.FOLLOW:
            long = len(argument.split()) > _WORDS_OF_AN_AREA
            return long or gate(argument)[0] is not Urgency.NORMAL
        case _:
            return bool(argument)


def _told(update: Update, user: User, message: Message) -> Event | None:
    attachment, file = _attached(message)
    text = message.text or message.caption
    if text:
        return Told(
            **_common(update, user, message.date),
            text=text,
            message_id=message.message_id,
            attachment=attachment,
            file=file,
        )
    where = message.venue.location if message.venue else message.location
    if where is not None:
        return PositionShared(
            **_common(update, user, message.date),
            lat=where.latitude,
            lon=where.longitude,
        )
    if attachment is not None and file is not None:
        return FileSent(
            **_common(update, user, message.date),
            attachment=attachment,
            file=file,
            message_id=message.message_id,
        )
    if attachment is None and not _holds_more(message):
        return None
    return Unreadable(
        **_common(update, user, message.date),
        attachment=attachment or Attachment.OTHER,
    )


def _holds_more(message: Message) -> bool:
    """Whether somebody sent it, though the bot reads nothing of it; else Telegram tells something.

    A rich message, of Bot API 10.1, is more than the library knows.
    """
    sent = any(getattr(message, name) for name in _WORDLESS)
    return sent or bool(message.effective_attachment) or "rich_message" in message.api_kwargs


def _attached(message: Message) -> tuple[Attachment | None, SentFile | None]:
    """What a message holds beside text, and the file of it where it can be kept."""
    name = next((name for name in _ATTACHMENTS if getattr(message, name)), None)
    if name is None:
        return None, None
    attachment = _ATTACHMENTS[name]
    if attachment not in KEPT:
        return attachment, None
    # Of a photo Telegram offers several sizes, the largest last.
    found = message.photo[-1] if name == "photo" else getattr(message, name)
    file = SentFile(
        file_id=found.file_id,
        unique_id=found.file_unique_id,
        size=found.file_size,
        album=message.media_group_id,
    )
    return attachment, file
