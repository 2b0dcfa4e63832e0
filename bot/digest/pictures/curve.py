"""The line of a timeline, with its band, numbers and names."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from bot.digest.pictures.labels import Box, around
from bot.digest.pictures.points import Step, Timeline
from bot.digest.pictures.sheet import FAINT, LARGE, MARGIN, NORMAL, QUIET, SMALL, WIDTH, Sheet
from bot.digest.wording import Wording

NOW = "#0a3a68"
BEFORE = "#2f74ae"
BAND = "#dedede"
_RULE = "#d0d0d0"
_PLOT_HEIGHT = 128.0
_ROOM_FOR_NUMBERS = 22.0
_NEXT_LINE = SMALL * 1.4
_MOST_DOTS = 26
_LEAST_TOP = 4
_NICE = (1, 2, 5)


class _Plot(NamedTuple):
    """Where the points are drawn, and whether each has its number."""

    timeline: Timeline
    area: Box
    top: int
    numbered: bool

    def x(self, index: int) -> float:
        return self.area.left + (index + 0.5) * self.spacing

    def y(self, concerns: float) -> float:
        return self.area.bottom - concerns / self.top * (self.area.bottom - self.area.top)

    @property
    def spacing(self) -> float:
        return (self.area.right - self.area.left) / len(self.timeline.points)

    @property
    def first_now(self) -> int:
        return max(len(self.timeline.points) - self.timeline.now, 0)

    def colour(self, index: int) -> str:
        return NOW if index >= self.first_now else BEFORE

    def is_whole(self, index: int) -> bool:
        is_last = index == len(self.timeline.points) - 1
        return self.timeline.points[index].whole and (self.timeline.complete or not is_last)


def draw_curve(sheet: Sheet, timeline: Timeline, words: Wording, *, top: float) -> float:
    """Draw the line with its band, numbers and names; gives where it ends."""
    plot = _plot(sheet, timeline, top=top)
    _draw_scale(sheet, plot)
    _draw_band(sheet, plot)
    _draw_lines(sheet, plot)
    lowest = _draw_numbers(sheet, plot)
    return _draw_names(sheet, plot, words, top=max(plot.area.bottom + 7, lowest + 2))


def _plot(sheet: Sheet, timeline: Timeline, *, top: float) -> _Plot:
    """The plot with a number at every point where they fit, else with a scale."""
    told = [n for p in timeline.points for n in (p.concerns, p.year_before) if n is not None]
    highest = max(*told, *(timeline.usual or (0,)), _LEAST_TOP)
    widest = max(sheet.measure(str(p.concerns), bold=True)[0] for p in timeline.points)
    box = Box(MARGIN, top + _ROOM_FOR_NUMBERS, WIDTH - MARGIN, top + _PLOT_HEIGHT)
    plot = _Plot(timeline=timeline, area=box, top=highest, numbered=True)
    if widest + 3 <= plot.spacing:
        return plot
    steps = _scale(highest)
    left = MARGIN + sheet.measure(str(steps[-1]), size=SMALL)[0] + 6
    return plot._replace(area=box._replace(left=left), top=max(highest, steps[-1]), numbered=False)


def _scale(highest: int) -> list[int]:
    """Two to five round numbers up to the highest, zero first."""
    power = 1
    while True:
        for nice in _NICE:
            step = nice * power
            if highest // step <= 4:
                return list(range(0, highest + 1, step))
        power *= 10


def _draw_scale(sheet: Sheet, plot: _Plot) -> None:
    base = plot.area.bottom
    if not plot.numbered:
        for number in _scale(plot.top):
            y = plot.y(number)
            sheet.line([(plot.area.left, y), (plot.area.right, y)], colour=_RULE, width=0.6)
            left = plot.area.left - 5
            sheet.text(
                left, y, str(number), size=SMALL, colour=QUIET, align="right", vertical="center"
            )
    sheet.line([(plot.area.left, base), (plot.area.right, base)], colour=FAINT, width=1)
    for index in range(len(plot.timeline.points)):
        sheet.line([(plot.x(index), base), (plot.x(index), base + 3)], colour=FAINT, width=0.8)


def _draw_band(sheet: Sheet, plot: _Plot) -> None:
    if plot.timeline.usual is None:
        return
    low, high = plot.timeline.usual
    top, bottom = plot.y(high), plot.y(low)
    thin = max(0.0, 4 - (bottom - top)) / 2
    box = Box(plot.area.left, top - thin, plot.area.right, min(bottom + thin, plot.area.bottom))
    sheet.rectangle(box, fill=BAND)


def _draw_lines(sheet: Sheet, plot: _Plot) -> None:
    points = plot.timeline.points
    places = [(plot.x(i), plot.y(point.concerns)) for i, point in enumerate(points)]
    for run in _runs(plot):
        sheet.line(run, colour=QUIET, width=1.2, dashed=True)
    for index in range(1, len(points)):
        whole = plot.is_whole(index) and plot.is_whole(index - 1)
        now = index > plot.first_now
        width = (2.4 if now else 2.0) if whole else 1.6
        colour = NOW if now else BEFORE
        sheet.line(places[index - 1 : index + 1], colour=colour, width=width, dashed=not whole)
    for index, place in enumerate(places):
        radius = 5.0 if index >= plot.first_now and plot.timeline.now == 1 else 3.2
        is_last = index == len(points) - 1
        if len(points) <= _MOST_DOTS or is_last or not plot.is_whole(index):
            hollow = not plot.is_whole(index)
            sheet.dot(*place, radius=radius, colour=plot.colour(index), hollow=hollow)


def _runs(plot: _Plot) -> Iterator[list[tuple[float, float]]]:
    """The line of a year before, in pieces where something is missing."""
    run: list[tuple[float, float]] = []
    for index, point in enumerate(plot.timeline.points):
        if point.year_before is not None:
            run.append((plot.x(index), plot.y(point.year_before)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _draw_numbers(sheet: Sheet, plot: _Plot) -> float:
    """Write numbers at all points, or at the highest and the one of now; gives where they end.

    They stand over the line, or under it where it leaves upward; none over another.
    """
    concerns = [point.concerns for point in plot.timeline.points]
    last = len(concerns) - 1
    highest = concerns.index(max(concerns))
    few = [last, highest] if plot.timeline.now == 1 else [highest]
    taken: list[Box] = []
    for index in dict.fromkeys([last, highest, *range(last)] if plot.numbered else few):
        large = index == last and plot.timeline.now == 1
        text, size = str(concerns[index]), LARGE if large else NORMAL
        width, height = sheet.measure(text, size=size, bold=True)
        away = height / 2 + (7.5 if large else 5.5)
        x = min(plot.x(index), WIDTH - MARGIN / 2 - width / 2)
        y = plot.y(concerns[index])
        under = _is_valley(concerns, index)
        box = around(x, y + away if under else y - away, width, height)
        if any(box.overlaps(other, gap=1) for other in taken):
            continue
        taken.append(box)
        sheet.text(
            *box.middle, text, size=size, bold=True, align="center", vertical="center", halo=True
        )
    return max(box.bottom for box in taken)


def _is_valley(concerns: Sequence[int], index: int) -> bool:
    """Whether the line leaves the point upward on both sides, or the only one there is."""
    beside = [*concerns[max(index - 1, 0) : index], *concerns[index + 1 : index + 2]]
    return bool(beside) and all(other > concerns[index] for other in beside)


def _draw_names(sheet: Sheet, plot: _Plot, words: Wording, *, top: float) -> float:
    """Write the names below, as many as fit, counted back from the last; then the years."""
    points = plot.timeline.points
    names = [point.short(words) for point in points]
    strong = len(points) - 1 if plot.timeline.now == 1 else None
    widths = [
        sheet.measure(name, size=SMALL, bold=index == strong)[0] for index, name in enumerate(names)
    ]
    step = ceil((max(widths) + 5) / plot.spacing)
    for index in range(len(points) - 1, -1, -step):
        room = 2 + widths[index] / 2
        name_x = min(max(plot.x(index), room), WIDTH - room)
        sheet.text(name_x, top, names[index], size=SMALL, bold=index == strong, align="center")
    below = top + _NEXT_LINE
    if points[0].step is Step.YEAR or points[0].year == points[-1].year:
        return below
    return _draw_years(sheet, plot, below)


def _draw_years(sheet: Sheet, plot: _Plot, y: float) -> float:
    """Each year under where it begins, with a stroke between two."""
    points = plot.timeline.points
    free = 0.0
    for index, point in enumerate(points):
        if index and point.year == points[index - 1].year:
            continue
        left = plot.area.left + index * plot.spacing
        width, _ = sheet.measure(str(point.year), size=SMALL)
        fits = left + 4 + width <= WIDTH - 2
        if index and fits:
            sheet.line([(left, y + 1), (left, y + SMALL)], colour=FAINT, width=1)
        x = left + 4 if fits else WIDTH - 2 - width
        if x >= free:
            sheet.text(x, y, str(point.year), size=SMALL, colour=QUIET)
            free = x + width + 4
    return y + _NEXT_LINE
