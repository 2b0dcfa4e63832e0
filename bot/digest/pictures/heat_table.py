"""The table of a heat map: which rows and columns it has, and how its cells are drawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.digest.pictures.labels import Box
from bot.digest.pictures.shades import INK, Scale, scale_of
from bot.digest.pictures.sheet import FAINT, MARGIN, SMALL, WIDTH, Sheet
from bot.digest.values import Trend
from bot.digest.wording import Wording

_MOST_THEMES_ACROSS = 4
_MOST_ACROSS = 9
_MOST_ROWS = 20
_FEW = 8
_ROW_HEIGHT = 29.0
_WIDEST_NAME = 124.0
_WIDEST_COLUMN = 84.0
_TALLEST_HEADING = 120.0
_BETWEEN = 1.5
_UPWARD = {Trend.MORE: True, Trend.FEWER: False}


@dataclass(frozen=True, kw_only=True)
class HeatLine:
    """A theme or area by its label, and its number of concerns; None where it is withheld."""

    name: str
    concerns: int | None


@dataclass(frozen=True, kw_only=True)
class HeatCell:
    """A theme in an area, by their labels, and how it stands to what is usual."""

    theme: str
    area: str
    concerns: int
    trend: Trend = Trend.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class HeatMap:
    """The themes and areas of a field (its label) in a period (as in "tips vecka 47").

    Themes and areas begin with the largest. What is not among `cells` is withheld: it stands
    for fewer than `minimum` people, or would give such a number away.
    """

    field: str
    period: str
    themes: tuple[HeatLine, ...]
    areas: tuple[HeatLine, ...]
    cells: tuple[HeatCell, ...]
    minimum: int

    @property
    def is_empty(self) -> bool:
        """Whether there is no number in it."""
        return not any(cell.concerns for cell in self.cells)


class Table(NamedTuple):
    """Rows and columns, chosen so that names and numbers can be read.

    Few themes stand side by side; more stand below one another, with the areas side by side.
    """

    themes: Sequence[HeatLine]
    areas: Sequence[HeatLine]
    themes_across: bool
    cells: Mapping[tuple[str, str], HeatCell]
    scale: Scale
    left: float
    column_width: float
    totals_width: float

    @property
    def rows(self) -> Sequence[HeatLine]:
        """What stands below one another."""
        return self.areas if self.themes_across else self.themes

    @property
    def columns(self) -> Sequence[HeatLine]:
        """What stands side by side."""
        return self.themes if self.themes_across else self.areas

    def cell(self, row: HeatLine, column: HeatLine) -> HeatCell | None:
        """The cell where they meet; None where it is withheld."""
        theme, area = (column, row) if self.themes_across else (row, column)
        return self.cells.get((theme.name, area.name))

    def box(self, column: int, top: float) -> Box:
        """Where a column's cell is; the totals are in the column after the last."""
        left = self.left + column * self.column_width
        right = left + self.column_width if column < len(self.columns) else left + self.totals_width
        return Box(
            left + _BETWEEN / 2,
            top + _BETWEEN / 2,
            right - _BETWEEN / 2,
            top + _ROW_HEIGHT - _BETWEEN / 2,
        )

    @property
    def shown(self) -> list[HeatCell]:
        """The cells that are not withheld."""
        found = (self.cell(row, column) for row in self.rows for column in self.columns)
        return [cell for cell in found if cell is not None]

    @property
    def has_withheld(self) -> bool:
        """Whether any cell is."""
        return len(self.shown) < len(self.rows) * len(self.columns)


