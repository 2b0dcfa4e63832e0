"""Messages for Telegram as plain data, ready for the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogue.actions import Action, encode
from storage.outbox import Outgoing, Priority


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button under a message."""

    label: str
    action: Action


Keyboard = Sequence[Sequence[Button]]


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
        params["reply_markup"] = {
            "inline_keyboard": [
                [{"text": b.label, "callback_data": encode(b.action)} for b in row]
                for row in keyboard
            ]
        }
    return _outgoing(chat_id, "sendMessage", params, priority, concern_id, update_id)


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


def button_answer(chat_id: int, callback_id: str, *, update_id: int) -> Outgoing:
    """Tells Telegram that a press was taken, so that the button stops spinning."""
    params = {"callback_query_id": callback_id}
    return _outgoing(chat_id, "answerCallbackQuery", params, Priority.REPLY, None, update_id)


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
