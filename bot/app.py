"""The one place that wires the program: read it from top to bottom to know the whole."""

import asyncio
import gc
import signal
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.config.config import Config
from bot.config.settings import Settings
from bot.dialogue.service import Dialogue
from bot.digest.publish import deliver_due
from bot.errors import SettingInvalid
from bot.groups import Groups
from bot.logs import get_logger
from bot.reading import ReadingService
from bot.retention import purge
from bot.schedule import build_schedule
from bot.storage_access import open_storage
from bot.telegram.application import build_application
from bot.telegram.client import OFFICIAL_FILE_URL, OFFICIAL_URL, Client, build_client
from bot.telegram.commands import publish_commands
from bot.telegram.fallback import Fallback
from bot.telegram.receiver import Receiver
from bot.telegram.sender import Sender
from bot.telegram.worker import Worker
from bot.texts.catalogue import load_texts
from nlp.reader import Reader
from storage.database import Database
from storage.errors import StorageError

_NO_ACCESS = (
    "Det finns ingen token för Telegram. Skriv till @BotFather i Telegram, skapa en bot med "
    "/newbot och sätt miljövariabeln BRABOT_TELEGRAM_TOKEN till den token du får."
)
_REFUSED = (
    "Telegram godtar inte token i BRABOT_TELEGRAM_TOKEN. Hämta den på nytt hos @BotFather "
    "i Telegram (/mybots, API Token) och sätt variabeln igen."
)
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 60.0

log = get_logger(__name__)


def utc_now() -> datetime:
    """The real clock; nobody else reads it."""
    return datetime.now(UTC)


def build_reader(config: Config, settings: Settings, *, progress: bool = False) -> Reader:
    """The reading of the configuration: trained now, or taken from the cache.

    It stays as long as the process does, so the garbage collector need not look through its
    words again and again: a sixth of the reading's time.
    """
    reader = Reader(config.reader_config(cache_dir=settings.cache_dir), show_progress=progress)
    gc.collect()
    gc.freeze()
    return reader


async def run(config: Config, settings: Settings) -> None:
    """Run the bot until it is told to stop: receiver, dialogue, sender and schedule.

    Raises:
        SettingInvalid: there is no token, Telegram refuses it, or the key is unusable.
        StorageError: the database cannot be used.
    """
    if settings.telegram_token is None:
        raise SettingInvalid(_NO_ACCESS)
    client = build_client(
        settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url or OFFICIAL_URL,
        base_file_url=settings.telegram_base_file_url or OFFICIAL_FILE_URL,
    )
    async with AsyncExitStack() as stack:
        stack.push_async_callback(client.shutdown)
        try:
            await _connect(client)
            database = await open_storage(settings)
            stack.push_async_callback(database.close)
            reading = ReadingService(build_reader(config, settings))
            stack.callback(reading.close)
            await _serve(config, client=client, database=database, reading=reading)
        except InvalidToken:
            raise SettingInvalid(_REFUSED) from None


async def _serve(
    config: Config, *, client: Client, database: Database, reading: ReadingService
) -> None:
    texts = load_texts(config.languages, default=config.languages[0])
    fallback = Fallback(client, config=config, texts=texts)
    dialogue = Dialogue(
        config=config,
        texts=texts,
        database=database,
        read=reading,
        area_at=reading.area_at,
        clock=utc_now,
    )
    groups = Groups(config=config, texts=texts, database=database, clock=utc_now)
    application = build_application(client, handle=dialogue.handle, groups=groups)

    sender = Sender(client, database, clock=utc_now)
    worker = Worker(application, database, clock=utc_now, handled=sender.knock, fallback=fallback)
    receiver = Receiver(
        client,
        database,
        clock=utc_now,
        received=worker.knock,
        fallback=fallback,
    )

    async def digests() -> None:
        sent = await deliver_due(database, config, texts, now=utc_now())
        if sent:
            log.info("digests_due", deliveries=sent)
            sender.knock()

    async def retention() -> None:
        try:
            purged = await purge(database, config, now=utc_now())
        except StorageError as error:
            log.error("purge_failed", error=type(error).__name__)
        else:
            log.info("purged", **asdict(purged))

    schedule = build_schedule(config, digests, retention)
    async with application:
        schedule.start()
        try:
            await publish_commands(client, texts)
            await digests()
            await retention()  # last: a digest may be about what is due to go
            log.info("running", focus_areas=len(config.focus_areas), config_version=config.version)
            await _until_stopped(receiver.run(), worker.run(), sender.run())
        finally:
            schedule.shutdown(wait=False)


async def _connect(client: Client) -> None:
    """Reach Telegram, however long it takes; only a refused token ends it."""
    wait = _FIRST_WAIT_SECONDS
    while True:
        try:
            await client.initialize()
        except InvalidToken:
            raise
        except (NetworkError, TelegramError) as error:
            log.warning("telegram_unreachable", error=type(error).__name__, wait_seconds=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
        else:
            return


async def _until_stopped(*parts: Coroutine[Any, Any, None]) -> None:
    """Run the parts together until a signal asks to stop or one of them fails."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    tasks = [asyncio.create_task(part) for part in parts]
    waiting = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
    finally:
        log.info("stopping")
        for task in (*tasks, waiting):
            task.cancel()
        results = await asyncio.gather(*tasks, waiting, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
