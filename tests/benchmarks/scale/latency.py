"""Time to receipt at 10, 50 and 200 messages a second, sent at moments fixed beforehand."""

import tempfile
from pathlib import Path

from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.load import Crowd, flood, stream
from tests.benchmarks.scale.loopback import Loopback
from tests.benchmarks.scale.processes import Bot, bare_bot, real_bot

NAME = "latency"
_SECONDS = 4
_RATES = (10, 50, 200)
_BEHIND = 1.2
"""So much longer than they took to send do the receipts take where the bot does not keep up."""


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """Each rate first on the bare bot, then on the real one, which runs beside it."""
    rates, seconds = ((10,), 1) if small else (_RATES, 60 if full else _SECONDS)
    figures = []
    numbers: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Loopback(is_receipt=lambda _: True) as bare_loopback,
            Loopback(is_receipt=lambda text: "B-" in text) as real_loopback,
            bare_bot(bare_loopback, Path(folder) / "bare") as bare_process,
            real_bot(real_loopback, Path(folder) / "real") as real_process,
        ):
            crowd = Crowd(max(rates) * seconds)
            updates = crowd.round()
            for bot, loopback in ((bare_process, bare_loopback), (real_process, real_loopback)):
                await flood(bot, loopback, updates)
            for rate in rates:
                updates = crowd.round()[: rate * seconds]
                bare = await _waited(bare_process, bare_loopback, updates, rate)
                real = await _waited(real_process, real_loopback, updates, rate)
                numbers[str(rate)] = {"bare p50": bare[0], "bare p99": bare[1]} | {
                    "p50": real[0],
                    "p99": real[1],
                    "kept up with": real[2],
                }
                figures.append(_figure(rate, seconds, bare, real))
    return Measurement(
        name=NAME,
        title="From the moment a message is due until its receipt",
        figures=tuple(figures),
        numbers=numbers,
    )


async def _waited(
    bot: Bot, loopback: Loopback, updates: list[dict[str, object]], rate: int
) -> tuple[float, float, float]:
    """p50 and p99 in seconds, and how many receipts came a second."""
    waits, took = await stream(bot, loopback, updates, a_second=rate)
    return (
        waits[len(waits) // 2],
        waits[min(len(waits) - 1, int(len(waits) * 0.99))],
        len(waits) / took,
    )


def _figure(
    rate: int,
    seconds: int,
    bare: tuple[float, float, float],
    real: tuple[float, float, float],
) -> Figure:
    behind = "" if real[2] * _BEHIND >= rate else f"; keeps up with {real[2]:.0f} a second"
    return Figure(
        what=f"{rate} messages a second for {seconds} s: p50 / p99",
        measured=f"{_time(real[0])} / {_time(real[1])}{behind}",
        next_to=f"the bare bot {_time(bare[0])} / {_time(bare[1])}",
    )


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
