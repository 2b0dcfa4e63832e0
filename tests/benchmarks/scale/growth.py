"""Digest time and ingest rate at ten thousand, a hundred thousand and a million concerns."""

import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bot.digest.making import Maker
from storage.database import Database, open_database
from tests.benchmarks.digests import WEEK
from tests.benchmarks.scale.archive import A_WEEK, KEYRING, made
from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.telling import Teller, reading_service
from tests.benchmarks.scale.texts import shipped_config

NAME = "growth"
_FLAT = 1.25
"""Flat is what takes at most so many times as long in the largest as in the smallest."""


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """Each size in turn, again and again, so that all see the machine alike."""
    sizes = (100, 200) if small else (10_000, 100_000, 1_000_000)
    rounds, told = (1, 1) if small else (4, 50)
    digest: dict[int, list[float]] = {size: [] for size in sizes}
    ingest: dict[int, list[float]] = {size: [] for size in sizes}
    disk: dict[int, int] = {}
    reading = reading_service()
    with tempfile.TemporaryDirectory() as folder:
        databases: dict[int, Database] = {}
        for size in sizes:
            path = Path(folder) / f"{size}.db"
            url = await made(path, size, shipped_config())
            disk[size] = path.stat().st_size
            databases[size] = await open_database(url, KEYRING)
        tellers = {
            size: Teller(database, reading, residents=25) for size, database in databases.items()
        }
        for number in range(rounds + 1):
            for size in sizes:
                began = time.process_time()
                await tellers[size].tell(told)
                ingested = time.process_time() - began
                digested = await _digested(databases[size])
                if number:  # the first round fills caches
                    ingest[size].append(ingested / told)
                    digest[size].append(digested)
        for database in databases.values():
            await database.close()
    reading.close()
    figures = [_figure("a week's digests, all focus areas", digest, "s", 1)]
    figures.append(_figure("a message told, answered and sent", ingest, "ms", 1e3))
    largest = max(sizes)
    figures.append(
        Figure(
            what="disk",
            measured=f"{disk[largest] / largest * 100_000 / 2**20:.0f} MiB per 100,000 concerns",
            next_to=f"{disk[largest] / 2**20:.0f} MiB for {largest:,}",
        )
    )
    return Measurement(
        name=NAME,
        title=f"{A_WEEK:,} concerns a week, for longer and longer",
        figures=tuple(figures),
        numbers={"digest": digest, "ingest": ingest, "bytes": disk},
    )


async def _digested(database: Database) -> float:
    """CPU seconds to compute the digests of every focus area."""
    config = shipped_config()
    _, end = WEEK.bounds(config.municipality.timezone)
    began = time.process_time()
    maker = Maker(database=database, config=config, now=end + timedelta(hours=7))
    for focus_area in config.focus_areas:
        await maker.compute(focus_area, WEEK)
    return time.process_time() - began


def _figure(what: str, took: dict[int, list[float]], unit: str, factor: float) -> Figure:
    medians = {size: statistics.median(each) for size, each in took.items()}
    smallest = medians[min(medians)]
    ratio = medians[max(medians)] / smallest
    told = ", ".join(f"{median * factor:.1f} {unit} at {n:,}" for n, median in medians.items())
    return Figure(
        what=f"{what}, largest next to smallest",
        measured=f"× {ratio:.2f}",
        next_to=f"of the processor: {told}",
        aim="flat",
        met=ratio <= _FLAT,
    )
