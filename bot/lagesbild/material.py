"""What a lägesbild is made from: facts and quotes of the field, and of its parts."""

from dataclasses import dataclass
from datetime import datetime

from bot.config.config import Config
from bot.digest.making import Maker
from bot.digest.values import Facts
from bot.focus_areas import known_focus_area
from bot.lagesbild.spans import Span
from bot.lagesbild.whole import WHOLE, with_whole
from bot.texts.catalogue import Texts
from storage.database import Database


@dataclass(frozen=True, kw_only=True)
class Material:
    """The facts of the field; of the whole municipality also those of each focus area.

    `config` knows the whole municipality as a focus area.
    """

    span: Span
    now: datetime
    config: Config
    facts: Facts
    quotes: tuple[str, ...]
    parts: tuple[Facts, ...] = ()


async def gather(
    database: Database, config: Config, texts: Texts, focus_area_id: str, span: Span, now: datetime
) -> Material:
    """Read and compute it by what is stored now.

    Raises:
        InputInvalid: there is no such focus area.
    """
    if focus_area_id != WHOLE:
        known_focus_area(config, focus_area_id)
    wider = with_whole(config, texts)
    maker = Maker(database=database, config=wider, now=now)
    focus_area = known_focus_area(wider, focus_area_id)
    facts, quotes = await maker.compute(focus_area, span.period)
    fields = config.focus_areas if focus_area_id == WHOLE else ()
    parts = [await maker.facts(field, span.period) for field in fields]
    return Material(
        span=span,
        now=now,
        config=wider,
        facts=facts,
        quotes=tuple(text for _, text in quotes),
        parts=tuple(parts),
    )
