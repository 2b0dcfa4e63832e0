"""Messages for Telegram as plain data, ready for the outbox."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.dialogue.actions import Action, encode
from bot.digest.buttons import DigestAction, encode_digest_action
from storage.outbox import Outgoing, Priority


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button under a message."""

    label: str
    action: Action | DigestAction


Keyboard = Sequence[Sequence[Button]]

MOST_IN_A_CAPTION: Final = 1024
"""UTF-16 units. Source: Telegram Bot API, sendPhoto.caption."""


@dataclass(frozen=True, kw_only=True)
class File:
    """A file to send: its name and content."""

    name: str
    content: bytes

    def as_param(self) -> dict[str, str]:
        """The file as JSON can hold it; `bot.telegram.client` sends it as an upload."""
        return {"filename": self.name, "base64": b64encode(self.content).decode()}


def message(
    chat_id: int,
    html: str,
    *,
    keyboard: Keyboard = (),
    priority: Priority = Priority.REPLY,
    concern_id: int | None = None,
    update_id: int | None = None,
) -> Outgoing:
    """A text for a chat; `html` is Telegram HTML of at most 4,096 characters."""
    params: dict[str, Any] = {
        "text": html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if keyboard:
        params["reply_markup"] = _markup(keyboard)
    return _outgoing(chat_id, "sendMessage", params, priority, concern_id, update_id)


def photo(
    chat_id: int,
    picture: File,
    *,
    caption: str,
    priority: Priority = Priority.REPLY,
    update_id: int | None = None,
) -> Outgoing:
    """A picture for a chat; of the caption (plain text) as much as Telegram takes."""
    params = {"photo": picture.as_param(), "caption": _shortened(caption)}
    return _outgoing(chat_id, "sendPhoto", params, priority, None, update_id)


def document(
    chat_id: int,
    file: File,
    *,
    caption: str,
    priority: Priority = Priority.REPLY,
    update_id: int | None = None,
) -> Outgoing:
    """A file for a chat; of the caption (plain text) as much as Telegram takes."""
    params = {"document": file.as_param(), "caption": _shortened(caption)}
    return _outgoing(chat_id, "sendDocument", params, priority, None, update_id)


def position_request(
    chat_id: int, html: str, *, share: str, cancel: str, concern_id: int, update_id: int
) -> Outgoing:
    """A text with the phone's own button for sharing a position, shown once."""
    markup = {
        "keyboard": [[{"text": share, "request_location": True}], [{"text": cancel}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }
    params = {"text": html, "parse_mode": "HTML", "reply_markup": markup}
    return _outgoing(chat_id, "sendMessage", params, Priority.REPLY, concern_id, update_id)


def changed_buttons(
    chat_id: int, message_id: int, keyboard: Keyboard, *, concern_id: int, update_id: int
) -> Outgoing:
    """Puts other buttons, at least one, under a message that is out."""
    params = {"message_id": message_id, "reply_markup": _markup(keyboard)}
    method, priority = "editMessageReplyMarkup", Priority.REPLY
    return _outgoing(chat_id, method, params, priority, concern_id, update_id)


def button_answer(
    chat_id: int, callback_id: str, *, update_id: int, text: str | None = None
) -> Outgoing:
    """Tells Telegram that a press was taken, so that the button stops spinning.

    The `text` (plain, at most 200 characters) is shown for a moment.
    """
    params = {"callback_query_id": callback_id} | ({"text": text} if text else {})
    return _outgoing(chat_id, "answerCallbackQuery", params, Priority.REPLY, None, update_id)


def _markup(keyboard: Keyboard) -> dict[str, Any]:
    return {
        "inline_keyboard": [
            [{"text": button.label, "callback_data": _data(button.action)} for button in row]
            for row in keyboard
        ]
    }


def _data(action: Action | DigestAction) -> str:
    return encode_digest_action(action) if isinstance(action, DigestAction) else encode(action)


def utf16_units(text: str) -> int:
    """How long a text is as Telegram counts: most emoji are two.

    Source: Telegram Bot API, MessageEntity.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shortened(caption: str) -> str:
    """The caption, or its beginning up to a word, with `…`."""
    units = caption.encode("utf-16-le")
    if len(units) <= 2 * MOST_IN_A_CAPTION:
        return caption
    cut = units[: 2 * (MOST_IN_A_CAPTION - 1)].decode("utf-16-le", "ignore")
    return cut.rsplit(" ", 1)[0] + "…"


def _outgoing(
    chat_id: int,
    method: str,
    params: dict[str, Any],
    priority: Priority,
    concern_id: int | None,
    update_id: int | None,
) -> Outgoing:
    return Outgoing(
        chat_id=chat_id,
        method=method,
        params=params,
        priority=priority,
        concern_id=concern_id,
        inbox_update_id=update_id,
    )
