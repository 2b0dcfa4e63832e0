"""The handlers: which update goes where. Reading `build_application` tells the order."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.dialogue.events import Command, Event
from bot.digest_desk import DigestDesk, GroupPressed
from bot.groups import Groups, JoinAsked
from bot.telegram.translate import command_in, private_event

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyContext = CallbackContext[Any, Any, Any, Any]
Handle = Callable[[Event], Awaitable[None]]


def build_application(
    bot: ExtBot[Any], *, handle: Handle, groups: Groups, desk: DigestDesk
) -> AnyApplication:
    """python-telegram-bot's dispatch, without an updater: updates come from the inbox."""
    application = ApplicationBuilder().bot(bot).updater(None).build()
    application.add_handlers([*_group_handlers(groups), *_private_handlers(handle, desk)])
    return application


def _private_handlers(
    handle: Handle, desk: DigestDesk
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
        await desk.pressed(
            GroupPressed(
                update_id=update.update_id,
                chat_id=chat.id,
                callback_id=query.id,
                data=query.data or "",
            )
        )

    return [
        CallbackQueryHandler(on_press),
        MessageHandler(filters.ChatType.PRIVATE, on_private),
    ]


def _group_handlers(groups: Groups) -> list[BaseHandler[Update, AnyContext, Any]]:
    async def on_command(update: Update, _: AnyContext) -> None:
        message, chat = update.effective_message, update.effective_chat
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

    in_group = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    return [
        MessageHandler(in_group & filters.COMMAND, on_command),
        MessageHandler(in_group & filters.StatusUpdate.MIGRATE, on_migrate),
    ]
