"""Memory over many messages, read and told."""

import gc
import os
import tempfile
from itertools import islice
from pathlib import Path

import numpy as np

from bot.reading import ReadingService
from storage.database import open_database
from tests.benchmarks.scale.archive import KEYRING
from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.telling import Teller
from tests.benchmarks.scale.texts import messages, shipped_reader

NAME = "memory"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MIB = 2**20
_MILLION = 1_000_000
_ENOUGH = 100_000
"""With fewer, the slope is that of caches that fill."""
_FLAT_MIB = 32.0
"""Flat is what grows by no more than this over a million messages."""


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """First reading alone, then reading, telling and sending, looked at now and then."""
    read, told, looks = (40, 4, 4) if small else (60_000, 2_000, 20)
    if full:
        read = told = _MILLION
    reader = shipped_reader()
    texts = messages()
    of_reading = []
    for _ in range(looks + 1):
        for _ in reader.read(islice(texts, read // looks)):
            pass
        of_reading.append(_resident_mib())
    of_telling = []
    reading = ReadingService(reader)
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(f"sqlite:///{Path(folder) / 'brabot.db'}", KEYRING)
        teller = Teller(database, reading, residents=500)
        for _ in range(looks + 1):
            await teller.tell(told // looks)
            of_telling.append(_resident_mib())
        await database.close()
    reading.close()
    return Measurement(
        name=NAME,
        title="Memory of the process",
        figures=(_figure("read", read, of_reading), _figure("told", told, of_telling)),
        numbers={"read": of_reading, "told": of_telling, "messages": [read, told]},
    )


def _figure(what: str, count: int, mib: list[float]) -> Figure:
    """The first half may fill caches; the slope is that of the second, if there are enough."""
    half = mib[len(mib) // 2 :]
    slope = float(np.polyfit(range(len(half)), half, 1)[0]) * (len(mib) - 1) / count * _MILLION
    enough = count >= _ENOUGH
    fitted = f"; a million would add {slope:+.0f} MiB at that slope" if enough else ""
    return Figure(
        what=f"{count:,} messages {what}",
        measured=f"{mib[-1]:.0f} MiB at the end, {half[-1] - half[0]:+.1f} MiB since the half",
        next_to=f"{mib[0]:.0f} MiB after the first{fitted or '; too few to tell of a million'}",
        aim="flat",
        met=slope <= _FLAT_MIB if enough else None,
    )


def _resident_mib() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * _PAGE / _MIB
