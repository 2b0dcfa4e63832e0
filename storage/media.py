"""Files that residents send: announced at once, fetched later, kept encrypted in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import Select, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.erasure import Erasure
from storage.errors import ConcernUnknown
from storage.keys import Keyring
from storage.tables import ConcernRow, MediaContentRow, MediaRow, MessageRow

MEDIA_READ: Final = "media_read"
"""The audit log's action for a look at files; its subject is `concern:ID`."""

LEASE: Final = timedelta(minutes=5)
"""So long a file is one bot's to fetch; longer than fetching and cleaning may take."""

_CONTENT, _FILE_ID = "media", "media file id"  # what they are encrypted for
_FILE, _ALBUM = "media file", "media album"  # what they are recognised by
_PIECE_BYTES = 256 * 1024


class MediaState(StrEnum):
    """How far a file has come; only kept ones have content."""

    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class NewMedia:
    """A file as Telegram announces it; `album` is of what was sent together.

    `refused` is why it is not to be fetched at all.
    """

    telegram_message_id: int
    kind: str
    file_id: str = field(repr=False)
    unique_id: str = field(repr=False)
    album: str | None
    told_at: datetime
    refused: str | None = None


@dataclass(frozen=True, kw_only=True)
class Media:
    """A file of a concern: `size` in bytes and `media_type` are those of what is kept."""

    id: int
    concern_id: int
    kind: str
    state: MediaState
    reason: str | None
    media_type: str | None
    size: int | None
    told_at: datetime


@dataclass(frozen=True, kw_only=True)
class MediaToFetch:
    """A file that is one bot's to fetch; `attempts` counts those begun, this one included."""

    id: int
    concern_id: int
    kind: str
    file_id: str = field(repr=False)
    file: str | None = field(repr=False)
    attempts: int


