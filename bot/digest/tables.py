"""The tables of a digest: themes, areas, sensitive themes, weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.digest.periods import Period
from bot.digest.pictures.from_facts import period_named
from bot.digest.values import Count, Facts, WeekCount
from bot.digest.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row: its cells, as many as the table has columns, and all of it as one line.

    An `inner` row is part of the row above it.
    """

    line: str
    cells: tuple[str, ...]
    inner: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its heading and caption; `rows` may be empty.

    The first column names the row, the second and third hold numbers.
    """

    heading: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def theme_table(facts: Facts, words: Wording) -> Table:
    """The themes, the largest first, and what has no theme of its own here."""
    rows = [_counted(words.theme(t.theme), t.count, words) for t in facts.themes]
    rows += _rest("other-themes" if rows else "small-themes", facts.other_themes, words)
    rows += _rest("without-theme", facts.without_theme, words)
    return _table("themes", "theme", rows, words)


def area_table(facts: Facts, words: Wording) -> Table:
    """The areas, the largest first, each with the themes that may be told there; the rest."""
    rows: list[Row] = []
    for area in facts.areas:
        rows.append(_counted(area.area, area.count, words))
        rows += [
            _counted(words.theme(cell.theme), cell.count, words, inner=True)
            for cell in facts.cells
            if cell.area == area.area
        ]
    rows += _rest("other-areas" if rows else "small-areas", facts.other_areas, words)
    rows += _rest("without-place", facts.without_place, words)
    return _table("areas", "area", rows, words)


def sensitive_table(facts: Facts, words: Wording) -> Table:
    """The sensitive themes of the focus area, withheld ones last."""
    long = "" if facts.period.week else "-long"
    few = words.say(f"withheld-cell{long}", minimum=facts.minimum_cell)
    shown = [_counted(words.theme(s.theme), s.count, words) for s in facts.sensitive if s.count]
    withheld = [
        Row(
            line=words.say(
                f"withheld{long}", what=words.theme(s.theme), minimum=facts.minimum_cell
            ),
            cells=(words.theme(s.theme), few, few, ""),
        )
        for s in facts.sensitive
        if s.count is None
    ]
    return _table("sensitive", "theme", [*shown, *withheld], words)


def week_table(facts: Facts, words: Wording) -> Table:
    """The weeks compared with and this one, the earliest first; of longer periods those within.

    Of a week that is only partly in the period, those days only are counted.
    """
    told = facts.course
    if not told:
        now = WeekCount(week=facts.week, concerns=facts.total.concerns, voices=facts.total.voices)
        told = (*facts.history, now)
    rows = []
    for one in told:
        short, name = _named(one.week, words)
        line = words.say("row", what=short, concerns=one.concerns)
        rows.append(Row(line=line, cells=(name, str(one.concerns), str(one.voices))))
    return _table("weeks", "week", rows, words, compared=False)


def _named(written: str, words: Wording) -> tuple[str, str]:
    """What a period is called, shortly and with its days."""
    period = Period.parse(written)
    if period.week is None:
        name = period_named(period, words)
        return name, name
    short = words.say("week-short", number=period.week.number)
    return short, f"{short}, {words.dates(period.week)}"


def _table(
    name: str, first: str, rows: Sequence[Row], words: Wording, *, compared: bool = True
) -> Table:
    columns = (first, "concerns", "voices", *(["usual"] if compared else []))
    return Table(
        heading=words.say(f"{name}-heading"),
        caption=words.say(f"{name}-caption"),
        columns=tuple(words.say(f"column-{column}") for column in columns),
        rows=tuple(rows),
    )


def _counted(what: str, count: Count, words: Wording, *, inner: bool = False) -> Row:
    return Row(
        line=words.line(what, count),
        cells=(what, str(count.concerns), str(count.voices), words.compared(count)),
        inner=inner,
    )


def _rest(name: str, concerns: int, words: Wording) -> Iterator[Row]:
    if concerns:
        what = words.say(name)
        line = words.say("row", what=what, concerns=concerns)
        yield Row(line=line, cells=(what, str(concerns), "", ""))
