"""What the facts of a period rest on: read once, for all focus areas."""

import asyncio
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.digest.archive import Archive
from bot.digest.correctness import Read, corrections
from bot.digest.periods import Kind, Period
from bot.digest.released import splits_of
from bot.digest.shown import Shown
from bot.digest.tally import CONCERN, Key, Number, Sorter, Tally, open_in_fields, tallies
from bot.digest.times import Times, periods_of, spans_of, starts_of, times_of
from bot.digest.wordings import COMPARED_CHARS, Cluster, Saying, clusters
from storage.concern_values import Source
from storage.counting import Counted, Dated, Detailed, joined, theme_ids
from storage.database import Database

MOST_WAITING = 2_000
"""Of the open cases so many are looked at, the latest first."""
_LOOK_BACK = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Told:
    """All that was told in a period and in those that it is compared with.

    By focus area: `tallies` of what was told in the period; `waiting`, the open cases of
    concerns that are openly counted, of more than `MOST_WAITING` only those told since
    `waiting_since`; `arrived`, what was told in the weeks before and recorded after one of
    their digests, which were `made`, by focus area and week, at these times. `read` tells how
    well it was read in the whole municipality. `sayings` are what residents told, by id; texts
    of sensitive themes are left out. `same_words` are those in the same words.
    """

    period: Period
    now: datetime
    zone: ZoneInfo
    sorter: Sorter
    times: Times
    concerns: Sequence[Detailed]
    tallies: Mapping[str, Tally]
    read: Read
    sayings: Mapping[int, Saying]
    same_words: Sequence[Cluster]
    waiting: Mapping[str, Sequence[Dated]]
    waiting_since: datetime | None
    arrived: Mapping[str, Sequence[Dated]]
    made: Mapping[tuple[str, str], datetime]
    archive: Archive
    spans: Mapping[Period, range]
    shown: dict[str, Shown] = field(default_factory=dict, repr=False, compare=False)
    """What of the period is shown, by focus area, as far as that has been found out."""

    @property
    def complete(self) -> bool:
        """Whether the period is over."""
        return self.period.is_over(self.now, self.zone)

    @cached_property
    def splits(self) -> Sequence[Sequence[Mapping[str, Tally]]]:
        """The tallies of the weeks, and of the quarters, in a longer period."""
        return splits_of(self.period, self.concerns, self.sorter, self.zone)

    def number(self, field_id: str, key: Key, period: Period) -> Number:
        """A number of a focus area's field in one of the periods of `times`."""
        return self.archive.number(field_id, key, self.spans[period])

    def tally(self, field_id: str, period: Period) -> dict[Key, Number]:
        """All numbers of a focus area's field in one of the periods of `times`."""
        return self.archive.tally(field_id, self.spans[period])


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What is read for a period: see `storage.counting`.

    `counted` is by the place of `spans_of` the period; `there_before` tells for `starts_of` it
    whether anything was told in the year before.
    """

    concerns: Sequence[Detailed]
    counted: Iterable[Counted]
    there_before: Mapping[datetime, bool]
    texts: Mapping[int, str] = field(default_factory=dict)
    waiting: Sequence[Dated] = ()
    arrived: Sequence[Dated] = ()
    made: Mapping[tuple[str, str], datetime] = field(default_factory=dict)


async def read_told(database: Database, config: Config, period: Period, *, now: datetime) -> Told:
    """Read it in nine queries at most, which the archive's age does not slow."""
    zone = config.municipality.timezone
    async with database.transaction() as tx:
        counting, made, arrived = tx.counting, {}, []
        before = period.compared(config.digest.weeks_compared)
        if period.kind is Kind.WEEK:
            made = await counting.digests_made(
                [focus_area.id for focus_area in config.focus_areas], [str(one) for one in before]
            )
        if made:
            span = before[0].bounds(zone)[0], period.bounds(zone)[0]
            arrived = await counting.arrived(span, after=min(made.values()))
        rows = Rows(
            concerns=await counting.details(period.bounds(zone)),
            counted=await counting.told(spans_of(period, config)),
            there_before={
                start: await counting.any_told((start - _LOOK_BACK, start))
                for start in starts_of(period, config)
            },
            texts=await counting.texts(
                period.bounds(zone), CONCERN, source=Source.TELEGRAM, chars=COMPARED_CHARS
            ),
            waiting=await counting.waiting(
                CONCERN, source=Source.TELEGRAM, before=now, limit=MOST_WAITING
            ),
            arrived=arrived,
            made=made,
        )
    return await asyncio.to_thread(sorted_out, rows, config, period, now=now)


def sorted_out(rows: Rows, config: Config, period: Period, *, now: datetime) -> Told:
    """The same by focus area and period.

    What a theme has that was merged into another counts as the other's.
    """
    config = config.as_counted_from(period.first)
    rows = replace(rows, concerns=[_continued(one, config) for one in rows.concerns])
    zone = config.municipality.timezone
    spans = spans_of(period, config)
    borders = [beginning for beginning, _ in spans]
    found = {one: _within(one, zone, borders) for one in periods_of(period, config)}
    sorter = Sorter(config)
    sayings = {one.id: one for one in _sayings(rows, config)}
    archive = Archive(rows.counted, sorter, len(spans))
    return Told(
        period=period,
        now=now,
        zone=zone,
        sorter=sorter,
        times=times_of(period, config, archive, found, rows.there_before),
        concerns=rows.concerns,
        tallies=tallies(rows.concerns, sorter),
        read=corrections(rows.concerns, sorter, config.digest.minimum_cell),
        sayings=sayings,
        same_words=clusters(sayings.values()),
        waiting=open_in_fields(rows.waiting, sorter),
        waiting_since=rows.waiting[-1].told_at if len(rows.waiting) == MOST_WAITING else None,
        arrived=open_in_fields(rows.arrived, sorter),
        made=rows.made,
        archive=archive,
        spans=found,
    )


def _continued(concern: Detailed, config: Config) -> Detailed:
    said = concern.said_theme
    return concern._replace(
        themes=joined(config.heirs(theme_ids(concern.themes))),
        read_themes=frozenset(config.heirs(concern.read_themes)),
        said_theme=None if said is None else config.heir(said),
    )


def _sayings(rows: Rows, config: Config) -> Iterator[Saying]:
    sensitive = config.sensitive_themes
    for concern in rows.concerns:
        if concern.source == Source.TELEGRAM and concern.kind == CONCERN:
            themes = theme_ids(concern.themes)
            may_be_read = sensitive.isdisjoint(themes)
            yield Saying(
                id=concern.id,
                voice_key=concern.voice,
                area=concern.area,
                themes=themes,
                told_at=concern.told_at,
                text=rows.texts.get(concern.id, "") if may_be_read else "",
            )


def _within(period: Period, zone: ZoneInfo, borders: Sequence[datetime]) -> range:
    start, end = period.bounds(zone)
    return range(bisect_left(borders, start), bisect_left(borders, end))