class MediaFiles:
    """The files of all concerns."""

    def __init__(
        self, session: AsyncSession, keyring: Keyring, erasure: Erasure, audit: Audit
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._erasure = erasure
        self._audit = audit

    async def add(self, concern_id: int, new: NewMedia, *, now: datetime) -> int:
        """Note a file of a concern, to be fetched; its id. Raises `ConcernUnknown`."""
        kept = await self._session.get(
            ConcernRow,
            concern_id,
            populate_existing=True,
            with_for_update={"read": True, "key_share": True},
        )
        if kept is None:
            raise ConcernUnknown("Angelägenheten finns inte längre.")
        row = MediaRow(
            concern_id=concern_id,
            kind=new.kind,
            state=MediaState.WAITING.value,
            told_at=new.told_at,
            recorded_at=now,
        )
        self._announce(row, new, now)
        self._session.add(row)
        await self._session.flush()
        return row.id or 0

    async def replace(self, resident_id: int, new: NewMedia, *, now: datetime) -> int | None:
        """Put another file in the place of the one sent with that message; its concern's id.

        None if there is no such file, or it is the same. What was kept of the old is gone.
        """
        query = (
            select(MediaRow)
            .join(ConcernRow, col(ConcernRow.id) == col(MediaRow.concern_id))
            .where(
                col(ConcernRow.resident_id) == resident_id,
                col(MediaRow.telegram_message_id) == new.telegram_message_id,
            )
            .order_by(col(MediaRow.id).desc())
            .limit(1)
            .with_for_update(of=MediaRow)
            .execution_options(populate_existing=True)
        )
        row = await self._session.scalar(query)
        if row is None or row.file == self._keyring.fingerprint(new.unique_id, purpose=_FILE):
            return None
        await self._drop_content(row)
        row.kind = new.kind
        row.state = MediaState.WAITING.value
        row.reason = row.media_type = row.size = None
        row.attempts = 0
        row.retry_at = row.leased_until = row.finished_at = None
        row.recorded_at = now
        self._announce(row, new, now)
        await self._session.flush()
        self._erasure.mark()
        return row.concern_id

    async def concern_of_album(self, resident_id: int, album: str) -> int | None:
        """The concern that a resident's album lies with, None if nothing of it came before."""
        query = (
            select(col(MediaRow.concern_id))
            .join(ConcernRow, col(ConcernRow.id) == col(MediaRow.concern_id))
            .where(
                col(ConcernRow.resident_id) == resident_id,
                col(MediaRow.album) == self._keyring.fingerprint(album, purpose=_ALBUM),
            )
            .order_by(col(MediaRow.id).desc())
            .limit(1)
        )
        return await self._session.scalar(query)

    async def concern_of_message(self, resident_id: int, telegram_message_id: int) -> int | None:
        """The concern that holds the text of a resident's message."""
        return await self._concern_with(MessageRow, resident_id, telegram_message_id)

    async def concern_of_file(self, resident_id: int, telegram_message_id: int) -> int | None:
        """The concern that holds the file of a resident's message."""
        return await self._concern_with(MediaRow, resident_id, telegram_message_id)

    async def move_album(self, resident_id: int, album: str, concern_id: int) -> None:
        """Let what came before of a resident's album lie with that concern."""
        theirs = select(col(ConcernRow.id)).where(col(ConcernRow.resident_id) == resident_id)
        await self._session.execute(
            update(MediaRow)
            .where(
                col(MediaRow.album) == self._keyring.fingerprint(album, purpose=_ALBUM),
                col(MediaRow.concern_id).in_(theirs),
            )
            .values(concern_id=concern_id)
            .execution_options(synchronize_session="fetch")
        )

    async def of_concern(self, concern_id: int) -> list[Media]:
        """The files of a concern, the first sent first."""
        return await self._listed(select(MediaRow).where(col(MediaRow.concern_id) == concern_id))

    async def of_resident(self, resident_id: int) -> list[Media]:
        """The files of all of a resident's concerns, the first sent first."""
        theirs = select(col(ConcernRow.id)).where(col(ConcernRow.resident_id) == resident_id)
        return await self._listed(select(MediaRow).where(col(MediaRow.concern_id).in_(theirs)))

    async def content(self, id: int) -> bytes | None:
        """A kept file in clear, None if nothing is kept of it.

        Whoever is not the resident themselves reads it by `read`, which is audited.
        """
        pieces = await self.pieces(id)
        if not pieces:
            return None
        return self._keyring.decrypt_bytes(b"".join(pieces), purpose=_CONTENT)

    async def pieces(self, id: int) -> list[bytes]:
        """What is kept of a file, as it is kept: encrypted, and cut into pieces."""
        query = (
            select(col(MediaContentRow.content))
            .where(col(MediaContentRow.media_id) == id)
            .order_by(col(MediaContentRow.position))
        )
        return list((await self._session.scalars(query)).all())

    async def read(self, concern_id: int, *, actor: str, now: datetime, reason: str) -> list[Media]:
        """The files of a concern, whose contents `actor` is about to see; that is audited."""
        await self._audit.write(
            at=now,
            actor=actor,
            action=MEDIA_READ,
            subject=f"concern:{concern_id}",
            detail={"reason": reason},
        )
        return await self.of_concern(concern_id)

    async def claim(self, *, now: datetime, limit: int) -> list[MediaToFetch]:
        """Files to fetch, the longest waiting first; each is nobody else's for `LEASE`.

        An attempt is counted when it begins: a file that ends the bot ends being tried, too.
        """
        lease, again = col(MediaRow.leased_until), col(MediaRow.retry_at)
        query = (
            select(MediaRow)
            .where(
                col(MediaRow.state) == MediaState.WAITING,
                or_(lease.is_(None), lease <= now),
                or_(again.is_(None), again <= now),
            )
            .order_by(col(MediaRow.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        rows = (await self._session.scalars(query)).all()
        for row in rows:
            row.leased_until = now + LEASE
            row.attempts += 1
        await self._session.flush()
        return [
            MediaToFetch(
                id=row.id or 0,
                concern_id=row.concern_id,
                kind=row.kind,
                file_id=self._keyring.decrypt(row.file_id or b"", purpose=_FILE_ID),
                file=row.file,
                attempts=row.attempts,
            )
            for row in rows
        ]

    async def keep(
        self, item: MediaToFetch, content: bytes, *, media_type: str, now: datetime
    ) -> bool:
        """Keep a file's content; False if it is not wanted any more, and nothing is kept."""
        row = await self._still_wanted(item)
        if row is None:
            return False
        sealed = self._keyring.encrypt_bytes(content, purpose=_CONTENT)
        await self._drop_content(row)
        for position, start in enumerate(range(0, len(sealed), _PIECE_BYTES)):
            piece = sealed[start : start + _PIECE_BYTES]
            self._session.add(MediaContentRow(media_id=item.id, position=position, content=piece))
        row.media_type = media_type
        row.size = len(content)
        self._finish(row, MediaState.KEPT, None, now)
        await self._session.flush()
        return True

    async def postpone(self, item: MediaToFetch, *, until: datetime, reason: str) -> None:
        """Try again from `until` on."""
        row = await self._still_wanted(item)
        if row is not None:
            row.retry_at = until
            row.leased_until = None
            row.reason = reason
            await self._session.flush()

    async def give_up(
        self, item: MediaToFetch, *, state: MediaState, reason: str, now: datetime
    ) -> bool:
        """Nothing will be kept of a file, for that reason.

        Returns:
            False if the resident need not be told: it is wanted no more, or another one that
            was sent together with it was given up for the same reason.
        """
        row = await self._still_wanted(item)
        if row is None:
            return False
        self._finish(row, state, reason, now)
        await self._session.flush()
        if row.album is None:
            return True
        told = exists().where(
            col(MediaRow.album) == row.album,
            col(MediaRow.concern_id) == row.concern_id,
            col(MediaRow.reason) == reason,
            col(MediaRow.finished_at).is_not(None),
            col(MediaRow.id) != item.id,
        )
        return not await self._session.scalar(select(told))

    async def count(self, state: str) -> int:
        """How many files stand there (`MediaState`)."""
        query = select(func.count()).select_from(MediaRow).where(col(MediaRow.state) == state)
        return await self._session.scalar(query) or 0

    async def _listed(self, query: Select[MediaRow]) -> list[Media]:
        rows = (await self._session.scalars(query.order_by(col(MediaRow.id)))).all()
        return [_value(row) for row in rows]

    async def _concern_with(
        self, part: type[MessageRow] | type[MediaRow], resident_id: int, telegram_message_id: int
    ) -> int | None:
        query = (
            select(col(part.concern_id))
            .join(ConcernRow, col(ConcernRow.id) == col(part.concern_id))
            .where(
                col(ConcernRow.resident_id) == resident_id,
                col(part.telegram_message_id) == telegram_message_id,
            )
            .order_by(col(part.id).desc())
            .limit(1)
        )
        return await self._session.scalar(query)

    async def _still_wanted(self, item: MediaToFetch) -> MediaRow | None:
        """The row, unless its concern is deleted or another file has taken its place."""
        row = await self._session.get(
            MediaRow, item.id, populate_existing=True, with_for_update=True
        )
        if row is None or row.state != MediaState.WAITING:
            return None
        return row if row.file in (item.file, None) else None

    async def _drop_content(self, row: MediaRow) -> None:
        await self._session.execute(
            delete(MediaContentRow).where(col(MediaContentRow.media_id) == row.id)
        )

    def _announce(self, row: MediaRow, new: NewMedia, now: datetime) -> None:
        row.telegram_message_id = new.telegram_message_id
        row.file = self._keyring.fingerprint(new.unique_id, purpose=_FILE)
        row.album = new.album and self._keyring.fingerprint(new.album, purpose=_ALBUM)
        if new.refused is None:
            row.file_id = self._keyring.encrypt(new.file_id, purpose=_FILE_ID)
        else:
            self._finish(row, MediaState.REFUSED, new.refused, now)

    def _finish(self, row: MediaRow, state: MediaState, reason: str | None, now: datetime) -> None:
        row.state = state.value
        row.reason = reason
        row.file_id = None
        row.retry_at = row.leased_until = None
        row.finished_at = now


def _value(row: MediaRow) -> Media:
    return Media(
        id=row.id or 0,
        concern_id=row.concern_id,
        kind=row.kind,
        state=MediaState(row.state),
        reason=row.reason,
        media_type=row.media_type,
        size=row.size,
        told_at=row.told_at,
    )


def kept(files: Sequence[Media]) -> list[Media]:
    """Those of the files that there is something of, or soon may be."""
    return [one for one in files if one.state in {MediaState.WAITING, MediaState.KEPT}]
