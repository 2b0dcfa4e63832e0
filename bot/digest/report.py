"""What a digest says, in words and in order; every form only lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.pictures import timeline_alt, timeline_of
from bot.digest.sentences import changes, comparison, notes, remarks
from bot.digest.tables import Table, area_table, sensitive_table, theme_table, week_table
from bot.digest.values import Facts
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
        comparison=" ".join(comparison(facts, config, words)),
        changes=_section("changes", changes(facts, words), words),
        tables=tuple(table for table in tables if table.rows),
        quotes=_section("quotes", quotes, words),
        remarks=_section("remarks", remarks(facts, words), words),
        weeks=week_table(facts, words),
        notes=_section("notes", notes(facts, config, words), words),
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
