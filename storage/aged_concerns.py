"""What retention does to concerns, many at a time; what is held by a decision it passes over."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select, true
from sqlalchemy import update as sql_update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped
from sqlmodel import col

from storage.erasure import EXTERNAL, REFERENCE
from storage.holds import is_held
from storage.keys import Keyring
from storage.outbox import Outbox
from storage.outbox_order import OutboxState
from storage.statements import changed_rows
from storage.tables import (
    AnswerRow,
    ConcernRow,
    DeliveryRow,
    MediaRow,
    MessageRow,
    OutboxRow,
    QuoteRow,
    ThemeRow,
    TombstoneRow,
)

_OUT = (OutboxState.SENT.value, OutboxState.FAILED.value, OutboxState.CANCELLED.value)
_CHUNK = 5_000  # ids in one statement; both databases allow at least 32,766 parameters

_ALL = true()

T = TypeVar("T")


class AgedConcerns:
    """Concerns that have been kept long enough, whole or in part."""

    def __init__(self, session: AsyncSession, keyring: Keyring, outbox: Outbox) -> None:
        self._session = session
        self._keyring = keyring
        self._outbox = outbox

    async def delete(self, due: ColumnElement[bool], *, now: datetime) -> int:
        """Delete concerns as `Concerns.delete` does, without an audit entry for each."""
        query = select(
            col(ConcernRow.id), col(ConcernRow.reference), col(ConcernRow.external_id)
        ).where(due, ~is_held(col(ConcernRow.id)))
        rows = (await self._session.execute(query)).all()
        for chunk in _chunks(rows):
            ids = [row.id for row in chunk]
            await self._stop_sending(ids)
            self._session.add_all(
                self._tombstone(row.reference, row.external_id, now) for row in chunk
            )
            await self._session.flush()
            # Messages, themes, places and quotes go along: ON DELETE CASCADE.
            await self._session.execute(
                delete(ConcernRow)
                .where(col(ConcernRow.id).in_(ids))
                .execution_options(synchronize_session=False)
            )
        return len(rows)

    async def drop_texts(
        self, recorded_before: datetime, *, which: ColumnElement[bool] = _ALL
    ) -> int:
        """Delete the originals of messages kept since before then; the masked texts stay.

        `which` may narrow down the messages.
        """
        return await changed_rows(
            self._session,
            sql_update(MessageRow)
            .where(
                col(MessageRow.text).is_not(None),
                col(MessageRow.recorded_at) <= recorded_before,
                ~is_held(col(MessageRow.concern_id)),
                which,
            )
            .values(text=None)
            .execution_options(synchronize_session=False),
        )

    async def drop_files(
        self, recorded_before: datetime, *, which: ColumnElement[bool] = _ALL
    ) -> int:
        """Delete the files kept since before then; their content goes along.

        `which` may narrow down the files.
        """
        return await changed_rows(
            self._session,
            delete(MediaRow)
            .where(
                col(MediaRow.recorded_at) <= recorded_before,
                ~is_held(col(MediaRow.concern_id)),
                which,
            )
            .execution_options(synchronize_session=False),
        )

    async def break_contacts(
        self,
        *,
        closed_before: datetime,
        recorded_before: datetime,
        which: ColumnElement[bool] = _ALL,
    ) -> int:
        """Take from concerns all that leads to who told them; how many led to somebody.

        Due are those closed until `closed_before`, and those, closed or not, of which every
        original was kept until `recorded_before`, unless they are closed and not yet due.
        `which` may narrow down the concerns.
        """
        due = or_(col(ConcernRow.closed_at) <= closed_before, _never_closed(recorded_before))
        free = ~is_held(col(ConcernRow.id))
        query = select(col(ConcernRow.id)).where(_leads_to_somebody(), due, free, which)
        ids = (await self._session.scalars(query)).all()
        for chunk in _chunks(ids):
            for statement in (
                sql_update(MessageRow)
                .where(col(MessageRow.concern_id).in_(chunk))
                .values(telegram_message_id=None),
                sql_update(MediaRow)
                .where(col(MediaRow.concern_id).in_(chunk))
                .values(telegram_message_id=None, album=None, file=None),
                sql_update(AnswerRow)
                .where(col(AnswerRow.concern_id).in_(chunk))
                .values(outbox_id=None),
                sql_update(OutboxRow)
                .where(col(OutboxRow.concern_id).in_(chunk), col(OutboxRow.state).in_(_OUT))
                .values(concern_id=None),
                sql_update(ConcernRow)
                .where(col(ConcernRow.id).in_(chunk))
                .values(resident_id=None, pseudonym=None),
            ):
                await self._session.execute(statement.execution_options(synchronize_session=False))
        return len(ids)

    async def _stop_sending(self, ids: Sequence[int]) -> None:
        """Cancel what is not out yet because of these concerns, and deliveries quoting them."""
        unsent = col(OutboxRow.content).is_not(None)
        waiting = select(col(OutboxRow.concern_id)).where(
            col(OutboxRow.concern_id).in_(ids), unsent
        )
        for concern_id in (await self._session.scalars(waiting.distinct())).all():
            if concern_id is not None:
                await self._outbox.cancel_for_concern(concern_id)
        quoting = (
            select(col(DeliveryRow.id))
            .join(QuoteRow, col(QuoteRow.digest_id) == col(DeliveryRow.digest_id))
            .join(OutboxRow, col(OutboxRow.delivery_id) == col(DeliveryRow.id))
            .where(col(QuoteRow.concern_id).in_(ids), unsent)
        )
        for delivery_id in (await self._session.scalars(quoting.distinct())).all():
            if delivery_id is not None:
                await self._outbox.withdraw(delivery_id)

    def _tombstone(self, reference: str, external: str | None, now: datetime) -> TombstoneRow:
        return TombstoneRow(
            reference=self._keyring.fingerprint(reference, purpose=REFERENCE),
            external=external and self._keyring.fingerprint(external, purpose=EXTERNAL),
            deleted_at=now,
        )


def has_theme(
    themes: Collection[str],
) -> Callable[[Mapped[int] | Mapped[int | None]], ColumnElement[bool]]:
    """Whether the concern of a column has one of these themes, be it the first or not."""
    return lambda concern_id: exists().where(
        col(ThemeRow.concern_id) == concern_id, col(ThemeRow.theme).in_(sorted(themes))
    )


def _leads_to_somebody() -> ColumnElement[bool]:
    numbered = exists().where(
        col(MessageRow.concern_id) == col(ConcernRow.id),
        col(MessageRow.telegram_message_id).is_not(None),
    )
    return or_(
        col(ConcernRow.resident_id).is_not(None), col(ConcernRow.pseudonym).is_not(None), numbered
    )


def _never_closed(recorded_before: datetime) -> ColumnElement[bool]:
    """Open, and every original due: with the text goes the link."""
    younger = exists().where(
        col(MessageRow.concern_id) == col(ConcernRow.id),
        col(MessageRow.text).is_not(None),
        col(MessageRow.recorded_at) > recorded_before,
    )
    return and_(
        col(ConcernRow.closed_at).is_(None),
        col(ConcernRow.recorded_at) <= recorded_before,
        ~younger,
    )


def _chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
