"""A digest as an Excel workbook: a sheet for each sort of numbers, and how they were counted."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.digest.csv_table import COLUMNS, cells_of
from bot.digest.figures import figures_of
from bot.digest.report import Report
from bot.digest.values import Facts
from bot.digest.wording import Wording

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_IN_A_NAME: Final = 31
"""Characters of a sheet's name. Source: Microsoft, "Rename a worksheet"."""
_WIDEST: Final = 44
_TEXT_WIDTH: Final = 100
_BEGINNINGS: Final = ("=", "+", "-", "@")


def workbook(facts: Facts, report: Report, words: Wording) -> bytes:
    """The file's content. Numbers are numbers; a text never becomes a formula."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    _text_sheet(book.create_sheet(words.say("file-sheet-lead")), _told(report))
    focus_area = words.focus_area(facts.focus_area)
    head = [words.say(f"file-{column}") for column in COLUMNS]
    for section, figures in groupby(figures_of(facts, words), key=lambda one: one.section):
        sheet = book.create_sheet(words.say(f"file-section-{section.value}")[:_MOST_IN_A_NAME])
        _table_sheet(sheet, [head, *(cells_of(one, focus_area, words) for one in figures)])
    notes = report.notes
    lines = (notes.heading, *notes.sentences)
    _text_sheet(book.create_sheet(notes.heading[:_MOST_IN_A_NAME]), lines)
    book.properties.title = f"{report.title}, {report.period}"
    book.properties.creator = report.footer
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _told(report: Report) -> Iterable[str]:
    yield report.title
    yield report.period
    yield from report.notices
    yield f"{report.lead} {report.comparison}"
    yield from report.changes.sentences
    yield from report.remarks.sentences
    yield report.footer


def _text_sheet(sheet: "Worksheet", lines: Iterable[str]) -> None:
    """The lines below one another, the first as their heading."""
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    for number, line in enumerate(lines, start=1):
        _write(sheet, number, 1, line)
        cell = sheet.cell(number, 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True)


def _table_sheet(sheet: "Worksheet", rows: Sequence[Sequence[str | int | None]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            _write(sheet, number, column, value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, values in enumerate(zip(*rows, strict=True), start=1):
        longest = max(len(str(value)) for value in values if value is not None)
        sheet.column_dimensions[get_column_letter(column)].width = min(longest + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: "Worksheet", row: int, column: int, value: str | int | None) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # openpyxl would take what begins with = for a formula
        cell.quotePrefix = value.startswith(_BEGINNINGS)  # nor when somebody edits the cell
    else:
        cell.value = value
