"""What was measured, as values, as a table on the terminal and as one in docs/scale.md."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.table import Table

PAGE = Path(__file__).parents[3] / "docs" / "scale.md"
_BEGIN, _END = "<!-- measured: {} -->", "<!-- /measured: {} -->"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table; `met` is None where there is no aim."""

    what: str
    measured: str
    next_to: str = ""
    aim: str = ""
    met: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """What one module measured: the lines, and every number behind them."""

    name: str
    title: str
    figures: tuple[Figure, ...]
    numbers: object


def shown(measurement: Measurement) -> Table:
    """The lines as a table for the terminal."""
    table = Table("what", "measured", "next to", "aim", "met", title=measurement.title)
    for figure in measurement.figures:
        table.add_row(figure.what, figure.measured, figure.next_to, figure.aim, _met(figure))
    return table


def as_json(measurements: Sequence[Measurement]) -> str:
    """Everything, for a machine."""
    return json.dumps([asdict(one) for one in measurements], indent=2, ensure_ascii=False)


def write(measurements: Sequence[Measurement], page: Path = PAGE) -> None:
    """Put each measurement's table between its markers in the page; others stay.

    Raises:
        ValueError: the page has no markers for one of them.
    """
    text = page.read_text("utf-8")
    for one in measurements:
        begin, end = _BEGIN.format(one.name), _END.format(one.name)
        if begin not in text or end not in text:
            raise ValueError(f"{page.name} has no place for {one.name}")
        pattern = re.escape(begin) + r".*?" + re.escape(end)
        section = f"{begin}\n\n{_markdown(one.figures)}\n\n{end}"
        text = re.sub(pattern, lambda _, section=section: section, text, flags=re.DOTALL)
    page.write_text(text, "utf-8")


def _markdown(figures: Sequence[Figure]) -> str:
    rows = [
        f"| {one.what} | {one.measured} | {one.next_to} | {one.aim} | {_met(one)} |"
        for one in figures
    ]
    return "\n".join(["| what | measured | next to | aim | met |", "|---|---|---|---|---|", *rows])


def _met(figure: Figure) -> str:
    return "" if figure.met is None else "yes" if figure.met else "no"
