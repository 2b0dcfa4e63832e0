"""The configuration is changed under the running bot, which goes on answering."""

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox import Person, Sandbox
from bot.sandbox.process import BotProcess
from tests.bot.config.directory import write_config

from .conftest import PATIENCE, TOKEN, Town

pytestmark = pytest.mark.slow

ADMIN = Person(id=800_000_009, first_name="Administratör")
TRAINING = 120.0
LIGHTS = """
[[theme]]
id = "belysning"
focus_area = "trafik"
label = { sv = "Trasig belysning", en = "Broken lights" }
keywords = ["lampa"]
"""
SCOOTERS = """
[[theme]]
id = "elsparkcyklar"
focus_area = "trafik"
label = { sv = "Elsparkcyklar i vägen", en = "Scooters in the way" }
keywords = ["elsparkcykel"]
precision = 0.5
"""


@pytest.fixture
async def town(tmp_path: Path):
    config = write_config(tmp_path / "config")
    a_theme(config, "belysning", LIGHTS, "Lampan vid stolpe {} är trasig och det är mörkt.")
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(sandbox, tmp_path, config=config, cache_dir=tmp_path / "cache")
        await bot.start(timeout=180)
        try:
            yield Town(sandbox=sandbox, bot=bot, directory=tmp_path)
        finally:
            await bot.kill()


def a_theme(config: Path, id: str, table: str, sentence: str) -> None:
    examples = "".join(sentence.format(number) + "\n" for number in range(30))
    (config / "examples" / f"{id}.txt").write_text(examples, "utf-8")
    themes = config / "themes.toml"
    themes.write_text(themes.read_text("utf-8") + table, "utf-8")


async def admins(town: Town) -> int:
    """A chat of the admins'; its id."""
    invited = town.command("group", "invite", "--admin")
    assert invited.returncode == 0, invited.stderr
    chat = town.sandbox.group("Sköter boten", owner=ADMIN)
    town.sandbox.adds_bot_to(chat, by=ADMIN)
    town.sandbox.says(ADMIN, f"/koppla {invited.stdout.strip()}", chat=chat)
    await town.sandbox.wait_for(lambda m: m.chat_id == chat.id, PATIENCE)
    return chat.id


async def told(town: Town, chat_id: int, *containing: str) -> str:
    found = await town.sandbox.wait_for(
        lambda m: m.chat_id == chat_id and all(part in m.text for part in containing), TRAINING
    )
    return found.text


def reload(town: Town) -> None:
    os.kill(town.bot._running().pid, signal.SIGHUP)


async def concerns(town: Town):
    database = await town.database()
    async with database.transaction() as tx:
        kept = await tx.resorting.kept(version=None, since=None, after=0, limit=100)
    await database.close()
    return [one.concern for one in kept]


def versions(town: Town) -> list[str]:
    """Under which configuration each concern was sorted, the earliest first."""
    with closing(sqlite3.connect(town.directory / "brabot.db")) as connection:
        rows = connection.execute("SELECT config_version FROM concern ORDER BY id")
        return [version for (version,) in rows]


async def test_a_new_theme_is_taken_up_a_broken_one_refused_and_nobody_waits(town: Town):
    config = town.directory / "config"
    chat = await admins(town)
    town.sandbox.says(town.resident(1), "elsparkcykel mitt på gångbanan i Norrängen")
    await town.answer(town.resident(1), "B-")

    a_theme(config, "elsparkcyklar", SCOOTERS, "En elsparkcykel står i vägen, gång {}.")
    reload(town)
    async with asyncio.timeout(PATIENCE):
        while "config_reload_begun" not in town.bot.log:
            await asyncio.sleep(0.02)
    town.sandbox.says(town.resident(2), "nu har han en kniv, hjälp, han slår henne")
    await town.answer(town.resident(2), "112")
    assert "config_taken_up" not in town.bot.log  # it was answered while the training went on
    assert "elsparkcyklar" in await told(town, chat, "gäller nu")

    town.sandbox.says(town.resident(3), "elsparkcykel mitt på gångbanan i Norrängen")
    await town.answer(town.resident(3), "B-")
    first, *_, last = await concerns(town)
    assert "elsparkcyklar" not in [theme.id for theme in first.themes]
    assert [theme.id for theme in last.themes] == ["elsparkcyklar"]
    old, _, new = versions(town)
    assert old != new

    themes = config / "themes.toml"
    right = themes.read_text("utf-8")
    themes.write_text(right.replace("precision = 0.5", "precison = 0.5"), "utf-8")
    reload(town)
    assert "precison" in await told(town, chat, "togs inte upp", "themes.toml, rad")
    town.sandbox.says(town.resident(4), "elsparkcykel mitt på gångbanan i Norrängen")
    await town.answer(town.resident(4), "B-")
    assert versions(town) == [old, old, new, new]
    assert "omladdning" in town.command("health").stdout

    themes.write_text(right, "utf-8")
    reload(town)
    await told(town, chat, "allt är som förut")
    assert "omladdning" not in town.command("health").stdout


async def test_asked_to_stop_while_it_trains_it_stops(town: Town):
    a_theme(town.directory / "config", "elsparkcyklar", SCOOTERS, "Elsparkcykel i vägen, gång {}.")
    reload(town)
    async with asyncio.timeout(PATIENCE):
        while "config_reload_begun" not in town.bot.log:
            await asyncio.sleep(0.02)
    async with asyncio.timeout(10):
        assert await town.bot.stop() == 0
