"""Concerns to read again under another configuration, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.concern_parts import load, set_places, set_themes
from storage.concern_values import Concern, StoredPlace, StoredTheme
from storage.concerns import MESSAGE_PURPOSE
from storage.correction_values import What
from storage.erasure import Erasure
from storage.keys import Keyring
from storage.tables import ConcernRow, CorrectionRow, MessageRow


@dataclass(frozen=True, kw_only=True)
class KeptMessage:
    """A message as it is kept; its masked text where the original is gone (`is_original`).

    `reading` is what was read of it then. `recorded_at` changes when it is edited.
    """

    id: int
    text: str = field(repr=False)
    is_original: bool
    reading: Mapping[str, Any]
    recorded_at: datetime


@dataclass(frozen=True, kw_only=True)
class KeptConcern:
    """A concern with its messages, the oldest first.

    `no_theme_fits` is whether somebody has said so.
    """

    concern: Concern
    messages: tuple[KeptMessage, ...]
    no_theme_fits: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadMessage:
    """What was read of a message now; `masked` is None where its original is gone."""

    masked: str | None
    reading: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """How a concern is sorted now; `messages` are in the order of `KeptConcern.messages`."""

    kind: str
    urgency: str
    recurring: bool
    language: str
    area: str | None
    themes: tuple[StoredTheme, ...]
    places: tuple[StoredPlace, ...]
    needs_human: bool
    messages: tuple[ReadMessage, ...]


class Resorting:
    """Reads the archive in the order of its ids, and puts what was read in its place."""

    def __init__(self, session: AsyncSession, keyring: Keyring, erasure: Erasure) -> None:
        self._session = session
        self._keyring = keyring
        self._erasure = erasure

    async def count(self, *, version: str | None, since: datetime | None) -> int:
        """How many concerns `kept` gives in all."""
        query = _wanted(select(func.count()).select_from(ConcernRow), version, since)
        return await self._session.scalar(query) or 0

    async def kept(
        self, *, version: str | None, since: datetime | None, after: int, limit: int
    ) -> list[KeptConcern]:
        """Concerns of an id above `after`, in that order, told from `since` on.

        Those sorted under the configuration `version` are left out.
        """
        query = _wanted(select(ConcernRow), version, since).where(col(ConcernRow.id) > after)
        rows = (await self._session.scalars(query.order_by(col(ConcernRow.id)).limit(limit))).all()
        concerns = await load(self._session, rows)
        messages: dict[int, list[KeptMessage]] = {concern.id: [] for concern in concerns}
        for row in await self._messages(list(messages)):
            messages[row.concern_id].append(self._message(row))
        themeless = await self._themeless(list(messages))
        return [
            KeptConcern(
                concern=concern,
                messages=tuple(messages[concern.id]),
                no_theme_fits=concern.id in themeless,
            )
            for concern in concerns
        ]

    async def sort(self, kept: KeptConcern, now_read: Sorted, *, version: str) -> bool:
        """Put what was read in place; False if the concern is gone or was changed meanwhile.

        Its status, and the status of what was sent because of it, stay as they are.
        """
        return bool(await self.sort_all([(kept, now_read)], version=version))

    async def sort_all(
        self, read: Sequence[tuple[KeptConcern, Sorted]], *, version: str
    ) -> frozenset[int]:
        """Put what was read of several concerns in place; the ids of those that it was done for.

        What holds for `sort` holds for each. All at once takes a fraction of the time.
        """
        ids = [kept.concern.id for kept, _ in read]
        query = select(ConcernRow).where(col(ConcernRow.id).in_(ids)).order_by(col(ConcernRow.id))
        found = await self._session.scalars(
            query.with_for_update().execution_options(populate_existing=True)
        )
        rows = {row.id: row for row in found}
        messages: dict[int, dict[int | None, MessageRow]] = {id: {} for id in ids}
        for message in await self._messages(ids, lock=True):
            messages[message.concern_id][message.id] = message
        before = {one.id: one for one in await load(self._session, list(rows.values()))}
        unchanged = [
            (kept, now_read)
            for kept, now_read in read
            if before.get(kept.concern.id) == kept.concern
            and {id: row.recorded_at for id, row in messages[kept.concern.id].items()}
            == {message.id: message.recorded_at for message in kept.messages}
        ]
        for kept, now_read in unchanged:
            self._put(rows[kept.concern.id], messages[kept.concern.id], kept, now_read, version)
        await self._session.flush()
        for kept, now_read in unchanged:
            if now_read.themes != kept.concern.themes:
                await set_themes(self._session, kept.concern.id, now_read.themes)
            if now_read.places != kept.concern.places:
                await set_places(self._session, kept.concern.id, now_read.places)
        return frozenset(kept.concern.id for kept, _ in unchanged)

    def _put(
        self,
        row: ConcernRow,
        messages: Mapping[int | None, MessageRow],
        kept: KeptConcern,
        now_read: Sorted,
        version: str,
    ) -> None:
        for name in ("kind", "urgency", "recurring", "language", "area", "needs_human"):
            setattr(row, name, getattr(now_read, name))
        row.config_version = version
        for message, found in zip(kept.messages, now_read.messages, strict=True):
            stands = messages[message.id]
            stands.reading = dict(found.reading)
            if found.masked is not None and found.masked != stands.masked:
                stands.masked = found.masked
                self._erasure.mark()

    async def _messages(
        self, concern_ids: Sequence[int], *, lock: bool = False
    ) -> Sequence[MessageRow]:
        query = (
            select(MessageRow)
            .where(col(MessageRow.concern_id).in_(concern_ids))
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
        )
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._session.scalars(query)).all()

    async def _themeless(self, concern_ids: Sequence[int]) -> set[int]:
        """Those of which was said last that no theme fits."""
        query = (
            select(CorrectionRow)
            .where(
                col(CorrectionRow.concern_id).in_(concern_ids),
                col(CorrectionRow.what) == What.THEME.value,
            )
            .order_by(col(CorrectionRow.id))
        )
        last = {row.concern_id: row for row in await self._session.scalars(query)}
        return {concern_id for concern_id, row in last.items() if not row.said_names}

    def _message(self, row: MessageRow) -> KeptMessage:
        original = row.text is not None
        return KeptMessage(
            id=row.id or 0,
            text=self._keyring.decrypt(row.text, purpose=MESSAGE_PURPOSE)
            if row.text is not None
            else row.masked,
            is_original=original,
            reading=row.reading,
            recorded_at=row.recorded_at,
        )


def _wanted(query: Select[Any], version: str | None, since: datetime | None) -> Select[Any]:
    if version is not None:
        query = query.where(col(ConcernRow.config_version) != version)
    if since is not None:
        query = query.where(col(ConcernRow.told_at) >= since)
    return query