def table_of(sheet: Sheet, heat_map: HeatMap, words: Wording) -> Table:
    """As much of a heat map as has room, the largest first.

    Of many themes or areas those without a number in any cell are left out.
    """
    across = len(heat_map.themes) <= _MOST_THEMES_ACROSS
    rows: Sequence[HeatLine] = heat_map.areas if across else heat_map.themes
    columns: Sequence[HeatLine] = heat_map.themes
    if not across:
        columns = _with_numbers(heat_map.areas, {cell.area for cell in heat_map.cells})
    left = MARGIN + 6 + max(sheet.measure(_name(sheet, row), size=SMALL)[0] for row in rows)
    least = 5 + max(sheet.measure(str(cell.concerns), bold=True)[0] for cell in heat_map.cells)
    totals = [str(row.concerns) for row in rows if row.concerns is not None]
    totals_width = 9 + max(sheet.measure(text, bold=True)[0] for text in [*totals, _all(words)])
    room = WIDTH - MARGIN - left - totals_width
    columns = columns[: min(max(int(room / least), 1), _MOST_ACROSS)]
    shown = {column.name for column in columns}
    pairs = [(c.area, c.theme) if across else (c.theme, c.area) for c in heat_map.cells]
    rows = _with_numbers(rows, {row for row, column in pairs if column in shown})[:_MOST_ROWS]
    return Table(
        themes=columns if across else rows,
        areas=rows if across else columns,
        themes_across=across,
        cells={(cell.theme, cell.area): cell for cell in heat_map.cells},
        scale=scale_of(cell.concerns for cell in heat_map.cells),
        left=left,
        column_width=min(room / len(columns), _WIDEST_COLUMN),
        totals_width=totals_width,
    )


def _with_numbers(lines: Sequence[HeatLine], told: Collection[str]) -> Sequence[HeatLine]:
    if len(lines) <= _FEW:
        return lines
    return [line for line in lines if line.name in told]


def draw_table(sheet: Sheet, table: Table, words: Wording, *, top: float) -> float:
    """Draw it; gives where it ends."""
    y = _draw_headings(sheet, table, words, top=top)
    for row in table.rows:
        _draw_row(sheet, table, row, top=y)
        y += _ROW_HEIGHT
    return y


def _name(sheet: Sheet, row: HeatLine) -> str:
    return sheet.wrapped(row.name, _WIDEST_NAME, size=SMALL, lines=2)


def _all(words: Wording) -> str:
    return words.say("picture-all")


def _draw_headings(sheet: Sheet, table: Table, words: Wording, *, top: float) -> float:
    """The names of the columns, upright where a word is too long to stand level."""
    width = table.column_width - 3
    names = [column.name for column in table.columns]
    turned = any(sheet.measure(word, size=SMALL)[0] > width for n in names for word in n.split())
    across, lines = (_TALLEST_HEADING, 2 if width >= 2 * SMALL + 4 else 1) if turned else (width, 3)
    texts = [sheet.wrapped(name, across, size=SMALL, lines=lines) for name in names]
    height = max(sheet.measure(text, size=SMALL)[0 if turned else 1] for text in texts)
    for index, text in enumerate([*texts, _all(words)]):
        sheet.text(
            table.box(index, top).middle[0],
            top + height,
            text,
            size=SMALL,
            align="center",
            vertical="bottom",
            turned=turned and index < len(texts),
        )
    return top + height + 4


def _draw_row(sheet: Sheet, table: Table, row: HeatLine, *, top: float) -> None:
    _, y = table.box(0, top).middle
    name = _name(sheet, row)
    sheet.text(table.left - 6, y, name, size=SMALL, align="right", vertical="center")
    for index, column in enumerate(table.columns):
        _draw_cell(sheet, table.box(index, top), table.cell(row, column), table.scale)
    if row.concerns is not None:
        last = table.box(len(table.columns), top)
        _draw_number(sheet, last, row.concerns, colour=INK)


def _draw_cell(sheet: Sheet, box: Box, cell: HeatCell | None, scale: Scale) -> None:
    if cell is None:
        sheet.rectangle(box, fill=None, hatched=True)
        return
    ink = scale.ink(cell.concerns)
    edge = None if cell.concerns else FAINT
    sheet.rectangle(box, fill=scale.shade(cell.concerns), edge=edge, width=0.5)
    upward = _UPWARD.get(cell.trend)
    if upward is None:
        _draw_number(sheet, box, cell.concerns, colour=ink)
        return
    lower = box._replace(top=box.top + 8)
    _draw_number(sheet, lower, cell.concerns, colour=ink)
    sheet.triangle(box.middle[0], box.top + 6.5, size=7, colour=ink, upward=upward)


def _draw_number(sheet: Sheet, box: Box, number: int, *, colour: str) -> None:
    x, y = box.middle
    sheet.text(x, y + 0.5, str(number), bold=True, colour=colour, align="center", vertical="center")
