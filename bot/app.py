"""The one place that wires the program: read it from top to bottom to know the whole."""

import asyncio
import gc
import signal
import socket
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.config.config import Config
from bot.config.settings import Settings
from bot.config.watching import watch as watch_config
from bot.config_history import note_config
from bot.errors import ConfigInvalid, SettingInvalid
from bot.live import Followed, InUse, Live, parts_of, texts_of
from bot.live import Parts as AnsweringParts
from bot.logs import get_logger
from bot.mail.access import mail_access
from bot.reading import ReadingService, reading_thread
from bot.reloading import Prepared, Reloading
from bot.roles.part import Apply, Follow, Part, Shared
from bot.roles.receiver import receiver_part
from bot.roles.role import EVERY, Role
from bot.roles.scheduler import scheduler_part
from bot.roles.sender import sender_part
from bot.roles.web import web_part
from bot.roles.worker import worker_part
from bot.storage_access import open_storage
from bot.telegram.client import OFFICIAL_FILE_URL, OFFICIAL_URL, Client, build_client
from bot.telegram.fallback import Fallback
from bot.telegram.webhook import leave_webhook
from bot.theme_lives import note_themes, reuse_faults, vanished_faults
from bot.web.metrics import Metrics
from bot.web.server import listen
from storage.database import Database

if TYPE_CHECKING:  # spaCy is heavy, and not every process reads
    from nlp.reader import Reader

_NO_ACCESS = (
    "Det finns ingen token för Telegram. Skriv till @BotFather i Telegram, skapa en bot med "
    "/newbot och sätt miljövariabeln BRABOT_TELEGRAM_TOKEN till den token du får."
)
_REFUSED = (
    "Telegram godtar inte token i BRABOT_TELEGRAM_TOKEN. Hämta den på nytt hos @BotFather "
    "i Telegram (/mybots, API Token) och sätt variabeln igen."
)
_WEBHOOK_PORT = 8080
_CLOCKS_APART_SECONDS = 2.0
"""Less than half of the shortest lease."""
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 60.0

log = get_logger(__name__)


def utc_now() -> datetime:
    """The real clock; nobody else reads it."""
    return datetime.now(UTC)


def build_reader(config: Config, settings: Settings, *, progress: bool = False) -> "Reader":
    """The reading of the configuration: trained now, or taken from the cache.

    It stays as long as the process does, so the garbage collector need not look through its
    words again and again: a sixth of the reading's time.
    """
    from nlp.reader import Reader

    reader = Reader(config.reader_config(cache_dir=settings.cache_dir), show_progress=progress)
    _keep_what_is_there()
    return reader


