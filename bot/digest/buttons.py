"""What the buttons under a digest do, packed into the 64 bytes that Telegram gives them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.actions import MAX_BYTES
from bot.errors import ButtonTooLong

_PREFIX = "g"


class DigestVerb(StrEnum):
    """What can be pressed. The values travel in old messages: never reuse one."""

    TIPS = "t"
    MAP = "m"
    PDF = "p"
    SINCE_MEETING = "s"


_PACKED = re.compile(
    rf"{_PREFIX}(?P<verb>[{''.join(DigestVerb)}])"
    r":(?P<skipped>[0-9]{1,6}):(?P<period>[\w-]+):(?P<focus_area>\w+)",
    re.ASCII,
)
"""Anybody may send any callback data."""


@dataclass(frozen=True, kw_only=True)
class DigestAction:
    """A button under the digest of a focus area and period, as it is written.

    `skipped` is how many tips stand on the pages before. Whether the chat has had that digest
    is looked up when it is pressed; the button proves nothing.
    """

    verb: DigestVerb
    focus_area: str
    period: str
    skipped: int = 0


def encode_digest_action(action: DigestAction) -> str:
    """Pack a button for Telegram: 1 to 64 bytes, the same action always the same.

    Raises:
        ButtonTooLong: the packed form would exceed 64 bytes.
    """
    packed = f"{_PREFIX}{action.verb}:{action.skipped}:{action.period}:{action.focus_area}"
    if len(packed.encode()) > MAX_BYTES:
        raise ButtonTooLong(f"button {action.verb.name} needs more than {MAX_BYTES} bytes")
    return packed


def decode_digest_action(data: str) -> DigestAction | None:
    """The action packed in `data`, or None when it is not one of ours (any more)."""
    match = _PACKED.fullmatch(data)
    if match is None:
        return None
    return DigestAction(
        verb=DigestVerb(match["verb"]),
        focus_area=match["focus_area"],
        period=match["period"],
        skipped=int(match["skipped"]),
    )
