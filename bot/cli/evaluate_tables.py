"""A measurement as tables for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from bot.cli.terminal import bar, console, graded, rate
from nlp.evaluation.certainty import Certainty
from nlp.evaluation.measures import Bin, Found
from nlp.evaluation.report import Confusion, Group, Report

FIGURES = {
    "kind_accuracy": "sort, andel rätt",
    "primary_theme_accuracy": "viktigaste tema, andel rätt (sv, en)",
    "themes_micro_f1": "teman, mikro-F1 (sv, en)",
    "area_accuracy": "område, andel rätt",
    "wrong_area_where_none": "område där inget finns, andel",
    "now_recall": "brådskar nu, täckning",
    "now_precision": "brådskar nu, precision",
    "soon_recall": "brådskar snart, täckning",
    "soon_precision": "brådskar snart, precision",
    "pii_recall": "personuppgifter, täckning",
    "pii_precision": "personuppgifter, precision",
    "language_accuracy": "språk, andel rätt",
    "recurring_accuracy": "återkommer, andel rätt",
    "places_precision": "platser, precision",
    "places_recall": "platser, täckning",
    "places_f1": "platser, F1",
    "calibration_error": "kalibrering av viktigaste tema, förväntat fel",
    "other_languages_for_a_human": "andra språk, till en människa",
    "other_languages_area": "andra språk, område rätt",
    "other_languages_urgency": "andra språk, brådska rätt",
    "for_a_human": "till en människa, andel av alla",
}
"""Name of a figure → what it is, in Swedish."""
LOW_IS_GOOD = frozenset({"wrong_area_where_none", "calibration_error"})
UNJUDGED = frozenset({"for_a_human"})
"""Figures of which neither more nor less is better."""

_CERTAINTY = {
    ("kind", "sure"): ("Sort", "säker"),
    ("kind", "unsure"): ("", "osäker"),
    ("theme", "sure"): ("Viktigaste tema", "säkert"),
    ("theme", "unsure"): ("", "osäkert"),
    ("theme", "none"): ("", "inget passar"),
    ("area", "given"): ("Område", "givet"),
    ("area", "none"): ("", "framgår inte"),
    ("whole", "alone"): ("Sort, tema och område", "inget att fråga om"),
    ("whole", "for_a_human"): ("", "till en människa"),
}
_EXAMPLES = 4
_OFF = 0.1
"""A bin is told to be off from this distance on."""


def show_report(report: Report) -> None:
    """Print everything that was measured."""
    out = console()
    for part in (
        _headline(report),
        _found_table("Tema", report.themes),
        _confusions(report),
        _found_table("Personuppgift", report.pii),
        _group_table("Språk", report.by_language),
        _group_table("Längd i ord", report.by_length),
        _group_table("Etikett", report.by_tag),
        _calibration(report.calibration),
        _certainty(report.certainty),
    ):
        if part.row_count:
            out.print(part)


def table(title: str, *columns: str, words: int = 1) -> Table:
    """An empty table, of which the first `words` columns hold words and the others numbers."""
    made = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for number, name in enumerate(columns):
        made.add_column(name, justify="left" if number < words else "right")
    return made


def _headline(report: Report) -> Table:
    made = table(f"{report.messages} meddelanden", "Mått", "Värde")
    for name, value in report.figures.items():
        made.add_row(FIGURES[name], _figure(name, value))
    return made


def _figure(name: str, value: float | None) -> Text:
    if value is None or name in UNJUDGED:
        return Text(rate(value))
    if name in LOW_IS_GOOD:
        return Text(rate(value), style="green" if value < 0.05 else "red")
    return graded(value)


def _found_table(title: str, rows: Mapping[str, Found]) -> Table:
    made = table(f"Per {title.lower()}", title, "Precision", "Täckning", "F1", "Antal")
    for name, row in rows.items():
        made.add_row(name, rate(row.precision), rate(row.recall), graded(row.f1), str(row.wanted))
    return made


def _confusions(report: Report) -> Table:
    made = table("Vanligaste förväxlingarna", "Vad", "Rätt", "Läst som", "Till exempel", "Gånger")
    made.columns[1].justify = made.columns[2].justify = made.columns[3].justify = "left"
    for what, aspect, confusions in (
        ("tema", "primary_theme", report.confusions),
        ("sort", "kind", report.kind_confusions),
        ("brådska", "urgency", report.urgency_confusions),
    ):
        for number, confusion in enumerate(confusions):
            right, read, times = confusion
            ids = _examples(report, aspect, confusion)
            made.add_row("" if number else what, right, read or "inget", ids, str(times))
        made.add_section()
    return made


def _examples(report: Report, aspect: str, confusion: Confusion) -> Text:
    right, read, _ = confusion
    ids = [
        mistake.id
        for mistake in report.mistakes
        if mistake.wrong.get(aspect) == {"gold": right, "read": read}
    ]
    more = " …" if len(ids) > _EXAMPLES else ""
    return Text(" ".join(ids[:_EXAMPLES]) + more, style="dim")


def _group_table(title: str, rows: Mapping[str, Group]) -> Table:
    made = table(f"Per {title.lower()}", title, "Antal", "Sort", "Tema", "av", "Område", "Brådska")
    for name, row in rows.items():
        made.add_row(
            name,
            str(row.messages),
            graded(row.kind),
            graded(row.primary_theme),
            Text(str(row.themed), style="dim"),
            graded(row.area),
            graded(row.urgency),
        )
    return made


def _calibration(bins: Sequence[Bin]) -> Table:
    made = table(
        "Kalibrering av viktigaste tema", "Sannolikhet", "Antal", "Sagt", "Rätt", "Rätt, ┃ sagt"
    )
    made.columns[4].justify = "left"
    for held in bins:
        span = f"{rate(held.least, 1)}–{rate(held.most, 1)}"
        made.add_row(
            span, str(held.count), rate(held.said), rate(held.right), _said_and_right(held)
        )
    return made


def _said_and_right(held: Bin) -> Text:
    if held.said is None or held.right is None:
        return Text()
    off = abs(held.said - held.right) > _OFF
    return bar(held.right, "yellow" if off else "green", mark=held.said)


def _certainty(certainty: Mapping[str, Mapping[str, Certainty]]) -> Table:
    made = table(
        "Det som är säkert, och det som inte är det", "Vad", "", "Antal", "Andel", "Rätt", words=2
    )
    rows: Iterable[tuple[str, str, Certainty]] = chain.from_iterable(
        ((what, said, some) for said, some in parts.items()) for what, parts in certainty.items()
    )
    for what, said, some in rows:
        named, how = _CERTAINTY[what, said]
        if named:
            made.add_section()
        made.add_row(named, how, str(some.messages), rate(some.share), graded(some.right))
    return made
