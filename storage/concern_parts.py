"""The parts of a concern: put together to plain values, many at a time, and replaced."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.concern_values import Concern, Origin, Source, Status, StoredPlace, StoredTheme
from storage.tables import ConcernRow, MessageRow, PlaceRow, ThemeRow

_CHUNK = 5_000  # ids in one query; both databases allow at least 32,766 parameters


async def load(session: AsyncSession, rows: Sequence[ConcernRow]) -> list[Concern]:
    """The rows' concerns, in their order."""
    concerns: list[Concern] = []
    for start in range(0, len(rows), _CHUNK):
        concerns += await _load_chunk(session, rows[start : start + _CHUNK])
    return concerns


async def set_themes(session: AsyncSession, concern_id: int, themes: Sequence[StoredTheme]) -> None:
    """Give a concern these themes in place of those it has."""
    await session.execute(delete(ThemeRow).where(col(ThemeRow.concern_id) == concern_id))
    for position, theme in enumerate(themes):
        session.add(
            ThemeRow(
                concern_id=concern_id,
                position=position,
                theme=theme.id,
                score=theme.score,
                origin=str(theme.origin),
            )
        )
    await session.flush()


async def set_places(session: AsyncSession, concern_id: int, places: Sequence[StoredPlace]) -> None:
    """Give a concern these places in place of those it has."""
    await session.execute(delete(PlaceRow).where(col(PlaceRow.concern_id) == concern_id))
    for position, place in enumerate(places):
        session.add(
            PlaceRow(
                concern_id=concern_id, position=position, name=place.name, origin=str(place.origin)
            )
        )
    await session.flush()


async def _load_chunk(session: AsyncSession, rows: Sequence[ConcernRow]) -> list[Concern]:
    ids = [row.id for row in rows]
    masked = await _masked(session, ids)
    themes = await _themes(session, ids)
    places = await _places(session, ids)
    return [
        Concern(
            id=row.id,
            reference=row.reference,
            source=Source(row.source),
            told_at=row.told_at,
            kind=row.kind,
            urgency=row.urgency,
            recurring=row.recurring,
            language=row.language,
            area=row.area,
            themes=tuple(themes[row.id]),
            places=tuple(places[row.id]),
            status=Status(row.status),
            needs_human=row.needs_human,
            pseudonym=row.pseudonym,
            message_count=len(masked[row.id]),
            masked="\n".join(dict.fromkeys(masked[row.id])),  # the same again and again, once
            resident_id=row.resident_id,
            closed_at=row.closed_at,
            muted=row.muted,
            config_version=row.config_version,
        )
        for row in rows
        if row.id is not None
    ]


async def _masked(session: AsyncSession, ids: Sequence[int | None]) -> dict[int, list[str]]:
    query = (
        select(col(MessageRow.concern_id), col(MessageRow.masked))
        .where(col(MessageRow.concern_id).in_(ids))
        .order_by(col(MessageRow.told_at), col(MessageRow.id))
    )
    found: dict[int, list[str]] = defaultdict(list)
    for concern_id, masked in await session.execute(query):
        found[concern_id].append(masked)
    return found


async def _themes(session: AsyncSession, ids: Sequence[int | None]) -> dict[int, list[StoredTheme]]:
    query = (
        select(
            col(ThemeRow.concern_id), col(ThemeRow.theme), col(ThemeRow.score), col(ThemeRow.origin)
        )
        .where(col(ThemeRow.concern_id).in_(ids))
        .order_by(col(ThemeRow.concern_id), col(ThemeRow.position))
    )
    found: dict[int, list[StoredTheme]] = defaultdict(list)
    for concern_id, theme, score, origin in await session.execute(query):
        found[concern_id].append(StoredTheme(id=theme, score=score, origin=Origin(origin)))
    return found


async def _places(session: AsyncSession, ids: Sequence[int | None]) -> dict[int, list[StoredPlace]]:
    query = (
        select(col(PlaceRow.concern_id), col(PlaceRow.name), col(PlaceRow.origin))
        .where(col(PlaceRow.concern_id).in_(ids))
        .order_by(col(PlaceRow.concern_id), col(PlaceRow.position))
    )
    found: dict[int, list[StoredPlace]] = defaultdict(list)
    for concern_id, name, origin in await session.execute(query):
        found[concern_id].append(StoredPlace(name=name, origin=Origin(origin)))
    return found
