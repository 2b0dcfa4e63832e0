"""The one owner of the pipeline: reads texts off the loop, in one thread."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from bot.logs import get_logger
from bot.metering import UNMETERED, Meter
from nlp.reading import Message, Reading

log = get_logger(__name__)


class Reads(Protocol):
    """What is needed of `nlp.reader.Reader`."""

    def read_one(self, message: str | Message) -> Reading:
        """Read one text."""
        ...

    def read(self, messages: Iterable[str | Message]) -> Iterator[Reading]:
        """Read texts; their Readings in the same order."""
        ...

    def area_at(self, lat: float, lon: float) -> str | None:
        """The reporting area at a position, or None outside all of them."""
        ...


def reading_thread() -> ThreadPoolExecutor:
    """A thread that reads one text at a time, for whomever."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")


class ReadingService:
    """Reads texts in a thread of its own or the one given, so that nobody else's answer waits."""

    def __init__(
        self,
        reader: Reads,
        *,
        meter: Meter = UNMETERED,
        thread: ThreadPoolExecutor | None = None,
    ) -> None:
        self._reader = reader
        self._meter = meter
        self._thread = thread or reading_thread()
        self._ahead: dict[str, asyncio.Future[dict[str, Reading]]] = {}

    def expect(self, texts: Sequence[str]) -> None:
        """Begin to read what is asked for next: together, half the work of one after the other.

        What was expected before and not asked for is forgotten.
        """
        loop = asyncio.get_running_loop()
        reading = loop.run_in_executor(self._thread, self._read_together, texts)
        self._ahead = dict.fromkeys(texts, reading)

    async def __call__(self, text: str) -> Reading | None:
        """The reading of `text`, or None when it failed: the text is kept all the same."""
        loop = asyncio.get_running_loop()
        try:
            reading = await self._read_ahead(text)
            if reading is None:
                reading = await loop.run_in_executor(self._thread, self._reader.read_one, text)
        except Exception as error:
            # Whatever a library may raise, a resident gets an answer and a human the text.
            log.error("reading_failed", error=type(error).__name__)
            self._meter.not_read()
            return None
        self._meter.read(reading.kind.value, reading.theme_ids)
        return reading

    def area_at(self, lat: float, lon: float) -> str | None:
        """The reporting area at a position, or None outside all of them."""
        return self._reader.area_at(lat, lon)

    async def _read_ahead(self, text: str) -> Reading | None:
        ahead = self._ahead.pop(text, None)
        return None if ahead is None else (await asyncio.shield(ahead)).get(text)

    def _read_together(self, texts: Sequence[str]) -> dict[str, Reading]:
        try:
            return dict(zip(texts, self._reader.read(texts), strict=True))
        except Exception:  # each is read anew when it is asked for: one of them tells what is wrong
            return {}

    def close(self) -> None:
        """Let the thread finish what it reads and end."""
        self._thread.shutdown(wait=True)
