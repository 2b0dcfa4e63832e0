"""Concerns with their messages, themes and places."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.audit import Audit
from storage.concern_parts import load, set_places, set_themes
from storage.concern_values import (
    UNCHANGED,
    Concern,
    NewConcern,
    NewMessage,
    Origin,
    Source,
    Status,
    StoredPlace,
    StoredTheme,
    Unchanged,
)
from storage.erasure import EXTERNAL, Erasure, InGroups
from storage.errors import ConcernKnown, ConcernUnknown
from storage.keys import Keyring
from storage.muting import is_muted
from storage.recording import MESSAGE_PURPOSE, message_values, record_all
from storage.tables import ConcernRow, MessageRow, TombstoneRow

__all__ = [
    "MESSAGE_PURPOSE",
    "STATUS_SET",
    "UNCHANGED",
    "Concern",
    "Concerns",
    "NewConcern",
    "NewMessage",
    "Origin",
    "Source",
    "Status",
    "StoredPlace",
    "StoredTheme",
]

STATUS_SET: Final = "concern_status_set"
"""The audit log's action for a change of status."""

PASSED_ON: Final = "now"
"""The urgency that is passed on whoever tells of it, muted or not."""
_CHUNK = 5_000


class Concerns:
    """What has been told."""

    def __init__(
        self, session: AsyncSession, keyring: Keyring, erasure: Erasure, audit: Audit
    ) -> None:
        self._session = session
        self._keyring = keyring
        self._erasure = erasure
        self._audit = audit

    async def record(self, new: NewConcern, *, now: datetime) -> Concern:
        """Keep a concern with its first message, under a new reference like `B-7K3Q`.

        Raises:
            ConcernKnown: its external id has been recorded before.
        """
        return (await self.record_all([new], now=now))[0]

    async def record_all(self, new: Sequence[NewConcern], *, now: datetime) -> list[Concern]:
        """Keep many concerns at once, as `record` does each; as they are then, in this order.

        Raises:
            ConcernKnown: an external id has been recorded before; nothing is kept.
        """
        ids = [one.external_id for one in new if one.external_id is not None]
        if ids and await self.known_external(ids):
            raise ConcernKnown("En angelägenhet med det id:t är redan införd.")
        muted = [
            one.urgency != PASSED_ON and await is_muted(self._session, one.resident_id, now=now)
            for one in new
        ]
        told = list(zip(new, muted, strict=True))
        return await record_all(self._session, self._keyring, told, now=now)

    async def add_message(self, concern_id: int, message: NewMessage, *, now: datetime) -> None:
        """Keep another message of a concern; raises `ConcernUnknown`."""
        kept = await self._session.get(
            ConcernRow,
            concern_id,
            populate_existing=True,
            with_for_update={"read": True, "key_share": True},
        )
        if kept is None:
            raise ConcernUnknown("Angelägenheten finns inte längre.")
        self._session.add(self._message_row(concern_id, message, now))
        await self._session.flush()

    async def replace_message(
        self, resident_id: int, telegram_message_id: int, message: NewMessage, *, now: datetime
    ) -> int | None:
        """Put an edited message in the old one's place; the concern's id, None if unknown."""
        query = (
            select(MessageRow)
            .join(ConcernRow, col(ConcernRow.id) == col(MessageRow.concern_id))
            .where(
                col(ConcernRow.resident_id) == resident_id,
                col(MessageRow.telegram_message_id) == telegram_message_id,
            )
            .order_by(col(MessageRow.id).desc())
            .limit(1)
            .with_for_update(of=MessageRow)
            .execution_options(populate_existing=True)
        )
        row = await self._session.scalar(query)
        if row is None:
            return None
        row.text = self._keyring.encrypt(message.text, purpose=MESSAGE_PURPOSE)
        row.masked = message.masked
        row.reading = dict(message.reading)
        row.recorded_at = now
        if await is_muted(self._session, resident_id, now=now):
            await self._session.execute(
                update(ConcernRow)
                .where(col(ConcernRow.id) == row.concern_id, col(ConcernRow.urgency) != PASSED_ON)
                .values(muted=True)
            )
        await self._session.flush()
        self._erasure.mark()
        return row.concern_id

    async def resolve(
        self,
        concern_id: int,
        *,
        kind: str | None = None,
        urgency: str | None = None,
        recurring: bool | None = None,
        language: str | None = None,
        area: str | Unchanged | None = UNCHANGED,
        themes: Sequence[StoredTheme] | None = None,
        places: Sequence[StoredPlace] | None = None,
        needs_human: bool | None = None,
        config_version: str | None = None,
    ) -> None:
        """Change what was read of a concern: only what is given (an area may become None).

        Raises:
            ConcernUnknown: it does not exist (any more).
        """
        row = await self._session.get(
            ConcernRow, concern_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            raise ConcernUnknown("Angelägenheten finns inte längre.")
        given: dict[str, Any] = {
            "kind": kind,
            "urgency": urgency,
            "recurring": recurring,
            "language": language,
            "needs_human": needs_human,
            "config_version": config_version,
        }
        for name, value in given.items():
            if value is not None:
                setattr(row, name, value)
        if not isinstance(area, Unchanged):
            row.area = area
        if urgency == PASSED_ON:
            row.muted = False
        await self._session.flush()
        if themes is not None:
            await set_themes(self._session, concern_id, themes)
        if places is not None:
            await set_places(self._session, concern_id, places)

    async def set_area(
        self,
        concern_id: int,
        area: str | None,
        places: Iterable[str | StoredPlace] = (),
        *,
        origin: str,
        actor: str | None = None,
        now: datetime,
    ) -> None:
        """Somebody (`origin`: resident or coordinator) says where it is.

        The audit log keeps that (of the `actor`, else of the origin), but not where: it
        outlives what is deleted.

        Raises:
            ConcernUnknown: it does not exist (any more).
        """
        names = [place if isinstance(place, str) else place.name for place in places]
        stored = [StoredPlace(name=name, origin=Origin(origin)) for name in names]
        await self.resolve(concern_id, area=area, places=stored)
        await self._audit.write(
            at=now,
            actor=actor or origin,
            action="concern_area_set",
            subject=f"concern:{concern_id}",
        )

    async def set_status(
        self, concern_id: int, status: Status, *, actor: str, now: datetime
    ) -> bool:
        """Say how far the work has come; False if nothing changes. Goes to the audit log.

        The first status that closes a concern dates its closing, any other one undoes it.

        Raises:
            ConcernUnknown: it does not exist (any more).
        """
        row = await self._session.get(
            ConcernRow, concern_id, populate_existing=True, with_for_update=True
        )
        if row is None:
            raise ConcernUnknown("Angelägenheten finns inte längre.")
        before = row.status
        if before == status:
            return False
        row.status = status.value
        row.closed_at = (row.closed_at or now) if status.closes else None
        await self._audit.write(
            at=now,
            actor=actor,
            action=STATUS_SET,
            subject=f"concern:{concern_id}",
            detail={"from": before, "to": status.value},
        )
        return True

    async def get(self, concern_id: int) -> Concern | None:
        """The concern with that id."""
        return await self._one(col(ConcernRow.id) == concern_id)

    async def by_reference(self, reference: str) -> Concern | None:
        """The concern with that reference, in small or capital letters."""
        return await self._one(col(ConcernRow.reference) == reference.strip().upper())

    async def of_resident(self, resident_id: int, *, limit: int = 10) -> list[Concern]:
        """What a resident has told, the newest first."""
        query = (
            select(ConcernRow)
            .where(col(ConcernRow.resident_id) == resident_id)
            .order_by(col(ConcernRow.told_at).desc(), col(ConcernRow.id).desc())
            .limit(limit)
        )
        return await load(self._session, (await self._session.scalars(query)).all())

    async def of_ids(self, concern_ids: Sequence[int]) -> list[Concern]:
        """Those of at most 5 000 ids that there still are, in the order of the ids."""
        query = select(ConcernRow).where(col(ConcernRow.id).in_(concern_ids))
        rows = await self._session.scalars(query.order_by(col(ConcernRow.id)))
        return await load(self._session, rows.all())

    async def latest(
        self,
        *,
        limit: int,
        between: tuple[datetime, datetime] | None = None,
        status: Status | None = None,
        needs_human: bool = False,
    ) -> list[Concern]:
        """The last told, the newest last: of all kinds, in [start, end), only what is asked."""
        query = select(ConcernRow)
        if between is not None:
            query = query.where(_told_in(*between))
        if status is not None:
            query = query.where(col(ConcernRow.status) == status.value)
        if needs_human:
            query = query.where(col(ConcernRow.needs_human))
        newest_first = query.order_by(col(ConcernRow.told_at).desc(), col(ConcernRow.id).desc())
        rows = (await self._session.scalars(newest_first.limit(limit))).all()
        return await load(self._session, rows[::-1])

    async def texts(
        self, concern_id: int, *, actor: str, now: datetime, reason: str | None = None
    ) -> list[str]:
        """The original texts, the oldest first; that `actor` looked, and why, is audited."""
        query = (
            select(col(MessageRow.text))
            .where(col(MessageRow.concern_id) == concern_id, col(MessageRow.text).is_not(None))
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
        )
        tokens = (await self._session.scalars(query)).all()
        await self._audit.write(
            at=now,
            actor=actor,
            action="original_read",
            subject=f"concern:{concern_id}",
            detail={} if reason is None else {"reason": reason},
        )
        return [self._keyring.decrypt(token, purpose=MESSAGE_PURPOSE) for token in tokens if token]

    async def readings(self, concern_id: int) -> list[Mapping[str, Any]]:
        """What was read of each message, the oldest first."""
        query = (
            select(col(MessageRow.reading))
            .where(col(MessageRow.concern_id) == concern_id)
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
        )
        return list((await self._session.scalars(query)).all())

    async def known_external(self, ids: Iterable[str]) -> set[str]:
        """Which of the external ids have been recorded before, deleted ones included."""
        by_hash = {self._keyring.fingerprint(id, purpose=EXTERNAL): id for id in ids}
        hashes = list(by_hash)
        known: set[str] = set()
        for start in range(0, len(hashes), _CHUNK):
            chunk = hashes[start : start + _CHUNK]
            kept = select(col(ConcernRow.external_id)).where(
                col(ConcernRow.external_id).in_([by_hash[value] for value in chunk])
            )
            known.update(id for id in await self._session.scalars(kept) if id)
            deleted = select(col(TombstoneRow.external)).where(
                col(TombstoneRow.external).in_(chunk)
            )
            known.update(by_hash[value] for value in await self._session.scalars(deleted) if value)
        return known

    async def told_between(self, start: datetime, end: datetime) -> list[Concern]:
        """All kinds told in [start, end), the oldest first."""
        query = (
            select(ConcernRow)
            .where(_told_in(start, end))
            .order_by(col(ConcernRow.told_at), col(ConcernRow.id))
        )
        return await load(self._session, (await self._session.scalars(query)).all())

    async def delete(self, concern_id: int, *, now: datetime, by: str) -> bool:
        """Delete a concern at once, with everything that came of it; False if there is none.

        Its messages, themes, places and quotes are gone; what waits to be sent because of it
        is cancelled; a delivery that quotes it and is not wholly out is withdrawn, to be made
        anew. A content-free tombstone and an audit entry stay.
        """
        return await self._erasure.concern(concern_id, now=now, by=by)

    async def in_groups(self, concern_ids: Sequence[int], *, now: datetime) -> InGroups:
        """What the groups have been shown of concerns, digests apart."""
        return await self._erasure.in_groups(concern_ids, now=now)

    async def _one(self, which: ColumnElement[bool]) -> Concern | None:
        query = select(ConcernRow).where(which)
        concerns = await load(self._session, (await self._session.scalars(query)).all())
        return concerns[0] if concerns else None

    def _message_row(self, concern_id: int, message: NewMessage, now: datetime) -> MessageRow:
        return MessageRow(**message_values(self._keyring, concern_id, message, now=now))


def _told_in(start: datetime, end: datetime) -> ColumnElement[bool]:
    return (col(ConcernRow.told_at) >= start) & (col(ConcernRow.told_at) < end)
