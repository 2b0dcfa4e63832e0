"""All that is kept of one resident, as they have a right to see it (GDPR, article 15)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.answers import Answer, Answers
from storage.concern_parts import load
from storage.concern_values import Concern
from storage.concerns import MESSAGE_PURPOSE, STATUS_SET
from storage.conversations import Conversations
from storage.following import Followed, Following
from storage.inbox import INBOX_PURPOSE, InboxState
from storage.keys import Keyring
from storage.media import Media, MediaFiles
from storage.muting import Mute, Muting
from storage.outbox import OUTBOX_PURPOSE, OutboxState
from storage.tables import (
    AuditRow,
    ConcernRow,
    CorrectionRow,
    HoldRow,
    InboxRow,
    MessageRow,
    OutboxRow,
    ResidentRow,
)

TOLD: Final[Mapping[str, str]] = {
    "resident": "the resident",
    "conversation": "conversation",
    "concern": "concerns",
    "message": "concerns, texts",
    "concern_theme": "concerns, themes",
    "concern_place": "concerns, places",
    "correction": "concerns, corrections",
    "answer": "concerns, answers",
    "following": "following",
    "hold": "concerns, held",
    "media": "concerns, files",
    "media_content": "concerns, files",
    "mute": "mute",
    "outbox": "waiting",
    "inbox": "unhandled",
}
"""Which table is told of where."""

NOT_TOLD: Final[Mapping[str, str]] = {
    "digest_quote": "a part of the masked text, which is told",
    "outbox_concern": "says which messages to groups are about the concern, not what they say",
    "alert_wave": "a keyed hash that says nothing to anybody",
}
"""Which table that leads to a resident is not, and why."""

_CHUNK = 5_000
_COUNCIL, _RESIDENT = "council", "resident"


@dataclass(frozen=True, kw_only=True)
class KeptText:
    """A message; `text` is None once the original is gone. `reading` is what was read of it."""

    told_at: datetime
    text: str | None = field(repr=False)
    masked: str = field(repr=False)
    reading: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file, with its content where something is kept of it and it was asked for."""

    about: Media
    content: bytes | None = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class KeptCorrection:
    """What was said to be right; `by` is the resident or somebody of the council."""

    at: datetime
    by: str
    what: str
    area: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class KeptAnswer:
    """What passed between the council and the resident; what they answered is a message."""

    at: datetime
    by: str
    kind: str
    status: str | None
    text: str | None = field(repr=False)
    reach: str


@dataclass(frozen=True, kw_only=True)
class Held:
    """Since when, and by which decision, the concern must be kept."""

    since: datetime
    decision: str


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What somebody of the council did with a concern; `status` is set where it is one."""

    at: datetime
    what: str
    status: str | None


@dataclass(frozen=True, kw_only=True)
class KeptConcern:
    """A concern with all that belongs to it, the oldest first."""

    concern: Concern
    recorded_at: datetime
    texts: tuple[KeptText, ...]
    files: tuple[KeptFile, ...]
    corrections: tuple[KeptCorrection, ...]
    answers: tuple[KeptAnswer, ...]
    held: Held | None
    history: tuple[Happened, ...]


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A message to the resident that is not out yet."""

    since: datetime
    what: str
    text: str | None = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class MyData:
    """All that is kept; `conversation` is what the dialogue remembers, as JSON values."""

    resident_id: int
    language: str | None
    language_chosen: bool
    since: datetime
    conversation: Mapping[str, Any]
    mute: Mute | None
    following: tuple[Followed, ...]
    concerns: tuple[KeptConcern, ...]
    waiting: tuple[Waiting, ...]
    unhandled: tuple[Waiting, ...]