def _keep_what_is_there() -> None:
    """Free what nobody uses any more, and let the garbage collector pass over the rest."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def run(
    config: Config,
    settings: Settings,
    *,
    roles: frozenset[Role] = EVERY,
    watch: bool = False,
    reason: str | None = None,
) -> None:
    """Run the bot, or those of its `roles`, until it is told to stop.

    On SIGHUP, or with `watch` by itself, it takes up a configuration that has changed. `reason`
    tells why this one differs from the last one.

    Raises:
        SettingInvalid: there is no token, Telegram refuses it, or the key, the access to
            the mail server or the address for HTTP is unusable.
        ConfigInvalid: a theme has the id of one that was retired.
        StorageError: the database cannot be used.
    """
    if settings.telegram_token is None:
        raise SettingInvalid(_NO_ACCESS)
    _usable_by(roles, config, settings)
    client = build_client(
        settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url or OFFICIAL_URL,
        base_file_url=settings.telegram_base_file_url or OFFICIAL_FILE_URL,
    )
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(client.shutdown)
        listener = _listener(roles, settings)
        if listener is not None:
            stack.callback(listener.close)
        try:
            polls = Role.RECEIVER in roles and settings.webhook_url is None
            await _connect(client, polls=polls)
            database = await open_storage(settings)
            stack.push_async_callback(database.close)
            await _compare_clocks(database)
            metrics = Metrics(themes=(theme.id for theme in config.themes))
            in_use, follow = await _put_in_use(roles, config, settings, database, metrics, stack)
            shared = Shared(
                settings=settings,
                client=client,
                database=database,
                in_use=in_use,
                fallback=Fallback(client, config=config, texts=in_use.texts),
                metrics=metrics,
                clock=utc_now,
                stack=stack,
                alone=roles == EVERY,
            )
            parts = [Part(follow=follow), *await _parts(roles, shared, listener)]
            await _begin(database, config, reason)
            runs = [_reloading(roles, shared, parts, asked).run]
            if watch:
                runs.append(partial(watch_config, config.directory, asked.set))
            log.info(
                "running",
                roles=sorted(roles),
                focus_areas=len(config.focus_areas),
                config_version=config.version,
            )
            await _until_stopped([*parts, Part(runs=tuple(runs))])
        except InvalidToken:
            raise SettingInvalid(_REFUSED) from None


async def _parts(
    roles: frozenset[Role], shared: Shared, listener: socket.socket | None
) -> list[Part]:
    """The parts of those roles, the door for what comes in first."""
    parts = []
    if Role.RECEIVER in roles:
        parts.append(receiver_part(shared))
    if listener is not None:
        webhook = next((part.webhook for part in parts), None)
        parts.insert(0, web_part(shared, listener, webhook))
    if isinstance(shared.in_use, Live):
        parts.append(await worker_part(shared, shared.in_use))
    if Role.SENDER in roles:
        parts.append(await sender_part(shared))
    if Role.SCHEDULER in roles:
        parts.append(scheduler_part(shared))
    return parts


async def _put_in_use(
    roles: frozenset[Role],
    config: Config,
    settings: Settings,
    database: Database,
    metrics: Metrics,
    stack: AsyncExitStack,
) -> tuple[InUse, Follow]:
    """What the parts go by, and how it is exchanged: with the reading where one is needed."""
    if Role.WORKER not in roles:
        followed = Followed(config=config, texts=texts_of(config))
        return followed, lambda new: partial(followed.follow, new.config, texts_of(new.config))
    thread = reading_thread()
    stack.callback(thread.shutdown)

    def answering(by: Config, reader: "Reader") -> AnsweringParts:
        reading = ReadingService(reader, meter=metrics, thread=thread)
        return parts_of(by, reading, database, clock=utc_now)

    live = Live(answering(config, build_reader(config, settings)))

    def follow(new: Prepared) -> Apply:
        if new.reader is None:
            raise TypeError("a worker cannot follow a configuration without its reading")
        return partial(live.exchange, answering(new.config, new.reader))

    return live, follow


def _reloading(
    roles: frozenset[Role], shared: Shared, parts: Sequence[Part], asked: asyncio.Event
) -> Reloading:
    settings, metrics, fallback = shared.settings, shared.metrics, shared.fallback

    def take_up(new: Prepared) -> None:
        """Everything that follows the configuration, without a pause in between."""
        applying = [part.follow(new) for part in parts]
        for apply in applying:
            apply()
        fallback.follow(new.config, shared.in_use.texts)
        metrics.follow(theme.id for theme in new.config.themes)

    async def taken_up() -> None:
        await asyncio.to_thread(_keep_what_is_there)
        for part in parts:
            if part.afterwards is not None:
                await part.afterwards()

    def reader_of(config: Config) -> "Reader | None":
        return build_reader(config, settings) if Role.WORKER in roles else None

    return Reloading(
        live=shared.in_use,
        settings=settings,
        database=shared.database,
        asked=asked,
        usable=lambda config: _usable_by(roles, config, settings),
        build_reader=reader_of,
        take_up=take_up,
        taken_up=taken_up,
        told=shared.outbox.ring,
        tells=Role.SCHEDULER in roles,
        clock=utc_now,
    )


def _usable_by(roles: frozenset[Role], config: Config, settings: Settings) -> None:
    """Raises SettingInvalid if the environment does not suffice for what the roles do."""
    if Role.SENDER in roles:
        mail_access(config, settings)


async def _begin(database: Database, config: Config, reason: str | None) -> None:
    """Note what is in use from now on.

    Raises:
        ConfigInvalid: a theme has the id of one that was retired.
    """
    async with database.transaction() as tx:
        faults = await reuse_faults(tx, config)
        if faults:
            raise ConfigInvalid(faults)
        for fault in await vanished_faults(tx, config):
            log.error("theme_vanished", theme=fault.found)
        await note_themes(tx, config, now=utc_now())
        await note_config(tx, config, reason, utc_now())


async def _compare_clocks(database: Database) -> None:
    """Processes of different machines know by the clock whether another one is still there."""
    ahead = (await database.clock_ahead(utc_now())).total_seconds()
    if abs(ahead) > _CLOCKS_APART_SECONDS:
        log.error("clock_differs", ahead_seconds=round(ahead, 1))


def _listener(roles: frozenset[Role], settings: Settings) -> socket.socket | None:
    """Where HTTP is served, or None where nobody wants it."""
    brought = Role.RECEIVER in roles and settings.webhook_url is not None
    if settings.http_port is None and not brought:
        return None
    return listen(settings.http_host, settings.http_port or _WEBHOOK_PORT)


async def _connect(client: Client, *, polls: bool) -> None:
    """Reach Telegram, however long it takes; only a refused token ends it."""
    wait = _FIRST_WAIT_SECONDS
    while True:
        try:
            await client.initialize()
            if polls:
                await leave_webhook(client)
        except InvalidToken:
            raise
        except (NetworkError, TelegramError) as error:
            log.warning("telegram_unreachable", error=type(error).__name__, wait_seconds=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
        else:
            return


async def _until_stopped(parts: Sequence[Part]) -> None:
    """Run the parts together until a signal asks to stop or one of them fails.

    What takes things in has stopped before the rest is stopped.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    waiting = asyncio.create_task(stop.wait())
    receiving = [asyncio.create_task(run()) for part in parts for run in part.takes_in]
    working = [asyncio.create_task(run()) for part in parts for run in part.runs]
    results: list[BaseException | None] = []
    try:
        await asyncio.wait([*receiving, *working, waiting], return_when=asyncio.FIRST_COMPLETED)
    finally:
        log.info("stopping")
        waiting.cancel()
        for tasks in (receiving, working):
            for task in tasks:
                task.cancel()
            results += await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
