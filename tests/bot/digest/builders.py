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
from bot.digest.values import Facts
from bot.digest.weeks import Week
from bot.texts.catalogue import Texts, load_texts
from storage.concern_values import Concern, Source, Status, StoredPlace, StoredTheme

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
    text: str = "Det har varit så här flera kvällar den här veckan.",
    messages: int = 1,
    needs_human: bool = False,
) -> Concern:
    """A concern of its own resident unless `by` says whose."""
    number = next(_numbers)
    start, _ = week.bounds(ZONE)
    return Concern(
        id=number,
        reference=f"B-{number:04}",
        source=source,
        told_at=start + timedelta(days=day, hours=12),
        kind=kind,
        urgency=urgency,
        recurring=False,
        language=language,
        area=area,
        themes=tuple(StoredTheme(id=theme, score=0.9) for theme in themes),
        places=tuple(StoredPlace(name=name) for name in places),
        status=Status.NEW,
        needs_human=needs_human,
        pseudonym=None,
        message_count=messages,
        masked=text,
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
) -> Facts:
    found = config().focus_area(focus_area)
    assert found is not None
    return compute_facts(concerns, before or [], found, config(), WEEK, older=older)


def after(week: Week = WEEK, **later: float) -> datetime:
    """A moment after the end of a week."""
    _, end = week.bounds(ZONE)
    return end.astimezone(UTC) + timedelta(**later)
