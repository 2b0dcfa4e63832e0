"""`brabot evaluate`: how well a gold file is read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from rich.table import Table

    from nlp.evaluation.evaluate import Group, Report
    from nlp.evaluation.gold import GoldMessage
    from nlp.evaluation.measures import Found

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

_NAMES = {
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


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Facit, JSON Lines.")],
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv alla mått som JSON.")] = False,
) -> None:
    """Mät läsningen mot en facitfil: alla mått, per tema, språk och etikett."""
    from bot.cli.setup import configured
    from nlp.evaluation.evaluate import evaluate as measure
    from nlp.reader import Reader

    loaded, settings = configured(config)
    messages = _gold(gold)
    reader = Reader(loaded.reader_config(cache_dir=settings.cache_dir), show_progress=True)
    report = measure(messages, reader.read(message.text for message in messages))
    if as_json:
        say(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(report)


def _gold(file: Path) -> "tuple[GoldMessage, ...]":
    from nlp.errors import GoldInvalid
    from nlp.evaluation.gold import read_gold

    try:
        messages = read_gold(file.read_text("utf-8").split("\n"))
    except OSError as error:
        raise InputInvalid(f"{file} går inte att läsa: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputInvalid(f"{file} är inte UTF-8. Spara om filen som UTF-8.") from error
    except GoldInvalid as error:
        raise InputInvalid(f"{file}, {error}. Formatet är facitformatets JSON Lines.") from error
    if not messages:
        raise InputInvalid(f"{file} har inga meddelanden. Varje rad ska vara ett JSON-objekt.")
    return messages


def _show(report: "Report") -> None:
    from rich.console import Console
    from rich.table import Table

    headline = Table("Mått", "Värde", title=f"{report.messages} meddelanden")
    for name, value in report.figures.items():
        headline.add_row(_NAMES[name], _rate(value))
    confusions = Table("Rätt tema", "Läst som", "Gånger", title="Vanligaste förväxlingarna")
    for right, given, times in report.confusions:
        confusions.add_row(right, given or "inget", str(times))
    console = Console()
    console.print(headline)
    console.print(_found_table("Tema", report.themes))
    console.print(confusions)
    console.print(_found_table("Personuppgift", report.pii))
    console.print(_group_table("Språk", report.by_language))
    console.print(_group_table("Etikett", report.by_tag))


def _found_table(title: str, rows: "Mapping[str, Found]") -> "Table":
    from rich.table import Table

    table = Table(title, "Precision", "Täckning", "F1", "Antal")
    for name, row in rows.items():
        table.add_row(name, _rate(row.precision), _rate(row.recall), _rate(row.f1), str(row.wanted))
    return table


def _group_table(title: str, rows: "Mapping[str, Group]") -> "Table":
    from rich.table import Table

    table = Table(title, "Antal", "Sort", "Tema", "Område", "Brådska")
    for name, row in rows.items():
        rates = map(_rate, (row.kind, row.primary_theme, row.area, row.urgency))
        table.add_row(name, str(row.messages), *rates)
    return table


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",")
