"""From start to the first answer, and `brabot --help`."""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.load import Crowd, flood
from tests.benchmarks.scale.loopback import Loopback
from tests.benchmarks.scale.processes import installed, real_bot

NAME = "starting"
_ANSWER_SECONDS = 3.0
_HELP_SECONDS = 0.3


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """The bot again and again on one database, with the trained reading in the cache."""
    starts, helps = (1, 1) if small else (5, 15)
    answered: list[float] = []
    cpu: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        crowd = Crowd(1)
        for _ in range(starts + 1):
            async with Loopback(is_receipt=lambda text: "B-" in text) as loopback:
                began = time.perf_counter()
                bot = real_bot(loopback, Path(folder), ready="setWebhook", limited=True)
                async with bot:
                    await flood(bot, loopback, crowd.round())
                    answered.append(time.perf_counter() - began)
                    cpu.append(bot.cpu_seconds())
        environment = installed(Path(folder))
        await _run(environment, "-m", "bot", "--help")
        helped = [await _run(environment, "-m", "bot", "--help") for _ in range(helps)]
        empty = [await _run(environment, "-c", "pass") for _ in range(helps)]
    answer, shown = statistics.median(answered[1:]), statistics.median(helped)
    return Measurement(
        name=NAME,
        title="Starting",
        figures=(
            Figure(
                what="start to first answer",
                measured=f"{answer:.1f} s ({min(answered[1:]):.1f}–{max(answered[1:]):.1f})",
                next_to=f"{statistics.median(cpu[1:]):.1f} s of the processor; the first time, "
                f"with a new database, {answered[0]:.1f} s",
                aim="3 s",
                met=answer <= _ANSWER_SECONDS,
            ),
            Figure(
                what="`brabot --help`",
                measured=f"{shown:.2f} s ({min(helped):.2f}–{max(helped):.2f})",
                next_to=f"python that does nothing {statistics.median(empty):.2f} s",
                aim="0.3 s",
                met=shown <= _HELP_SECONDS,
            ),
        ),
        numbers={"answered": answered, "cpu": cpu, "help": helped, "empty": empty},
    )


async def _run(environment: dict[str, str], *arguments: str) -> float:
    began = time.perf_counter()
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=quiet, env=environment
    )
    await process.wait()
    return time.perf_counter() - began
