"""Lägesbilder built from what matters to a test."""

from datetime import datetime
from functools import cache

from bot.config.config import Config
from bot.digest.facts import compute_facts
from bot.digest.periods import Period
from bot.digest.times import spans_of, starts_of
from bot.digest.told import Rows, sorted_out
from bot.digest.values import Facts
from bot.lagesbild.building import build
from bot.lagesbild.material import Material
from bot.lagesbild.spans import Span
from bot.lagesbild.values import Lagesbild
from bot.lagesbild.whole import WHOLE, with_whole
from storage.concern_values import Concern
from tests.bot.digest.builders import ZONE, config, counted, dated, detailed, texts

QUARTER = Period.quarter(2026, 4)
WEEKS = [Period.of_week(week) for week in QUARTER.weeks()[1:5]]


@cache
def wider() -> Config:
    return with_whole(config(), texts())


def pictures(
    concerns: list[Concern], period: Period = QUARTER, now: datetime | None = None
) -> dict[str, Facts]:
    """The facts of every field by its id."""
    start, end = period.bounds(ZONE)
    first = min((c.told_at for c in concerns), default=None)
    rows = Rows(
        concerns=[detailed(c) for c in concerns if start <= c.told_at < end],
        counted=[
            counted(number, c)
            for number, (beginning, ending) in enumerate(spans_of(period, wider()))
            for c in concerns
            if beginning <= c.told_at < ending
        ],
        there_before={
            beginning: first is not None and first < beginning
            for beginning in starts_of(period, wider())
        },
        waiting=[
            dated(c)
            for c in concerns
            if c.kind == "concern" and not c.status.closes and c.told_at < (now or end)
        ],
    )
    read = sorted_out(rows, wider(), period, now=now or end)
    return {one.id: compute_facts(read, one, wider()) for one in wider().focus_areas}


def lagesbild(
    concerns: list[Concern],
    focus_area: str = WHOLE,
    period: Period = QUARTER,
    quotes: tuple[str, ...] = (),
    **span: bool,
) -> Lagesbild:
    found = pictures(concerns, period)
    parts = tuple(found[one.id] for one in config().focus_areas) if focus_area == WHOLE else ()
    material = Material(
        span=Span(period=period, **span),
        now=period.bounds(ZONE)[1],
        config=wider(),
        facts=found[focus_area],
        quotes=quotes,
        parts=parts,
    )
    return build(material, texts())
