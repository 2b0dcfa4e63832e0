"""The numbers of a digest as one long table, the same for every program that reads tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.digest.periods import Period
from bot.digest.pictures.from_facts import period_named
from bot.digest.values import Count, Facts, Trend, Usual
from bot.digest.wording import Wording


class Section(StrEnum):
    """What sort of number it is."""

    TOTAL = "total"
    THEMES = "themes"
    AREAS = "areas"
    CELLS = "cells"
    SENSITIVE = "sensitive"
    TIMES = "times"
    REMARKS = "remarks"
    WEEKS = "weeks"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number and what it counts: `what` in words, `theme` and `area` by name where it has them.

    `concerns` is None where it is `withheld`; `voices` also where they are not counted. What is
    usual is None below where it is only known to be under something.
    """

    section: Section
    what: str
    period: str
    theme: str = ""
    area: str = ""
    concerns: int | None = None
    voices: int | None = None
    usual_low: int | None = None
    usual_high: int | None = None
    trend: str = ""

    @property
    def withheld(self) -> bool:
        """Whether the number is left out so that it points at nobody."""
        return self.concerns is None


def figures_of(facts: Facts, words: Wording) -> tuple[Figure, ...]:
    """All numbers of the facts, in the order of the report."""
    told = _figures(facts, words)
    return tuple(one if one.period else replace(one, period=facts.week) for one in told)


def _figures(facts: Facts, words: Wording) -> Iterator[Figure]:
    yield _figure(Section.TOTAL, words.say("file-total"), facts.total, words)
    for theme in facts.themes:
        name = words.theme(theme.theme)
        yield _figure(Section.THEMES, name, theme.count, words, theme=name)
    yield from _rest(Section.THEMES, "other-themes", facts.other_themes, words)
    yield from _rest(Section.THEMES, "without-theme", facts.without_theme, words)
    for area in facts.areas:
        yield _figure(Section.AREAS, area.area, area.count, words, area=area.area)
    yield from _rest(Section.AREAS, "other-areas", facts.other_areas, words)
    yield from _rest(Section.AREAS, "without-place", facts.without_place, words)
    for cell in facts.cells:
        theme_name = words.theme(cell.theme)
        what = words.say("in-area", theme=theme_name, area=cell.area)
        yield _figure(Section.CELLS, what, cell.count, words, theme=theme_name, area=cell.area)
    for sensitive in facts.sensitive:
        name = words.theme(sensitive.theme)
        yield _figure(Section.SENSITIVE, name, sensitive.count, words, theme=name)
    for part in (*facts.weekdays, *facts.day_parts):
        what = words.say(f"file-{part.part}")
        yield Figure(section=Section.TIMES, what=what, period="", concerns=part.concerns)
    yield from _remarks(facts, words)
    yield from _weeks(facts, words)


def _figure(
    section: Section,
    what: str,
    count: Count | None,
    words: Wording,
    *,
    theme: str = "",
    area: str = "",
) -> Figure:
    named = Figure(section=section, what=what, period="", theme=theme, area=area)
    if count is None:
        return named
    low, high = usual_bounds(count.usual)
    return replace(
        named,
        concerns=count.concerns,
        voices=count.voices,
        usual_low=low,
        usual_high=high,
        trend=_trend(count, words),
    )


def usual_bounds(usual: Usual | None) -> tuple[int | None, int | None]:
    """The lowest and highest that is usual, as far as it is told."""
    if usual is None:
        return None, None
    if usual.below is not None:
        return None, usual.below - 1
    return usual.low, usual.high


def _trend(count: Count, words: Wording) -> str:
    if count.trend in {Trend.MORE, Trend.FEWER}:
        return words.say(count.trend.value)
    if count.possible is not None:
        return words.say(f"file-maybe-{count.possible.value}")
    return "" if count.trend is Trend.UNKNOWN else words.say("file-usual")


def _rest(section: Section, name: str, concerns: int, words: Wording) -> Iterator[Figure]:
    if concerns:
        yield Figure(section=section, what=words.say(name), period="", concerns=concerns)


def _remarks(facts: Facts, words: Wording) -> Iterator[Figure]:
    told = {
        "urgent-now": facts.urgent_now,
        "urgent-soon": facts.urgent_soon,
        "recurring": facts.recurring,
        "positives": facts.positives,
        "other-languages": facts.other_languages,
        "needs-human": facts.needs_human,
        "imported": facts.imported,
    }
    for name, concerns in told.items():
        what = words.say(f"file-{name}")
        yield Figure(section=Section.REMARKS, what=what, period="", concerns=concerns)


def _weeks(facts: Facts, words: Wording) -> Iterator[Figure]:
    for one in (*facts.history, *facts.course):
        yield Figure(
            section=Section.WEEKS,
            what=period_named(Period.parse(one.week), words),
            period=one.week,
            concerns=one.concerns,
            voices=one.voices,
        )
