"""`make bench`: what the bot costs, measured on this machine in one run.

Rates are told next to a measure taken in the same run, since machines differ: the reading
next to spaCy's bare tokenizer on the same texts.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from bot.app import build_reader
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.demo.script import read_script
from bot.sandbox import Person, RateLimits, Sandbox
from bot.sandbox.process import BotProcess

TEXTS_READ = 5_000
MESSAGES_SENT = 200
STARTS = 5


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured thing, as a line of the table."""

    what: str
    value: str
    next_to: str = ""


def main() -> None:
    """Measure everything and print the table."""
    table = Table("what", "measured", "next to", title="Bråbot, one run on this machine")
    for figure in (*reading(), *starting(), *asyncio.run(answering())):
        table.add_row(figure.what, figure.value, figure.next_to)
    Console().print(table)


def reading() -> Iterator[Figure]:
    """Messages read per second, next to the bare tokenizer, and one message alone."""
    import spacy

    config, settings = load_config(default_config_dir()), Settings()
    reader = build_reader(config, settings)
    bundled = [line.text for line in read_script(now=datetime.now(UTC), zone=zone())]
    texts = (bundled * (TEXTS_READ // len(bundled) + 1))[:TEXTS_READ]
    blank = spacy.blank("sv")
    for _ in blank.pipe(texts[:500]):
        pass
    for _ in reader.read(texts[:500]):
        pass
    bare = seconds(lambda: sum(1 for _ in blank.pipe(texts)))
    whole = seconds(lambda: sum(1 for _ in reader.read(texts)))
    yield Figure(
        what=f"messages read per second ({TEXTS_READ} short ones)",
        value=f"{TEXTS_READ / whole:,.0f}",
        next_to=f"1/{whole / bare:.1f} of the bare tokenizer",
    )
    alone = [seconds(lambda text=text: reader.read_one(text)) for text in bundled]
    yield Figure(what="one message alone, median", value=f"{statistics.median(alone) * 1e3:.2f} ms")


def starting() -> Iterator[Figure]:
    """`brabot --help`, from nothing to done."""
    command = [sys.executable, "-m", "bot", "--help"]
    bare = [sys.executable, "-c", "pass"]
    helps = [seconds(lambda: run(command)) for _ in range(STARTS)]
    empties = [seconds(lambda: run(bare)) for _ in range(STARTS)]
    yield Figure(
        what="brabot --help, median",
        value=f"{statistics.median(helps):.2f} s",
        next_to=f"python alone {statistics.median(empties):.2f} s",
    )


async def answering() -> list[Figure]:
    """The real bot on loopback: start, update to receipt, memory."""
    figures: list[Figure] = []
    lines = read_script(now=datetime.now(UTC), zone=zone())
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox(
            "1:bench", clock=lambda: datetime.now(UTC), rate_limits=RateLimits.unlimited()
        ) as sandbox:
            bot = BotProcess(
                sandbox,
                Path(folder),
                config=default_config_dir(),
                cache_dir=Settings().cache_dir,
            )
            began = time.perf_counter()
            await bot.start()
            figures.append(
                Figure(
                    what="brabot run, until it takes messages",
                    value=f"{time.perf_counter() - began:.2f} s",
                )
            )
            waits = []
            for number in range(MESSAGES_SENT):
                person = Person(id=700_000_000 + number, first_name="Invånare")
                sent_at = time.perf_counter()
                sandbox.says(person, lines[number % len(lines)].text)
                await sandbox.next_message(person.id, timeout=30)
                waits.append(time.perf_counter() - sent_at)
            waits.sort()
            figures += [
                Figure(
                    what=f"update to first answer, median of {MESSAGES_SENT}",
                    value=f"{waits[len(waits) // 2] * 1e3:.0f} ms",
                    next_to=f"99 of 100 within {waits[int(len(waits) * 0.99)] * 1e3:.0f} ms",
                ),
                Figure(
                    what="memory of the running bot",
                    value=f"{bot.resident_bytes() / 2**20:.0f} MiB",
                ),
            ]
            await bot.stop()
    return figures


def zone() -> ZoneInfo:
    return load_config(default_config_dir()).municipality.timezone


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


main()
