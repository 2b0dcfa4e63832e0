"""Digests made from what is stored: kept once for each focus area and week, or just shown."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.config.spelling import nearest
from bot.digest.facts import compute_facts
from bot.digest.quotes import choose_quotes
from bot.digest.values import Facts, facts_from_json
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from storage.concern_values import Concern
from storage.database import Database
from storage.digests import Digest

_LOOK_BACK = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was told in a week and in the weeks it is compared with, by everybody.

    `older` says whether anything was told in the year before those.
    """

    week: tuple[Concern, ...]
    before: tuple[Concern, ...]
    older: bool


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes digests; what it has read of a week serves all focus areas."""

    database: Database
    config: Config
    now: datetime
    _told: dict[Week, Told] = field(default_factory=dict)

    async def make(self, focus_area: FocusArea, week: Week) -> Digest:
        """The digest that was made, else made and kept now.

        Raises:
            InputInvalid: the week is not over.
        """
        if not self._is_over(week):
            raise InputInvalid(f"Vecka {week} är inte slut, så den går inte att skicka ännu.")
        async with self.database.transaction() as tx:
            made = await tx.digests.get(focus_area.id, str(week))
        if made is not None:
            return made
        facts, quotes = await self.compute(focus_area, week)
        async with self.database.transaction() as tx:
            return await tx.digests.record(
                focus_area.id, str(week), facts.as_json(), quotes, now=self.now
            )

    async def compute(
        self, focus_area: FocusArea, week: Week
    ) -> tuple[Facts, tuple[tuple[int, str], ...]]:
        """Facts and quotes of a week by what is stored now."""
        if week not in self._told:
            self._told[week] = await read_told(self.database, self.config, week)
        return await asyncio.to_thread(self._compute, focus_area, week, self._told[week])

    def _compute(
        self, focus_area: FocusArea, week: Week, told: Told
    ) -> tuple[Facts, tuple[tuple[int, str], ...]]:
        facts = compute_facts(
            told.week,
            told.before,
            focus_area,
            self.config,
            week,
            older=told.older,
            complete=self._is_over(week),
        )
        return facts, choose_quotes(told.week, focus_area, self.config, facts)

    def _is_over(self, week: Week) -> bool:
        return week <= Week.last_complete(self.now, self.config.municipality.timezone)


async def make_digest(
    database: Database, config: Config, focus_area_id: str, week: Week | str, *, now: datetime
) -> Digest:
    """The digest of a focus area and week: the one that was made, else made and kept now.

    Raises:
        InputInvalid: there is no such focus area or week, or the week is not over.
    """
    maker = Maker(database=database, config=config, now=now)
    return await maker.make(known_focus_area(config, focus_area_id), as_week(week))


async def preview_digest(
    database: Database, config: Config, focus_area_id: str, week: Week | str, *, now: datetime
) -> tuple[Facts, tuple[str, ...]]:
    """Facts and quotes of a focus area and week; those kept, else computed without keeping.

    A week that is not over gives facts that say so.

    Raises:
        InputInvalid: there is no such focus area or week, or the week has not begun.
    """
    focus_area, week = known_focus_area(config, focus_area_id), as_week(week)
    if week > Week.of(now, config.municipality.timezone):
        raise InputInvalid(f"Vecka {week} har inte börjat.")
    async with database.transaction() as tx:
        made = await tx.digests.get(focus_area.id, str(week))
    if made is not None:
        return facts_from_json(made.facts), tuple(text for _, text in made.quotes)
    maker = Maker(database=database, config=config, now=now)
    facts, quotes = await maker.compute(focus_area, week)
    return facts, tuple(text for _, text in quotes)


async def read_told(database: Database, config: Config, week: Week) -> Told:
    """What the facts of a week rest on, in two queries that the archive's age does not slow."""
    zone = config.municipality.timezone
    start, end = week.bounds(zone)
    earliest, _ = week.before(config.digest.weeks_compared)[0].bounds(zone)
    async with database.transaction() as tx:
        concerns = await tx.concerns.told_between(earliest, end)
        older = await tx.concerns.count_between(earliest - _LOOK_BACK, earliest)
    return Told(
        week=tuple(c for c in concerns if c.told_at >= start),
        before=tuple(c for c in concerns if c.told_at < start),
        older=older > 0,
    )


def known_focus_area(config: Config, focus_area_id: str) -> FocusArea:
    """The focus area with this id.

    Raises:
        InputInvalid: there is none; tells the nearest spelling and all there are.
    """
    found = config.focus_area(focus_area_id)
    if found is not None:
        return found
    known = [focus_area.id for focus_area in config.focus_areas]
    guess = nearest(focus_area_id, known)
    hint = f' Menade du "{guess}"?' if guess else ""
    raise InputInvalid(
        f'"{focus_area_id}" är inget fokusområde.{hint} Det finns: {", ".join(known)}.'
    )


def as_week(week: Week | str) -> Week:
    """The week itself, or as it is written; raises `InputInvalid`."""
    return week if isinstance(week, Week) else Week.parse(week)
