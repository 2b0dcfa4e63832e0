"""Keyboards under a message, checked before they are shown."""

from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request
from bot.sandbox.methods import limit
from bot.sandbox.values import Json

_INLINE_ACTIONS = frozenset(
    {
        "callback_data",
        "callback_game",
        "copy_text",
        "login_url",
        "pay",
        "switch_inline_query",
        "switch_inline_query_chosen_chat",
        "switch_inline_query_current_chat",
        "url",
        "web_app",
    }
)
_REPLY_ACTIONS = frozenset(
    {
        "request_chat",
        "request_contact",
        "request_location",
        "request_managed_bot",
        "request_poll",
        "request_users",
        "web_app",
    }
)
_PRIVATE_ONLY = {"request_contact": "phone number", "request_location": "location"}


def check_markup(markup: object, *, is_private: bool) -> Json | None:
    """Return the reply markup of a message to be sent, None when there is none.

    Raises:
        RefusalError: 400 for a keyboard that Telegram would not show.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        checked = check_inline(markup)
        if not any(checked["inline_keyboard"]):
            raise bad_request("inline keyboard must be non-empty")
        return checked
    if "keyboard" in markup:
        return _check_reply_keyboard(markup, is_private=is_private)
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    raise bad_request("object expected as reply markup")


def check_inline(markup: object) -> Json:
    """Return the inline keyboard of an edit, which may be empty to take the buttons away.

    Raises:
        RefusalError: 400 for another kind of markup and for buttons that do not work.
    """
    if not isinstance(markup, dict) or "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    buttons = [button for row in _rows(markup["inline_keyboard"]) for button in row]
    if len(buttons) > limit("inline_buttons"):
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_inline_button(button)
    return markup


def _rows(rows: object) -> list[list[object]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup: Expected an Array of Arrays")
    return rows


def _check_inline_button(button: object) -> None:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(trouble + "Expected an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(trouble + 'Can\'t find field "text"')
    actions = _INLINE_ACTIONS & button.keys()
    if not actions:
        raise bad_request(trouble + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(trouble + "Exactly one of the optional fields must be used")
    if "callback_data" in actions:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= limit("callback_data_bytes"):
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions:
        _check_url(str(button["url"]))
    if "copy_text" in actions:
        copied = button["copy_text"]
        text = copied.get("text", "") if isinstance(copied, dict) else ""
        if not 1 <= len(text) <= limit("copy_text_characters"):
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https", "tg"} or not parts.netloc:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_reply_keyboard(markup: Json, *, is_private: bool) -> Json:
    buttons = [button for row in _rows(markup["keyboard"]) for button in row]
    if not buttons:
        raise bad_request("reply keyboard must be non-empty")
    trouble = "can't parse keyboard button: "
    for button in buttons:
        fields = {"text": button} if isinstance(button, str) else button
        if not isinstance(fields, dict) or not str(fields.get("text", "")).strip():
            raise bad_request(trouble + 'Can\'t find field "text"')
        actions = {name for name in _REPLY_ACTIONS & fields.keys() if fields[name]}
        if len(actions) > 1:
            raise bad_request(trouble + "Exactly one of the optional fields must be used")
        for action in actions & _PRIVATE_ONLY.keys():
            if not is_private:
                raise bad_request(f"{_PRIVATE_ONLY[action]} can be requested in private chats only")
    return markup
