"""A digest as the messages that bring it to a group."""

from bot.digest.report import Report
from bot.digest.telegram import digest_outgoings
from bot.digest.values import Facts
from bot.digest.wording import Wording
from storage.groups import Group
from storage.outbox import Outgoing


def messages_to(group: Group, report: Report, facts: Facts, words: Wording) -> list[Outgoing]:
    """What goes into the outbox for this group, in order; pictures take a second to draw."""
    if group.address is not None:
        from bot.mail.digest import digest_mail

        return [digest_mail(group, report, facts, words).to(group.address)]
    assert group.chat_id is not None  # noqa: S101 - a group is one of both
    return digest_outgoings(group.chat_id, facts, report, words)
