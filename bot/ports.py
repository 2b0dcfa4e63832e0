"""What the dialogue needs of storage, and no more; the tests have one that lives in memory."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from storage.answers import Answer, NewAnswer
from storage.concern_values import (
    UNCHANGED,
    Concern,
    NewConcern,
    NewMessage,
    Status,
    StoredPlace,
    StoredTheme,
    Unchanged,
)
from storage.erasure import InGroups
from storage.following import Followed
from storage.groups import Group
from storage.holds import Hold
from storage.media import Media, NewMedia
from storage.muting import Mute
from storage.my_data import MyData
from storage.outbox import Outgoing
from storage.residents import Resident
from storage.waves import Wave


class Inbox(Protocol):
    """Where updates wait until they are handled."""

    async def handled(self, update_id: int, *, now: datetime) -> None:
        """The update is done with; its content is emptied."""


class Outbox(Protocol):
    """Where answers wait until they are sent."""

    async def put(self, message: Outgoing, *, now: datetime) -> int:
        """Queue a message; its id."""
        ...

    async def cancel_for_concern(self, concern_id: int) -> int:
        """Cancel what waits because of a concern; how many."""
        ...


class Residents(Protocol):
    """Who writes, known by a keyed hash only."""

    async def recognise(self, telegram_id: int, *, now: datetime, language: str | None) -> Resident:
        """The resident with this Telegram id, made known at `now` if it is their first contact."""
        ...

    async def id_of(self, telegram_id: int) -> int | None:
        """The id of the resident with this Telegram id; None of somebody unknown."""
        ...

    async def set_language(self, id: int, language: str) -> None:
        """Answer this resident in that language from now on."""

    async def choose_language(self, id: int, language: str) -> None:
        """Answer this resident in the language that they have chosen themselves."""

    async def forget(self, id: int, *, now: datetime) -> int:
        """Delete the resident and all that is kept of them, at once; how many concerns."""
        ...


class Conversations(Protocol):
    """What the dialogue remembers between two messages."""

    async def load(self, resident_id: int) -> str | None:
        """The text saved last, or None."""
        ...

    async def save(self, resident_id: int, value: str, *, now: datetime) -> None:
        """Remember a text."""


class Concerns(Protocol):
    """What residents have told."""

    async def record(self, new: NewConcern, *, now: datetime) -> Concern:
        """Keep a concern with its first message."""
        ...

    async def add_message(self, concern_id: int, message: NewMessage, *, now: datetime) -> None:
        """Keep another message of a concern."""

    async def replace_message(
        self, resident_id: int, telegram_message_id: int, message: NewMessage, *, now: datetime
    ) -> int | None:
        """Keep the edited form of a message; its concern's id, None if it was never kept."""
        ...

    async def resolve(
        self,
        concern_id: int,
        *,
        kind: str | None = None,
        urgency: str | None = None,
        recurring: bool | None = None,
        area: str | Unchanged | None = UNCHANGED,
        themes: Sequence[StoredTheme] | None = None,
        places: Sequence[StoredPlace] | None = None,
        needs_human: bool | None = None,
    ) -> None:
        """Change what is given of what a concern was understood as."""

    async def told_between(self, start: datetime, end: datetime) -> list[Concern]:
        """All kinds told in [start, end), the oldest first."""
        ...

    async def readings(self, concern_id: int) -> list[Mapping[str, Any]]:
        """What was read of each message, the oldest first."""
        ...

    async def set_status(
        self, concern_id: int, status: Status, *, actor: str, now: datetime
    ) -> bool:
        """Say how far the work has come; False if nothing changes."""
        ...

    async def get(self, concern_id: int) -> Concern | None:
        """The concern, or None when it is gone."""
        ...

    async def of_resident(self, resident_id: int, *, limit: int = 10) -> list[Concern]:
        """A resident's concerns, the latest first."""
        ...

    async def delete(self, concern_id: int, *, now: datetime, by: str) -> bool:
        """Delete a concern everywhere; False if it was gone already."""
        ...

    async def in_groups(self, concern_ids: Sequence[int], *, now: datetime) -> InGroups:
        """What the groups have been shown of concerns, digests apart."""
        ...


class Holds(Protocol):
    """What must be kept by a decision."""

    async def of_concerns(self, concern_ids: Sequence[int]) -> list[Hold]:
        """What of these concerns is held, the longest held first."""
        ...


class Corrections(Protocol):
    """What people say is right."""

    async def place(
        self,
        concern_id: int,
        *,
        area: str | None,
        names: Sequence[str],
        by: str,
        config_version: str,
        now: datetime,
    ) -> None:
        """Somebody says where it is."""

    async def themes(
        self,
        concern_id: int,
        themes: Sequence[StoredTheme],
        *,
        by: str,
        config_version: str,
        now: datetime,
    ) -> None:
        """Somebody says what it is about: the first of the themes, or that none fits."""

    async def confirm(
        self, concern_id: int, *, by: str, config_version: str, now: datetime
    ) -> bool:
        """Somebody says that it was read rightly; False if nothing is new."""
        ...


