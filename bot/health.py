"""Is everything there that the bot needs, and does it keep up? Looking creates nothing."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings, load_settings
from bot.errors import ConfigInvalid, SettingInvalid
from bot.mail.access import mail_access
from bot.storage_access import open_storage
from nlp.errors import ReadingError
from nlp.reading import Reading
from storage.database import Database, Transaction
from storage.errors import StorageError

_LATE = timedelta(minutes=30)
"""What has waited longer is stuck: the bot itself pauses for a quarter of an hour at most."""
_MOST_TROUBLES = 3
"""That are told in full; `brabot deliveries` lists all of them."""
_HARMLESS = "Lampan vid lekplatsen är trasig."
_SQLITE = "sqlite:///"


class ReadsOne(Protocol):
    """What is needed of `nlp.reader.Reader`."""

    def read_one(self, message: str) -> Reading:
        """Read one text."""
        ...


BuildReader = Callable[[Config, Settings], ReadsOne]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing looked at: `found` is what there is or, unless `ok`, what to do about it.

    `wrong_use` marks faults of the settings and the configuration themselves.
    """

    name: str
    ok: bool
    found: str
    wrong_use: bool = False


def look(directory: Path | None, *, build_reader: BuildReader, now: datetime) -> Iterator[Check]:
    """All checks, each as soon as it is made; call it where no event loop runs.

    `directory` is the configuration's, None for that of the settings. Without usable settings
    nothing else can be looked at, without a usable configuration no reading.
    """
    try:
        settings = load_settings()
    except SettingInvalid as error:
        yield Check(name="inställningar", ok=False, found=str(error), wrong_use=True)
        return
    yield Check(name="inställningar", ok=True, found="alla går att använda")
    config = None
    try:
        config = load_config(directory or settings.config or default_config_dir())
    except ConfigInvalid as error:
        for fault in error.errors:
            yield Check(name="konfiguration", ok=False, found=str(fault), wrong_use=True)
    else:
        yield Check(name="konfiguration", ok=True, found=f"version {config.version}")
    yield from _storage(settings, config, now)
    if config is not None:
        yield from _mail(config, settings)
        yield _reading(config, settings, build_reader)
    yield _access(settings)


def _storage(settings: Settings, config: Config | None, now: datetime) -> Iterator[Check]:
    missing = _missing_file(settings)
    if missing is not None:
        yield missing
        return
    try:
        yield from asyncio.run(_stored(settings, config, now))
    except (SettingInvalid, StorageError) as error:
        yield Check(name="databas", ok=False, found=str(error))


def _missing_file(settings: Settings) -> Check | None:
    """Opening would make these files: one that is missing would never be noticed."""
    key, url = settings.secret_key_file, settings.database_url
    if settings.secret_key is None and not key.exists():
        found = (
            f"{key.absolute()} finns inte. Har boten körts förut, läs in säkerhetskopian eller "
            "ange filen i BRABOT_SECRET_KEY_FILE. Annars skapas den av `brabot run`."
        )
        return Check(name="nyckel", ok=False, found=found)
    file = Path(url.removeprefix(_SQLITE).partition("?")[0])
    if url.startswith(_SQLITE) and not file.exists():
        found = (
            f"{file.absolute()} finns inte. Har boten körts förut, ange databasen i "
            "BRABOT_DATABASE_URL. Annars skapas den av `brabot run`."
        )
        return Check(name="databas", ok=False, found=found)
    return None


async def _stored(settings: Settings, config: Config | None, now: datetime) -> list[Check]:
    database = await open_storage(settings)
    try:
        return await look_inside(database, config, now)
    finally:
        await database.close()


async def look_inside(database: Database, config: Config | None, now: datetime) -> list[Check]:
    """Whether what came in and what shall go out is taken care of in time."""
    async with database.transaction() as tx:
        checks = [
            Check(name="databas", ok=True, found="går att öppna med nyckeln"),
            await _inbox(tx, now),
            await _outbox(tx, now),
        ]
        if config is not None:
            checks.append(await _digests(tx, config, now))
        checks += await _refused(tx)
        return checks


