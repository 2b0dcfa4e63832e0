"""A process that reads: texts in, Readings out, through pipes. It has no settings and no keys."""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, BinaryIO

from nlp.errors import ReadingError
from nlp.reading import Message, Reading

if TYPE_CHECKING:
    from nlp.config import ReaderConfig
    from nlp.reader import Reader


@dataclass(frozen=True, kw_only=True)
class NotRead:
    """Why texts were not read; holds nothing of them."""

    reason: str


Answer = list[Reading] | NotRead


def answer(build: "Callable[[], Reader]", messages: Sequence[str | Message]) -> Answer:
    """The readings of all the messages, in their order, by the reader that `build` gives."""
    try:
        return list(build().read(messages))
    except ReadingError as error:
        return NotRead(reason=str(error))
    except Exception as error:
        # What a library says of a text may hold the text, and would end up in somebody's log.
        return NotRead(reason=f"läsningen slutade med {type(error).__name__}")


def kept_for_good(reader: "Reader") -> "Reader":
    """The same reader, in which the garbage collector need not look again and again."""
    gc.collect()
    gc.freeze()
    return reader


def _built(config: "ReaderConfig") -> "Reader":
    from nlp.reader import Reader

    return kept_for_good(Reader(config))


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Take configurations, then pairs of one's number and texts; answer each, until the end."""
    configs: tuple[ReaderConfig, ...] = pickle.load(asked)  # noqa: S301 - from our own parent
    readers = [cache(partial(_built, config)) for config in configs]
    while True:
        try:
            which, messages = pickle.load(asked)  # noqa: S301
        except EOFError:  # whoever asked has ended, however that was
            return
        pickle.dump(answer(readers[which], messages), told)
        told.flush()


def _main() -> None:
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as told, suppress(BrokenPipeError):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what is printed is no answer
        serve(sys.stdin.buffer, told)


if __name__ == "__main__":
    _main()
