"""The configuration's own tests, tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.config.expectations import Expectation
from nlp.reading import Message, Reading


class ReadsOne(Protocol):
    """What is needed of `nlp.reader.Reader`."""

    def read_one(self, message: str | Message) -> Reading:
        """Read one text."""
        ...


@dataclass(frozen=True, kw_only=True)
class Miss:
    """One thing that was read otherwise than wanted."""

    what: str
    wanted: str
    read: str


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A test of the configuration as it went; kept where nothing was missed."""

    expectation: Expectation
    reading: Reading
    misses: tuple[Miss, ...]


def tried(expectations: Sequence[Expectation], reader: ReadsOne) -> Iterator[Trial]:
    """Every test in file order, as it goes with this reader."""
    for one in expectations:
        reading = reader.read_one(one.text)
        yield Trial(expectation=one, reading=reading, misses=tuple(_misses(one, reading)))


def _misses(wanted: Expectation, reading: Reading) -> Iterator[Miss]:
    first = reading.theme_ids[0] if reading.theme_ids else None
    if wanted.theme is not None and wanted.theme != first:
        yield Miss(what="tema", wanted=wanted.theme, read=first or "inget")
    if wanted.themes is not None and set(wanted.themes) != set(reading.theme_ids):
        yield Miss(what="teman", wanted=_listed(wanted.themes), read=_listed(reading.theme_ids))
    if wanted.area is not None and wanted.area != reading.area:
        yield Miss(what="område", wanted=wanted.area, read=reading.area or "inget")
    if wanted.kind is not None and wanted.kind is not reading.kind:
        yield Miss(what="sort", wanted=wanted.kind.value, read=reading.kind.value)
    if wanted.urgency is not None and wanted.urgency is not reading.urgency:
        yield Miss(what="brådska", wanted=wanted.urgency.value, read=reading.urgency.value)


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids) or "inga"
