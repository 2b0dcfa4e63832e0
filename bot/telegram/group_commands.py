"""A command given in a group chat, told as one of ours."""

from telegram import Update

from bot.group_work import GroupCommand, GroupCommanded
from bot.telegram.translate import named_command

_ALIASES = {
    "svara": GroupCommand.ANSWER,
    "answer": GroupCommand.ANSWER,
    "status": GroupCommand.STATUS,
    "gjort": GroupCommand.DONE,
    "done": GroupCommand.DONE,
    "hjalp": GroupCommand.HELP,
    "help": GroupCommand.HELP,
}
"""Command names as people write them, without the slash."""


def group_command(update: Update) -> GroupCommanded | None:
    """The command that a group gave, or None when it is none of a group's."""
    message, chat = update.effective_message, update.effective_chat
    given = named_command(message) if message else None
    if chat is None or given is None or given[0] not in _ALIASES:
        return None
    return GroupCommanded(
        update_id=update.update_id,
        chat_id=chat.id,
        command=_ALIASES[given[0]],
        argument=given[1],
        title=chat.title or "",
    )
