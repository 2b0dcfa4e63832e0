"""A bar on standard error while something long is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from nlp.categorizer.fitting import Progress


@contextmanager
def shown_progress(title: str, *, shown: bool) -> Iterator[Progress | None]:
    """What to call as work goes on; the bar appears with the first call, None shows none."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, visible=False)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)

        yield advance
