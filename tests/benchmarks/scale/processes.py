"""Bots as processes of their own on the loopback Telegram, and what they cost the processor."""

import asyncio
import os
import random
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from tests.benchmarks.scale.loopback import TOKEN, Loopback

_ROOT = Path(__file__).parents[3]
_START_SECONDS = 180.0
_STOP_SECONDS = 15.0
_RUNNING = '"running"'
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Bot:
    """A bot that runs while the block does; `ready` is the call that tells it has started.

    One that calls nobody is ready when it logs that it is running.
    """

    loopback: Loopback
    directory: Path
    arguments: tuple[str, ...]
    ready: str
    port: int
    environment: Mapping[str, str] = field(default_factory=dict)
    _process: Process | None = None

    async def __aenter__(self) -> Self:
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self.arguments,
                env=installed(self.directory) | dict(self.environment),
                cwd=self.directory,
                stdout=log,
                stderr=log,
            )
        if not await self._is_ready():
            raise RuntimeError((self.directory / "log").read_text("utf-8")[-2000:])
        return self

    async def _is_ready(self) -> bool:
        if self.ready:
            called = self.loopback.called
            return await self.loopback.until(lambda: self.ready in called, seconds=_START_SECONDS)
        log = self.directory / "log"
        deadline = time.monotonic() + _START_SECONDS
        while not (running := _RUNNING in log.read_text("utf-8")) and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
        return running

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        process = self._process
        assert process is not None
        if process.returncode is None:
            process.terminate()
            with suppress(TimeoutError):
                async with asyncio.timeout(_STOP_SECONDS):
                    await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()

    def cpu_seconds(self) -> float:
        """What the processor has worked for it until now, on Linux."""
        assert self._process is not None
        stat = Path(f"/proc/{self._process.pid}/stat").read_text("ascii")
        fields = stat.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


def installed(directory: Path) -> dict[str, str]:
    """The environment of a program that is installed: its modules are compiled once for all."""
    own = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("BRABOT_") and key != "PYTHONDONTWRITEBYTECODE"
    }
    return own | {"PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": str(directory / "compiled")}


def bare_bot(loopback: Loopback, directory: Path) -> Bot:
    """The bot that stores and answers, and does nothing else."""
    port = free_port()
    where = (loopback.base_url, str(port), "echo.db")
    module = "tests.benchmarks.scale.echo_bot"
    return Bot(loopback, directory, ("-m", module, *where), ready="setWebhook", port=port)


def real_bot(
    loopback: Loopback,
    directory: Path,
    *,
    environment: Mapping[str, str] | None = None,
    arguments: tuple[str, ...] = (),
    port: int | None = None,
    ready: str = "setMyCommands",
    limited: bool = False,
) -> Bot:
    """`brabot run` with a webhook, by default without Telegram's 30 messages a second."""
    port = port or free_port()
    module = "bot" if limited else "tests.benchmarks.scale.unlimited_bot"
    settings = {
        "BRABOT_TELEGRAM_TOKEN": TOKEN,
        "BRABOT_TELEGRAM_BASE_URL": loopback.base_url,
        "BRABOT_DATABASE_URL": "sqlite:///brabot.db",
        "BRABOT_SECRET_KEY_FILE": "brabot.key",
        "BRABOT_CONFIG": str(default_config_dir()),
        "BRABOT_CACHE_DIR": str(Settings().cache_dir),
        "BRABOT_LOG_FORMAT": "json",
        "BRABOT_WEBHOOK_URL": "https://bot.example.se/telegram",
        "BRABOT_HTTP_PORT": str(port),
        **(environment or {}),
    }
    return Bot(
        loopback,
        directory,
        ("-m", module, "run", *arguments),
        ready=ready,
        port=port,
        environment=settings,
    )


def free_port() -> int:
    """A port below those that systems hand out, so that nobody is given it in the meantime."""
    while True:
        port = random.randrange(20_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
