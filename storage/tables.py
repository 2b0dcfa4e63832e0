"""The tables. They stay inside `storage`; what leaves are the plain values of each repository.

Columns of type `bytes` are encrypted. `chat` columns are keyed hashes of a Telegram chat id,
where a resident's private chat has the resident's own id, or of the address of a mailbox.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.columns import BigId, ClearString, ClearText, UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
_COUNTING_UP = {"sqlite_autoincrement": True}  # an id is never given twice, also after deletion
_STILL_OPEN = text("closed_at IS NULL")


class Row(SQLModel):
    """What all tables share: one metadata with names for constraints."""

    metadata = MetaData(naming_convention=NAMING)


class MetaRow(Row, table=True):
    """Facts about the database itself."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class InboxRow(Row, table=True):
    """A raw update; `content` is emptied once it is handled.

    While it is being handled, the worker `leased_by` holds it until `leased_until`.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(None, "chat", "state", "update_id"),
        Index(None, "state", "update_id"),
    )
    update_id: int = Field(
        primary_key=True, sa_type=BigId, sa_column_kwargs={"autoincrement": False}
    )
    chat: str | None = None
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    state: str
    attempts: int = 0
    retry_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leased_by: str | None = None
    reason: str | None = None
    received_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ResidentRow(Row, table=True):
    """A person who writes."""

    __tablename__ = "resident"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    chat: str = Field(unique=True)
    telegram_id: bytes = Field(sa_type=LargeBinary)
    language: str | None = Field(default=None, sa_type=ClearString)
    language_chosen: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)


class ConversationRow(Row, table=True):
    """Where the dialogue with a resident stands."""

    __tablename__ = "conversation"
    resident_id: int = Field(
        primary_key=True, foreign_key="resident.id", ondelete="CASCADE", sa_type=BigId
    )
    content: bytes = Field(sa_type=LargeBinary)
    saved_at: datetime = Field(sa_type=UtcDateTime)


class ConcernRow(Row, table=True):
    """One tip or worry."""

    __tablename__ = "concern"
    __table_args__ = (
        Index(
            "ix_concern_open",
            "kind",
            "told_at",
            sqlite_where=_STILL_OPEN,
            postgresql_where=_STILL_OPEN,
        ),
        _COUNTING_UP,
    )
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    reference: str = Field(unique=True)
    resident_id: int | None = Field(
        default=None, foreign_key="resident.id", index=True, sa_type=BigId
    )
    pseudonym: str | None = None
    source: str
    external_id: str | None = Field(default=None, unique=True, sa_type=ClearString)
    told_at: datetime = Field(index=True, sa_type=UtcDateTime)
    kind: str
    urgency: str
    recurring: bool
    language: str = Field(sa_type=ClearString)
    area: str | None = Field(default=None, sa_type=ClearString)
    status: str
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    needs_human: bool
    config_version: str
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    muted: bool = False


class MessageRow(Row, table=True):
    """One message of a concern: original encrypted, masked in clear."""

    __tablename__ = "message"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    telegram_message_id: int | None = Field(default=None, sa_type=BigId)
    told_at: datetime = Field(sa_type=UtcDateTime)
    text: bytes | None = Field(default=None, sa_type=LargeBinary)
    masked: str = Field(sa_type=ClearText)
    reading: dict[str, Any] = Field(sa_type=JSON)
    recorded_at: datetime = Field(sa_type=UtcDateTime)


class MediaRow(Row, table=True):
    """A file that a resident sent: what it is and how far it has come, never what it holds.

    `file_id` is what Telegram gives it out by, emptied once that is done; `file` and `album`
    are keyed hashes of what Telegram knows the file, and what was sent together, by.
    """

    __tablename__ = "media"
    __table_args__ = (Index(None, "state", "retry_at"), _COUNTING_UP)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    telegram_message_id: int | None = Field(default=None, sa_type=BigId)
    kind: str
    file_id: bytes | None = Field(default=None, sa_type=LargeBinary)
    file: str | None = None
    album: str | None = Field(default=None, index=True)
    state: str
    reason: str | None = None
    media_type: str | None = None
    size: int | None = None
    attempts: int = 0
    retry_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    told_at: datetime = Field(sa_type=UtcDateTime)
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class MediaContentRow(Row, table=True):
    """A piece of a file's encrypted content; the pieces in order are the whole."""

    __tablename__ = "media_content"
    media_id: int = Field(
        primary_key=True, foreign_key="media.id", ondelete="CASCADE", sa_type=BigId
    )
    position: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class ThemeRow(Row, table=True):
    """A theme of a concern; `position` 0 is the primary one."""

    __tablename__ = "concern_theme"
    concern_id: int = Field(
        primary_key=True, foreign_key="concern.id", ondelete="CASCADE", sa_type=BigId
    )
    position: int = Field(primary_key=True)
    theme: str
    score: float
    origin: str


