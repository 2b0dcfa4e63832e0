"""The one place that wires the program: read it from top to bottom to know the whole."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.admin_notices import watch_deliveries
from bot.alert_waves import WaveWatch, tell_of_waves
from bot.config.config import Config
from bot.config.settings import Settings
from bot.config.watching import watch as watch_config
from bot.config_history import note_config
from bot.digest.publish import deliver_due
from bot.errors import ConfigInvalid, SettingInvalid
from bot.live import Live, Parts, parts_of
from bot.logs import get_logger
from bot.mail.access import mail_access
from bot.mail.mailer import Mailer
from bot.mail.sender import mail_sender
from bot.reading import ReadingService, reading_thread
from bot.reloading import Prepared, Reloading
from bot.retention import purge
from bot.schedule import build_schedule, set_times
from bot.storage_access import open_keyring, open_storage
from bot.telegram.application import build_application
from bot.telegram.client import OFFICIAL_FILE_URL, OFFICIAL_URL, Client, build_client
from bot.telegram.commands import publish_commands
from bot.telegram.fallback import Fallback
from bot.telegram.fetcher import Fetcher
from bot.telegram.intake import Intake
from bot.telegram.reach import answers
from bot.telegram.receiver import Receiver
from bot.telegram.sender import Sender
from bot.telegram.webhook import Subscription, leave_webhook
from bot.telegram.worker import Worker
from bot.theme_lives import note_themes, reuse_faults, vanished_faults
from bot.web.app import build_web
from bot.web.fresh import Fresh
from bot.web.health import Readiness
from bot.web.metrics import Metrics, MetricsPage
from bot.web.server import WebServer, listen
from bot.web.sights import Sights
from bot.web.webhook import Webhook
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
_WEBHOOK_PORT = 8080
_QUEUES_SECONDS, _DIGESTS_SECONDS, _TELEGRAM_SECONDS = 2, 60, 30
"""How old what health and metrics tell of them may be."""
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 60.0

Run = Callable[[], Coroutine[Any, Any, None]]

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
    _keep_what_is_there()
    return reader


def _keep_what_is_there() -> None:
    """Free what nobody uses any more, and let the garbage collector pass over the rest."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def build_mailer(config: Config, settings: Settings) -> Mailer | None:
    """What sends mail; None if the configuration names no mail server.

    Raises:
        SettingInvalid: the user or password for it cannot be used.
    """
    access, sender = mail_access(config, settings), mail_sender(config)
    if access is None or sender is None:
        return None
    return Mailer(access, sender, clock=utc_now)


