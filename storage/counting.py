"""What is counted of the concerns: light rows of the spans of time that are asked for.

No query here gets slower with the age of the archive: each goes through an index to the spans
asked for, or ends at a given number of rows.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    ScalarSelect,
    Select,
    String,
    exists,
    func,
    select,
    values,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy import column as named_column
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.columns import UtcDateTime
from storage.concern_parts import load
from storage.concern_values import Concern, Origin
from storage.correction_values import What
from storage.tables import ConcernRow, CorrectionRow, DigestRow, MessageRow, PlaceRow, ThemeRow

_BETWEEN = ","
"""Stands between ids of themes, which have none."""
_LINE = "\n"
"""Stands between names of areas, which have none."""
_SPACE = " "
"""Stands between voices, which have none."""
_CHUNK = 10_000  # spans in one query; both databases allow at least 32,766 parameters

Span = tuple[datetime, datetime]
"""A beginning and an end, the end excluded."""


Counted = tuple[int, str, str | None, str, str]
"""The concerns of a span (its place among those given), kind, area and themes (ids in one
string, which `theme_ids` takes apart), by the voice of each (which `voice_keys` takes apart)."""


class Detailed(NamedTuple):
    """A concern in all that is counted of it.

    `read_areas` and `read_themes` are what its messages were read to tell (the theme that
    comes first), `area_said` and `theme_said` whether a human told area or first theme. Where
    that was kept as a correction, what was read is what the human saw, and `said_theme` is the
    theme they said, empty where none fits.
    """

    id: int
    told_at: datetime
    kind: str
    area: str | None
    themes: str
    voice: str
    source: str
    urgency: str
    recurring: bool
    language: str
    status: str
    needs_human: bool
    read_areas: frozenset[str]
    read_themes: frozenset[str]
    area_said: bool
    theme_said: bool
    said_theme: str | None = None


class Dated(NamedTuple):
    """What counts of a concern, with when it was told and when it was recorded."""

    told_at: datetime
    recorded_at: datetime
    kind: str
    area: str | None
    themes: str
    voice: str


class Counting:
    """Reads what digests count, for all focus areas at once."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def told(self, spans: Sequence[Span]) -> list[Counted]:
        """Everything told in each of the spans, of all kinds; spans may overlap."""
        found: list[Counted] = []
        for start in range(0, len(spans), _CHUNK):
            chunk = enumerate(spans[start : start + _CHUNK], start=start)
            given = _given([(number, *span) for number, span in chunk])
            told_at = col(ConcernRow.told_at)
            each = (
                select(
                    given.c.number,
                    col(ConcernRow.kind).label("kind"),
                    col(ConcernRow.area).label("area"),
                    _themes().label("themes"),
                    _voice().label("voice"),
                )
                .join_from(
                    given,
                    ConcernRow,
                    (told_at >= given.c.beginning) & (told_at < given.c.ending) & _passed_on(),
                )
                .subquery()
            )
            alike = each.c.number, each.c.kind, each.c.area, each.c.themes
            query = select(*alike, func.aggregate_strings(each.c.voice, _SPACE)).group_by(*alike)
            connection = await self._session.connection()
            found += cast("list[Counted]", (await connection.execute(query)).all())
        return found

    async def details(self, span: Span) -> list[Detailed]:
        """Everything told in a span, of all kinds, the oldest first."""
        query = (
            select(
                col(ConcernRow.id),
                col(ConcernRow.told_at),
                col(ConcernRow.kind),
                col(ConcernRow.area),
                _themes(),
                _voice(),
                col(ConcernRow.source),
                col(ConcernRow.urgency),
                col(ConcernRow.recurring),
                col(ConcernRow.language),
                col(ConcernRow.status),
                col(ConcernRow.needs_human),
                _read(col(MessageRow.reading)["area"].as_string()),
                _read(col(MessageRow.reading)["themes", 0, "id"].as_string()),
                exists().where(
                    col(PlaceRow.concern_id) == col(ConcernRow.id),
                    col(PlaceRow.origin) != Origin.READING.value,
                ),
                exists().where(
                    col(ThemeRow.concern_id) == col(ConcernRow.id),
                    col(ThemeRow.position) == 0,
                    col(ThemeRow.origin) != Origin.READING.value,
                ),
            )
            .where(_told_in(*span))
            .order_by(col(ConcernRow.told_at), col(ConcernRow.id))
        )
        found = [
            Detailed._make((*row[:12], _names(row[12]), _names(row[13]), row[14], row[15], None))
            for row in await self._session.execute(query)
        ]
        corrections = await self._corrections(span)
        return [_corrected(row, corrections.get(row.id, ())) for row in found]

    async def _corrections(self, span: Span) -> dict[int, list[CorrectionRow]]:
        """What was said of concerns told in a span, the oldest first, by concern."""
        query = (
            select(CorrectionRow)
            .join(ConcernRow, col(ConcernRow.id) == col(CorrectionRow.concern_id))
            .where(_told_in(*span))
            .order_by(col(CorrectionRow.id))
        )
        found: dict[int, list[CorrectionRow]] = {}
        for row in await self._session.scalars(query):
            found.setdefault(row.concern_id, []).append(row)
        return found

    async def texts(self, span: Span, kind: str, *, source: str, chars: int) -> dict[int, str]:
        """How the first message of each concern of a kind and source begins, masked, by id."""
        beginning = (
            select(func.substr(col(MessageRow.masked), 1, chars))
            .where(col(MessageRow.concern_id) == col(ConcernRow.id))
            .order_by(col(MessageRow.told_at), col(MessageRow.id))
            .limit(1)
            .correlate(ConcernRow)
            .scalar_subquery()
        )
        query = select(col(ConcernRow.id), func.coalesce(beginning, "")).where(
            _told_in(*span), col(ConcernRow.kind) == kind, col(ConcernRow.source) == source
        )
        return {row[0]: row[1] for row in await self._session.execute(query)}

    async def any_told(self, span: Span) -> bool:
        """Whether anything was told in a span."""
        return bool(await self._session.scalar(select(exists().where(_told_in(*span)))))

    async def arrived(self, span: Span, *, after: datetime) -> list[Dated]:
        """What was told in a span and recorded later than `after`, of all kinds."""
        query = _dated().where(_told_in(*span), col(ConcernRow.recorded_at) > after)
        return [Dated._make(row) for row in await self._session.execute(query)]

    async def waiting(self, kind: str, *, source: str, before: datetime, limit: int) -> list[Dated]:
        """Of the open ones of a kind and source told before then the `limit` latest.

        The latest first.
        """
        told_at = col(ConcernRow.told_at)
        query = _dated().where(
            col(ConcernRow.closed_at).is_(None),
            col(ConcernRow.kind) == kind,
            col(ConcernRow.source) == source,
            told_at < before,
            _passed_on(),
        )
        latest_first = query.order_by(told_at.desc(), col(ConcernRow.id).desc()).limit(limit)
        return [Dated._make(row) for row in await self._session.execute(latest_first)]

    async def digests_made(
        self, focus_areas: Sequence[str], weeks: Sequence[str]
    ) -> dict[tuple[str, str], datetime]:
        """When the digests of these focus areas and weeks were made, by both."""
        query = select(
            col(DigestRow.focus_area), col(DigestRow.week), col(DigestRow.created_at)
        ).where(col(DigestRow.focus_area).in_(focus_areas), col(DigestRow.week).in_(weeks))
        rows = await self._session.execute(query)
        return {(focus_area, week): made for focus_area, week, made in rows}

    async def of_ids(self, ids: Sequence[int]) -> list[Concern]:
        """The concerns with these ids, whole; those that are gone are left out."""
        query = select(ConcernRow).where(col(ConcernRow.id).in_(ids)).order_by(col(ConcernRow.id))
        return await load(self._session, (await self._session.scalars(query)).all())