class PlaceRow(Row, table=True):
    """A place of a concern; `position` 0 is where it happens."""

    __tablename__ = "concern_place"
    concern_id: int = Field(
        primary_key=True, foreign_key="concern.id", ondelete="CASCADE", sa_type=BigId
    )
    position: int = Field(primary_key=True)
    name: str = Field(sa_type=ClearString)
    origin: str


class CorrectionRow(Row, table=True):
    """What somebody said is right of a concern, beside what had been read; never changed.

    `names` are those of places or the ids of themes, by `what` (place or theme).
    """

    __tablename__ = "correction"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    what: str
    read_area: str | None = Field(default=None, sa_type=ClearString)
    read_names: list[str] = Field(sa_type=JSON)
    said_area: str | None = Field(default=None, sa_type=ClearString)
    said_names: list[str] = Field(sa_type=JSON)
    by: str = Field(sa_type=ClearString)
    at: datetime = Field(sa_type=UtcDateTime)
    config_version: str


class TombstoneRow(Row, table=True):
    """That something was deleted, and nothing of what it was (keyed hashes only)."""

    __tablename__ = "tombstone"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    reference: str = Field(index=True)
    external: str | None = Field(default=None, index=True)
    deleted_at: datetime = Field(sa_type=UtcDateTime)


class GroupRow(Row, table=True):
    """A chat or a mailbox of a focus area; a removed one has neither any more."""

    __tablename__ = "focus_group"
    __table_args__ = (UniqueConstraint("focus_area", "chat"), _COUNTING_UP)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    focus_area: str
    chat: str | None = Field(default=None, index=True)
    chat_id: bytes | None = Field(default=None, sa_type=LargeBinary)
    address: bytes | None = Field(default=None, sa_type=LargeBinary)
    created_at: datetime = Field(sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InviteRow(Row, table=True):
    """A one-time code with which a chat becomes a group; only its keyed hash is kept."""

    __tablename__ = "invite"
    code: str = Field(primary_key=True)
    focus_area: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    group_id: int | None = Field(default=None, foreign_key="focus_group.id", sa_type=BigId)


class DigestRow(Row, table=True):
    """The picture of one focus area and period (`week`, as it is written), in numbers.

    `quotes_chosen` tells how many quotes it was made with; there may be fewer now.
    """

    __tablename__ = "digest"
    __table_args__ = (UniqueConstraint("focus_area", "week"), _COUNTING_UP)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    focus_area: str
    week: str
    facts: dict[str, Any] = Field(sa_type=JSON)
    quotes_chosen: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)


class QuoteRow(Row, table=True):
    """A masked quote in a digest, gone with its concern."""

    __tablename__ = "digest_quote"
    digest_id: int = Field(
        primary_key=True, foreign_key="digest.id", ondelete="CASCADE", sa_type=BigId
    )
    position: int = Field(primary_key=True)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    text: str = Field(sa_type=ClearText)


class DeliveryRow(Row, table=True):
    """A digest sent to one group; the unique pair decides that it is sent once.

    `week` is the period as it is written. A missed one has no digest and no `sendings`; one
    that is sent again by command counts another. `attempts`, `doubtful` and `reason` are those
    of its last messages, once these are done with (`settled_at`).
    """

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("group_id", "week"), _COUNTING_UP)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    digest_id: int | None = Field(default=None, foreign_key="digest.id", index=True, sa_type=BigId)
    group_id: int = Field(foreign_key="focus_group.id", sa_type=BigId)
    week: str
    state: str = Field(default="waiting", index=True)
    reason: str | None = None
    sendings: int = 1
    attempts: int = 0
    doubtful: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)
    queued_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dismissed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NoticeRow(Row, table=True):
    """What the admin must be told, once for each cause and subject; row numbers, no content.

    `outbox_ids` are the messages that tell it; one of them out, it is told.
    """

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("cause", "subject"), _COUNTING_UP)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    cause: str
    subject: str
    detail: dict[str, Any] = Field(sa_type=JSON)
    outbox_ids: list[int] = Field(sa_type=JSON)
    noted_at: datetime = Field(sa_type=UtcDateTime)
    told_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)


