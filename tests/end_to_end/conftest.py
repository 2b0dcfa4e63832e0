"""The real `brabot run`, as its own process, on a Telegram of this machine."""

import asyncio
import itertools
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.sandbox import Person, Sandbox, SentMessage
from bot.sandbox.process import BotProcess
from storage.database import Database, open_database
from storage.keys import Keyring, read_or_create_key_file

TOKEN = "4242:loopback-token-for-tests"
PATIENCE = 20.0


@dataclass
class Town:
    """A sandbox with the bot in it, and the people who write."""

    sandbox: Sandbox
    bot: BotProcess
    directory: Path
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(100))

    def resident(self, number: int, language: str = "sv") -> Person:
        return Person(
            id=700_000_000 + number, first_name=f"Invånare{number}", language_code=language
        )

    def newcomer(self, language: str = "sv") -> Person:
        """Somebody who has not written before."""
        return self.resident(next(self.numbers), language)

    def texts(self, person: Person) -> list[str]:
        return [message.text for message in self.sandbox.sent(person.id)]

    async def answer(self, person: Person, *containing: str) -> SentMessage:
        """The first message to the person that has all of these in its text."""
        return await self.sandbox.wait_for(
            lambda m: m.chat_id == person.id and all(part in m.text for part in containing),
            PATIENCE,
        )

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `brabot ARGUMENTS` beside the bot, on the same database."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            env=self.bot.environment,
            cwd=self.directory,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    async def database(self) -> Database:
        """The bot's own database, opened beside it; close it."""
        secret, _ = read_or_create_key_file(self.directory / "brabot.key")
        url = f"sqlite:///{self.directory / 'brabot.db'}"
        return await open_database(url, Keyring.from_secret(secret))

    async def settled(self) -> None:
        """Wait until nothing waits to be handled or sent."""
        await self.sandbox.drained(PATIENCE)
        database = await self.database()
        try:
            async with asyncio.timeout(PATIENCE):
                while await self._waiting(database):
                    await asyncio.sleep(0.05)
        finally:
            await database.close()

    async def _waiting(self, database: Database) -> int:
        async with database.transaction() as tx:
            return (
                await tx.inbox.count("waiting")
                + await tx.outbox.count("waiting")
                + await tx.outbox.count("sending")
            )


@asynccontextmanager
async def a_town(directory: Path) -> AsyncIterator[Town]:
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(
            sandbox, directory, config=default_config_dir(), cache_dir=Settings().cache_dir
        )
        try:
            await bot.start(timeout=180)
            yield Town(sandbox=sandbox, bot=bot, directory=directory)
        finally:
            await bot.kill()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town of the test's own, whose bot may be killed."""
    async with a_town(tmp_path) as town:
        yield town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """A town that the tests of a module share; each has residents of its own."""
    async with a_town(tmp_path_factory.mktemp("town")) as town:
        yield town
