"""What a digest says, in words and in order; every form only lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.pictures import timeline_alt, timeline_of
from bot.digest.tables import Table, area_table, sensitive_table, theme_table, week_table
from bot.digest.values import Count, Facts, Trend
from bot.digest.weeks import Week
from bot.digest.wording import Wording
from bot.texts.catalogue import Texts


@dataclass(frozen=True, kw_only=True)
class Remarks:
    """Sentences with their heading."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Report:
    """A digest in words: plain text without markup. Tables and remarks may be empty."""

    language: str
    title: str
    period: str
    notices: tuple[str, ...]
    lead: str
    comparison: str
    changes: Remarks
    tables: tuple[Table, ...]
    quotes: Remarks
    remarks: Remarks
    weeks: Table
    notes: Remarks
    chart_alt: str
    footer: str


def build_report(
    facts: Facts,
    quotes: Sequence[str],
    config: Config,
    texts: Texts,
    *,
    late: bool = False,
) -> Report:
    """Say the facts in the configuration's first language.

    `late` tells the reader that the digest comes long after its week.
    """
    language = texts.supported(config.languages[0])
    words = Wording(language=language, config=config, texts=texts)
    week = Week.parse(facts.week)
    flags = {"late": late, "unfinished": not facts.complete}
    tables = [theme_table(facts, words)]
    if not _is_one_place(facts, config):
        tables.append(area_table(facts, words))
    tables.append(sensitive_table(facts, words))
    return Report(
        language=language,
        title=words.say("title", focus_area=words.focus_area(facts.focus_area)),
        period=words.say("period", number=week.number, dates=words.dates(week)),
        notices=tuple(words.say(key) for key, told in flags.items() if told),
        lead=words.lead(facts),
        comparison=" ".join(_comparison(facts, config, words)),
        changes=_section("changes", _changes(facts, words), words),
        tables=tuple(table for table in tables if table.rows),
        quotes=_section("quotes", quotes, words),
        remarks=_section("remarks", _remarks(facts, words), words),
        weeks=week_table(facts, words),
        notes=_section("notes", _notes(facts, config, words), words),
        chart_alt=timeline_alt(timeline_of(facts, words), words),
        footer=words.say(
            "made-by",
            council=in_language(config.municipality.council, language),
            bot_name=config.municipality.bot_name,
        ),
    )


def _section(name: str, sentences: Sequence[str] | Iterator[str], words: Wording) -> Remarks:
    return Remarks(heading=words.say(f"{name}-heading"), sentences=tuple(sentences))


def _is_one_place(facts: Facts, config: Config) -> bool:
    focus_area = config.focus_area(facts.focus_area)
    return (
        focus_area is not None
        and len(focus_area.areas) == 1
        and not config.themes_of(focus_area.id)
    )


def _is_of_places(facts: Facts, config: Config) -> bool:
    focus_area = config.focus_area(facts.focus_area)
    return focus_area is not None and bool(focus_area.areas)


def _comparison(facts: Facts, config: Config, words: Wording) -> Iterator[str]:
    withheld = _is_of_places(facts, config) or any(s.count is None for s in facts.sensitive)
    if not facts.total.concerns and not facts.positives and not withheld:
        yield words.say("lead-none-why")
    yield words.comparison(facts)
    trends = {count.trend for _, count in _named_counts(facts, words)}
    if trends == {Trend.USUAL}:
        yield words.say("no-changes")


def _changes(facts: Facts, words: Wording) -> Iterator[str]:
    told = {(cell.area, cell.count.concerns) for cell in facts.cells if _has_changed(cell.count)}
    for what, count in _named_counts(facts, words):
        by_one_theme_of_it = (what, count.concerns) in told
        if count.usual is not None and _has_changed(count) and not by_one_theme_of_it:
            usual = words.usual(count.usual)
            key = f"change-{count.trend.value}"
            yield words.say(key, what=what, concerns=count.concerns, usual=usual)


def _has_changed(count: Count) -> bool:
    return count.trend in {Trend.MORE, Trend.FEWER}


def _named_counts(facts: Facts, words: Wording) -> Iterator[tuple[str, Count]]:
    for theme in facts.themes:
        yield words.theme(theme.theme), theme.count
    for area in facts.areas:
        yield area.area, area.count
    for cell in facts.cells:
        name = words.say("in-area", theme=words.theme(cell.theme), area=cell.area)
        yield name, cell.count
    for sensitive in facts.sensitive:
        if sensitive.count is not None:
            yield words.theme(sensitive.theme), sensitive.count


def _remarks(facts: Facts, words: Wording) -> Iterator[str]:
    counts = {
        "urgent-now": facts.urgent_now,
        "urgent-soon": facts.urgent_soon,
        "positives": facts.positives,
        "other-languages": facts.other_languages,
        "needs-human": facts.needs_human,
        "without-theme-anywhere": facts.without_theme_anywhere,
    }
    for key, count in counts.items():
        if count:
            yield words.say(key, count=count)


def _notes(facts: Facts, config: Config, words: Wording) -> Iterator[str]:
    if facts.counted_again:
        yield words.say("note-again", count=facts.counted_again)
    if facts.history:
        yield words.say("note-weeks", weeks=len(facts.history))
    if facts.total.trend is not Trend.UNKNOWN:
        yield words.say("note-chance")
    if facts.other_areas or facts.other_themes:
        yield words.say("note-areas", minimum=facts.minimum_cell)
    if facts.sensitive:
        yield words.say("note-sensitive")
    if _is_of_places(facts, config):
        yield words.say("note-sensitive-places")
