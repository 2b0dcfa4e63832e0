"""The areas on a map, the darker the more was told there."""

from collections.abc import Iterator

from bot.digest.pictures.areas import AreaMap
from bot.digest.pictures.land import draw_land
from bot.digest.pictures.sheet import MARGIN, QUIET, SMALL, TITLE, Form, Sheet, open_sheet
from bot.digest.wording import Wording

_MOST_TOLD = 5  # areas in the alt text


def draw_area_map(area_map: AreaMap, words: Wording, *, form: Form) -> bytes:
    """The picture as a file's content, 360 pixels wide on a phone.

    Where many areas are too small to be seen, a town mostly, they are drawn apart and large.
    """
    with open_sheet() as sheet:
        height = lay_out_area_map(sheet, area_map, words)
        return sheet.content(form, height=height)


def area_map_alt(area_map: AreaMap, words: Wording) -> str:
    """The picture in words."""
    return " ".join(_alt(area_map, words))


def lay_out_area_map(sheet: Sheet, area_map: AreaMap, words: Wording) -> float:
    """Draw on the sheet; gives the height used."""
    title = words.say("picture-map-title", field=area_map.field)
    y = sheet.paragraph(MARGIN, title, size=TITLE, bold=True)
    y = sheet.paragraph(y, words.say("picture-period", period=area_map.period), colour=QUIET)
    if area_map.is_empty:
        y = sheet.paragraph(y + 6, _empty(area_map, words))
    else:
        y = draw_land(sheet, area_map, words, top=y + 2)
    for sentence in _off_map(area_map, words):
        y = sheet.paragraph(y + 2, sentence, size=SMALL, colour=QUIET)
    return y + MARGIN / 2


def _empty(area_map: AreaMap, words: Wording) -> str:
    withheld = any(number.concerns is None for number in area_map.numbers)
    return words.say("picture-map-empty" if withheld else "picture-map-none")


def _off_map(area_map: AreaMap, words: Wording) -> Iterator[str]:
    """A sentence on what was told and has no place on the map, if anything was."""
    told = [words.say("picture-counted", what=area, concerns=n) for area, n in area_map.off_map]
    if area_map.without_place:
        without = words.say("without-place").lower()
        told.append(words.say("picture-counted", what=without, concerns=area_map.without_place))
    if told:
        yield words.say("picture-off-map", what=", ".join(told))


def _alt(area_map: AreaMap, words: Wording) -> Iterator[str]:
    yield words.say("picture-map-alt", period=area_map.period)
    if area_map.is_empty:
        yield _empty(area_map, words)
    else:
        largest = area_map.largest[:_MOST_TOLD]
        told = [
            words.say("picture-counted", what=area, concerns=concerns) for area, concerns in largest
        ]
        yield words.say("picture-most-told-alt", what=", ".join(told))
        if area_map.hatched:
            yield words.say("picture-hatched-areas-alt", count=area_map.hatched)
    yield from _off_map(area_map, words)
