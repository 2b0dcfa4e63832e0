"""The one owner of the pipeline: reads texts off the loop, one at a time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from bot.logs import get_logger
from bot.metering import UNMETERED, Meter
from nlp.reading import Message, Reading

log = get_logger(__name__)


class ReadsOne(Protocol):
    """What is needed of `nlp.reader.Reader`."""

    def read_one(self, message: str | Message) -> Reading:
        """Read one text."""
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
        reader: ReadsOne,
        *,
        meter: Meter = UNMETERED,
        thread: ThreadPoolExecutor | None = None,
    ) -> None:
        self._reader = reader
        self._meter = meter
        self._thread = thread or reading_thread()

    async def __call__(self, text: str) -> Reading | None:
        """The reading of `text`, or None when it failed: the text is kept all the same."""
        loop = asyncio.get_running_loop()
        try:
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

    def close(self) -> None:
        """Let the thread finish what it reads and end."""
        self._thread.shutdown(wait=True)