class OutboxRow(Row, table=True):
    """A message to somebody; `content` (to whom, method, parameters) is emptied once sent.

    While it is being sent, the bot that does so holds it until `leased_until`.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "chat", "state", "id"),
        Index(None, "state", "priority", "id"),
        _COUNTING_UP,
    )
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    chat: str
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    priority: int
    state: str
    attempts: int = 0
    doubtful: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = None
    message_id: int | None = Field(default=None, sa_type=BigId)
    concern_id: int | None = Field(
        default=None, foreign_key="concern.id", ondelete="SET NULL", index=True, sa_type=BigId
    )
    delivery_id: int | None = Field(
        default=None, foreign_key="delivery.id", ondelete="SET NULL", index=True, sa_type=BigId
    )
    inbox_update_id: int | None = Field(default=None, sa_type=BigId)
    created_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OutboxConcernRow(Row, table=True):
    """A message tells of this concern as well; what waits is cancelled with it."""

    __tablename__ = "outbox_concern"
    outbox_id: int = Field(
        primary_key=True, foreign_key="outbox.id", ondelete="CASCADE", sa_type=BigId
    )
    concern_id: int = Field(
        primary_key=True, foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId
    )


class MuteRow(Row, table=True):
    """A resident of whom nothing is passed on; `reason` is encrypted, `until` None is for good.

    `told_at` is when they were told so.
    """

    __tablename__ = "mute"
    resident_id: int = Field(
        primary_key=True, foreign_key="resident.id", ondelete="CASCADE", sa_type=BigId
    )
    reason: bytes = Field(sa_type=LargeBinary)
    actor: str
    muted_at: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AlertWaveRow(Row, table=True):
    """An alert that stands for others in the same words (`words`, a keyed hash).

    There were `alerts` of them by `last_at`; that there were `told` was said at `told_at`.
    """

    __tablename__ = "alert_wave"
    words: str = Field(primary_key=True)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    began_at: datetime = Field(sa_type=UtcDateTime)
    last_at: datetime = Field(sa_type=UtcDateTime)
    alerts: int
    told: int
    told_at: datetime = Field(sa_type=UtcDateTime)


class AnswerRow(Row, table=True):
    """What a coordinator told a resident of a concern, or that the resident answered back.

    `text` is what the coordinator wrote; what a resident wrote is a message of the concern.
    `group_id` is the group that it came from, `outbox_id` the message that takes it there.
    """

    __tablename__ = "answer"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    concern_id: int = Field(foreign_key="concern.id", ondelete="CASCADE", index=True, sa_type=BigId)
    kind: str
    status: str | None = None
    text: bytes | None = Field(default=None, sa_type=LargeBinary)
    by: str = Field(sa_type=ClearString)
    group_id: int | None = Field(
        default=None, foreign_key="focus_group.id", ondelete="SET NULL", sa_type=BigId
    )
    outbox_id: int | None = Field(
        default=None, foreign_key="outbox.id", ondelete="SET NULL", index=True, sa_type=BigId
    )
    at: datetime = Field(sa_type=UtcDateTime)


class FollowingRow(Row, table=True):
    """A resident wants to know what has been done in an area."""

    __tablename__ = "following"
    resident_id: int = Field(
        primary_key=True, foreign_key="resident.id", ondelete="CASCADE", sa_type=BigId
    )
    area: str = Field(primary_key=True, index=True, sa_type=ClearString)
    since: datetime = Field(sa_type=UtcDateTime)


class FollowupRow(Row, table=True):
    """What those who follow an area are told has been done; one not sent awaits a word."""

    __tablename__ = "followup"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    area: str = Field(sa_type=ClearString)
    theme: str | None = None
    text: bytes = Field(sa_type=LargeBinary)
    by: str = Field(sa_type=ClearString)
    group_id: int | None = Field(
        default=None, foreign_key="focus_group.id", ondelete="SET NULL", sa_type=BigId
    )
    written_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HoldRow(Row, table=True):
    """A concern that must be kept by a decision (its number); `reason` is encrypted."""

    __tablename__ = "hold"
    concern_id: int = Field(
        primary_key=True, foreign_key="concern.id", ondelete="CASCADE", sa_type=BigId
    )
    reason: bytes = Field(sa_type=LargeBinary)
    decision: str = Field(sa_type=ClearString)
    actor: str
    held_at: datetime = Field(sa_type=UtcDateTime)


class ConfigSnapshotRow(Row, table=True):
    """The configuration that was last in use; there is one row at most."""

    __tablename__ = "config_snapshot"
    version: str = Field(primary_key=True)
    files: bytes = Field(sa_type=LargeBinary)
    noted_at: datetime = Field(sa_type=UtcDateTime)


class ThemeLifeRow(Row, table=True):
    """A theme that was in use once; `retired_at` is when it was first seen to be retired."""

    __tablename__ = "theme_life"
    theme: str = Field(primary_key=True)
    noted_at: datetime = Field(sa_type=UtcDateTime)
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AuditRow(Row, table=True):
    """Who looked at or changed what, and when; triggers refuse change and deletion."""

    __tablename__ = "audit"
    __table_args__ = (_COUNTING_UP,)
    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    at: datetime = Field(index=True, sa_type=UtcDateTime)
    actor: str
    action: str
    subject: str
    detail: dict[str, Any] = Field(sa_type=JSON)
