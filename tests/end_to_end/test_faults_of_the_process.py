"""Faults that end the process, or meet it when it starts."""

import asyncio
import re
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.sandbox import Sandbox
from bot.sandbox.faults import Revoked
from bot.sandbox.process import BotProcess
from storage.database import open_database
from storage.keys import Keyring, read_or_create_key_file
from tests.end_to_end.conftest import TOKEN, Town

pytestmark = pytest.mark.slow

TOLD = 12


async def test_told_to_stop_or_robbed_of_its_token_it_ends_and_the_next_one_answers_the_rest(
    town: Town,
):
    for number in range(1, TOLD + 1):
        town.sandbox.says(town.resident(number), f"{number} mopeder kör på gångvägen i Norrby")
    await town.sandbox.wait_for(lambda message: "B-" in message.text, 20)
    assert await town.bot.stop() == 0  # within the seconds that `stop` has

    await town.bot.start()
    town.sandbox.faults.always("*", Revoked())
    town.sandbox.says(town.resident(TOLD + 1), "det är mörkt i tunneln vid Druvefors")
    assert await town.bot.ended() == 2
    assert "Telegram godtar inte token" in town.bot.log
    assert TOKEN not in town.bot.log

    town.sandbox.faults.stop()
    await town.bot.start()
    await town.settled()
    for number in range(1, TOLD + 2):
        (receipt,) = {
            found[0] for said in town.texts(town.resident(number)) if (found := B.search(said))
        }
        assert receipt


B = re.compile(r"B-\w{4}")


@pytest.fixture
async def stopped(tmp_path: Path) -> AsyncIterator[Town]:
    """A bot that has not been started, and an empty database of its own."""
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(
            sandbox, tmp_path, config=default_config_dir(), cache_dir=Settings().cache_dir
        )
        secret, _ = read_or_create_key_file(tmp_path / "brabot.key")
        url = bot.environment["BRABOT_DATABASE_URL"]
        await (await open_database(url, Keyring.from_secret(secret))).close()
        yield Town(sandbox=sandbox, bot=bot, directory=tmp_path)


async def refused(town: Town) -> subprocess.CompletedProcess[str]:
    ended = await asyncio.to_thread(town.command, "run")
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended


async def test_a_database_of_a_newer_program_is_refused_with_the_remedy(stopped: Town):
    with sqlite3.connect(stopped.directory / "brabot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    ended = await refused(stopped)
    assert "nyare än det här programmet" in ended.stderr
    assert "Uppdatera programmet" in ended.stderr


async def test_a_damaged_database_is_refused_and_how_to_restore_it_is_told(stopped: Town):
    path = stopped.directory / "brabot.db"
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    ended = await refused(stopped)
    assert "skadad" in ended.stderr
    assert "brabot restore" in ended.stderr
