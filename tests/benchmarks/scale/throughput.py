"""Messages a second from webhook to receipt, next to a bare bot that stores and answers."""

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.scale.figures import Figure, Measurement
from tests.benchmarks.scale.load import Crowd, flood
from tests.benchmarks.scale.loopback import Loopback
from tests.benchmarks.scale.processes import Bot, bare_bot, real_bot

NAME = "throughput"


async def measure(*, small: bool = False, full: bool = False) -> Measurement:
    """Both bots run beside each other and get the same messages, in turns."""
    rounds, residents = (1, 10) if small else (5, 200)
    bare: list[tuple[float, float]] = []
    real: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Loopback(is_receipt=lambda _: True) as bare_loopback,
            Loopback(is_receipt=lambda text: "B-" in text) as real_loopback,
            bare_bot(bare_loopback, Path(folder) / "bare") as bare_process,
            real_bot(real_loopback, Path(folder) / "real") as real_process,
        ):
            crowd = Crowd(residents)
            for number in range(rounds + 1):
                updates = crowd.round()
                took = [
                    await _flooded(bare_process, bare_loopback, updates),
                    await _flooded(real_process, real_loopback, updates),
                ]
                if number:  # in the first round the residents are greeted
                    bare.append(took[0])
                    real.append(took[1])
    wall = [b[0] / r[0] for b, r in zip(bare, real, strict=True)]
    cpu = [r[1] / b[1] for b, r in zip(bare, real, strict=True)]
    rates = [residents / statistics.median(took[0] for took in each) for each in (real, bare)]
    ratio = statistics.median(wall)
    return Measurement(
        name=NAME,
        title="From webhook to committed concern and receipt",
        figures=(
            Figure(
                what="messages a second, next to a bare bot's",
                measured=f"{ratio:.2f} of it ({min(wall):.2f}–{max(wall):.2f})",
                next_to=f"{rates[0]:.0f} a second; the bare bot {rates[1]:.0f}",
                aim="1",
                met=ratio >= 1,
            ),
            Figure(
                what="processor time a message, next to the bare bot's",
                measured=f"× {statistics.median(cpu):.1f}",
                next_to=f"{1e3 * statistics.median(r[1] for r in real) / residents:.1f} ms; "
                f"the bare bot {1e3 * statistics.median(b[1] for b in bare) / residents:.1f} ms",
            ),
        ),
        numbers={"messages a round": residents, "bare": bare, "real": real},
    )


async def _flooded(
    bot: Bot, loopback: Loopback, updates: list[dict[str, object]]
) -> tuple[float, float]:
    before = bot.cpu_seconds()
    seconds = await flood(bot, loopback, updates)
    return seconds, bot.cpu_seconds() - before