class MyDataOf:
    """Gathers what is kept of a resident."""

    def __init__(
        self,
        session: AsyncSession,
        keyring: Keyring,
        *,
        conversations: Conversations,
        media: MediaFiles,
        muting: Muting,
        answers: Answers,
        following: Following,
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._conversations = conversations
        self._media = media
        self._muting = muting
        self._answers = answers
        self._following = following

    async def resident(self, resident_id: int, *, now: datetime, max_bytes: int) -> MyData | None:
        """All of a resident, None if there is none; of the files no more than `max_bytes`."""
        row = await self._session.get(ResidentRow, resident_id)
        if row is None:
            return None
        stored = await self._conversations.load(resident_id)
        return MyData(
            resident_id=resident_id,
            language=row.language,
            language_chosen=row.language_chosen,
            since=row.created_at,
            conversation=json.loads(stored) if stored else {},
            mute=await self._muting.of(resident_id, now=now),
            following=tuple(await self._following.of_resident(resident_id)),
            concerns=await self._concerns(resident_id, max_bytes),
            waiting=await self._waiting(row.chat),
            unhandled=await self._unhandled(row.chat),
        )

    async def _concerns(self, resident_id: int, max_bytes: int) -> tuple[KeptConcern, ...]:
        query = (
            select(ConcernRow)
            .where(col(ConcernRow.resident_id) == resident_id)
            .order_by(col(ConcernRow.told_at), col(ConcernRow.id))
        )
        rows = (await self._session.scalars(query)).all()
        concerns = await load(self._session, rows)
        files = await self._files(resident_id, max_bytes)
        history = await self._history(concerns)
        answers = await self._answers.of_resident(resident_id)
        return tuple(
            [
                KeptConcern(
                    concern=concern,
                    recorded_at=row.recorded_at,
                    texts=await self._texts(concern.id),
                    files=tuple(one for one in files if one.about.concern_id == concern.id),
                    corrections=await self._corrections(concern.id),
                    answers=tuple(_answer(a) for a in answers if a.concern_id == concern.id),
                    held=await self._held(concern.id),
                    history=tuple(history[_subject(concern)]),
                )
                for row, concern in zip(rows, concerns, strict=True)
            ]
        )

    async def _texts(self, concern_id: int) -> tuple[KeptText, ...]:
        query = (
            select(MessageRow)
            .where(col(MessageRow.concern_id) == concern_id)
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
        )
        return tuple(
            KeptText(
                told_at=row.told_at,
                text=self._keyring.decrypt(row.text, purpose=MESSAGE_PURPOSE) if row.text else None,
                masked=row.masked,
                reading=row.reading,
            )
            for row in await self._session.scalars(query)
        )

    async def _files(self, resident_id: int, max_bytes: int) -> list[KeptFile]:
        found: list[KeptFile] = []
        left = max_bytes
        for about in await self._media.of_resident(resident_id):
            fits = about.size is not None and about.size <= left
            content = await self._media.content(about.id) if fits else None
            left -= len(content or b"")
            found.append(KeptFile(about=about, content=content))
        return found

    async def _corrections(self, concern_id: int) -> tuple[KeptCorrection, ...]:
        query = (
            select(CorrectionRow)
            .where(col(CorrectionRow.concern_id) == concern_id)
            .order_by(col(CorrectionRow.id))
        )
        return tuple(
            KeptCorrection(
                at=row.at,
                by=_RESIDENT if row.by == _RESIDENT else _COUNCIL,
                what=row.what,
                area=row.said_area,
                names=tuple(row.said_names),
            )
            for row in await self._session.scalars(query)
        )

    async def _held(self, concern_id: int) -> Held | None:
        """The decision, which is public; not its reason, which may be secret."""
        row = await self._session.get(HoldRow, concern_id)
        return None if row is None else Held(since=row.held_at, decision=row.decision)

    async def _history(self, concerns: Sequence[Concern]) -> dict[str, list[Happened]]:
        """What was done with each, by the subject of the audit log; never by whom."""
        subjects = [_subject(concern) for concern in concerns]
        found: dict[str, list[Happened]] = {subject: [] for subject in subjects}
        for start in range(0, len(subjects), _CHUNK):
            query = (
                select(AuditRow)
                .where(col(AuditRow.subject).in_(subjects[start : start + _CHUNK]))
                .order_by(col(AuditRow.id))
            )
            for row in await self._session.scalars(query):
                status = row.detail.get("to") if row.action == STATUS_SET else None
                found[row.subject].append(Happened(at=row.at, what=row.action, status=status))
        return found

    async def _waiting(self, chat: str) -> tuple[Waiting, ...]:
        query = (
            select(OutboxRow)
            .where(
                col(OutboxRow.chat) == chat,
                col(OutboxRow.content).is_not(None),
                col(OutboxRow.state) != OutboxState.SENT,
            )
            .order_by(col(OutboxRow.id))
        )
        found = []
        for row in await self._session.scalars(query):
            content = json.loads(self._keyring.decrypt(row.content or b"", purpose=OUTBOX_PURPOSE))
            if content["method"] != "answerCallbackQuery":
                params = content["params"]
                text = params.get("text", params.get("caption"))
                found.append(Waiting(since=row.created_at, what=content["method"], text=text))
        return tuple(found)

    async def _unhandled(self, chat: str) -> tuple[Waiting, ...]:
        """What came from the resident and could not be handled."""
        query = (
            select(InboxRow)
            .where(
                col(InboxRow.chat) == chat,
                col(InboxRow.content).is_not(None),
                col(InboxRow.state) == InboxState.FAILED,
            )
            .order_by(col(InboxRow.update_id))
        )
        return tuple(
            Waiting(
                since=row.received_at,
                what="update",
                text=self._keyring.decrypt(row.content or b"", purpose=INBOX_PURPOSE),
            )
            for row in await self._session.scalars(query)
        )


def _subject(concern: Concern) -> str:
    return f"concern:{concern.id}"


def _answer(answer: Answer) -> KeptAnswer:
    return KeptAnswer(
        at=answer.at,
        by=_RESIDENT if answer.by == _RESIDENT else _COUNCIL,
        kind=answer.kind.value,
        status=answer.status and answer.status.value,
        text=answer.text,
        reach=answer.reach.value,
    )
