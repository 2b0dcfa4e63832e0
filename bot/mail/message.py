"""A mail as the bytes that a mail server takes."""

from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy, Policy
from email.utils import format_datetime
from typing import Any

from bot.mail.mail import Mail
from bot.mail.sender import MailSender


class _Verbatim(UnstructuredHeader, BaseHeader):
    """A header of ASCII that is never folded: folding would break a long address or id."""

    def fold(self, *, policy: "Policy[Any]") -> str:
        return f"{self.name}: {self}{policy.linesep}"


def message_bytes(mail: Mail, sender: MailSender, *, to: str, token: str, at: datetime) -> bytes:
    """The whole message: alternatives of plain text and of HTML with its images.

    Nothing in it is fetched from elsewhere or tells that it was read. What a value holds of
    line breaks and other control characters becomes a space.

    Raises:
        ValueError, MessageError: a value cannot stand in a message at all.
    """
    message = EmailMessage(policy=_policy())
    message["From"] = Address(display_name=_one_line(sender.name), addr_spec=sender.address)
    message["To"] = Address(addr_spec=to)
    message["Reply-To"] = _one_line(sender.reply_to)
    message["Subject"] = _one_line(mail.subject)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = sender.message_id(token)
    message["List-Id"] = _one_line(sender.list_of(mail.topic))
    message["List-Unsubscribe"] = sender.unsubscribe(mail.unsubscribe)
    # Source: RFC 3834, 5. `Precedence` is for answering machines that know nothing newer.
    message["Auto-Submitted"] = "auto-generated"
    message["Precedence"] = "bulk"
    message.set_content(mail.text, charset="utf-8", cte="quoted-printable")
    # Unique in the world, as RFC 2392 wants it; nothing else in the HTML has such quotes.
    ids = {image.name: sender.content_id(image.name, token) for image in mail.images}
    page = mail.html
    for name, id in ids.items():
        page = page.replace(f'"cid:{name}"', f'"cid:{id}"')
    message.add_alternative(page, subtype="html", charset="utf-8", cte="quoted-printable")
    html = message.get_payload()[-1]  # type: ignore[index]  # two parts by now
    for image in mail.images:
        html.add_related(  # type: ignore[union-attr]
            image.png,
            "image",
            "png",
            cid=f"<{ids[image.name]}>",
            disposition="inline",
            filename=f"{image.name}.png",
        )
    message["Content-Language"] = mail.language  # set sooner it would go to the first part
    return message.as_bytes()


def _policy() -> "EmailPolicy[EmailMessage]":
    registry = HeaderRegistry()
    for name in ("message-id", "list-id", "list-unsubscribe"):
        registry.map_to_type(name, _Verbatim)
    return SMTP.clone(header_factory=registry)


def _one_line(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())
