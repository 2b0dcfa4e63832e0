"""The console that results are printed on, and what makes them easy to take in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

_WIDTH_IN_A_PIPE = 100
_BAR = 16


def console() -> Console:
    """Standard output: coloured on a terminal, unless NO_COLOR is set; else plain and wide."""
    found = Console(highlight=False)
    if not found.is_terminal:
        found.width = max(found.width, _WIDTH_IN_A_PIPE)
    return found


@contextmanager
def rows_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, moved by telling how many are done of how many; gone at the end."""
    from rich.progress import Progress

    error = Console(stderr=True)
    with Progress(console=error, transient=True, disable=not error.is_terminal) as progress:
        bar = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)


def rate(value: float | None, digits: int = 3) -> str:
    """A number as it is written in Swedish; a dash for none."""
    return "–" if value is None else f"{value:.{digits}f}".replace(".", ",")


def graded(value: float | None) -> Text:
    """A share of right ones, in the colour of how good it is."""
    if value is None:
        return Text(rate(value), style="dim")
    style = "green" if value >= 0.9 else "yellow" if value >= 0.75 else "red"
    return Text(rate(value), style=style)


def bar(share: float, style: str, *, mark: float | None = None) -> Text:
    """A bar as long as the share (0 to 1) is large, with a stroke at `mark`."""
    full = _cells(share)
    drawn = Text.assemble(("━" * full, style), ("╌" * (_BAR - full), "dim"))
    if mark is None:
        return drawn
    at = min(_cells(mark), _BAR - 1)
    return Text.assemble(drawn[:at], ("┃", "bold"), drawn[at + 1 :])


def _cells(share: float) -> int:
    return round(max(0.0, min(1.0, share)) * _BAR)
