"""`brabot import` of 100,000 messages, next to the reading alone of the same messages."""

import secrets
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from bot.imports import Report, import_reports
from nlp.reader import Reader
from storage.database import open_database
from storage.keys import Keyring
from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.texts import messages, shipped_config, shipped_reader

NAME = "importing"
_MESSAGES = 100_000
_CHUNK = 5_000
_STEP = timedelta(minutes=5)


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """A chunk is read, the next one imported, and so on: both see the machine alike."""
    total, chunk = (40, 20) if small else (_MESSAGES, _CHUNK)
    reader = shipped_reader()
    texts = messages()
    for _ in reader.read(islice(texts, chunk)):
        pass  # the first texts fill what the reading remembers of words
    read: list[tuple[float, float]] = []
    kept: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brabot.db"
        keyring = Keyring.from_secret(secrets.token_bytes(32))
        database = await open_database(f"sqlite:///{file}", keyring)
        now = datetime.now(UTC)
        for number in range(total // chunk):
            read.append(_read(reader, list(islice(texts, chunk))))
            reports = [
                Report(id=f"{number}-{place}", text=text, told_at=now - place * _STEP)
                for place, text in enumerate(islice(texts, chunk))
            ]
            began, cpu = time.perf_counter(), time.process_time()
            async for _ in import_reports(
                reports, reader=reader, database=database, config=shipped_config(), now=now
            ):
                pass
            kept.append((time.perf_counter() - began, time.process_time() - cpu))
        await database.close()
        size = file.stat().st_size
    wall = [r[0] / k[0] for r, k in zip(read, kept, strict=True)]
    cpu_ratio = sum(r[1] for r in read) / sum(k[1] for k in kept)
    ratio = sum(r[0] for r in read) / sum(k[0] for k in kept)
    first, last = (statistics.median(took[0] for took in part) for part in (kept[:5], kept[-5:]))
    return Measurement(
        name=NAME,
        title=f"Import of {total:,} messages",
        figures=(
            Figure(
                what=f"{total:,} messages, next to reading them only",
                measured=f"{ratio:.2f} of it ({min(wall):.2f}–{max(wall):.2f})",
                next_to=f"{total / sum(k[0] for k in kept):.0f} a second; "
                f"read only {total / sum(r[0] for r in read):.0f}; by CPU {cpu_ratio:.2f}",
                aim="0.5",
                met=ratio >= 0.5,
            ),
            Figure(
                what="the last part next to the first",
                measured=f"× {last / first:.2f} the time",
                next_to=f"{size / total / 1e3:.1f} kB on disk each",
            ),
        ),
        numbers={"read": read, "kept": kept, "bytes": size},
    )


def _read(reader: Reader, texts: list[str]) -> tuple[float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    for _ in reader.read(texts):
        pass
    return time.perf_counter() - began, time.process_time() - cpu
