"""The sender: what waits in the outbox goes to Telegram and to the mail server."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.config.config import Config
from bot.config.settings import Settings
from bot.logs import get_logger
from bot.mail.access import mail_access
from bot.mail.mailer import Mailer
from bot.mail.sender import mail_sender
from bot.reloading import Prepared
from bot.roles.part import Apply, Part, Shared
from bot.telegram.sender import Sender
from storage.database import Database

log = get_logger(__name__)


async def sender_part(shared: Shared) -> Part:
    """Any number of these share an outbox: each message is one sender's at a time.

    Raises:
        SettingInvalid: the user or password for the mail server cannot be used.
        StorageError: the database cannot be used.
    """
    settings, clock = shared.settings, shared.clock
    mailer = build_mailer(shared.in_use.config, settings, clock=clock)
    if mailer is None:
        await _tell_of_mailboxes_in_vain(shared.database)
    sender = Sender(
        shared.client,
        shared.database,
        clock=clock,
        mailer=mailer,
        meter=shared.metrics,
        look_seconds=shared.look_seconds,
    )
    shared.outbox.heard_by(sender.knock)

    def follow(new: Prepared) -> Apply:
        return partial(sender.mail_by, build_mailer(new.config, settings, clock=clock))

    return Part(runs=(sender.run,), follow=follow)


def build_mailer(
    config: Config, settings: Settings, *, clock: Callable[[], datetime]
) -> Mailer | None:
    """What sends mail; None if the configuration names no mail server.

    Raises:
        SettingInvalid: the user or password for it cannot be used.
    """
    access, sender = mail_access(config, settings), mail_sender(config)
    if access is None or sender is None:
        return None
    return Mailer(access, sender, clock=clock)


async def _tell_of_mailboxes_in_vain(database: Database) -> None:
    """What is to be sent to them waits in the outbox."""
    async with database.transaction() as tx:
        mailboxes = sum(group.address is not None for group in await tx.groups.list())
    if mailboxes:
        log.error("mail_not_configured", mailboxes=mailboxes)
