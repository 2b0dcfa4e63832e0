"""Themes and areas as a table whose cells are the darker the more was told."""

from collections.abc import Iterator

from bot.digest.pictures.heat_table import HeatCell, HeatMap, Table, draw_table, table_of
from bot.digest.pictures.sheet import MARGIN, QUIET, SMALL, TITLE, Form, Sheet, open_sheet
from bot.digest.values import Trend
from bot.digest.wording import Wording

_MOST_TOLD = 5  # cells in the alt text


def draw_heat_map(heat_map: HeatMap, words: Wording, *, form: Form) -> bytes:
    """The picture as a file's content, 360 pixels wide on a phone, higher with more areas."""
    with open_sheet() as sheet:
        height = lay_out_heat_map(sheet, heat_map, words)
        return sheet.content(form, height=height)


def heat_map_alt(heat_map: HeatMap, words: Wording) -> str:
    """The picture in words."""
    return " ".join(_alt(heat_map, words))


def lay_out_heat_map(sheet: Sheet, heat_map: HeatMap, words: Wording) -> float:
    """Draw on the sheet; gives the height used."""
    title = words.say("picture-heat-title", field=heat_map.field)
    y = sheet.paragraph(MARGIN, title, size=TITLE, bold=True)
    y = sheet.paragraph(y, words.say("picture-period", period=heat_map.period), colour=QUIET)
    if heat_map.is_empty:
        return sheet.paragraph(y + 6, words.say("picture-heat-empty")) + MARGIN / 2
    table = table_of(sheet, heat_map, words)
    y = draw_table(sheet, table, words, top=y + 4) + 8
    for sentence in _notes(heat_map, table, words):
        y = sheet.paragraph(y, sentence, size=SMALL, colour=QUIET)
    if table.has_withheld:
        sentence = words.say("picture-hatched", minimum=heat_map.minimum)
        y = sheet.legend(y, sentence, hatched=True)
    return y + MARGIN / 2


def _notes(heat_map: HeatMap, table: Table, words: Wording) -> Iterator[str]:
    trends = {cell.trend for cell in table.shown}
    for trend in (Trend.MORE, Trend.FEWER):
        if trend in trends:
            yield words.say(f"picture-{trend.value}")
    themes = len(heat_map.themes) - len(table.themes)
    areas = len(heat_map.areas) - len(table.areas)
    if themes or areas:
        yield words.say("picture-left-out", themes=themes, areas=areas)


def _alt(heat_map: HeatMap, words: Wording) -> Iterator[str]:
    yield words.say("picture-heat-alt", period=heat_map.period)
    if heat_map.is_empty:
        yield words.say("picture-heat-empty")
        return
    largest = sorted(heat_map.cells, key=lambda cell: (-cell.concerns, cell.theme, cell.area))
    told = [
        words.say("picture-counted", what=_of(cell, words), concerns=cell.concerns)
        for cell in largest[:_MOST_TOLD]
        if cell.concerns
    ]
    yield words.say("picture-most-told-alt", what=", ".join(told))
    withheld = len(heat_map.themes) * len(heat_map.areas) - len(heat_map.cells)
    if withheld:
        yield words.say("picture-hatched-alt", count=withheld)


def _of(cell: HeatCell, words: Wording) -> str:
    return words.say("in-area", theme=cell.theme, area=cell.area)