def theme_ids(themes: str) -> tuple[str, ...]:
    """The ids in the `themes` of a row, in no order that matters."""
    return tuple(themes.split(_BETWEEN)) if themes else ()


def joined(themes: Iterable[str]) -> str:
    """Ids of themes as the `themes` of a row."""
    return _BETWEEN.join(themes)


def voice_keys(voices: str) -> list[str]:
    """The voices of concerns, one for each, as `Concern.voice_key` gives them."""
    return voices.split(_SPACE)


def _given(spans: Sequence[tuple[int, datetime, datetime]]) -> CTE:
    return (
        values(
            named_column("number", Integer),
            named_column("beginning", UtcDateTime),
            named_column("ending", UtcDateTime),
            name="spans",
        )
        .data(spans)
        .cte("spans")
    )


def _dated() -> "Select[datetime, datetime, str, str | None, str, str]":
    return select(
        col(ConcernRow.told_at),
        col(ConcernRow.recorded_at),
        col(ConcernRow.kind),
        col(ConcernRow.area),
        _themes(),
        _voice(),
    )


def _themes() -> ColumnElement[str]:
    joined = (
        select(func.aggregate_strings(col(ThemeRow.theme), _BETWEEN))
        .where(col(ThemeRow.concern_id) == col(ConcernRow.id))
        .correlate(ConcernRow)
        .scalar_subquery()
    )
    return func.coalesce(joined, "")


def _voice() -> ColumnElement[str]:
    """What `Concern.voice_key` is."""
    return func.coalesce(
        "resident:" + sql_cast(col(ConcernRow.resident_id), String),
        "pseudonym:" + func.nullif(col(ConcernRow.pseudonym), ""),
        "concern:" + sql_cast(col(ConcernRow.id), String),
    )


def _read(what: ColumnElement[str]) -> ScalarSelect[str]:
    """What the readings of a concern's messages tell, in lines."""
    return (
        select(func.aggregate_strings(what, _LINE))
        .where(col(MessageRow.concern_id) == col(ConcernRow.id))
        .correlate(ConcernRow)
        .scalar_subquery()
    )


def _names(lines: str | None) -> frozenset[str]:
    return frozenset(lines.split(_LINE)) if lines else frozenset()


def _corrected(row: Detailed, corrections: Sequence[CorrectionRow]) -> Detailed:
    """The concern, with what was read of it as those found it that corrected or confirmed it."""
    places = [each for each in corrections if each.what == What.PLACE]
    themes = [each for each in corrections if each.what == What.THEME]
    if places:
        area = places[0].read_area
        row = row._replace(area_said=True, read_areas=frozenset((area,) if area else ()))
    if themes:
        row = row._replace(
            theme_said=True,
            read_themes=frozenset(themes[0].read_names[:1]),
            said_theme="".join(themes[-1].said_names[:1]),
        )
    return row


def _told_in(start: datetime, end: datetime) -> ColumnElement[bool]:
    told_at = col(ConcernRow.told_at)
    return (told_at >= start) & (told_at < end) & _passed_on()


def _passed_on() -> ColumnElement[bool]:
    """Not of a resident who was muted then."""
    return ~col(ConcernRow.muted)
