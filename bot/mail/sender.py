"""Who the mails come from and where answers and bounces go, by the configuration."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.config.config import Config
from bot.mail.address import domain_of

_PREFIX = "brabot"
_LONGEST_LOCAL = 64
"""Source: RFC 5321, 4.5.3.1.1."""


@dataclass(frozen=True, kw_only=True)
class MailSender:
    """The addresses of the side that sends."""

    address: str
    name: str
    reply_to: str
    bounces: str | None
    list_id: str

    def envelope(self, token: str) -> str:
        """Where a bounce of the mail with that token goes: `studs+TOKEN@boras.example.se`.

        Without an address for bounces it is the sender's own, and the token is found in the
        headers that the bounce gives back.
        """
        if self.bounces is None:
            return self.address
        local, _, domain = self.bounces.rpartition("@")
        tagged = f"{local}+{token}"
        return f"{tagged}@{domain}" if len(tagged) <= _LONGEST_LOCAL else self.bounces

    def message_id(self, token: str) -> str:
        """The same for the same token, however often the mail is sent."""
        return f"<{_PREFIX}.{token}@{domain_of(self.address)}>"

    def content_id(self, name: str, token: str) -> str:
        """The id of an image within the mail with that token, without brackets."""
        return f"{name}.{token}@{domain_of(self.address)}"

    def list_of(self, topic: str) -> str:
        """The List-Id of a focus area's mails.

        Source: RFC 2919.
        """
        return f"<{topic}.{self.list_id}>"

    def unsubscribe(self, subject: str) -> str:
        """Where to ask for no more mails, and how.

        Source: RFC 2369, 3.2; RFC 6068.
        """
        return f"<mailto:{quote(self.reply_to, safe='@')}?subject={quote(subject)}>"


def mail_sender(config: Config) -> MailSender | None:
    """The sender of the configuration; None if no mail is to be sent."""
    mail = config.mail
    if mail.host is None or mail.sender is None:
        return None
    return MailSender(
        address=mail.sender,
        name=mail.sender_name or config.municipality.bot_name,
        reply_to=reply_address(config),
        bounces=mail.bounces,
        list_id=mail.list_id or f"{_PREFIX}.{domain_of(mail.sender)}",
    )


def reply_address(config: Config) -> str:
    """Where people who get mails are told to write."""
    return config.mail.reply_to or config.controller.contact_email
