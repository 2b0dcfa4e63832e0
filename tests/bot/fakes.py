"""A store that lives in memory, for dialogues that should be tested without a database."""

import itertools
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from nlp.reading import Danger, Doubt, Kind, PlaceMention, Reading, ThemeScore, Urgency
from storage.answers import Answer, NewAnswer, Reach
from storage.concern_values import (
    UNCHANGED,
    Concern,
    NewConcern,
    NewMessage,
    Origin,
    Status,
    StoredPlace,
    StoredTheme,
    Unchanged,
)
from storage.erasure import InGroups
from storage.errors import InviteUnknown
from storage.following import Followed
from storage.groups import Group
from storage.holds import Hold
from storage.media import Media, MediaState, NewMedia
from storage.muting import Mute
from storage.outbox import Outgoing
from storage.residents import Resident
from storage.waves import Wave


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

    async def cancel_for_concern(self, concern_id: int) -> int:
        due = [o for o in self.waiting if o.concern_id == concern_id and o.not_before is not None]
        self.waiting = [outgoing for outgoing in self.waiting if outgoing not in due]
        return len(due)


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
            status=Status.NEW,
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

    async def told_between(self, start: datetime, end: datetime) -> list[Concern]:
        return [one for one in self.kept.values() if start <= one.told_at < end]

    async def readings(self, concern_id: int) -> list[dict]:
        return [dict(message.reading) for message in self.messages[concern_id]]

    async def set_status(
        self, concern_id: int, status: Status, *, actor: str, now: datetime
    ) -> bool:
        before = self.kept[concern_id]
        closed_at = (before.closed_at or now) if status.closes else None
        self.kept[concern_id] = replace(before, status=status, closed_at=closed_at)
        return before.status != status

    async def get(self, concern_id: int) -> Concern | None:
        return self.kept.get(concern_id)

    async def of_resident(self, resident_id: int, *, limit: int = 10) -> list[Concern]:
        own = [c for c in self.kept.values() if c.resident_id == resident_id]
        return sorted(own, key=lambda c: (c.told_at, c.id), reverse=True)[:limit]

    async def in_groups(self, concern_ids: Sequence[int], *, now: datetime) -> InGroups:
        return InGroups()

    async def delete(self, concern_id: int, *, now: datetime, by: str) -> bool:
        self.messages[concern_id] = []
        return self.kept.pop(concern_id, None) is not None


@dataclass
class MemoryCorrections:
    """What is right, as far as the dialogue asks; what was read is for the real one to tell."""

    concerns: MemoryConcerns
    said: list[tuple] = field(default_factory=list)

    async def place(self, concern_id, *, area, names, by, config_version, now) -> None:
        self.said.append(("place", concern_id, area, *names))
        places = tuple(StoredPlace(name=name, origin=Origin.RESIDENT) for name in names)
        await self.concerns.resolve(concern_id, area=area, places=places)

    async def themes(self, concern_id, themes, *, by, config_version, now) -> None:
        self.said.append(("theme", concern_id, *(theme.id for theme in themes[:1])))
        await self.concerns.resolve(concern_id, themes=themes)

    async def confirm(self, concern_id, *, by, config_version, now) -> bool:
        concern = self.concerns.kept[concern_id]
        read = (*concern.themes[:1], *concern.places[:1])
        if all(part.origin != Origin.READING for part in read):
            return False
        self.said.append(("confirmed", concern_id))
        told = [replace(theme, origin=Origin.RESIDENT) for theme in concern.themes]
        places = [replace(place, origin=Origin.RESIDENT) for place in concern.places]
        await self.concerns.resolve(concern_id, themes=told, places=places)
        return True


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

    async def id_of(self, telegram_id: int) -> int | None:
        resident = self.known.get(telegram_id)
        return None if resident is None else resident.id

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

    async def by_chat(self, chat_id: int) -> Sequence[Group]:
        return [group for group in self.joined if group.chat_id == chat_id]

    async def remove(self, group_id: int, *, now: datetime) -> bool:
        before = self.joined
        self.joined = [group for group in before if group.id != group_id]
        return len(self.joined) < len(before)

    async def moved(self, old_chat_id: int, new_chat_id: int) -> int:
        before = self.joined
        self.joined = [
            replace(g, chat_id=new_chat_id) if g.chat_id == old_chat_id else g for g in before
        ]
        return sum(g.chat_id == old_chat_id for g in before)


