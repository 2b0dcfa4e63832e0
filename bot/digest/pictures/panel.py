"""A rectangle of the sheet that shows a rectangle of the land, with labels and a scale."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from babel.numbers import format_decimal

from bot.digest.pictures.labels import Box, Wanted, place
from bot.digest.pictures.shades import INK, PAPER
from bot.digest.pictures.sheet import QUIET, SMALL, Sheet
from bot.digest.wording import Wording

_SLIT, _SPECK, _DETAIL = 1.2, 12.0, 0.25  # pixels, square pixels, pixels
_WIDEST_LABEL = 110.0
_SCALE_BAR = 72.0  # pixels at most
_ROUND = (1, 2, 5)


class Panel(NamedTuple):
    """A rectangle of the sheet, and the one of the land, in kilometres, that it shows."""

    box: Box
    ground: Box

    @property
    def scale(self) -> float:
        """Pixels per kilometre."""
        return (self.box.right - self.box.left) / (self.ground.right - self.ground.left)

    def drawn(self, shape: Any) -> Any:  # noqa: ANN401 - shapely has no types
        """The part of a shape that is shown, in pixels."""
        from shapely import box, transform

        origin = (self.ground.left, self.ground.top)
        corner = (self.box.left, self.box.top)
        moved = transform(shape, lambda c: (c - origin) * self.scale + corner)
        return _tidy(moved).simplify(_DETAIL).intersection(box(*self.box))

    def framed(self, ground: Box) -> Box:
        """Where a rectangle of the land is drawn."""
        x, y = self.box.left - self.ground.left * self.scale, self.box.top
        y -= self.ground.top * self.scale
        return Box(
            x + ground.left * self.scale,
            y + ground.top * self.scale,
            x + ground.right * self.scale,
            y + ground.bottom * self.scale,
        )


def panel_of(ground: Box, within: Box) -> Panel:
    """The ground as large as it fits, at the left top."""
    width, height = ground.right - ground.left, ground.bottom - ground.top
    scale = min((within.right - within.left) / width, (within.bottom - within.top) / height)
    right, bottom = within.left + width * scale, within.top + height * scale
    return Panel(box=within._replace(right=right, bottom=bottom), ground=ground)


def draw_labels(
    sheet: Sheet,
    panel: Panel,
    labels: Sequence[tuple[str, int, Any]],
    *,
    shaded: Sequence[Any],
    taken: Sequence[Box],
) -> None:
    """Label shapes with name and number, the first before the others.

    A label lies in its shape or beside it, and hides as little as may be of those `shaded`.
    One that finds no place is left out.
    """
    from shapely import maximum_inscribed_circle, union_all

    texts = [_label(sheet, name, number) for name, number, _ in labels]
    wanted = [
        Wanted(
            size=sheet.measure(text, size=SMALL, bold=True),
            at=maximum_inscribed_circle(shape, tolerance=0.5).coords[0],
            shape=shape,
        )
        for text, (_, _, shape) in zip(texts, labels, strict=True)
    ]
    boxes = place(wanted, within=panel.box, hidden=union_all(shaded), taken=taken)
    for text, one, box in zip(texts, wanted, boxes, strict=True):
        if box is not None:
            _draw_label(sheet, text, one, box)


def _label(sheet: Sheet, name: str, number: int) -> str:
    """The name in two lines at most, shortened if need be, and the whole number."""
    lines = sheet.wrapped(f"{name}:", _WIDEST_LABEL, size=SMALL, bold=True, lines=2)
    longer = f"{lines} {number}"
    fits = sheet.measure(longer, size=SMALL, bold=True)[0] <= _WIDEST_LABEL
    return longer if fits else f"{lines}\n{number}"


def _draw_label(sheet: Sheet, text: str, one: Wanted, box: Box) -> None:
    if leader := one.leader(box):
        sheet.line(leader, colour=PAPER, width=3)
        sheet.dot(*one.at, radius=3.4, colour=PAPER)
        sheet.line(leader, width=1)
        sheet.dot(*one.at, radius=2.2, colour=INK)
    sheet.text(
        *box.middle, text, size=SMALL, bold=True, align="center", vertical="center", halo=True
    )


def draw_scale_bar(sheet: Sheet, panel: Panel, words: Wording) -> None:
    """Draw a bar below it, of a round number of kilometres."""
    lengths = [digit * 10.0**power for power in range(-2, 4) for digit in _ROUND]
    length = max(km for km in lengths if km * panel.scale <= _SCALE_BAR)
    y, right = panel.box.bottom + 8, panel.box.right
    left = right - length * panel.scale
    sheet.line([(left, y), (right, y)], colour=QUIET, width=1.6)
    name = words.say("picture-kilometres", km=format_decimal(length, locale=words.language))
    sheet.text(left - 5, y, name, size=SMALL, colour=QUIET, align="right", vertical="center")


def _tidy(shape: Any) -> Any:  # noqa: ANN401
    """A shape without the specks and slits that borders drawn one by one leave."""
    from shapely import Polygon, union_all

    wider = shape.buffer(_SLIT / 2, join_style="mitre", mitre_limit=2)
    parts = list(getattr(wider, "geoms", [wider]))
    large = [part for part in parts if part.area >= _SPECK] or parts
    return union_all(
        [
            Polygon(part.exterior, [r for r in part.interiors if Polygon(r).area >= _SPECK])
            for part in large
        ]
    )
