"""A store that lives in memory, for dialogues that should be tested without a database."""

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from nlp.reading import Danger, Doubt, Kind, PlaceMention, Reading, ThemeScore, Urgency
from storage.concern_values import (
    UNCHANGED,
    Concern,
    NewConcern,
    NewMessage,
    StoredPlace,
    StoredTheme,
    Unchanged,
)
from storage.errors import InviteUnknown
from storage.groups import Group
from storage.outbox import Outgoing
from storage.residents import Resident


@dataclass
class MemoryInbox:
    done: list[int] = field(default_factory=list)

    async def handled(self, update_id: int, *, now: datetime) -> None:
        self.done.append(update_id)


@dataclass
class MemoryOutbox:
    waiting: list[Outgoing] = field(default_factory=list)

    async def put(self, message: Outgoing, *, now: datetime) -> int:
        self.waiting.append(message)
        return len(self.waiting)


@dataclass
class MemoryConversations:
    saved: dict[int, str] = field(default_factory=dict)

    async def load(self, resident_id: int) -> str | None:
        return self.saved.get(resident_id)

    async def save(self, resident_id: int, value: str, *, now: datetime) -> None:
        self.saved[resident_id] = value


@dataclass
class MemoryConcerns:
    kept: dict[int, Concern] = field(default_factory=dict)
    messages: dict[int, list[NewMessage]] = field(default_factory=dict)

    async def record(self, new: NewConcern, *, now: datetime) -> Concern:
        number = len(self.messages) + 1
        self.messages[number] = [new.message]
        self.kept[number] = Concern(
            id=number,
            reference=f"B-{number:04d}",
            source=new.source,
            told_at=new.told_at,
            kind=new.kind,
            urgency=new.urgency,
            recurring=new.recurring,
            language=new.language,
            area=new.area,
            themes=new.themes,
            places=new.places,
            status="new",
            needs_human=new.needs_human,
            pseudonym="P-TEST",
            message_count=1,
            masked=new.message.masked,
            resident_id=new.resident_id,
        )
        return self.kept[number]

    async def add_message(self, concern_id: int, message: NewMessage, *, now: datetime) -> None:
        self.messages[concern_id].append(message)
        known = self.kept[concern_id]
        self.kept[concern_id] = replace(known, message_count=known.message_count + 1)

    async def replace_message(
        self, resident_id: int, telegram_message_id: int, message: NewMessage, *, now: datetime
    ) -> int | None:
        for number, messages in self.messages.items():
            if number in self.kept and self.kept[number].resident_id == resident_id:
                for i, old in enumerate(messages):
                    if old.telegram_message_id == telegram_message_id:
                        messages[i] = message
                        return number
        return None

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
        given = {
            "kind": kind,
            "urgency": urgency,
            "recurring": recurring,
            "themes": None if themes is None else tuple(themes),
            "places": None if places is None else tuple(places),
            "needs_human": needs_human,
        }
        changes = {key: value for key, value in given.items() if value is not None}
        if not isinstance(area, Unchanged):
            changes["area"] = area
        self.kept[concern_id] = replace(self.kept[concern_id], **changes)

    async def set_area(
        self,
        concern_id: int,
        area: str | None,
        places: Sequence[StoredPlace] = (),
        *,
        origin: str,
        now: datetime,
    ) -> None:
        self.kept[concern_id] = replace(self.kept[concern_id], area=area, places=tuple(places))

    async def get(self, concern_id: int) -> Concern | None:
        return self.kept.get(concern_id)

    async def of_resident(self, resident_id: int, *, limit: int = 10) -> list[Concern]:
        own = [c for c in self.kept.values() if c.resident_id == resident_id]
        return sorted(own, key=lambda c: (c.told_at, c.id), reverse=True)[:limit]

    async def delete(self, concern_id: int, *, now: datetime, by: str) -> bool:
        self.messages[concern_id] = []
        return self.kept.pop(concern_id, None) is not None


@dataclass
class MemoryResidents:
    concerns: MemoryConcerns
    conversations: MemoryConversations
    known: dict[int, Resident] = field(default_factory=dict)
    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))

    async def recognise(self, telegram_id: int, *, now: datetime, language: str | None) -> Resident:
        if telegram_id not in self.known:
            self.known[telegram_id] = Resident(
                id=next(self.numbers), language=language, created_at=now
            )
        return self.known[telegram_id]

    async def set_language(self, id: int, language: str) -> None:
        self.known = {
            key: replace(r, language=language) if r.id == id else r for key, r in self.known.items()
        }

    async def choose_language(self, id: int, language: str) -> None:
        self.known = {
            key: replace(r, language=language, language_chosen=True) if r.id == id else r
            for key, r in self.known.items()
        }

    async def forget(self, id: int, *, now: datetime) -> int:
        own = await self.concerns.of_resident(id, limit=1000)
        for concern in own:
            await self.concerns.delete(concern.id, now=now, by="resident")
        self.conversations.saved.pop(id, None)
        self.known = {key: r for key, r in self.known.items() if r.id != id}
        return len(own)


@dataclass
class MemoryGroups:
    joined: list[Group] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    async def list(self) -> list[Group]:
        return self.joined

    async def redeem(self, code: str, *, chat_id: int, now: datetime) -> Group:
        if code not in self.codes:
            raise InviteUnknown("unknown")
        group = Group(
            id=len(self.joined) + 1,
            focus_area=self.codes.pop(code),
            chat_id=chat_id,
            created_at=now,
        )
        self.joined.append(group)
        return group

    async def moved(self, old_chat_id: int, new_chat_id: int) -> int:
        before = self.joined
        self.joined = [
            replace(g, chat_id=new_chat_id) if g.chat_id == old_chat_id else g for g in before
        ]
        return sum(g.chat_id == old_chat_id for g in before)


class MemoryStore:
    """Nothing is undone on an error; tests of that use the real database."""

    def __init__(self) -> None:
        self.inbox = MemoryInbox()
        self.outbox = MemoryOutbox()
        self.conversations = MemoryConversations()
        self.concerns = MemoryConcerns()
        self.residents = MemoryResidents(self.concerns, self.conversations)
        self.groups = MemoryGroups()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator["MemoryStore"]:
        yield self


def a_reading(
    text: str = "",
    *,
    kind: Kind = Kind.CONCERN,
    themes: Sequence[str] = ("buskorning",),
    area: str | None = None,
    place: str | None = None,
    urgency: Urgency = Urgency.NORMAL,
    danger: Danger | None = None,
    language: str = "sv",
    needs_human: bool = False,
) -> Reading:
    """A reading as a test needs it; the text is shown unmasked."""
    name = place or area
    mentions = (PlaceMention(name=name, area=area, start=0, end=0),) if name else ()
    return Reading(
        id=None,
        kind=kind,
        themes=tuple(ThemeScore(id=t, score=0.9) for t in themes),
        area=area,
        places=mentions,
        urgency=urgency,
        danger=danger,
        recurring=False,
        language=language,
        masked=text,
        pii=(),
        needs_human=needs_human,
        doubts=(Doubt.THEME_UNSURE,) if needs_human else (),
        why=(),
    )
