"""What the weekly digests cost: `python -m tests.benchmarks.digests`.

Makes databases by bulk insert, computes the digests of every focus area for one week from each,
and prints the times next to those of the smallest. Pictures and sending are not part of it.
"""

import argparse
import asyncio
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.digest.making import Maker
from bot.digest.weeks import Week
from storage.database import open_database
from storage.keys import Keyring

WEEK = Week(2026, 47)
WEEKS_A_YEAR = 52
LOOKED_AT = 2 * WEEKS_A_YEAR + 10
"""Of an archive as old as this all that a digest reads is there, and little more."""
RUNS = 5
SEED = 20261122
KEYRING = Keyring.from_secret(bytes(range(32)))


@dataclass(frozen=True, kw_only=True)
class Archive:
    """So many concerns, spread evenly over so many weeks until the one that is looked at."""

    concerns: int
    weeks: int

    @property
    def a_week(self) -> float:
        return self.concerns / self.weeks


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--small", type=int, default=10_000)
    options.add_argument("--large", type=int, default=1_000_000)
    options.add_argument("--years", type=int, default=10)
    options.add_argument("--keep", type=Path, help="keep the databases here, and use them again")
    given = options.parse_args()
    weeks = given.years * WEEKS_A_YEAR
    large = Archive(concerns=given.large, weeks=weeks)
    same_week = Archive(
        concerns=given.small, weeks=max(1, min(weeks, round(given.small / large.a_week)))
    )
    young = Archive(concerns=round(large.a_week * LOOKED_AT), weeks=LOOKED_AT)
    same_years = Archive(concerns=given.small, weeks=weeks)
    config = load_config(default_config_dir())
    with tempfile.TemporaryDirectory() as folder:
        keep = given.keep or Path(folder)
        times = {
            archive: [asyncio.run(measured(keep, archive, config)) for _ in range(RUNS)]
            for archive in (same_years, same_week, young, large)
        }
    table = Table(
        "concerns",
        "weeks",
        "a week",
        "computed, s",
        "its CPU, s",
        "kept too, s",
        "CPU by the first",
        title=f"{len(config.focus_areas)} digests, {WEEK}, median of {RUNS}",
    )
    first = median(times[same_years], "cpu")
    for archive, runs in times.items():
        cpu = median(runs, "cpu")
        table.add_row(
            f"{archive.concerns:,}",
            str(archive.weeks),
            f"{archive.a_week:,.0f}",
            f"{median(runs, 'computed'):.2f}",
            f"{cpu:.2f}",
            f"{median(runs, 'kept'):.2f}",
            f"{cpu / first:.2f}",
        )
    Console().print(table)


def median(runs: list[dict[str, float]], what: str) -> float:
    return statistics.median(run[what] for run in runs)


async def measured(folder: Path, archive: Archive, config: Config) -> dict[str, float]:
    """Seconds to compute the digests of all focus areas, and to compute and keep them.

    Of the computing also those of the processor, which other programs do not lengthen.
    """
    path = folder / f"{archive.concerns}-{archive.weeks}.db"
    url = f"sqlite:///{path}"
    if not path.exists():
        await (await open_database(url, KEYRING)).close()
        fill(path, archive, config)
    clear(path)
    database = await open_database(url, KEYRING)
    try:
        _, end = WEEK.bounds(config.municipality.timezone)
        now = end + timedelta(hours=7)
        began, cpu_began = time.perf_counter(), time.process_time()
        maker = Maker(database=database, config=config, now=now)
        for focus_area in config.focus_areas:
            await maker.compute(focus_area, WEEK)
        computed, cpu = time.perf_counter() - began, time.process_time() - cpu_began
        began = time.perf_counter()
        maker = Maker(database=database, config=config, now=now)
        for focus_area in config.focus_areas:
            await maker.make(focus_area, WEEK)
        return {"computed": computed, "cpu": cpu, "kept": time.perf_counter() - began}
    finally:
        await database.close()


def clear(path: Path) -> None:
    """Forget the digests of an earlier run."""
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM digest")
    connection.close()


def fill(path: Path, archive: Archive, config: Config) -> None:
    """Put the concerns in, past all that keeps them safe: nothing here is anybody's."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA journal_mode=MEMORY")
    chance = random.Random(SEED)
    residents = max(10, archive.concerns // 4)
    at = datetime(2016, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    with connection:
        connection.executemany(
            "INSERT INTO resident (id, chat, telegram_id, language, created_at) "
            "VALUES (?, ?, x'00', 'sv', ?)",
            ((number, f"chat-{number}", at) for number in range(1, residents + 1)),
        )
        connection.executemany(
            "INSERT INTO concern (id, reference, resident_id, source, told_at, kind, urgency, "
            "recurring, language, area, status, needs_human, config_version, recorded_at) "
            "VALUES (?, ?, ?, 'telegram', ?, ?, ?, ?, ?, ?, ?, ?, '1', ?)",
            concerns(archive, config, chance, residents),
        )
        connection.executemany(
            "INSERT INTO concern_theme VALUES (?, ?, ?, 0.9, 'reading')",
            themes(archive, config, chance),
        )
        connection.executemany(
            "INSERT INTO message (concern_id, told_at, masked, reading, recorded_at) "
            "SELECT ?, told_at, ?, ?, recorded_at FROM concern WHERE id = ?",
            messages(archive, chance),
        )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def concerns(
    archive: Archive, config: Config, chance: random.Random, residents: int
) -> Iterator[tuple[object, ...]]:
    _, end = WEEK.bounds(config.municipality.timezone)
    step = timedelta(weeks=archive.weeks) / archive.concerns
    start = end - timedelta(weeks=archive.weeks)
    weights = [1 / (place + 1) for place in range(len(config.areas))]
    for number in range(1, archive.concerns + 1):
        told_at = (
            (start + (number - 0.5) * step).replace(tzinfo=None).isoformat(" ", "microseconds")
        )
        area = chance.choices(config.areas, weights)[0] if chance.random() < 0.8 else None
        yield (
            number,
            f"B-{number:08}",
            chance.randint(1, residents),
            told_at,
            chance.choices(("concern", "positive", "question"), (90, 5, 5))[0],
            chance.choices(("normal", "soon", "now"), (95, 4, 1))[0],
            chance.random() < 0.3,
            chance.choices(("sv", "en", "ar"), (90, 6, 4))[0],
            area,
            chance.choices(("new", "open", "done", "closed"), (30, 10, 30, 30))[0],
            chance.random() < 0.1,
            told_at,
        )


def themes(
    archive: Archive, config: Config, chance: random.Random
) -> Iterator[tuple[int, int, str]]:
    known = [theme.id for theme in config.themes]
    for number in range(1, archive.concerns + 1):
        several = chance.choices((0, 1, 2), (5, 75, 20))[0]
        for position, theme in enumerate(chance.sample(known, several)):
            yield number, position, theme


def messages(archive: Archive, chance: random.Random) -> Iterator[tuple[int, str, str, int]]:
    texts = [
        "Mopeder kör fort på gångvägen varje kväll och det är barn där.",
        "Det är mörkt längs hela vägen, lamporna har varit trasiga i flera veckor.",
        "Någon har skräpat ner vid lekplatsen igen, det ligger glas i sanden.",
    ]
    for number in range(1, archive.concerns + 1):
        text = f"{chance.choice(texts)} {chance.randint(1, 999)}"
        yield number, text, '{"kind": "concern", "area": null, "themes": []}', number


if __name__ == "__main__":
    main()
