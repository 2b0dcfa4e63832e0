"""The weeks or months as a line, with the usual as a band behind it."""

from collections.abc import Iterator

from bot.digest.pictures.curve import BAND, NOW, draw_curve
from bot.digest.pictures.labels import Box
from bot.digest.pictures.points import Point, Step, Timeline
from bot.digest.pictures.sheet import MARGIN, QUIET, SMALL, TITLE, Form, Sheet, open_sheet
from bot.digest.wording import Wording

_MOST_TOLD = 14  # numbers in the alt text


def draw_timeline(timeline: Timeline, words: Wording, *, form: Form) -> bytes:
    """The picture as a file's content, 360 pixels wide on a phone."""
    with open_sheet() as sheet:
        height = lay_out_timeline(sheet, timeline, words)
        return sheet.content(form, height=height)


def timeline_alt(timeline: Timeline, words: Wording) -> str:
    """The picture in words."""
    return " ".join(_alt(timeline, words))


def lay_out_timeline(sheet: Sheet, timeline: Timeline, words: Wording) -> float:
    """Draw on the sheet; gives the height used."""
    y = sheet.paragraph(MARGIN, _title(timeline, words), size=TITLE, bold=True)
    for kind, sentence in _legend(timeline, words):
        _legend_mark(sheet, kind, y)
        y = sheet.paragraph(y, sentence, size=SMALL, colour=QUIET, left=MARGIN + 26)
    return draw_curve(sheet, timeline, words, top=y + 4) + MARGIN


def _title(timeline: Timeline, words: Wording) -> str:
    step = timeline.points[-1].step
    return words.say("picture-line-title", field=timeline.field, step=step.value)


def _legend(timeline: Timeline, words: Wording) -> Iterator[tuple[str, str]]:
    """What is seen besides the line: the sort of mark and its meaning."""
    if timeline.usual is not None:
        yield "band", words.say("picture-band", range=_range(timeline.usual))
    if any(point.year_before is not None for point in timeline.points):
        yield "dashes", words.say("picture-year-before")
    if not timeline.complete:
        yield "hollow", words.say("picture-unfinished")
    elif not all(point.whole for point in timeline.points):
        yield "hollow", words.say("picture-partly")


def _legend_mark(sheet: Sheet, kind: str, y: float) -> None:
    middle = y + SMALL * 0.5
    if kind == "band":
        sheet.rectangle(Box(MARGIN, y, MARGIN + 20, y + SMALL), fill=BAND)
    elif kind == "dashes":
        ends = [(MARGIN, middle), (MARGIN + 20, middle)]
        sheet.line(ends, colour=QUIET, width=1.2, dashed=True)
    else:
        sheet.dot(MARGIN + 10, middle, radius=4, colour=NOW, hollow=True)


def _range(usual: tuple[int, int]) -> str:
    low, high = usual
    return str(low) if low == high else f"{low}–{high}"


def _alt(timeline: Timeline, words: Wording) -> Iterator[str]:
    before, now = timeline.points[: -timeline.now], timeline.points[-timeline.now :]
    first, last = now[0], now[-1]
    concerns = sum(point.concerns for point in now)
    if len(now) == 1:
        when = _this(last, words)
        yield words.say("picture-line-alt", concerns=concerns, when=when)
    else:
        span = {"first": first.long(words), "last": last.long(words)}
        yield words.say("picture-lines-alt", concerns=concerns, **span)
        most = max(now, key=lambda point: point.concerns)
        if most.concerns:
            when = most.long(words)
            yield words.say("picture-most-alt", concerns=most.concerns, when=when)
    if timeline.usual is not None:
        yield words.say("picture-usual-alt", range=_range(timeline.usual))
    if 1 < len(timeline.points) <= _MOST_TOLD:
        numbers = ", ".join(str(point.concerns) for point in before or now)
        key = "picture-before-alt" if before else "picture-each-alt"
        yield words.say(key, numbers=numbers)
    if not timeline.complete:
        yield words.say("picture-unfinished")


def _this(point: Point, words: Wording) -> str:
    """The one that the digest is about: of a week the number is enough."""
    if point.step is Step.WEEK:
        return words.say("picture-week", number=point.number)
    return point.long(words)
