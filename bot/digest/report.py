"""What a digest says, in words and in order; every form only lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.illustrations import is_one_place
from bot.digest.pictures.from_facts import period_in_words
from bot.digest.sentences import changes, comparison, notes, remarks
from bot.digest.tables import Table, area_table, sensitive_table, theme_table, week_table
from bot.digest.values import Facts
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
    footer: str


def build_report(
    facts: Facts,
    quotes: Sequence[str],
    config: Config,
    texts: Texts,
    *,
    notices: Sequence[str] = (),
) -> Report:
    """Say the facts in the configuration's first language.

    `notices` are sentences that stand before everything else: how this digest comes.
    """
    language = texts.supported(config.languages[0])
    words = Wording(language=language, config=config, texts=texts)
    unfinished = () if facts.complete else (words.say("unfinished"),)
    tables = [theme_table(facts, words)]
    if not is_one_place(facts, words):
        tables.append(area_table(facts, words))
    tables.append(sensitive_table(facts, words))
    return Report(
        language=language,
        title=_title(facts, words),
        period=_period(facts, words),
        notices=(*notices, *unfinished),
        lead=words.lead(facts),
        comparison=" ".join(comparison(facts, config, words)),
        changes=_section("changes", changes(facts, words), words),
        tables=tuple(table for table in tables if table.rows),
        quotes=_section("quotes", quotes, words),
        remarks=_section("remarks", remarks(facts, words), words),
        weeks=week_table(facts, words),
        notes=_section("notes", notes(facts, config, words), words),
        footer=words.say(
            "made-by",
            council=in_language(config.municipality.council, language),
            bot_name=config.municipality.bot_name,
        ),
    )


def _section(name: str, sentences: Sequence[str] | Iterator[str], words: Wording) -> Remarks:
    return Remarks(heading=words.say(f"{name}-heading"), sentences=tuple(sentences))


def _title(facts: Facts, words: Wording) -> str:
    key = "title" if facts.period.week else "title-period"
    return words.say(key, focus_area=words.focus_area(facts.focus_area))


def _period(facts: Facts, words: Wording) -> str:
    week = facts.period.week
    if week is None:
        return period_in_words(facts, words)
    return words.say("period", number=week.number, dates=words.dates(week))
