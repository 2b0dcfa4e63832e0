"""Calls that change or take back what has been written, or answer a pressed button."""

from bot.sandbox.chats import Standing
from bot.sandbox.errors import bad_request, not_played
from bot.sandbox.formatting import read_text
from bot.sandbox.history import Record
from bot.sandbox.keyboards import check_inline
from bot.sandbox.methods import limit
from bot.sandbox.sending import text_content
from bot.sandbox.values import CallbackAnswer, Chat, Json
from bot.sandbox.world import World

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


async def edit_message_text(world: World, arguments: Json) -> Json:
    """Answer `editMessageText`; without a keyboard the buttons go away."""
    chat, record = _editable(world, arguments)
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    content = text_content(read_text(arguments))
    changed = _edit(world, chat, record, content, _inline(arguments))
    record.parse_mode = arguments.get("parse_mode")
    return changed


async def edit_message_reply_markup(world: World, arguments: Json) -> Json:
    """Answer `editMessageReplyMarkup`; without a keyboard the buttons go away."""
    chat, record = _editable(world, arguments)
    names = ("text", "entities")
    content = {name: record.message[name] for name in names if name in record.message}
    return _edit(world, chat, record, content, _inline(arguments))


async def delete_message(world: World, arguments: Json) -> bool:
    """Answer `deleteMessage`, which leaves the message in the sandbox's own memory."""
    chat = world.chats.find_writable(arguments["chat_id"])
    record = world.history.find(chat.id, arguments["message_id"], to="to delete")
    is_administrator = world.chats.standing(chat) is Standing.ADMINISTRATOR
    if not (record.by_bot or chat.kind == "private" or is_administrator):
        raise bad_request("message can't be deleted")
    age = world.timestamp() - record.message["date"]
    if age > limit("delete_age_seconds") and not is_administrator:
        raise bad_request("message can't be deleted for everyone")
    record.deleted = True
    world.history.change.announce()
    return True


async def answer_callback_query(world: World, arguments: Json) -> bool:
    """Answer `answerCallbackQuery`, once for each pressed button."""
    answer = CallbackAnswer(
        text=arguments.get("text", ""), show_alert=arguments.get("show_alert", False)
    )
    world.callbacks.answer(arguments["callback_query_id"], answer, at=world.clock())
    return True


def _editable(world: World, arguments: Json) -> tuple[Chat, Record]:
    if "inline_message_id" in arguments:
        raise not_played("inline messages")
    for name in ("chat_id", "message_id"):
        if name not in arguments:
            reason = "chat_id is empty" if name == "chat_id" else "message_id is not specified"
            raise bad_request(reason)
    chat = world.chats.find_writable(arguments["chat_id"])
    record = world.history.find(chat.id, arguments["message_id"], to="to edit")
    if not record.by_bot or (record.markup and "inline_keyboard" not in record.markup):
        raise bad_request("message can't be edited")
    return chat, record


def _inline(arguments: Json) -> Json | None:
    markup = arguments.get("reply_markup")
    if markup is None:
        return None
    checked = check_inline(markup)
    return checked if any(checked["inline_keyboard"]) else None


def _edit(world: World, chat: Chat, record: Record, content: Json, markup: Json | None) -> Json:
    message = {
        name: value
        for name, value in record.message.items()
        if name not in {"text", "entities", "reply_markup", "edit_date"}
    } | content
    if markup:
        message["reply_markup"] = markup
    before = {name: value for name, value in record.message.items() if name != "edit_date"}
    if message == before:
        raise bad_request(_UNCHANGED)
    world.admit(chat)
    message["edit_date"] = world.timestamp()
    record.message, record.markup, record.edited = message, markup, True
    world.history.change.announce()
    return message
