"""Log events: a constant name and keyed values, never what a person wrote or who they are."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog


def get_logger(name: str) -> Any:  # noqa: ANN401 - structlog's lazy proxy has no useful type
    """A logger whose calls take a constant event name and keyed values."""
    return structlog.get_logger(name)


@contextmanager
def following(**ids: int | None) -> Iterator[None]:
    """Put these ids, but for None, on every event logged meanwhile, also in tasks begun here.

    `update_id` follows a message from the moment it was received to its receipt.
    """
    known = {name: id for name, id in ids.items() if id is not None}
    with structlog.contextvars.bound_contextvars(**known):
        yield


def where(error: BaseException) -> str | None:
    """File and line where it went wrong; never the error's own words, which may be a person's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return None
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def configure_logging(*, as_json: bool = False, level: int = logging.INFO) -> None:
    """Write log events of at least `level` to standard error, one a line.

    Other libraries' records are let through from warnings on, by their logger's name alone:
    their texts may hold a token or a message.
    """
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Foreign()], level=logging.WARNING, force=True)


class _Foreign(logging.Handler):
    """Passes on that a library warned, and which, but not what it said."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        structlog.get_logger("library").warning(
            "library_warned", library=record.name, line=record.lineno, error=error
        )