@dataclass
class MemoryMedia:
    concerns: MemoryConcerns
    sent: dict[int, tuple[int, NewMedia]] = field(default_factory=dict)

    async def add(self, concern_id: int, new: NewMedia, *, now: datetime) -> int:
        self.sent[len(self.sent) + 1] = (concern_id, new)
        return len(self.sent)

    async def replace(self, resident_id: int, new: NewMedia, *, now: datetime) -> int | None:
        for number, (concern_id, old) in self._of(resident_id):
            if old.telegram_message_id == new.telegram_message_id:
                if old.unique_id == new.unique_id:
                    return None
                self.sent[number] = (concern_id, new)
                return concern_id
        return None

    async def concern_of_album(self, resident_id: int, album: str) -> int | None:
        return next((c for _, (c, new) in self._of(resident_id) if new.album == album), None)

    async def concern_of_message(self, resident_id: int, telegram_message_id: int) -> int | None:
        for number, messages in self.concerns.messages.items():
            known = self.concerns.kept.get(number)
            if known is None or known.resident_id != resident_id:
                continue
            if any(m.telegram_message_id == telegram_message_id for m in messages):
                return number
        return None

    async def concern_of_file(self, resident_id: int, telegram_message_id: int) -> int | None:
        found = [
            c for _, (c, n) in self._of(resident_id) if n.telegram_message_id == telegram_message_id
        ]
        return found[0] if found else None

    async def move_album(self, resident_id: int, album: str, concern_id: int) -> None:
        for number, (_, new) in self._of(resident_id):
            if new.album == album:
                self.sent[number] = (concern_id, new)

    async def of_concern(self, concern_id: int) -> list[Media]:
        return [
            Media(
                id=number,
                concern_id=concern_id,
                kind=new.kind,
                state=MediaState.REFUSED if new.refused else MediaState.WAITING,
                reason=new.refused,
                media_type=None,
                size=None,
                told_at=new.told_at,
            )
            for number, (its, new) in self.sent.items()
            if its == concern_id and its in self.concerns.kept
        ]

    def _of(self, resident_id: int) -> list[tuple[int, tuple[int, NewMedia]]]:
        kept = self.concerns.kept
        return [
            (number, (concern_id, new))
            for number, (concern_id, new) in reversed(self.sent.items())
            if concern_id in kept and kept[concern_id].resident_id == resident_id
        ]


@dataclass
class MemoryMuting:
    muted: dict[int, Mute] = field(default_factory=dict)

    async def of(self, resident_id: int, *, now: datetime) -> Mute | None:
        mute = self.muted.get(resident_id)
        lasts = mute is not None and (mute.until is None or mute.until > now)
        return mute if lasts else None

    async def told(self, resident_id: int, *, now: datetime) -> None:
        self.muted[resident_id] = replace(self.muted[resident_id], told_at=now)


@dataclass
class MemoryWaves:
    counted: dict[str, Wave] = field(default_factory=dict)

    async def join(
        self, words: str, concern_id: int, *, now: datetime, within: timedelta
    ) -> Wave | None:
        known = self.counted.get(words)
        if known is not None:
            self.counted[words] = replace(known, alerts=known.alerts + 1, last_at=now)
            return self.counted[words]
        self.counted[words] = Wave(
            words=words,
            concern_id=concern_id,
            began_at=now,
            last_at=now,
            alerts=1,
            told=1,
            told_at=now,
        )
        return None

    async def led_by(self, concern_id: int) -> list[Wave]:
        waves = self.counted.values()
        return [one for one in waves if one.concern_id == concern_id and one.alerts > 1]


@dataclass
class MemoryNotices:
    noted: list[tuple[str, str]] = field(default_factory=list)

    async def note(
        self, cause: str, subject: str, detail: Mapping[str, Any], *, now: datetime
    ) -> bool:
        self.noted.append((cause, subject))
        return True


@dataclass
class MemoryAnswers:
    told: list[Answer] = field(default_factory=list)

    async def add(self, new: NewAnswer, *, now: datetime) -> None:
        answer = Answer(
            id=len(self.told) + 1,
            concern_id=new.concern_id,
            kind=new.kind,
            status=new.status,
            text=new.text,
            by=new.by,
            group_id=new.group_id,
            at=now,
            reach=Reach.UNKNOWN,
        )
        self.told.append(answer)

    async def take_back_status(self, concern_id: int) -> bool:
        return False

    async def of_concern(self, concern_id: int) -> list[Answer]:
        return [answer for answer in self.told if answer.concern_id == concern_id]

    async def asking_groups(self, concern_id: int) -> list[int]:
        own = await self.of_concern(concern_id)
        return sorted({answer.group_id for answer in own if answer.group_id is not None})


@dataclass
class MemoryFollowing:
    kept: dict[tuple[int, str], datetime] = field(default_factory=dict)

    async def follow(self, resident_id: int, area: str, *, now: datetime) -> bool:
        known = (resident_id, area) in self.kept
        self.kept.setdefault((resident_id, area), now)
        return not known

    async def stop(self, resident_id: int, area: str) -> bool:
        return self.kept.pop((resident_id, area), None) is not None

    async def of_resident(self, resident_id: int) -> list[Followed]:
        return [Followed(area=a, since=at) for (r, a), at in self.kept.items() if r == resident_id]


class MemoryMyData:
    async def resident(self, resident_id: int, *, now: datetime, max_bytes: int) -> None:
        """What it tells is tested with the real database."""


@dataclass
class MemoryHolds:
    held: list[Hold] = field(default_factory=list)

    async def of_concerns(self, concern_ids) -> list[Hold]:
        return [one for one in self.held if one.concern_id in concern_ids]


@dataclass
class MemoryAudit:
    written: list[dict] = field(default_factory=list)

    async def write(self, **entry) -> None:
        self.written.append(entry)


class MemoryStore:
    """Nothing is undone on an error; tests of that use the real database."""

    def __init__(self) -> None:
        self.inbox = MemoryInbox()
        self.outbox = MemoryOutbox()
        self.conversations = MemoryConversations()
        self.concerns = MemoryConcerns()
        self.corrections = MemoryCorrections(self.concerns)
        self.residents = MemoryResidents(self.concerns, self.conversations)
        self.groups = MemoryGroups()
        self.media = MemoryMedia(self.concerns)
        self.muting = MemoryMuting()
        self.holds = MemoryHolds()
        self.waves = MemoryWaves()
        self.answers = MemoryAnswers()
        self.following = MemoryFollowing()
        self.my_data = MemoryMyData()
        self.notices = MemoryNotices()
        self.audit = MemoryAudit()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator["MemoryStore"]:
        yield self

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
