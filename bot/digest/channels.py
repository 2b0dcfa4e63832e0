"""A digest as the messages that bring it to a group."""

from bot.digest.report import Report
from bot.digest.telegram import telegram_messages
from bot.outgoing import message
from storage.groups import Group
from storage.outbox import Outgoing, Priority


def messages_to(group: Group, report: Report) -> list[Outgoing]:
    """What goes into the outbox for this group, in order."""
    parts = telegram_messages(report)
    return [message(group.chat_id, html, priority=Priority.DIGEST) for html in parts]
