"""The handlers: which update goes where. Reading `build_application` tells the order."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.dialogue.actions import decode
from bot.dialogue.events import Command, Event
from bot.digest_desk import GroupPressed
from bot.group_work import CONFIRMING, GroupCommanded
from bot.groups import JoinAsked
from bot.telegram.group_commands import group_command
from bot.telegram.translate import command_in, private_event

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyContext = CallbackContext[Any, Any, Any, Any]
Handle = Callable[[Event], Awaitable[None]]

_OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)


class LetsJoin(Protocol):
    """What is needed of `bot.groups.Groups`."""

    async def join(self, asked: JoinAsked) -> None:
        """Make a chat a group."""

    async def move(self, update_id: int, *, old_chat_id: int, new_chat_id: int) -> None:
        """Follow a group chat to its new id."""

    async def added(self, update_id: int, *, chat_id: int) -> None:
        """Say how a group chat is connected."""

    async def removed(self, update_id: int, *, chat_id: int) -> None:
        """End the groups of a chat that the bot is no more in."""


class AnswersPresses(Protocol):
    """What is needed of `bot.digest_desk.DigestDesk`."""

    async def pressed(self, pressed: GroupPressed) -> None:
        """Answer a press."""


class WorksInGroups(Protocol):
    """What is needed of `bot.group_work.GroupWork`."""

    async def commanded(self, given: GroupCommanded) -> None:
        """Do what a group asks for."""

    async def confirmed(self, pressed: GroupPressed) -> None:
        """Answer a press that confirms, or does not."""


def build_application(
    bot: ExtBot[Any],
    *,
    handle: Handle,
    groups: LetsJoin,
    desk: AnswersPresses,
    work: WorksInGroups,
) -> AnyApplication:
    """python-telegram-bot's dispatch, without an updater: updates come from the inbox."""
    application = ApplicationBuilder().bot(bot).updater(None).build()
    in_groups, in_private = _group_handlers(groups, work), _private_handlers(handle, desk, work)
    application.add_handlers([*in_groups, *in_private])
    return application


def _private_handlers(
    handle: Handle, desk: AnswersPresses, work: WorksInGroups
) -> list[BaseHandler[Update, AnyContext, Any]]:
    async def on_private(update: Update, _: AnyContext) -> None:
        event = private_event(update)
        if event is not None:
            await handle(event)

    async def on_press(update: Update, context: AnyContext) -> None:
        chat, query = update.effective_chat, update.callback_query
        if chat is None or chat.type == chat.PRIVATE or query is None:
            await on_private(update, context)
            return
        pressed = GroupPressed(
            update_id=update.update_id,
            chat_id=chat.id,
            callback_id=query.id,
            data=query.data or "",
        )
        action = decode(pressed.data)
        confirms = action is not None and action.verb in CONFIRMING
        await (work.confirmed(pressed) if confirms else desk.pressed(pressed))

    return [
        CallbackQueryHandler(on_press),
        MessageHandler(filters.ChatType.PRIVATE, on_private),
    ]


def _group_handlers(
    groups: LetsJoin, work: WorksInGroups
) -> list[BaseHandler[Update, AnyContext, Any]]:
    async def on_command(update: Update, _: AnyContext) -> None:
        message, chat = update.effective_message, update.effective_chat
        asked = group_command(update)
        if asked is not None:
            await work.commanded(asked)
            return
        given = command_in(message) if message else None
        if chat is None or given is None or given[0] is not Command.JOIN:
            return
        await groups.join(JoinAsked(update_id=update.update_id, chat_id=chat.id, code=given[1]))

    async def on_migrate(update: Update, _: AnyContext) -> None:
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id is not None:
            await groups.move(
                update.update_id,
                old_chat_id=message.chat_id,
                new_chat_id=message.migrate_to_chat_id,
            )

    async def on_member(update: Update, _: AnyContext) -> None:
        change = update.my_chat_member
        if change is None or change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
            return
        was, now_is = change.old_chat_member.status, change.new_chat_member.status
        if was in _OUTSIDE and now_is not in _OUTSIDE:
            await groups.added(update.update_id, chat_id=change.chat.id)
        elif was not in _OUTSIDE and now_is in _OUTSIDE:
            await groups.removed(update.update_id, chat_id=change.chat.id)

    in_group = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    return [
        MessageHandler(in_group & filters.COMMAND, on_command),
        MessageHandler(in_group & filters.StatusUpdate.MIGRATE, on_migrate),
        ChatMemberHandler(on_member, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
