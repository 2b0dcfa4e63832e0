"""Telegram brings the updates to the real bot, which tells how it is without telling of anybody."""

import asyncio
import json
import random
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.sandbox import Person, Sandbox
from bot.sandbox.process import BotProcess
from tests.end_to_end.conftest import PATIENCE, TOKEN, Town

pytestmark = pytest.mark.slow

URL = "https://brabot.example.se/telegram"
CANARY = Person(
    id=700_123_456, first_name="Zebrafink", last_name="Kanariefågel", username="gul_kanarie"
)
TOLD = "mopeder kör på gångvägen i Norrby, ring 070-1740605 och fråga efter Kornknarr"
MARKS = ("700123456", "Zebrafink", "Kanarie", "kanarie", "Kornknarr", "1740605", "gångvägen")


def free_port() -> int:
    """A port below those that systems hand out, so that nobody is given it in the meantime."""
    while True:
        port = random.randrange(20_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


@asynccontextmanager
async def a_town(directory: Path, port: int) -> AsyncIterator[Town]:
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(
            sandbox,
            directory,
            config=default_config_dir(),
            cache_dir=Settings().cache_dir,
            settings={"BRABOT_WEBHOOK_URL": URL, "BRABOT_HTTP_PORT": str(port)},
        )
        bringing = asyncio.create_task(sandbox.bring_updates(f"http://127.0.0.1:{port}/telegram"))
        try:
            await bot.start(timeout=180)
            yield Town(sandbox=sandbox, bot=bot, directory=directory)
        finally:
            bringing.cancel()
            with suppress(asyncio.CancelledError):
                await bringing
            await bot.kill()


async def page(port: int, path: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        return await client.get(f"http://127.0.0.1:{port}{path}")


async def test_what_is_brought_is_answered_also_after_a_kill_and_after_the_webhook_is_left(
    tmp_path: Path,
):
    port = free_port()
    async with a_town(tmp_path, port) as town:
        town.sandbox.says(CANARY, TOLD)
        await town.answer(CANARY, "B-")
        await town.settled()
        assert not any(call.method == "getUpdates" for call in town.sandbox.calls)

        ready, metrics = await page(port, "/health/ready"), await page(port, "/metrics")
        assert (ready.status_code, ready.json()["ready"]) == (200, True)
        assert (await page(port, "/health/live")).status_code == 200
        for line in (
            "brabot_updates_received_total 1.0",
            'brabot_updates_handled_total{outcome="handled"} 1.0',
            'brabot_messages_read_total{kind="concern"} 1.0',
            'brabot_webhook_requests_total{status="200"} 1.0',
            'brabot_queue_waiting{queue="inbox"} 0.0',
            "brabot_handling_seconds_count 1.0",
        ):
            assert line in metrics.text
        for mark in (*MARKS, *map(json.dumps, MARKS), TOKEN):
            told = (ready.text, metrics.text, town.bot.log)
            assert not any(mark.strip('"') in text for text in told), mark

        await town.bot.kill()
        later = town.newcomer()
        town.sandbox.says(later, "det är mörkt i tunneln vid Druvefors")
        await town.bot.start()
        await town.answer(later, "B-")

        assert await town.bot.stop() == 0
        town.bot.settings = {"BRABOT_HTTP_PORT": str(port)}
        await town.bot.start()
        third = town.newcomer()
        town.sandbox.says(third, "det klottras i Norrby")
        await town.answer(third, "B-")
        await town.settled()
        polling = await page(port, "/metrics")
        assert "brabot_updates_received_total 1.0" in polling.text
        assert 'brabot_messages_sent_total{digest="no"}' in polling.text
        assert (await page(port, "/telegram")).status_code == 404


async def test_stopped_or_killed_while_updates_are_brought_each_is_answered(tmp_path: Path):
    async with a_town(tmp_path, free_port()) as town:
        people = [town.newcomer() for _ in range(20)]
        for number, person in enumerate(people):
            town.sandbox.says(person, f"mopeder kör på gångvägen i Norrby, {number} stycken")
        await town.answer(people[0], "B-")
        assert await town.bot.stop() == 0
        assert len({message.chat_id for message in town.sandbox.sent()}) < len(people)
        await town.bot.start()
        await town.answer(people[10], "B-")
        await town.bot.kill()
        await town.bot.start()
        await town.settled()
        for person in people:
            await town.answer(person, "B-")
        database = await town.database()
        async with database.transaction() as tx:
            kept = await tx.concerns.latest(limit=100)
        await database.close()
        assert len(kept) == len(people)
