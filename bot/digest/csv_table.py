"""A digest as CSV, the way Excel in Swedish opens it with a double click."""

import csv
from io import StringIO
from typing import Final

from bot.digest.figures import Figure, figures_of
from bot.digest.values import Facts
from bot.digest.wording import Wording
from bot.spreadsheet import as_text

COLUMNS: Final = (
    "focus-area",
    "period",
    "section",
    "what",
    "theme",
    "area",
    "concerns",
    "voices",
    "usual-low",
    "usual-high",
    "trend",
    "withheld",
)


def csv_table(facts: Facts, words: Wording) -> bytes:
    """One long table with a row for each number; what is withheld has none and says so.

    Semicolons, since a comma is the decimal sign in Swedish; UTF-8 with its mark, without
    which Excel takes å, ä and ö for something else; lines end as RFC 4180 has them.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(words.say(f"file-{column}") for column in COLUMNS)
    focus_area = words.focus_area(facts.focus_area)
    for figure in figures_of(facts, words):
        writer.writerow(map(_written, cells_of(figure, focus_area, words)))
    return text.getvalue().encode("utf-8-sig")


def cells_of(figure: Figure, focus_area: str, words: Wording) -> tuple[str | int | None, ...]:
    """A row, as long as `COLUMNS`."""
    return (
        focus_area,
        figure.period,
        words.say(f"file-section-{figure.section.value}"),
        figure.what,
        figure.theme,
        figure.area,
        figure.concerns,
        figure.voices,
        figure.usual_low,
        figure.usual_high,
        figure.trend,
        words.say("file-yes") if figure.withheld else "",
    )


def _written(cell: str | int | None) -> str | int:
    """The cell; text that a spreadsheet would compute gets the sign that makes it text."""
    if cell is None:
        return ""
    return as_text(cell) if isinstance(cell, str) else cell
