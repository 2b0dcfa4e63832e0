"""Messages a second on PostgreSQL by the number of workers, and on SQLite in one process."""

import asyncio
import statistics
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from pathlib import Path

from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.load import Crowd, flood
from tests.benchmarks.scale.loopback import Loopback
from tests.benchmarks.scale.processes import Bot, real_bot
from tests.storage.postgres import plain_engine, running

NAME = "workers"
_SAFE = ("fsync = on", "full_page_writes = on", "synchronous_commit = on")
"""The server of the tests keeps nothing that outlives it; here it is to keep what it commits."""


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """One process on SQLite, the same on PostgreSQL, then one with 1, 2 and 4 workers beside it."""
    numbers: dict[str, list[float]] = {}
    rounds, residents = (1, 5) if small else (3, 100)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        # It runs an event loop of its own, to migrate.
        postgres = await asyncio.to_thread(stack.enter_context, running())
        await _measured(numbers, "SQLite", Path(folder), None, 0, rounds, residents)
        for workers in (1,) if small else (0, 1, 2, 4):
            with postgres.without_tables() as url:
                _keep_safely(url)
                name = f"PostgreSQL, workers: {workers}" if workers else "PostgreSQL"
                await _measured(numbers, name, Path(folder), url, workers, rounds, residents)
    medians = {name: statistics.median(rates) for name, rates in numbers.items()}
    first = medians["SQLite"]
    return Measurement(
        name=NAME,
        title="By the number of workers",
        figures=tuple(
            Figure(
                what=f"{name}, all in one process" if "workers" not in name else name,
                measured=f"× {rate / first:.2f}",
                next_to=f"{rate:.0f} a second ({min(numbers[name]):.0f}–{max(numbers[name]):.0f})",
            )
            for name, rate in medians.items()
        ),
        numbers=numbers,
    )


async def _measured(
    numbers: dict[str, list[float]],
    name: str,
    folder: Path,
    url: str | None,
    workers: int,
    rounds: int,
    residents: int,
) -> None:
    crowd = Crowd(residents)
    async with (
        Loopback(is_receipt=lambda text: "B-" in text) as loopback,
        _bots(loopback, folder / name.replace(" ", ""), url, workers) as receiver,
    ):
        for _ in range(2):  # the residents are greeted, and every process warms up
            await flood(receiver, loopback, crowd.round())
        numbers[name] = [
            residents / await flood(receiver, loopback, crowd.round()) for _ in range(rounds)
        ]


@asynccontextmanager
async def _bots(
    loopback: Loopback, folder: Path, url: str | None, workers: int
) -> AsyncIterator[Bot]:
    """The process that receives; with workers, it does all but their work."""
    folder.mkdir(parents=True)
    shared = {"BRABOT_SECRET_KEY_FILE": str(folder / "brabot.key")}
    if url is not None:
        shared["BRABOT_DATABASE_URL"] = url
    roles = ("receiver", "sender", "scheduler") if workers else ("all",)
    arguments = tuple(f"--role={role}" for role in roles)
    async with AsyncExitStack() as stack:
        first = real_bot(loopback, folder / "first", environment=shared, arguments=arguments)
        await stack.enter_async_context(first)
        for number in range(workers):
            worker = real_bot(
                loopback,
                folder / f"worker{number}",
                environment=shared,
                arguments=("--role=worker",),
                ready="",
            )
            await stack.enter_async_context(worker)
        yield first


def _keep_safely(url: str) -> None:
    engine = plain_engine(url).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in _SAFE:
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting}")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    engine.dispose()
