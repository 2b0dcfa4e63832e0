"""A changed configuration taken up while the bot runs, or refused: then the old one stays."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.admin_notices import note_refused, note_taken_up, was_refused, watch_deliveries
from bot.config.config import Config
from bot.config.differences import difference
from bot.config.expectations import FILE as TESTS
from bot.config.files import read_toml
from bot.config.loader import load_config
from bot.config.settings import Settings
from bot.config_history import note_config
from bot.errors import BrabotError, ConfigError, ConfigInvalid
from bot.live import InUse
from bot.logs import get_logger, where
from bot.theme_lives import note_themes, past_faults
from bot.tuning.apart import trained_apart
from nlp.errors import ReadingError
from storage.database import Database
from storage.errors import StorageError

if TYPE_CHECKING:  # spaCy is heavy, and not every process reads
    from nlp.reader import Reader

_TAKEN_BACK = "Ändringen som inte gick att ta upp är borta; allt är som förut."
_RESTARTED = "Boten har startats om med en konfiguration som går att använda."

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A configuration that may be used, with its reading where somebody is answered."""

    config: Config
    reader: "Reader | None"


@dataclass(frozen=True, kw_only=True)
class _Refused:
    """One that may not, and everything that is wrong with it."""

    faults: tuple[ConfigError, ...]


class Reloading:
    """Looks into the configuration directory when asked, and exchanges what has changed.

    Args:
        live: what is in use now; `take_up` exchanges it.
        tells: whether this process notes it in the audit log and lets the admin know.
        asked: set to make it look; what is being prepared then is dropped.
        usable: raises SettingInvalid if the environment does not suffice for a configuration.
        build_reader: the trained reading from the cache, or None where nobody is answered;
            called in a thread.
        take_up: lets the bot go by what was prepared, without waiting for anything.
        taken_up: what may wait until afterwards.
        told: is called when something waits to be sent.
    """

    def __init__(
        self,
        *,
        live: InUse,
        tells: bool = True,
        settings: Settings,
        database: Database,
        asked: asyncio.Event,
        usable: Callable[[Config], object],
        build_reader: Callable[[Config], "Reader | None"],
        take_up: Callable[[Prepared], None],
        taken_up: Callable[[], Awaitable[None]],
        told: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._live = live
        self._tells = tells
        self._settings = settings
        self._database = database
        self._usable = usable
        self._build_reader = build_reader
        self._take_up = take_up
        self._taken_up = taken_up
        self._told = told
        self._clock = clock
        self._asked = asked

    async def run(self) -> None:
        """Look whenever asked, until cancelled."""
        await self._tell_if_mended(_RESTARTED)
        while True:
            await self._asked.wait()
            try:
                await self._follow(await self._last_asked())
            except StorageError as error:
                log.error("config_reload_failed", error=type(error).__name__)
            except Exception as error:
                # Whatever a half-written file may lead to, residents are answered as before.
                name = type(error).__name__
                log.error("config_reload_failed", error=name, where=where(error))

    async def _last_asked(self) -> Prepared | _Refused | None:
        """What came of looking, begun anew each time that is asked meanwhile."""
        while True:
            self._asked.clear()
            work = asyncio.create_task(self._prepared())
            again = asyncio.create_task(self._asked.wait())
            try:
                await asyncio.wait({work, again}, return_when=asyncio.FIRST_COMPLETED)
                if work.done():
                    return work.result()
            finally:
                work.cancel()
                again.cancel()
                await asyncio.gather(work, again, return_exceptions=True)
            log.info("config_reload_superseded")

    async def _prepared(self) -> Prepared | _Refused | None:
        try:
            return await self._checked()
        except ConfigInvalid as error:
            return _Refused(faults=error.errors)
        except (BrabotError, ReadingError, OSError) as error:
            whole = ConfigError(file=str(self._live.config.directory), problem=str(error))
            return _Refused(faults=(whole,))

    async def _checked(self) -> Prepared | None:
        """The configuration as it stands now; None if it is the one in use."""
        config = await asyncio.to_thread(load_config, self._live.config.directory)
        if config.version == self._live.config.version:
            return None
        self._usable(config)
        async with self._database.transaction() as tx:
            faults = await past_faults(tx, config)
        if faults:
            raise ConfigInvalid(faults)
        log.info("config_reload_begun", config_version=config.version)
        reader_config = config.reader_config(cache_dir=self._settings.cache_dir)
        missed = await trained_apart(reader_config, config.tests)
        if missed:
            raise ConfigInvalid(tuple(_not_held(config, place, what) for place, what in missed))
        reader = await asyncio.to_thread(self._build_reader, config)
        return Prepared(config=config, reader=reader)

    async def _follow(self, found: Prepared | _Refused | None) -> None:
        match found:
            case Prepared():
                await self._exchange(found)
            case _Refused():
                await self._refuse(found.faults)
            case None:
                log.info("config_unchanged", config_version=self._live.config.version)
                await self._tell_if_mended(_TAKEN_BACK)

    async def _exchange(self, found: Prepared) -> None:
        before, now = self._live.config, self._clock()
        async with self._database.transaction() as tx:
            what = difference(before, found.config)
            await note_themes(tx, found.config, now=now)
            # Of several who tell, the first one notes it, and tells.
            if self._tells and await note_config(tx, found.config, None, now) is not None:
                await note_taken_up(tx, found.config.version, what, now=now)
            self._take_up(found)
        log.info("config_taken_up", config_version=found.config.version, before=before.version)
        await self._tell()
        await self._taken_up()

    async def _refuse(self, faults: tuple[ConfigError, ...]) -> None:
        for fault in faults:
            log.error("config_refused", file=fault.file, line=fault.line)
        if not self._tells:
            return
        async with self._database.transaction() as tx:
            await note_refused(tx, [str(fault) for fault in faults], now=self._clock())
        await self._tell()

    async def _tell_if_mended(self, how: str) -> None:
        if not self._tells:
            return
        try:
            async with self._database.transaction() as tx:
                await tx.configs.wait_turn()  # of several the first one tells
                if not await was_refused(tx):
                    return
                await note_taken_up(tx, self._live.config.version, how, now=self._clock())
            await self._tell()
        except StorageError as error:
            log.error("config_reload_failed", error=type(error).__name__)

    async def _tell(self) -> None:
        if not self._tells:
            return
        config, texts = self._live.config, self._live.texts
        if await watch_deliveries(self._database, config, texts, now=self._clock()):
            self._told()


def _not_held(config: Config, place: int, missed: str) -> ConfigError:
    tests = read_toml(config.directory / TESTS, [])
    return ConfigError(
        file=TESTS,
        line=None if tests is None else tests.line("test", place),
        problem=f'provet "{config.tests[place].text}" hålls inte: {missed}.',
        remedy="Rätta exemplen, eller provet. `brabot config check --tests` visar varför.",
    )
