"""Texts read elsewhere by many at once: the same Readings, in the same order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from nlp.reading import Message, Reading

CHUNK = 50
"""So many texts are handed over at a time."""

Texts = Sequence[str | Message]


class Awaited(Protocol):
    """Readings that are being made."""

    def result(self) -> list[Reading]:
        """The readings, waited for."""
        ...


class SharedReader:
    """Reads as `nlp.reader.Reader` does, through `begin`, which hands texts over at once.

    What `read` is given is begun when it is called, `ahead` chunks of it at most.
    """

    def __init__(self, begin: Callable[[Texts], Awaited], *, ahead: int) -> None:
        self._begin = begin
        self._ahead = ahead

    def read(self, messages: Iterable[str | Message]) -> Iterator[Reading]:
        """A Reading for each message, in their order, as they come."""
        waiting = iter(messages)
        chunks = iter(lambda: list(islice(waiting, CHUNK)), [])
        begun = deque(self._begin(chunk) for chunk in islice(chunks, self._ahead))
        return self._rest(begun, chunks)

    def read_one(self, message: str | Message) -> Reading:
        """The Reading of one message."""
        return next(self.read([message]))

    def _rest(
        self, begun: deque[Awaited], chunks: Iterator[list[str | Message]]
    ) -> Iterator[Reading]:
        while begun:
            readings = begun.popleft().result()
            begun.extend(self._begin(chunk) for chunk in islice(chunks, 1))
            yield from readings
