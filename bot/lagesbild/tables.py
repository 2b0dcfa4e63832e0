"""The tables of a lägesbild: no longer than a page."""

from collections.abc import Iterator, Sequence

from bot.digest.periods import Period
from bot.digest.tables import Row, Table
from bot.digest.values import Count, Facts
from bot.lagesbild.wording import Words

MOST_THEMES = 30
MOST_AREAS = 24


def theme_table(facts: Facts, words: Words) -> Table:
    """The themes, the largest first, and what has none of those shown."""
    told = [one for one in facts.themes if one.count.concerns]
    rows = [_counted(words.theme(one.theme), one.count, words) for one in told[:MOST_THEMES]]
    over = told[MOST_THEMES:]
    further = sum(one.count.concerns for one in over)
    if over:
        rows.append(_plain(words.tell("further-themes", count=len(over)), further))
    rows += _rest(words.say("other-themes"), facts.other_themes)
    rows += _rest(words.say("without-theme"), facts.without_theme)
    return _table("themes", words.say("column-theme"), rows, words)


def area_table(facts: Facts, words: Words) -> Table:
    """The areas, the largest first, and what is in none of those shown."""
    told = facts.areas
    rows = [_counted(one.area, one.count, words) for one in told[:MOST_AREAS]]
    over = told[MOST_AREAS:]
    further = sum(one.count.concerns for one in over)
    if over:
        rows.append(_plain(words.tell("further-areas", count=len(over)), further))
    rows += _rest(words.say("other-areas" if told else "small-areas"), facts.other_areas)
    rows += _rest(words.say("without-place"), facts.without_place)
    return _table("areas", words.say("column-area"), rows, words)


def sensitive_table(facts: Facts, words: Words) -> Table:
    """The sensitive themes, withheld ones last."""
    few = words.say("withheld-cell-long")
    order = sorted(facts.sensitive, key=lambda one: one.count is None)
    rows = [
        _counted(words.theme(one.theme), one.count, words)
        if one.count is not None
        else Row(line="", cells=(words.theme(one.theme), few, few, ""))
        for one in order
    ]
    return _table("sensitive", words.say("column-theme"), rows, words)


def history_table(facts: Facts, words: Words) -> Table:
    """The periods compared with and this one, the earliest first."""
    told = [(one.week, one.concerns, one.voices) for one in facts.history]
    told.append((facts.week, facts.total.concerns, facts.total.voices))
    few = range(1, facts.minimum_cell) if words.is_of_places(facts) else range(0)
    fewer = words.say("withheld-cell", minimum=facts.minimum_cell)
    rows = []
    for written, concerns, voices in told:
        numbers = (fewer, fewer) if voices in few else (str(concerns), str(voices))
        rows.append(Row(line="", cells=(words.span(Period.parse(written)), *numbers)))
    return Table(
        heading=words.tell("history-heading"),
        caption=words.tell("history-caption"),
        columns=(
            words.tell("column-period"),
            words.say("column-concerns"),
            words.say("column-voices"),
        ),
        rows=tuple(rows) if facts.history else (),
    )


def _table(name: str, first: str, rows: Sequence[Row], words: Words) -> Table:
    columns = [first, words.say("column-concerns"), words.say("column-voices")]
    if any(row.cells[-1] for row in rows):
        columns.append(words.compared_column)
    return Table(
        heading=words.say(f"{name}-heading"),
        caption=words.tell(f"{name}-caption"),
        columns=tuple(columns),
        rows=tuple(Row(line="", cells=row.cells[: len(columns)]) for row in rows),
    )


def _counted(what: str, count: Count, words: Words) -> Row:
    cells = (what, str(count.concerns), str(count.voices), words.compared(count))
    return Row(line="", cells=cells)


def _plain(what: str, concerns: int) -> Row:
    return Row(line="", cells=(what, str(concerns), "", ""))


def _rest(what: str, concerns: int) -> Iterator[Row]:
    if concerns:
        yield _plain(what, concerns)
