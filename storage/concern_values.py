"""A concern as plain values: what is given to be recorded, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, Final, Literal


class Source(StrEnum):
    """Where a concern came from."""

    TELEGRAM = "telegram"
    IMPORT = "import"


class Status(StrEnum):
    """How far the work with a concern has come."""

    NEW = "new"
    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"

    @property
    def closes(self) -> bool:
        """Whether nobody works with the concern any more."""
        return self in (Status.DONE, Status.CLOSED)


class Origin(StrEnum):
    """Who says that a theme or place is the right one."""

    READING = "reading"
    RESIDENT = "resident"
    COORDINATOR = "coordinator"


class Unchanged(Enum):
    """A value that is not given, where None means something."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED


@dataclass(frozen=True, kw_only=True)
class StoredTheme:
    """A theme; `score` is the probability (0 to 1) that it is right."""

    id: str
    score: float
    origin: Origin | Literal["reading", "resident", "coordinator"] = Origin.READING


@dataclass(frozen=True, kw_only=True)
class StoredPlace:
    """A named place of the gazetteer."""

    name: str
    origin: Origin | Literal["reading", "resident", "coordinator"] = Origin.READING


@dataclass(frozen=True, kw_only=True)
class NewMessage:
    """A message to keep: `text` is encrypted, `masked` and `reading` stay in clear.

    `reading` is the JSON of what was read, without the original text.
    """

    told_at: datetime
    text: str
    masked: str
    telegram_message_id: int | None = None
    reading: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class NewConcern:
    """A concern to record with its first message.

    `telegram_id` only serves to derive the month's pseudonym. `themes` and `places` are
    ordered, the most important first. `external_id` is unique.
    """

    resident_id: int | None = None
    telegram_id: int | None = None
    source: Source | Literal["telegram", "import"]
    external_id: str | None = None
    told_at: datetime
    kind: str
    urgency: str
    recurring: bool
    language: str
    area: str | None
    themes: tuple[StoredTheme, ...]
    places: tuple[StoredPlace, ...]
    needs_human: bool
    config_version: str
    message: NewMessage


@dataclass(frozen=True, kw_only=True)
class Concern:
    """A concern as it is kept; `masked` has all its messages, one after the other, by line.

    `closed_at` is since when its status closes it. A `muted` one is kept apart: no digest counts
    it and no group is shown it. `config_version` is the configuration it was last sorted by.
    """

    id: int
    reference: str
    source: Source
    told_at: datetime
    kind: str
    urgency: str
    recurring: bool
    language: str
    area: str | None
    themes: tuple[StoredTheme, ...]
    places: tuple[StoredPlace, ...]
    status: Status
    needs_human: bool
    pseudonym: str | None
    message_count: int
    masked: str
    resident_id: int | None
    closed_at: datetime | None = None
    muted: bool = False
    config_version: str = ""

    @property
    def voice_key(self) -> str:
        """What a voice is counted by: the resident, else the month's pseudonym, else itself."""
        if self.resident_id is not None:
            return f"resident:{self.resident_id}"
        return f"pseudonym:{self.pseudonym}" if self.pseudonym else f"concern:{self.id}"