async def _inbox(tx: Transaction, now: datetime) -> Check:
    waiting, failed = await tx.inbox.count("waiting"), await tx.inbox.count("failed")
    due = await tx.inbox.waiting(now=now, limit=1)
    oldest = due[0].received_at if due else None
    found = _queue(waiting, failed, oldest, now)
    if failed:
        found += (
            " Det som misslyckades har ingen läst: sök efter handling_failed i loggen, rätta "
            "felet eller anmäl det. Det gallras av sig självt."
        )
    late = _is_late(oldest, now)
    if late:
        found += " Kontrollera att `brabot run` körs, och vad dess logg säger."
    return Check(name="inkorg", ok=not (failed or late), found=found)


async def _outbox(tx: Transaction, now: datetime) -> Check:
    waiting = await tx.outbox.count("waiting") + await tx.outbox.count("sending")
    failed = await tx.outbox.count("failed")
    oldest = await tx.outbox.oldest_waiting()
    found = _queue(waiting, failed, oldest, now)
    if failed:
        found += " (Till exempel till någon som har blockerat boten.)"
    late = _is_late(oldest, now)
    if late:
        found += (
            " Kontrollera att `brabot run` körs och når Telegram, och e-postservern om en "
            "brevlåda är en grupp: loggen säger varför inte."
        )
    return Check(name="utkorg", ok=not late, found=found)


async def _digests(tx: Transaction, config: Config, now: datetime) -> Check:
    """Whether all that should have come has come, and what else nobody knows yet."""
    from bot.admin_notices import standing_troubles
    from bot.texts.catalogue import load_texts

    texts = load_texts(config.languages, default=config.languages[0])
    troubles = await standing_troubles(tx, config, texts, now=now)
    admins = await tx.groups.admins()
    found = " ".join(troubles[:_MOST_TROUBLES]) or "inget att åtgärda."
    if len(troubles) > _MOST_TROUBLES:
        found += f" Och {len(troubles) - _MOST_TROUBLES} till."
    if not admins:
        found += (
            " Ingen får veta när något går fel: ge den som sköter boten en egen grupp med "
            "`brabot group invite --admin`."
        )
    return Check(name="sammanställningar", ok=not troubles, found=found)


async def _refused(tx: Transaction) -> list[Check]:
    """What keeps a running bot from taking up the configuration as it stands."""
    from bot.admin_notices import was_refused

    refused = await was_refused(tx)
    if refused is None:
        return []
    found = (
        f"{' '.join(refused.detail['faults'])} Boten använder den som gällde före. Rätta felet "
        "och ladda om den; `brabot config check --tests` visar allt."
    )
    return [Check(name="omladdning", ok=False, found=found)]


def _queue(waiting: int, failed: int, oldest: datetime | None, now: datetime) -> str:
    since = "" if oldest is None else f", det äldsta i {_minutes(now - oldest)} min"
    return f"{waiting} väntar{since}; {failed} har misslyckats."


def _minutes(time: timedelta) -> int:
    return max(0, int(time.total_seconds()) // 60)


def _is_late(oldest: datetime | None, now: datetime) -> bool:
    return oldest is not None and now - oldest > _LATE


def _mail(config: Config, settings: Settings) -> Iterator[Check]:
    """Nothing where no mail is to be sent; that mails wait all the same shows in the outbox."""
    try:
        access = mail_access(config, settings)
    except SettingInvalid as error:
        yield Check(name="e-post", ok=False, found=str(error), wrong_use=True)
        return
    if access is not None:
        found = f"går genom {access.host} (den har inte prövats)"
        yield Check(name="e-post", ok=True, found=found)


def _reading(config: Config, settings: Settings, build_reader: BuildReader) -> Check:
    try:
        reading = build_reader(config, settings).read_one(_HARMLESS)
    except (ReadingError, OSError) as error:
        found = f"{error} Kontrollera exemplen med `brabot config check`, och BRABOT_CACHE_DIR."
        return Check(name="läsning", ok=False, found=found)
    themes = ", ".join(reading.theme_ids) or f"{reading.kind.value} utan tema"
    return Check(name="läsning", ok=True, found=f'"{_HARMLESS}" lästes som {themes}')


def _access(settings: Settings) -> Check:
    if settings.telegram_token is None:
        found = (
            "BRABOT_TELEGRAM_TOKEN är inte satt. Skapa en bot hos @BotFather i Telegram med "
            "/newbot och sätt variabeln till den token du får."
        )
        return Check(name="Telegram", ok=False, found=found)
    return Check(name="Telegram", ok=True, found="token är satt (den har inte prövats)")