async def run(
    config: Config, settings: Settings, *, watch: bool = False, reason: str | None = None
) -> None:
    """Run the bot until it is told to stop: receiver, dialogue, sender and schedule.

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
    mailer = build_mailer(config, settings)
    client = build_client(
        settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url or OFFICIAL_URL,
        base_file_url=settings.telegram_base_file_url or OFFICIAL_FILE_URL,
    )
    metrics = Metrics(themes=(theme.id for theme in config.themes))
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(client.shutdown)
        listener = _listener(settings)
        if listener is not None:
            stack.callback(listener.close)
        try:
            await _connect(client, polls=settings.webhook_url is None)
            database = await open_storage(settings)
            stack.push_async_callback(database.close)
            thread = reading_thread()
            stack.callback(thread.shutdown)
            by = partial(_parts, database=database, metrics=metrics, thread=thread)
            await _serve(
                Live(by(config, build_reader(config, settings))),
                settings,
                client=client,
                database=database,
                by=by,
                mailer=mailer,
                metrics=metrics,
                listener=listener,
                asked=asked,
                watch=watch,
                reason=reason,
            )
        except InvalidToken:
            raise SettingInvalid(_REFUSED) from None


def _parts(
    config: Config,
    reader: Reader,
    *,
    database: Database,
    metrics: Metrics,
    thread: ThreadPoolExecutor,
) -> Parts:
    reading = ReadingService(reader, meter=metrics, thread=thread)
    return parts_of(config, reading, database, clock=utc_now)


async def _serve(
    live: Live,
    settings: Settings,
    *,
    client: Client,
    database: Database,
    by: Callable[[Config, Reader], Parts],
    mailer: Mailer | None,
    metrics: Metrics,
    listener: socket.socket | None,
    asked: asyncio.Event,
    watch: bool,
    reason: str | None,
) -> None:
    config = live.config
    fallback = Fallback(client, config=config, texts=live.texts)
    application = build_application(client, handle=live.handle, groups=live, desk=live, work=live)

    if mailer is None:
        await _tell_of_mailboxes_in_vain(database)
    sender = Sender(client, database, clock=utc_now, mailer=mailer, meter=metrics)
    fetcher = Fetcher(client, database, live=live, clock=utc_now, told=sender.knock)

    def handled() -> None:
        sender.knock()
        fetcher.knock()

    worker = Worker(
        application,
        database,
        clock=utc_now,
        handled=handled,
        fallback=fallback,
        meter=metrics,
    )
    intake = Intake(
        database, clock=utc_now, received=worker.knock, fallback=fallback, meter=metrics
    )
    receiving: list[Run] = []
    webhook = None
    if settings.webhook_url is None:
        receiving.append(Receiver(client, intake).run)
    else:
        url, secret = settings.webhook_url, _webhook_secret(settings)
        webhook = Webhook(secret=secret, take=intake.take, answered=metrics.answered)
        receiving.append(Subscription(client, url=url, secret=secret, clock=utc_now).run)
    sights = Sights(database, config, clock=utc_now)
    if listener is not None:
        queues = Fresh(sights.queues, seconds=_QUEUES_SECONDS)
        digests_due = Fresh(sights.overdue_digests, seconds=_DIGESTS_SECONDS)
        telegram = Fresh(partial(answers, client), seconds=_TELEGRAM_SECONDS)
        ready = Readiness(queues=queues, overdue_digests=digests_due, telegram=telegram)
        page = MetricsPage(metrics, queues=queues)
        web = build_web(ready=ready, metrics=page, webhook=webhook)
        receiving.insert(0, WebServer(web, listener).run)

    async def digests() -> None:
        try:
            sent = await deliver_due(database, live.config, live.texts, now=utc_now())
            told = await watch_deliveries(database, live.config, live.texts, now=utc_now())
        except StorageError as error:
            log.error("digests_not_looked_after", error=type(error).__name__)
            return
        if sent:
            log.info("digests_due", deliveries=sent)
            metrics.digests_queued(sent)
        if sent or told:
            sender.knock()

    async def retention() -> None:
        try:
            used = live.config
            purged = await purge(database, used, now=utc_now())
        except StorageError as error:
            log.error("purge_failed", error=type(error).__name__)
        else:
            log.info("purged", decision=used.retention.decision, **asdict(purged))

    await _begin(database, config, reason)
    schedule = build_schedule(config, digests, retention)

    def take_up(new: Prepared) -> None:
        """Everything that follows the configuration, without a pause in between."""
        parts, mailed_by = by(new.config, new.reader), build_mailer(new.config, settings)
        live.parts = parts
        sender.mail_by(mailed_by)
        fallback.follow(new.config, parts.texts)
        sights.follow(new.config)
        metrics.follow(theme.id for theme in new.config.themes)
        set_times(schedule, new.config, digests, retention)

    async def taken_up() -> None:
        """What may wait."""
        await asyncio.to_thread(_keep_what_is_there)
        await publish_commands(client, live.texts)

    reloading = Reloading(
        live=live,
        settings=settings,
        database=database,
        asked=asked,
        usable=lambda new: mail_access(new, settings),
        build_reader=lambda new: build_reader(new, settings),
        take_up=take_up,
        taken_up=taken_up,
        told=sender.knock,
        clock=utc_now,
    )
    waves = WaveWatch(
        lambda: tell_of_waves(database, live.config, live.texts, now=utc_now()), told=sender.knock
    )
    working: list[Run] = [worker.run, sender.run, fetcher.run, reloading.run, waves.run]
    if watch:
        working.append(partial(watch_config, config.directory, asked.set))
    async with application:
        schedule.start()
        try:
            await publish_commands(client, live.texts)
            await digests()
            await retention()  # last: a digest may be about what is due to go
            log.info("running", focus_areas=len(config.focus_areas), config_version=config.version)
            await _until_stopped(receiving, working)
        finally:
            schedule.shutdown(wait=False)


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


async def _tell_of_mailboxes_in_vain(database: Database) -> None:
    """What is to be sent to them waits in the outbox."""
    async with database.transaction() as tx:
        mailboxes = sum(group.address is not None for group in await tx.groups.list())
    if mailboxes:
        log.error("mail_not_configured", mailboxes=mailboxes)


def _listener(settings: Settings) -> socket.socket | None:
    """Where HTTP is served, or None where nobody wants it."""
    if settings.http_port is None and settings.webhook_url is None:
        return None
    return listen(settings.http_host, settings.http_port or _WEBHOOK_PORT)


def _webhook_secret(settings: Settings) -> str:
    if settings.webhook_secret is not None:
        return settings.webhook_secret.get_secret_value()
    keyring, _ = open_keyring(settings)
    return keyring.fingerprint("telegram", purpose="webhook secret")


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


async def _until_stopped(first: Sequence[Run], then: Sequence[Run]) -> None:
    """Run the parts together until a signal asks to stop or one of them fails.

    The `first` ones, which take things in, have stopped before the others are stopped.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    waiting = asyncio.create_task(stop.wait())
    receiving = [asyncio.create_task(run()) for run in first]
    working = [asyncio.create_task(run()) for run in then]
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
