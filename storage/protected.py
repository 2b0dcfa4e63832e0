"""Which columns are sealed, and for what; which are keyed hashes, and of what.

A test compares this with the tables and with every use of the key: a column or a purpose that is
not here would be lost at the next change of the key.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """An encrypted column.

    With `whole`, a row holds but a piece: the pieces that share that column, in the order of
    `position`, are sealed as one.
    """

    table: str
    column: str
    purpose: str
    whole: str | None = None

    @property
    def name(self) -> str:
        """As it is written: `table.column`."""
        return f"{self.table}.{self.column}"


TELEGRAM_ID: Final = "telegram_id"

SEALED: Final = (
    Sealed(table="inbox", column="content", purpose="inbox"),
    Sealed(table="resident", column="telegram_id", purpose=TELEGRAM_ID),
    Sealed(table="conversation", column="content", purpose="conversation"),
    Sealed(table="message", column="text", purpose="message"),
    Sealed(table="media", column="file_id", purpose="media file id"),
    Sealed(table="media_content", column="content", purpose="media", whole="media_id"),
    Sealed(table="focus_group", column="chat_id", purpose="group_chat_id"),
    Sealed(table="focus_group", column="address", purpose="group_address"),
    Sealed(table="outbox", column="content", purpose="outbox"),
    Sealed(table="mute", column="reason", purpose="mute"),
    Sealed(table="hold", column="reason", purpose="hold"),
    Sealed(table="answer", column="text", purpose="answer"),
    Sealed(table="followup", column="text", purpose="followup"),
    Sealed(table="config_snapshot", column="files", purpose="config snapshot"),
)
"""Every encrypted column."""

RECIPIENTS: Final = (
    ("resident", "chat"),
    ("inbox", "chat"),
    ("outbox", "chat"),
    ("focus_group", "chat"),
)
"""Columns by which a chat or a mailbox is recognised: what they are hashes of is kept, sealed."""

CHAT: Final = "chat"
MAILBOX: Final = "mailbox"
RENEWED: Final = frozenset({CHAT, MAILBOX})
"""Purposes of the hashes in `RECIPIENTS`; with a new key they are made anew."""

LASTING_COLUMNS: Final = {
    ("tombstone", "reference"): "reference",
    ("tombstone", "external"): "external",
    ("invite", "code"): "invite",
    ("media", "file"): "media file",
    ("media", "album"): "media album",
    ("alert_wave", "words"): "alert words",
}
"""Hashes of what is kept nowhere, by their purposes."""

UNKNOWN: Final = "recipient known by an old hash"
"""The purpose of a hash of a hash: whose chat it was is told nowhere any more."""

_TOKEN: Final = "outbox token"  # noqa: S105 - in the headers of mails that may bounce
LASTING: Final = frozenset({*LASTING_COLUMNS.values(), _TOKEN})
"""Purposes whose keys outlive the secret key: nobody could make these hashes anew."""

OUTSIDE: Final = frozenset({"key_check", "webhook secret", UNKNOWN})
"""Purposes of hashes that are made from the key when they are needed."""