class MediaFiles(Protocol):
    """The files that residents send."""

    async def add(self, concern_id: int, new: NewMedia, *, now: datetime) -> int:
        """Note a file of a concern, to be fetched; its id."""
        ...

    async def replace(self, resident_id: int, new: NewMedia, *, now: datetime) -> int | None:
        """Put another file in the place of an earlier one; its concern, None if it is the same."""
        ...

    async def concern_of_album(self, resident_id: int, album: str) -> int | None:
        """The concern that what came before of an album lies with."""
        ...

    async def concern_of_message(self, resident_id: int, telegram_message_id: int) -> int | None:
        """The concern that holds the text of a message."""
        ...

    async def concern_of_file(self, resident_id: int, telegram_message_id: int) -> int | None:
        """The concern that holds the file of a message."""
        ...

    async def move_album(self, resident_id: int, album: str, concern_id: int) -> None:
        """Let what came before of an album lie with that concern."""

    async def of_concern(self, concern_id: int) -> list[Media]:
        """The files of a concern, the first sent first."""
        ...


class Groups(Protocol):
    """The chats that coordinators read in."""

    async def list(self) -> list[Group]:
        """All groups."""
        ...

    async def redeem(self, code: str, *, chat_id: int, now: datetime) -> Group:
        """Make a chat a group by a one-time code.

        Raises:
            InviteUnknown, InviteExpired, InviteUsed: the code does not count (any more).
        """
        ...

    async def by_chat(self, chat_id: int) -> Sequence[Group]:
        """What a chat is a group of; empty if of nothing."""
        ...

    async def remove(self, group_id: int, *, now: datetime) -> bool:
        """End a group; False if there is none."""
        ...

    async def moved(self, old_chat_id: int, new_chat_id: int) -> int:
        """Follow a chat that has another id; how many groups that were."""
        ...


class Muting(Protocol):
    """Of whom nothing is passed on."""

    async def of(self, resident_id: int, *, now: datetime) -> Mute | None:
        """How the resident is muted at `now`, if they are."""
        ...

    async def told(self, resident_id: int, *, now: datetime) -> None:
        """The resident has been told."""


class Notices(Protocol):
    """What the admin must be told."""

    async def note(
        self, cause: str, subject: str, detail: Mapping[str, Any], *, now: datetime
    ) -> bool:
        """Keep it, once for each cause and subject; False if it is kept already."""
        ...


class MyDataOf(Protocol):
    """All that is kept of a resident."""

    async def resident(self, resident_id: int, *, now: datetime, max_bytes: int) -> MyData | None:
        """All of a resident, None if there is none; of the files no more than `max_bytes`."""
        ...


class Answers(Protocol):
    """What passes between coordinators and residents."""

    async def add(self, new: NewAnswer, *, now: datetime) -> None:
        """Keep an answer, a status told, or that the resident answered back."""

    async def take_back_status(self, concern_id: int) -> bool:
        """Withdraw the change of status that waits to be told; False if none does."""
        ...

    async def of_concern(self, concern_id: int) -> list[Answer]:
        """All of a concern, the oldest first."""
        ...

    async def asking_groups(self, concern_id: int) -> list[int]:
        """The ids of the groups that have answered, or told how far the work has come."""
        ...


class Following(Protocol):
    """The areas that residents follow."""

    async def follow(self, resident_id: int, area: str, *, now: datetime) -> bool:
        """Let a resident follow an area; False if they do so already."""
        ...

    async def stop(self, resident_id: int, area: str) -> bool:
        """End that; False if the resident does not follow the area."""
        ...

    async def of_resident(self, resident_id: int) -> list[Followed]:
        """What a resident follows, the earliest first."""
        ...


class Waves(Protocol):
    """Alerts in the same words."""

    async def join(
        self, words: str, concern_id: int, *, now: datetime, within: timedelta
    ) -> Wave | None:
        """Count an alert in these words; None if it is the first one `within` that time."""
        ...

    async def led_by(self, concern_id: int) -> list[Wave]:
        """The waves of several alerts of which that concern's was the first."""
        ...


class Audit(Protocol):
    """The log of what was looked at and changed."""

    async def write(
        self,
        *,
        at: datetime,
        actor: str,
        action: str,
        subject: str,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Add an entry."""
        ...


class Transaction(Protocol):
    """One commit: all of it is kept, or nothing."""

    @property
    def inbox(self) -> Inbox:
        """The updates received."""
        ...

    @property
    def outbox(self) -> Outbox:
        """The messages to send."""
        ...

    @property
    def residents(self) -> Residents:
        """Who writes."""
        ...

    @property
    def conversations(self) -> Conversations:
        """What is remembered between messages."""
        ...

    @property
    def concerns(self) -> Concerns:
        """What was told."""
        ...

    @property
    def corrections(self) -> Corrections:
        """What people say is right."""
        ...

    @property
    def media(self) -> MediaFiles:
        """The files sent."""
        ...

    @property
    def groups(self) -> Groups:
        """The coordinators' chats."""
        ...

    @property
    def holds(self) -> Holds:
        """What must be kept by a decision."""
        ...

    @property
    def muting(self) -> Muting:
        """Of whom nothing is passed on."""
        ...

    @property
    def notices(self) -> Notices:
        """What the admin must be told."""
        ...

    @property
    def my_data(self) -> MyDataOf:
        """All that is kept of a resident."""
        ...

    @property
    def answers(self) -> Answers:
        """What passes between coordinators and residents."""
        ...

    @property
    def following(self) -> Following:
        """The areas that residents follow."""
        ...

    @property
    def waves(self) -> Waves:
        """Alerts in the same words."""
        ...

    @property
    def audit(self) -> Audit:
        """What was looked at and changed."""
        ...


class Store(Protocol):
    """Opens transactions."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction, committed at the end, rolled back on an error."""
        ...

    def snapshot(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction for reading that sees one moment."""
        ...
