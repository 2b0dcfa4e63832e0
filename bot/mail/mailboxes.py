"""A shared mailbox becomes a group of a focus area."""

from datetime import datetime

from bot.config.config import Config
from bot.errors import InputInvalid
from bot.mail.address import is_address, masked, to_ascii
from bot.mail.sender import mail_sender
from storage.database import Transaction
from storage.errors import MailboxKnown
from storage.groups import Group


async def add_mailbox(
    tx: Transaction, focus_area: str, address: str, *, config: Config, actor: str, now: datetime
) -> Group:
    """Make the mailbox a group of the focus area, and note who did; one recipient, however read.

    Raises:
        InputInvalid: mail is not set up, it is no address, or a group of the focus area already.
    """
    if mail_sender(config) is None:
        raise InputInvalid(
            "E-post är inte inställd. Fyll i host och sender under [mail] i brabot.toml först; "
            "docs/admin.md säger hur."
        )
    mailbox = to_ascii(address)
    if not is_address(mailbox):
        raise InputInvalid(
            f'"{address}" är ingen e-postadress som det går att skicka till. Skriv en enda '
            "adress, som namn@example.se, utan å, ä och ö före @."
        )
    try:
        group = await tx.groups.add_mailbox(focus_area, mailbox, now=now)
    except MailboxKnown:
        raise InputInvalid(
            f"{masked(mailbox)} är redan en grupp för {focus_area}. "
            "`brabot group list` visar alla. Ingenting har ändrats."
        ) from None
    await tx.audit.write(
        at=now,
        actor=actor,
        action="group_mailbox_added",
        subject=f"group:{group.id}",
        detail={"focus_area": focus_area},
    )
    return group
