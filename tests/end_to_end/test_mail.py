"""A shared mailbox gets its digest from the real bot, over a real mail server on loopback."""

import asyncio
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.sandbox import Sandbox
from bot.sandbox.process import BotProcess
from tests.bot.mail.server import Letterbox, serving
from tests.end_to_end.conftest import PATIENCE, TOKEN, Town
from tests.end_to_end.test_groups import last_week

pytestmark = pytest.mark.slow

ADDRESS = "trygghet@boras.example.se"
MAIL = """[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
sender = "brabot@boras.example.se"
"""


def with_mail(directory: Path, port: int) -> Path:
    shutil.copytree(default_config_dir(), directory)
    file = directory / "brabot.toml"
    section = MAIL.format(port=port)
    file.write_text(re.sub(r"^\[mail\]\n", section, file.read_text("utf-8"), flags=re.M), "utf-8")
    return directory


async def test_a_mailbox_gets_the_digest_once_also_after_a_crash(tmp_path: Path):
    box = Letterbox()
    async with serving(box) as port, Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        config = with_mail(tmp_path / "config", port)
        bot = BotProcess(sandbox, tmp_path, config=config, cache_dir=Settings().cache_dir)
        town = Town(sandbox=sandbox, bot=bot, directory=tmp_path)
        try:
            await bot.start(timeout=180)
            added = town.command("group", "mail", "trafik", ADDRESS)
            assert added.returncode == 0, added.stderr
            week = last_week()
            sent = ("digest", "--focus-area", "trafik", "--week", week, "--format", "text")
            assert town.command(*sent, "--send").returncode == 0
            async with asyncio.timeout(PATIENCE):
                while not box.letters:
                    await asyncio.sleep(0.05)
            await town.settled()
            await bot.kill()
            await bot.start()
            assert town.command(*sent, "--send").returncode == 0
            await town.settled()
        finally:
            await bot.kill()
    (letter,) = box.letters
    assert letter.rcpt_tos == [ADDRESS]
    assert box.messages()[0]["Subject"].startswith("Trafik")
    assert "trygghet" not in bot.log
