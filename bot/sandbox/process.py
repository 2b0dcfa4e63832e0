"""The real `brabot run`, as a process of its own, against the sandbox."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from bot.sandbox.sandbox import Sandbox

_STOP_SECONDS = 15.0
_RUNNING = '"event": "running"'


class BotProcess:
    """Starts, stops and kills `brabot run`; what it remembers stands in `directory`.

    Args:
        sandbox: the Telegram it talks to.
        directory: where database, key and log go; kept when the process ends.
        config: the configuration directory.
        cache_dir: where trained categorizers are kept.
        settings: further variables of its environment.
        roles: what it does of the bot's work; everything if empty.
        name: of its log, beside those of other processes in the directory.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        directory: Path,
        *,
        config: Path,
        cache_dir: Path,
        settings: Mapping[str, str] = MappingProxyType({}),
        roles: Sequence[str] = (),
        name: str = "brabot",
    ) -> None:
        self._sandbox = sandbox
        self._directory = directory
        self._config = config
        self._cache_dir = cache_dir
        self.settings = settings
        self.roles = roles
        self.name = name
        self._log = directory / f"{name}.log"
        self._process: Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The settings that this process and commands beside it share."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("BRABOT_")}
        return own | {
            "BRABOT_TELEGRAM_TOKEN": self._sandbox.token,
            "BRABOT_TELEGRAM_BASE_URL": self._sandbox.base_url,
            "BRABOT_TELEGRAM_BASE_FILE_URL": self._sandbox.base_file_url,
            "BRABOT_DATABASE_URL": f"sqlite:///{self._directory / 'brabot.db'}",
            "BRABOT_SECRET_KEY_FILE": str(self._directory / "brabot.key"),
            "BRABOT_CONFIG": str(self._config.resolve()),
            "BRABOT_CACHE_DIR": str(self._cache_dir),
            "BRABOT_LOG_FORMAT": "json",
            **self.settings,
        }

    @property
    def log(self) -> str:
        """What the process has logged, over all its lives."""
        return self._log.read_text("utf-8") if self._log.exists() else ""

    @property
    def runs(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The number of the process, while it runs."""
        return self._running().pid

    async def start(self, *, timeout: float = 60) -> None:
        """Start it and wait until it works: a whole bot tells Telegram its commands then.

        Raises:
            RuntimeError: it ended at once; its log tells why.
            TimeoutError: it did not within `timeout` seconds.
        """
        before = self._ready()
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                *(f"--role={role}" for role in self.roles),
                env=self.environment,
                stdout=log,
                stderr=log,
                cwd=self._directory,
            )
        async with asyncio.timeout(timeout):
            while self._ready() == before:
                if self._process.returncode is not None:
                    raise RuntimeError(f"brabot run ended with {self._process.returncode}")
                await asyncio.sleep(0.02)

    async def stop(self) -> int:
        """Ask it to stop as an operator does (SIGTERM); its exit code."""
        process = self._running()
        process.terminate()
        async with asyncio.timeout(_STOP_SECONDS):
            return await process.wait()

    async def ended(self, *, timeout: float = 60) -> int:
        """Wait until it has ended by itself; its exit code.

        Raises:
            TimeoutError: it did not within `timeout` seconds.
        """
        async with asyncio.timeout(timeout):
            return await self._running().wait()

    async def kill(self) -> None:
        """End it without warning (SIGKILL), if it runs."""
        if self._process is not None and self.runs:
            self._process.kill()
            await self._process.wait()

    def resident_bytes(self) -> int:
        """The memory that the process holds now, on Linux."""
        status = Path(f"/proc/{self._running().pid}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError("brabot run is not running")
        return self._process

    def _ready(self) -> int:
        if self.roles:
            return self.log.count(_RUNNING)
        return sum(call.method == "setMyCommands" for call in self._sandbox.calls)
