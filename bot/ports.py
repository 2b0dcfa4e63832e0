"""What the dialogue needs of storage, and no more; the tests have one that lives in memory."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from storage.concern_values import (
    UNCHANGED,
    Concern,
    NewConcern,
    NewMessage,
    StoredPlace,
    StoredTheme,
    Unchanged,
)
from storage.groups import Group
from storage.outbox import Outgoing
from storage.residents import Resident


class Inbox(Protocol):
    """Where updates wait until they are handled."""

    async def handled(self, update_id: int, *, now: datetime) -> None:
        """The update is done with; its content is emptied."""


class Outbox(Protocol):
    """Where answers wait until they are sent."""

    async def put(self, message: Outgoing, *, now: datetime) -> int:
        """Queue a message; its id."""
        ...


class Residents(Protocol):
    """Who writes, known by a keyed hash only."""

    async def recognise(self, telegram_id: int, *, now: datetime, language: str | None) -> Resident:
        """The resident with this Telegram id, made known at `now` if it is their first contact."""
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

    async def set_area(
        self,
        concern_id: int,
        area: str | None,
        places: Sequence[StoredPlace] = (),
        *,
        origin: str,
        now: datetime,
    ) -> None:
        """Set where a concern's problem is."""

    async def get(self, concern_id: int) -> Concern | None:
        """The concern, or None when it is gone."""
        ...

    async def of_resident(self, resident_id: int, *, limit: int = 10) -> list[Concern]:
        """A resident's concerns, the latest first."""
        ...

    async def delete(self, concern_id: int, *, now: datetime, by: str) -> bool:
        """Delete a concern everywhere; False if it was gone already."""
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

    async def moved(self, old_chat_id: int, new_chat_id: int) -> int:
        """Follow a chat that has another id; how many groups that were."""
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
    def groups(self) -> Groups:
        """The coordinators' chats."""
        ...


class Store(Protocol):
    """Opens transactions."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction, committed at the end, rolled back on an error."""
        ...
