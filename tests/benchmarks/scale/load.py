"""Messages brought to a bot, as fast as it takes them or at times fixed beforehand."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.reading import Kind, Urgency
from tests.benchmarks.scale.loopback import Courier, Loopback, update
from tests.benchmarks.scale.processes import Bot
from tests.benchmarks.scale.texts import messages, shipped_reader

_PATIENCE_SECONDS = 180.0
_AT_ONCE = 10
"""Connections, as many as the bot asks Telegram for (`bot.telegram.webhook`)."""
_FIRST_CHAT = 700_000_000
_HOURS = 3600


@dataclass
class Crowd:
    """Residents who write one message each in every round, hours apart, never the same words.

    In its first round they are new to the bot, which greets them: it is not to be measured.
    """

    size: int
    texts: Iterator[str] = field(default_factory=lambda: concerns())
    number: int = 0
    rounds: int = 0
    began: int = field(default_factory=lambda: int(time.time()))

    def round(self) -> list[dict[str, object]]:
        """An update from each of them."""
        self.rounds += 1
        date = self.began - 100 * 24 * _HOURS + self.rounds * 12 * _HOURS
        updates = []
        for chat in range(_FIRST_CHAT, _FIRST_CHAT + self.size):
            self.number += 1
            updates.append(update(self.number, chat, next(self.texts), date=date))
        return updates


def concerns() -> Iterator[str]:
    """Messages that get a receipt and nothing else: no danger, no question."""
    reader = shipped_reader()
    for text in messages():
        reading = reader.read_one(text)
        if reading.kind is Kind.CONCERN and reading.urgency is Urgency.NORMAL:
            yield text


async def flood(bot: Bot, loopback: Loopback, updates: list[dict[str, object]]) -> float:
    """Seconds until the last receipt, if Telegram brings them as fast as they are taken."""
    loopback.receipts.clear()
    waiting = iter(updates)
    couriers = [Courier(bot.port, "/telegram", loopback.secret) for _ in range(_AT_ONCE)]

    async def carry(courier: Courier) -> None:
        for one in waiting:
            await courier.bring(one)

    began = time.perf_counter()
    await asyncio.gather(*(carry(courier) for courier in couriers))
    await _all_answered(loopback, len(updates))
    for courier in couriers:
        courier.close()
    return max(loopback.receipts.values()) - began


async def stream(
    bot: Bot, loopback: Loopback, updates: list[dict[str, object]], *, a_second: float
) -> tuple[list[float], float]:
    """Seconds from the moment each message was due until its receipt, sorted; and for them all.

    The moments are fixed beforehand: a bot that is late makes the next ones wait, and their
    waiting counts.
    """
    loopback.receipts.clear()
    couriers: asyncio.Queue[Courier] = asyncio.Queue()
    for _ in range(_AT_ONCE):
        couriers.put_nowait(Courier(bot.port, "/telegram", loopback.secret))
    began = time.perf_counter() + 0.1
    due = {_chat(one): began + place / a_second for place, one in enumerate(updates)}

    async def bring(one: dict[str, object]) -> None:
        courier = await couriers.get()
        await courier.bring(one)
        couriers.put_nowait(courier)

    async with asyncio.TaskGroup() as tasks:
        for one in updates:
            await asyncio.sleep(max(0.0, due[_chat(one)] - time.perf_counter()))
            tasks.create_task(bring(one))
    await _all_answered(loopback, len(updates))
    while not couriers.empty():
        couriers.get_nowait().close()
    waits = sorted(loopback.receipts[chat] - at for chat, at in due.items())
    return waits, max(loopback.receipts.values()) - began


async def _all_answered(loopback: Loopback, count: int) -> None:
    done = await loopback.until(lambda: len(loopback.receipts) >= count, seconds=_PATIENCE_SECONDS)
    if not done:
        raise RuntimeError(f"{count - len(loopback.receipts)} of {count} got no receipt")


def _chat(one: dict[str, object]) -> int:
    message = one["message"]
    assert isinstance(message, dict)
    return int(message["chat"]["id"])
