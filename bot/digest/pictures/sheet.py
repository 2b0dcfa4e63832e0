"""The sheet that a picture is drawn on, measured in the pixels of a phone.

It is 360 wide, y grows downward, and letters are so large that they can be read there.
Everything is drawn where it is told, over what was drawn before.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from bot.digest.pictures.labels import Box
from bot.digest.pictures.shades import INK, PAPER

if TYPE_CHECKING:
    from matplotlib.patches import Patch

Form = Literal["png", "svg"]

WIDTH = 360.0
MARGIN = 12.0
SMALL, NORMAL, LARGE, TITLE = 11.0, 12.0, 13.0, 15.0
QUIET = "#4a4a4a"
FAINT = "#8a8a8a"

_PIXELS_PER_INCH = 60.0
_DOTS_PER_INCH = 180  # three dots for each pixel: 1080 wide, sharp on a phone
_POINTS_PER_PIXEL = 72.0 / _PIXELS_PER_INCH
_HATCH = "#b0b0b0"
_SETTINGS: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "hatch.linewidth": 0.7,
    "svg.hashsalt": "digest",
    "svg.fonttype": "path",
}
# Matplotlib's settings belong to the whole process.
_one_at_a_time = Lock()


class Sheet:
    """Where a picture is drawn; use `open_sheet`."""

    def __init__(self) -> None:
        from matplotlib.figure import Figure

        inches = WIDTH / _PIXELS_PER_INCH
        self.figure = Figure(figsize=(inches, inches), dpi=_DOTS_PER_INCH)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._layers = count(3)
        self._measures: dict[tuple[str, float, bool], tuple[float, float]] = {}
        self.resize(WIDTH)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = NORMAL,
        bold: bool = False,
        colour: str = INK,
        align: Literal["left", "center", "right"] = "left",
        vertical: Literal["top", "center", "bottom"] = "top",
        turned: bool = False,
        halo: bool = False,
    ) -> None:
        """Write; `turned` from below upward, `halo` with paper around the letters."""
        from matplotlib.patheffects import withStroke

        effects = [withStroke(linewidth=3 * _POINTS_PER_PIXEL, foreground=PAPER)] if halo else []
        self._axes.text(
            x,
            y,
            text,
            fontsize=size * _POINTS_PER_PIXEL,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha=align,
            va=vertical,
            rotation=90 if turned else 0,
            path_effects=effects,
            parse_math=False,
            zorder=next(self._layers),
        )

    def measure(
        self, text: str, *, size: float = NORMAL, bold: bool = False
    ) -> tuple[float, float]:
        """The width and height of a text as it would be written."""
        key = (text, size, bold)
        if key not in self._measures:
            self.text(0, 0, text, size=size, bold=bold)
            written = self._axes.texts[-1]
            extent = written.get_window_extent()
            written.remove()
            dots = _DOTS_PER_INCH / _PIXELS_PER_INCH
            self._measures[key] = (extent.width / dots, extent.height / dots)
        return self._measures[key]

    def wrapped(
        self, text: str, width: float, *, size: float = NORMAL, bold: bool = False, lines: int = 9
    ) -> str:
        """The text in at most that many lines of at most that width, cut with … if need be."""
        found: list[str] = []
        for word in text.split():
            longer = f"{found[-1]} {word}" if found else word
            if found and self.measure(longer, size=size, bold=bold)[0] <= width:
                found[-1] = longer
            else:
                found.append(word)
        if len(found) > lines:
            found = [*found[: lines - 1], f"{found[lines - 1]}…"]
        return "\n".join(self._cut(line, width, size=size, bold=bold) for line in found)

    def paragraph(
        self,
        y: float,
        text: str,
        *,
        size: float = NORMAL,
        bold: bool = False,
        colour: str = INK,
        left: float = MARGIN,
        right: float = WIDTH - MARGIN,
    ) -> float:
        """Write in as many lines as needed; gives where the next one may begin."""
        lines = self.wrapped(text, right - left, size=size, bold=bold)
        self.text(left, y, lines, size=size, bold=bold, colour=colour)
        return y + self.measure(lines, size=size, bold=bold)[1] + size * 0.3

    def line(
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str = INK,
        width: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """Draw from point to point."""
        self._axes.plot(
            [x for x, _ in points],
            [y for _, y in points],
            color=colour,
            linewidth=width * _POINTS_PER_PIXEL,
            linestyle=(0, (4, 2.5)) if dashed else "solid",
            solid_capstyle="round",
            solid_joinstyle="round",
            zorder=next(self._layers),
        )

    def dot(self, x: float, y: float, *, radius: float, colour: str, hollow: bool = False) -> None:
        """Draw a round dot."""
        from matplotlib.patches import Circle

        fill = PAPER if hollow else colour
        self._patch(Circle((x, y), radius), fill=fill, edge=colour, width=1.6 if hollow else 0)

    def rectangle(
        self,
        box: Box,
        *,
        fill: str | None,
        edge: str | None = None,
        width: float = 0.8,
        hatched: bool = False,
    ) -> None:
        """Draw a rectangle."""
        from matplotlib.patches import Rectangle

        size = (box.right - box.left, box.bottom - box.top)
        corner = (box.left, box.top)
        if hatched:
            self._hatch(Rectangle(corner, *size))
        self._patch(Rectangle(corner, *size), fill=fill, edge=edge, width=width)

    def shape(
        self,
        shape: Any,  # noqa: ANN401 - shapely has no types
        *,
        fill: str | None,
        edge: str,
        width: float = 0.6,
        hatched: bool = False,
    ) -> None:
        """Draw a shapely polygon, or several as one, whose coordinates are the sheet's."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        rings = [
            ring
            for part in getattr(shape, "geoms", [shape])
            if part.geom_type == "Polygon" and not part.is_empty
            for ring in (part.exterior, *part.interiors)
        ]
        if not rings:
            return
        path = Path.make_compound_path(*(Path(list(r.coords), closed=True) for r in rings))
        if hatched:
            self._hatch(PathPatch(path))
        self._patch(PathPatch(path), fill=fill, edge=edge, width=width)

    def triangle(self, x: float, y: float, *, size: float, colour: str, upward: bool) -> None:
        """Draw a triangle around a point."""
        from matplotlib.patches import Polygon

        half = size / 2 if upward else -size / 2
        corners = [(x - half, y + half), (x + half, y + half), (x, y - half)]
        self._patch(Polygon(corners), fill=colour, edge=None, width=0)

    def legend(
        self,
        y: float,
        meaning: str,
        *,
        fill: str = PAPER,
        edge: str = FAINT,
        hatched: bool = False,
        left: float = MARGIN,
        right: float = WIDTH - MARGIN,
    ) -> float:
        """Draw a box in a colour or pattern and what it means; gives where the next may begin."""
        box = Box(left, y, left + 20, y + 12)
        self.rectangle(box, fill=None if hatched else fill, edge=edge, hatched=hatched)
        below = self.paragraph(
            y, meaning, size=SMALL, colour=QUIET, left=box.right + 6, right=right
        )
        return max(below, box.bottom + 4)

    def resize(self, height: float) -> None:
        """Cut the sheet to that height."""
        self.figure.set_size_inches(WIDTH / _PIXELS_PER_INCH, height / _PIXELS_PER_INCH)
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)

    def content(self, form: Form, *, height: float) -> bytes:
        """The picture as a file's content; equal drawings give equal bytes."""
        self.resize(height)
        content = BytesIO()
        metadata = {"Date": None} if form == "svg" else {"Software": None}
        self.figure.savefig(content, format=form, metadata=metadata)
        return content.getvalue()

    def _cut(self, line: str, width: float, *, size: float, bold: bool) -> str:
        if self.measure(line, size=size, bold=bold)[0] <= width:
            return line
        kept = line.rstrip("…")
        while len(kept) > 1 and self.measure(f"{kept}…", size=size, bold=bold)[0] > width:
            kept = kept[:-1]
        return f"{kept}…"

    def _patch(self, patch: "Patch", *, fill: str | None, edge: str | None, width: float) -> None:
        patch.set_facecolor(fill or "none")
        patch.set_edgecolor(edge or "none")
        patch.set_linewidth(width * _POINTS_PER_PIXEL if edge else 0)
        patch.set_zorder(next(self._layers))
        self._axes.add_artist(patch)

    def _hatch(self, patch: "Patch") -> None:
        """Fill with thin slanting lines; their colour is that of the edge, which is not drawn."""
        patch.set_hatch("//")
        self._patch(patch, fill=PAPER, edge=_HATCH, width=0)


@contextmanager
def open_sheet() -> Iterator[Sheet]:
    """A sheet to draw on, with the same settings whatever the machine's own are."""
    import matplotlib as mpl

    with _one_at_a_time, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield Sheet()
