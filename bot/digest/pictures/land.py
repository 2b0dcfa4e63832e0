"""The land of a map on the sheet: all of it, or its smallest areas large and then all of it."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bot.digest.pictures.areas import AreaMap
from bot.digest.pictures.labels import Box
from bot.digest.pictures.outlines import projected
from bot.digest.pictures.panel import Panel, draw_labels, draw_scale_bar, panel_of
from bot.digest.pictures.shades import PAPER, Scale, scale_of
from bot.digest.pictures.sheet import MARGIN, SMALL, WIDTH, Sheet
from bot.digest.pictures.zoom import Zoom, zoom_of
from bot.digest.wording import Wording

_HIGHEST = 400.0
_SMALL_WIDTH, _SMALL_HEIGHT = 204.0, 236.0
_EDGE, _OUTSIDE_EDGE, _FRAME = "#6e6e6e", "#d0d0d0", "#1a1a1a"
_MOST_LABELS, _MOST_LABELS_SMALL = 7, 4
_AROUND_FIELD = 0.4  # of the longer side of the field
_BELOW_PANEL = 26.0


class _Land:
    """The shapes of the areas on a plane, and how each is to be drawn."""

    def __init__(self, area_map: AreaMap) -> None:
        self.map = area_map
        self.shapes = projected(area_map.outlines)
        self.numbers = {number.area: number.concerns for number in area_map.numbers}
        self.scale = scale_of(concerns for _, concerns in area_map.largest)
        field = [shape for area, shape in self.shapes.items() if area in self.numbers]
        is_all = len(field) == len(self.shapes)
        self.bounds = _bounds(field, beyond=0.0 if is_all else _AROUND_FIELD)
        self.zoom = zoom_of(self.shapes, width=WIDTH - 2 * MARGIN) if is_all else None


def draw_land(sheet: Sheet, area_map: AreaMap, words: Wording, *, top: float) -> float:
    """Draw the map with its legend; gives where it ends."""
    land = _Land(area_map)
    if land.zoom is not None:
        return _draw_both(sheet, land, land.zoom, words, top=top)
    panel = panel_of(land.bounds, Box(MARGIN, top, WIDTH - MARGIN, top + _HIGHEST))
    _draw_areas(sheet, panel, land, words, labelled=land.shapes, most=_MOST_LABELS)
    below = panel.box.bottom + _BELOW_PANEL
    return _draw_legend(sheet, land, words, top=below, right=WIDTH - MARGIN)


def _draw_both(sheet: Sheet, land: _Land, zoom: Zoom, words: Wording, *, top: float) -> float:
    """The small areas large on top; below, the whole beside the legend."""
    y = sheet.paragraph(top, words.say("picture-cutout"), size=SMALL, bold=True)
    near = panel_of(zoom.ground, Box(MARGIN, y, WIDTH - MARGIN, y + _HIGHEST))
    _draw_areas(sheet, near, land, words, labelled=zoom.areas, most=_MOST_LABELS)
    sheet.rectangle(near.box, fill=None, edge=_FRAME, width=1.5)

    y = near.box.bottom + _BELOW_PANEL
    small = panel_of(land.bounds, Box(0, 0, _SMALL_WIDTH, _SMALL_HEIGHT)).box
    left = WIDTH - MARGIN - small.right
    below = sheet.paragraph(y, words.say("picture-whole"), size=SMALL, bold=True, left=left)
    whole = panel_of(land.bounds, Box(left, below, WIDTH - MARGIN, below + small.bottom))
    frame = whole.framed(zoom.ground)
    elsewhere = land.shapes.keys() - zoom.areas
    _draw_areas(
        sheet, whole, land, words, labelled=elsewhere, most=_MOST_LABELS_SMALL, taken=[frame]
    )
    sheet.rectangle(frame, fill=None, edge=_FRAME, width=1.5)
    legend = _draw_legend(sheet, land, words, top=y, right=left - 8)
    return max(legend, whole.box.bottom + _BELOW_PANEL)


def _draw_areas(
    sheet: Sheet,
    panel: Panel,
    land: _Land,
    words: Wording,
    *,
    labelled: Collection[str],
    most: int,
    taken: Sequence[Box] = (),
) -> None:
    """Draw all areas, and the labels of the `most` largest of those that may have one."""
    drawn = {area: panel.drawn(shape) for area, shape in land.shapes.items()}
    for area in sorted(drawn, key=land.numbers.__contains__):  # the field's borders on top
        _draw_area(sheet, drawn[area], area, land)
    draw_scale_bar(sheet, panel, words)
    told = [(area, concerns) for area, concerns in land.map.largest if area in labelled]
    shaded = [drawn[area] for area, _ in land.map.largest]
    labels = [(area, concerns, drawn[area]) for area, concerns in told[:most]]
    draw_labels(sheet, panel, labels, shaded=shaded, taken=taken)


def _draw_area(sheet: Sheet, shape: Any, area: str, land: _Land) -> None:  # noqa: ANN401
    if area not in land.numbers:
        sheet.shape(shape, fill=PAPER, edge=_OUTSIDE_EDGE)
        return
    concerns = land.numbers[area]
    shade = None if concerns is None else land.scale.shade(concerns)
    sheet.shape(shape, fill=shade, edge=_EDGE, hatched=concerns is None)


def _draw_legend(sheet: Sheet, land: _Land, words: Wording, *, top: float, right: float) -> float:
    y = top
    for meaning, shade in _classes(land.scale):
        y = sheet.legend(y, meaning, fill=shade, right=right)
    if any(land.numbers.get(area) == 0 for area in land.shapes):
        y = sheet.legend(y, words.say("picture-none"), right=right)
    if land.map.hatched:
        why = words.say("picture-hatched", minimum=land.map.minimum)
        meaning = words.say("picture-hatched-sum", why=why, concerns=land.map.withheld)
        y = sheet.legend(y, meaning, hatched=True, right=right)
    if any(area not in land.numbers for area in land.shapes):
        y = sheet.legend(y, words.say("picture-outside"), edge=_OUTSIDE_EDGE, right=right)
    return y


def _classes(scale: Scale) -> Iterator[tuple[str, str]]:
    """What each shade stands for, the largest first."""
    for (low, high), shade in reversed(list(zip(scale.classes, scale.shades, strict=True))):
        yield (str(low) if low == high else f"{low}–{high}"), shade


def _bounds(shapes: Sequence[Any], *, beyond: float) -> Box:
    """The rectangle around shapes, and that share of its longer side more all around."""
    from shapely import total_bounds

    left, top, right, bottom = map(float, total_bounds(shapes))
    more = beyond * max(right - left, bottom - top)
    return Box(left - more, top - more, right + more, bottom + more)
