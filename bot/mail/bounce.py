"""Mails that say that a mail of ours did not arrive.

Source: RFC 3464. What is read here was written by strangers: it is never trusted to be whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from bot.errors import BounceUnreadable

MOST_BYTES = 10 * 1024 * 1024
_MOST_PARTS = 200
_TOKEN = re.compile(r"(?<![0-9a-z])\d{1,19}\.[0-9a-f]{20}(?![0-9a-f])")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_OUTER = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "In-Reply-To", "References")
_FAILED = "failed"
_NO_BOUNCE = (
    "Det är inget brev om att ett brev inte kom fram (RFC 3464). Spara studsen i sin helhet, "
    "som .eml, och försök igen."
)


@dataclass(frozen=True, kw_only=True)
class Bounce:
    """What a bounce says: of which mail (`tokens`, as found) and how it went.

    `status` is an enhanced status code such as `5.1.1`, and `failed` says that the mail will
    not arrive: else it is late, or has arrived after all.
    """

    tokens: tuple[str, ...]
    status: str
    failed: bool


def read_bounce(content: bytes) -> Bounce:
    """What the bounce says.

    Raises:
        BounceUnreadable: it is none, too large, or too badly made to be read.
    """
    if len(content) > MOST_BYTES:
        raise BounceUnreadable(f"Brevet är större än {MOST_BYTES // 1024 // 1024} MB.")
    try:
        message = message_from_bytes(content)
        parts = _parts(message)
        reports = [block for part in parts for block in _recipients(part)]
        tokens = tuple(dict.fromkeys(_tokens(message, parts)))
    except RecursionError:
        raise BounceUnreadable("Brevet har delar i delar utan slut.") from None
    if not reports:
        raise BounceUnreadable(_NO_BOUNCE)
    told = next((block for block in reports if _action(block) == _FAILED), reports[0])
    found = _STATUS.search(_header(told, "Status"))
    return Bounce(
        tokens=tokens,
        status=found[0] if found else "5.0.0",
        failed=_action(told) == _FAILED,
    )


def _parts(message: Message) -> list[Message]:
    """The message and its parts, not those of the mail that was returned."""
    found = [message]
    if message.get_content_type() == "multipart/report":
        inside = message.get_payload()
        found += [part for part in inside if isinstance(part, Message)][:_MOST_PARTS]
    return found


def _recipients(part: Message) -> Iterator[Message]:
    """What a part tells of each recipient; its first block is of the mail as a whole."""
    blocks = part.get_payload()
    if part.get_content_type() == "message/delivery-status" and isinstance(blocks, list):
        told = (block for block in blocks[:_MOST_PARTS] if isinstance(block, Message))
        yield from (block for block in told if _action(block))


def _action(block: Message) -> str:
    return _header(block, "Action").lower()


def _tokens(message: Message, parts: list[Message]) -> Iterator[str]:
    for name in _OUTER:
        for value in message.get_all(name, []):
            yield from _TOKEN.findall(str(value))
    for part in parts:
        yield from _TOKEN.findall(_returned_id(part))


def _returned_id(part: Message) -> str:
    """The Message-ID of the mail that a part gives back, whole or by its headers."""
    kind, payload = part.get_content_type(), part.get_payload()
    if kind == "text/rfc822-headers":
        raw = part.get_payload(decode=True)
        return _header(message_from_bytes(raw), "Message-ID") if isinstance(raw, bytes) else ""
    if part.get_content_maintype() == "message" and isinstance(payload, list) and payload:
        first = payload[0]
        return _header(first, "Message-ID") if isinstance(first, Message) else ""
    return ""


def _header(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip()
