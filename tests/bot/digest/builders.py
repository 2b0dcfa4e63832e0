"""Concerns as a digest reads them, built from what matters to a test."""

import itertools
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.digest.facts import compute_facts
from bot.digest.periods import Period
from bot.digest.times import spans_of, starts_of
from bot.digest.told import Rows, Told, sorted_out
from bot.digest.values import Facts
from bot.digest.weeks import Week
from bot.texts.catalogue import Texts, load_texts
from storage.concern_values import Concern, Source, Status, StoredPlace, StoredTheme
from storage.counting import Counted, Dated, Detailed

ZONE = ZoneInfo("Europe/Stockholm")
WEEK = Week(2026, 47)
_numbers = itertools.count(1)


@cache
def config() -> Config:
    return load_config(Path(default_config_dir()))


@cache
def texts() -> Texts:
    return load_texts(config().languages, default=config().languages[0])


def told(
    *themes: str,
    area: str | None = None,
    places: tuple[str, ...] = (),
    by: int | None = None,
    week: Week = WEEK,
    day: int = 2,
    kind: str = "concern",
    urgency: str = "normal",
    language: str = "sv",
    source: Source = Source.TELEGRAM,
    text: str | None = None,
    messages: int = 1,
    needs_human: bool = False,
    recurring: bool = False,
    status: Status = Status.NEW,
    at: datetime | None = None,
) -> Concern:
    """A concern of its own resident unless `by` says whose, in words of its own."""
    number = next(_numbers)
    start, _ = week.bounds(ZONE)
    return Concern(
        id=number,
        reference=f"B-{number:04}",
        source=source,
        told_at=at or start + timedelta(days=day, hours=12),
        kind=kind,
        urgency=urgency,
        recurring=recurring,
        language=language,
        area=area,
        themes=tuple(StoredTheme(id=theme, score=0.9) for theme in themes),
        places=tuple(StoredPlace(name=name) for name in places),
        status=status,
        needs_human=needs_human,
        pseudonym=None,
        message_count=messages,
        masked=f"Det har varit så flera kvällar {number}." if text is None else text,
        resident_id=number if by is None and source is Source.TELEGRAM else by,
    )


def times(count: int, *themes: str, **given) -> list[Concern]:
    """`count` such concerns, each of another resident."""
    return [told(*themes, **given) for _ in range(count)]


def weeks_before(counts: list[int], *themes: str, **given) -> list[Concern]:
    """Concerns in the weeks before, the earliest first."""
    weeks = WEEK.before(len(counts))
    return [
        concern
        for week, count in zip(weeks, counts, strict=True)
        for concern in times(count, *themes, week=week, **given)
    ]


def facts(
    concerns: list[Concern],
    before: list[Concern] | None = None,
    focus_area: str = "trafik",
    *,
    older: bool = False,
    period: Period | Week = WEEK,
    **rows,
) -> Facts:
    """Facts of what was told; `rows` are further ones as `Rows` has them."""
    found = config().focus_area(focus_area)
    assert found is not None
    told = told_in(concerns, before or [], older=older, period=period, **rows)
    return compute_facts(told, found, config())


def told_in(
    concerns: list[Concern],
    before: list[Concern],
    *,
    older: bool = False,
    period: Period | Week = WEEK,
    now: datetime | None = None,
    read_rows: list[Detailed] | None = None,
    **rows,
) -> Told:
    """What is read of a period, by default one that is over; `older` if there is more before."""
    when = Period.of_week(period) if isinstance(period, Week) else period
    everything = [*before, *concerns]
    first = min((c.told_at for c in everything), default=None)
    spans = spans_of(when, config())
    given = {
        "concerns": [detailed(c) for c in concerns] if read_rows is None else read_rows,
        "counted": [
            counted(number, c)
            for number, (start, end) in enumerate(spans)
            for c in everything
            if start <= c.told_at < end
        ],
        "there_before": {
            start: older or (first is not None and first < start)
            for start in starts_of(when, config())
        },
        "texts": {c.id: c.masked for c in concerns if c.source is Source.TELEGRAM},
        "waiting": [dated(c) for c in everything if c.kind == "concern" and not c.status.closes],
        **rows,
    }
    later = when.bounds(ZONE)[1] + timedelta(hours=8) if now is None else now
    return sorted_out(Rows(**given), config(), when, now=later)


def counted(span: int, concern: Concern) -> Counted:
    return (span, concern.kind, concern.area, _themes(concern), concern.voice_key)


def dated(concern: Concern, *, recorded_at: datetime | None = None) -> Dated:
    return Dated(
        told_at=concern.told_at,
        recorded_at=recorded_at or concern.told_at,
        kind=concern.kind,
        area=concern.area,
        themes=_themes(concern),
        voice=concern.voice_key,
    )


def detailed(concern: Concern, **read) -> Detailed:
    """The row of a concern; `read` tells what was read and said of it."""
    values = {
        "read_areas": frozenset(),
        "read_themes": frozenset(),
        "area_said": False,
        "theme_said": False,
        **read,
    }
    return Detailed(
        id=concern.id,
        told_at=concern.told_at,
        kind=concern.kind,
        area=concern.area,
        themes=_themes(concern),
        voice=concern.voice_key,
        source=concern.source,
        urgency=concern.urgency,
        recurring=concern.recurring,
        language=concern.language,
        status=concern.status,
        needs_human=concern.needs_human,
        **values,
    )


def _themes(concern: Concern) -> str:
    return ",".join(theme.id for theme in concern.themes)


def after(week: Week = WEEK, **later: float) -> datetime:
    """A moment after the end of a week."""
    _, end = week.bounds(ZONE)
    return end.astimezone(UTC) + timedelta(**later)
