"""Digests made from what is stored: kept once for each focus area and period, or just shown."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.digest.facts import compute_facts
from bot.digest.periods import Period
from bot.digest.quotes import choose_quotes, worth_reading
from bot.digest.told import Told, read_told
from bot.digest.values import Facts, facts_from_json
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from bot.focus_areas import known_focus_area
from storage.database import Database
from storage.digests import Digest


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes digests; what it has read of a period serves all focus areas."""

    database: Database
    config: Config
    now: datetime
    _told: dict[Period, Told] = field(default_factory=dict)

    async def make(self, focus_area: FocusArea, when: Period | Week) -> Digest:
        """The digest that was made, else made and kept now.

        Raises:
            InputInvalid: the period is not over.
        """
        period = as_period(when)
        if not period.is_over(self.now, self.config.municipality.timezone):
            what = f"Vecka {period}" if period.week else f"Perioden {period}"
            raise InputInvalid(f"{what} är inte slut, så den går inte att skicka ännu.")
        async with self.database.transaction() as tx:
            made = await tx.digests.get(focus_area.id, str(period))
        if made is not None:
            return made
        facts, quotes = await self.compute(focus_area, period)
        async with self.database.transaction() as tx:
            return await tx.digests.record(
                focus_area.id, str(period), facts.as_json(), quotes, now=self.now
            )

    async def facts(self, focus_area: FocusArea, when: Period | Week) -> Facts:
        """Facts of a period by what is stored now."""
        period = as_period(when)
        if period not in self._told:
            self._told[period] = await read_told(self.database, self.config, period, now=self.now)
        return await asyncio.to_thread(compute_facts, self._told[period], focus_area, self.config)

    async def compute(
        self, focus_area: FocusArea, when: Period | Week
    ) -> tuple[Facts, tuple[tuple[int, str], ...]]:
        """Facts and quotes of a period by what is stored now."""
        facts = await self.facts(focus_area, when)
        told = self._told[as_period(when)]
        of = told.sorter.fields[focus_area.id]
        ids = worth_reading(told.tallies[focus_area.id].concerns, of, facts)
        if not ids:
            return facts, ()
        async with self.database.transaction() as tx:
            concerns = await tx.counting.of_ids(ids)
        return facts, choose_quotes(concerns, of, facts)


async def make_digest(
    database: Database,
    config: Config,
    focus_area_id: str,
    when: Period | Week | str,
    *,
    now: datetime,
) -> Digest:
    """The digest of a focus area and period: the one that was made, else made and kept now.

    Raises:
        InputInvalid: there is no such focus area or period, or the period is not over.
    """
    maker = Maker(database=database, config=config, now=now)
    return await maker.make(known_focus_area(config, focus_area_id), as_period(when))


async def preview_digest(
    database: Database,
    config: Config,
    focus_area_id: str,
    when: Period | Week | str,
    *,
    now: datetime,
) -> tuple[Facts, tuple[str, ...]]:
    """Facts and quotes of a focus area and period; those kept, else computed without keeping.

    A period that is not over gives facts that say so.

    Raises:
        InputInvalid: there is no such focus area or period, or the period has not begun.
    """
    focus_area, period = known_focus_area(config, focus_area_id), as_period(when)
    if now < period.bounds(config.municipality.timezone)[0]:
        what = f"Vecka {period}" if period.week else f"Perioden {period}"
        raise InputInvalid(f"{what} har inte börjat.")
    async with database.transaction() as tx:
        made = await tx.digests.get(focus_area.id, str(period))
    if made is not None:
        return facts_from_json(made.facts), tuple(text for _, text in made.quotes)
    maker = Maker(database=database, config=config, now=now)
    facts, quotes = await maker.compute(focus_area, period)
    return facts, tuple(text for _, text in quotes)


def as_period(when: Period | Week | str) -> Period:
    """The period itself, that of a week, or as it is written; raises `InputInvalid`."""
    if isinstance(when, Week):
        return Period.of_week(when)
    return when if isinstance(when, Period) else Period.parse(when)
