"""The one place through which every call of the bot goes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.sandbox import editing, inquiries, profile, receiving, sending
from bot.sandbox.errors import DroppedError, RefusalError
from bot.sandbox.methods import find_method, read_arguments
from bot.sandbox.values import Call, Json
from bot.sandbox.world import World

Handler = Callable[[World, Json], Awaitable[object]]

HANDLERS: Mapping[str, Handler] = {
    "getMe": inquiries.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendLocation": sending.send_location,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "getFile": inquiries.get_file,
    "getChat": inquiries.get_chat,
    "getChatMember": inquiries.get_chat_member,
    "leaveChat": inquiries.leave_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What goes back over HTTP; the status is Telegram's `error_code` too.

    Nothing goes back, and the connection ends, when it `is_dropped`.
    """

    status: int
    body: Json
    is_dropped: bool = False


async def answer_call(
    world: World, name: str, read: Callable[[], Awaitable[Mapping[str, object]]]
) -> Reply:
    """Carry out one call and note it in `world.calls`.

    Args:
        world: what the call reads and changes.
        name: the method as it stands in the address.
        read: fetches the parameters, as they came.
    """
    at = world.clock()
    params: Json = {}
    code = None
    try:
        method = find_method(name)
        name = method.name
        params = dict(await read())
        params = read_arguments(method, params)
        fault = world.faults.take(name, params)
        await fault.before()
        result = await fault.after(await HANDLERS[name](world, params))
        reply = Reply(status=200, body={"ok": True, "result": result})
    except RefusalError as error:
        code = error.code
        reply = refusal(error)
    except DroppedError:
        code = 0
        reply = Reply(status=200, body={}, is_dropped=True)
    world.calls.append(Call(method=name, params=params, at=at, error_code=code))
    return reply


def refusal(error: RefusalError) -> Reply:
    """Return the reply that tells of a refusal."""
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    parameters = {
        "retry_after": error.retry_after,
        "migrate_to_chat_id": error.migrate_to_chat_id,
    }
    if given := {name: value for name, value in parameters.items() if value is not None}:
        body["parameters"] = given
    return Reply(status=error.code, body=body)
