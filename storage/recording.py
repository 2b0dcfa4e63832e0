"""New concerns with all that belongs to them, in as few statements as can be: one each or many."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import bindparam, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.codes import random_code
from storage.columns import storable
from storage.concern_values import (
    Concern,
    NewConcern,
    NewMessage,
    Origin,
    Source,
    Status,
    StoredPlace,
    StoredTheme,
)
from storage.erasure import REFERENCE
from storage.keys import Keyring
from storage.statements import insert_row, insert_rows
from storage.tables import ConcernRow, MessageRow, PlaceRow, ThemeRow, TombstoneRow

MESSAGE_PURPOSE: Final = "message"
"""What originals are encrypted for."""
_REFERENCE_CHARS = 4
_TRIES_PER_LENGTH = 5
_TAKEN = union_all(
    select(col(ConcernRow.reference)).where(
        col(ConcernRow.reference).in_(bindparam("kept", expanding=True))
    ),
    select(col(TombstoneRow.reference)).where(
        col(TombstoneRow.reference).in_(bindparam("gone", expanding=True))
    ),
)


async def record_all(
    session: AsyncSession,
    keyring: Keyring,
    new: Sequence[tuple[NewConcern, bool]],
    *,
    now: datetime,
) -> list[Concern]:
    """Keep concerns, each muted or not, under new references; as they are then, in this order."""
    references = await new_references(session, keyring, len(new))
    rows = [
        _concern_values(keyring, one, reference, muted=muted, now=now)
        for (one, muted), reference in zip(new, references, strict=True)
    ]
    ids = await _insert_concerns(session, rows)
    concerns = [
        _as_kept(ids[row["reference"]], row, one) for row, (one, _) in zip(rows, new, strict=True)
    ]
    await insert_rows(session, ThemeRow, [row for one in concerns for row in _themes(one)])
    await insert_rows(session, PlaceRow, [row for one in concerns for row in _places(one)])
    messages = [
        message_values(keyring, concern.id, one.message, now=now)
        for concern, (one, _) in zip(concerns, new, strict=True)
    ]
    await insert_rows(session, MessageRow, messages)
    return concerns


async def new_references(session: AsyncSession, keyring: Keyring, count: int) -> list[str]:
    """So many references that no concern has or had, no two alike, as short as they come."""
    free: dict[str, None] = {}
    length, tries = _REFERENCE_CHARS, 1
    while len(free) < count:
        drawn = {f"B-{random_code(length)}" for _ in range(tries * (count - len(free)))}
        buried = {keyring.fingerprint(one, purpose=REFERENCE): one for one in drawn}
        taken = set(await session.scalars(_TAKEN, {"kept": [*drawn], "gone": [*buried]}))
        free |= {one: None for hash, one in buried.items() if not taken & {hash, one}}
        if tries > 1:
            length += 1
        tries = _TRIES_PER_LENGTH
    return list(free)[:count]


def message_values(
    keyring: Keyring, concern_id: int, message: NewMessage, *, now: datetime
) -> dict[str, Any]:
    """The columns of a message as it is kept."""
    return {
        "concern_id": concern_id,
        "telegram_message_id": message.telegram_message_id,
        "told_at": message.told_at,
        "text": keyring.encrypt(message.text, purpose=MESSAGE_PURPOSE),
        "masked": message.masked,
        "reading": dict(message.reading),
        "recorded_at": now,
    }


async def _insert_concerns(
    session: AsyncSession, rows: Sequence[Mapping[str, Any]]
) -> Mapping[str, int]:
    """Their ids by reference."""
    if len(rows) == 1:
        return {rows[0]["reference"]: await insert_row(session, ConcernRow, rows[0])}
    await insert_rows(session, ConcernRow, rows)
    references = [row["reference"] for row in rows]
    query = select(col(ConcernRow.reference), col(ConcernRow.id))
    found = await session.execute(query.where(col(ConcernRow.reference).in_(references)))
    return {reference: id for reference, id in found if id is not None}


def _concern_values(
    keyring: Keyring, new: NewConcern, reference: str, *, muted: bool, now: datetime
) -> dict[str, Any]:
    pseudonym = None
    if new.telegram_id is not None:
        pseudonym = keyring.pseudonym(new.telegram_id, at=new.told_at)
    return {
        "reference": reference,
        "resident_id": new.resident_id,
        "pseudonym": pseudonym,
        "source": Source(new.source).value,
        "external_id": new.external_id,
        "told_at": new.told_at,
        "kind": new.kind,
        "urgency": new.urgency,
        "recurring": new.recurring,
        "language": storable(new.language),
        "area": None if new.area is None else storable(new.area),
        "status": Status.NEW.value,
        "needs_human": new.needs_human,
        "config_version": new.config_version,
        "recorded_at": now,
        "muted": muted,
    }


def _themes(concern: Concern) -> list[dict[str, Any]]:
    return [
        {
            "concern_id": concern.id,
            "position": position,
            "theme": theme.id,
            "score": theme.score,
            "origin": str(theme.origin),
        }
        for position, theme in enumerate(concern.themes)
    ]


def _places(concern: Concern) -> list[dict[str, Any]]:
    return [
        {
            "concern_id": concern.id,
            "position": position,
            "name": place.name,
            "origin": str(place.origin),
        }
        for position, place in enumerate(concern.places)
    ]


def _as_kept(id: int, row: Mapping[str, Any], new: NewConcern) -> Concern:
    """The concern as `load` would find it."""
    return Concern(
        id=id,
        reference=row["reference"],
        source=Source(row["source"]),
        told_at=new.told_at.astimezone(UTC),
        kind=new.kind,
        urgency=new.urgency,
        recurring=new.recurring,
        language=row["language"],
        area=row["area"],
        themes=tuple(
            StoredTheme(id=one.id, score=one.score, origin=Origin(one.origin)) for one in new.themes
        ),
        places=tuple(
            StoredPlace(name=storable(one.name), origin=Origin(one.origin)) for one in new.places
        ),
        status=Status.NEW,
        needs_human=new.needs_human,
        pseudonym=row["pseudonym"],
        message_count=1,
        masked=storable(new.message.masked),
        resident_id=new.resident_id,
        muted=row["muted"],
        config_version=new.config_version,
    )
