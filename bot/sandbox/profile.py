"""Calls about how the bot presents itself: commands, name, descriptions."""

import json
import re

from bot.sandbox.errors import bad_request
from bot.sandbox.methods import limit
from bot.sandbox.values import Json
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_DEFAULT_SCOPE = {"type": "default"}


async def set_my_commands(world: World, arguments: Json) -> bool:
    """Answer `setMyCommands`."""
    commands = arguments["commands"]
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: Expected an Array of BotCommand")
    if len(commands) > limit("commands"):
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile[_commands_key(arguments)] = [_read_command(each) for each in commands]
    return True


async def get_my_commands(world: World, arguments: Json) -> object:
    """Answer `getMyCommands` for exactly this scope and language."""
    return world.profile.get(_commands_key(arguments), [])


async def delete_my_commands(world: World, arguments: Json) -> bool:
    """Answer `deleteMyCommands`."""
    world.profile.pop(_commands_key(arguments), None)
    return True


async def set_my_name(world: World, arguments: Json) -> bool:
    """Answer `setMyName`."""
    return _set(world, arguments, "name")


async def get_my_name(world: World, arguments: Json) -> Json:
    """Answer `getMyName`."""
    return _get(world, arguments, "name", default=world.bot["first_name"])


async def set_my_description(world: World, arguments: Json) -> bool:
    """Answer `setMyDescription`."""
    return _set(world, arguments, "description")


async def get_my_description(world: World, arguments: Json) -> Json:
    """Answer `getMyDescription`."""
    return _get(world, arguments, "description")


async def set_my_short_description(world: World, arguments: Json) -> bool:
    """Answer `setMyShortDescription`."""
    return _set(world, arguments, "short_description")


async def get_my_short_description(world: World, arguments: Json) -> Json:
    """Answer `getMyShortDescription`."""
    return _get(world, arguments, "short_description")


def _commands_key(arguments: Json) -> tuple[str, ...]:
    scope = json.dumps(arguments.get("scope") or _DEFAULT_SCOPE, sort_keys=True)
    return "commands", scope, arguments.get("language_code", "")


def _read_command(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: Expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not _COMMAND.fullmatch(name) or len(name) > limit("command_characters"):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= limit("command_description_characters"):
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _set(world: World, arguments: Json, what: str) -> bool:
    text = arguments.get(what, "")
    if len(text) > limit(f"{what}_characters"):
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    world.profile[what, arguments.get("language_code", "")] = text
    return True


def _get(world: World, arguments: Json, what: str, *, default: str = "") -> Json:
    code = arguments.get("language_code", "")
    found = world.profile.get((what, code)) or world.profile.get((what, ""))
    return {what: found or default}
