"""Calls that ask about chats, members and files, or leave a group."""

from bot.sandbox.chats import Standing
from bot.sandbox.errors import bad_request
from bot.sandbox.methods import limit
from bot.sandbox.values import Json
from bot.sandbox.world import World, member


async def get_me(world: World, arguments: Json) -> Json:
    """Answer `getMe`."""
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_chat(world: World, arguments: Json) -> Json:
    """Answer `getChat` with a `ChatFullInfo` of what every chat has."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **world.chats.find(arguments["chat_id"]).as_chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


async def get_chat_member(world: World, arguments: Json) -> Json:
    """Answer `getChatMember`."""
    chat = world.chats.find(arguments["chat_id"])
    if arguments["user_id"] == world.bot["id"]:
        return member(world.bot, world.chats.standing(chat))
    person, status = world.chats.member(chat, arguments["user_id"])
    return member(person.as_user(), status)


async def leave_chat(world: World, arguments: Json) -> bool:
    """Answer `leaveChat`."""
    chat = world.chats.find_writable(arguments["chat_id"])
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    world.move_bot(chat, Standing.LEFT, by=world.bot, date=world.timestamp())
    return True


async def get_file(world: World, arguments: Json) -> Json:
    """Answer `getFile` with the path from which the file can be downloaded."""
    stored = world.files.find(arguments["file_id"])
    if len(stored.upload.content) > limit("download_bytes"):
        raise bad_request("file is too big")
    return {**stored.as_file(), "file_path": stored.path}
