"""Fetches the files that residents sent: cleaned and encrypted before anything is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Protocol

from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.config.config import Config
from bot.dialogue.media import limits
from bot.errors import MediaRefused
from bot.logs import get_logger
from bot.media.apart import clean_apart
from bot.media.cleaned import Cleaned
from bot.outgoing import message
from bot.quiet_hours import may_be_sent_at
from bot.telegram.client import Client
from bot.telegram.ending import to_its_end
from bot.texts.catalogue import Texts
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.media import MediaState, MediaToFetch
from storage.outbox import Priority

_AT_ONCE = 2
_LOOK_SECONDS = 5.0
"""How often it is looked without a knock: for what is to be tried again, or another bot left."""
_PACE_SECONDS = 0.25
"""Files are looked for no oftener: most messages have none."""
_DOWNLOAD_SECONDS = 60.0
_RETRY_SECONDS: Final = (5, 60, 600, 3600)
"""After so many seconds a file is tried again; then nobody will have it."""
_TOO_BIG = "too big"
"""In Telegram's words: https://core.telegram.org/bots/api#getfile says 20 MB."""

Clean = Callable[[bytes], Awaitable[Cleaned]]
Outcome = Callable[[Transaction], Awaitable[None]]

log = get_logger(__name__)


class Running(Protocol):
    """The configuration and the texts as they are now."""

    @property
    def config(self) -> Config:
        """What is taken in, and how large."""
        ...

    @property
    def texts(self) -> Texts:
        """What residents are told."""
        ...


class Fetcher:
    """Takes files from Telegram to the database; in clear they are in memory alone.

    Each file is one bot's for a while. What cannot be kept is given up with a reason, which
    the resident is told once for all that was sent together.
    """

    def __init__(
        self,
        client: Client,
        database: Database,
        *,
        live: Running,
        clock: Callable[[], datetime],
        told: Callable[[], None],
        clean: Clean = clean_apart,
    ) -> None:
        self._client = client
        self._database = database
        self._live = live
        self._clock = clock
        self._told = told
        self._clean = clean
        self._knock = asyncio.Event()

    def knock(self) -> None:
        """Say that there may be files to fetch."""
        self._knock.set()

    async def run(self) -> None:
        """Fetch until cancelled; what was under way is then left for the next start."""
        while True:
            self._knock.clear()
            try:
                fetched = await self.fetch_some()
            except StorageError as error:
                log.warning("media_unreadable", error=type(error).__name__)
                await asyncio.sleep(_LOOK_SECONDS)
                continue
            if not fetched:
                await self._wait()
                await asyncio.sleep(_PACE_SECONDS)

    async def fetch_some(self) -> int:
        """Fetch what waits now, a few at a time; how many were taken."""
        items = await to_its_end(self._claimed())
        await asyncio.gather(*(self._fetch(item) for item in items))
        return len(items)

    async def _claimed(self) -> list[MediaToFetch]:
        async with self._database.transaction() as tx:
            return await tx.media.claim(now=self._clock(), limit=_AT_ONCE)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):  # wait_for may drown a cancellation
                await self._knock.wait()
        except TimeoutError:
            return

    async def _fetch(self, item: MediaToFetch) -> None:
        try:
            outcome = await self._outcome(item)
        except asyncio.CancelledError:
            await to_its_end(self._keep(self._postponed(item, 0, "stopped")))
            raise
        except Exception as error:  # a fault in the program must neither be silent nor hurry
            log.error("media_broken", media_id=item.id, error=type(error).__name__)
            outcome = self._again(item, type(error).__name__)
        await to_its_end(self._keep(outcome))
        self._told()

    async def _keep(self, outcome: Outcome) -> None:
        try:
            async with self._database.transaction() as tx:
                await outcome(tx)
        except StorageError as error:
            # Its lease runs out, and then it is fetched once more.
            log.warning("media_unreadable", error=type(error).__name__)

    async def _outcome(self, item: MediaToFetch) -> Outcome:
        """Fetch and clean, and say what has to be remembered of how it went."""
        try:
            content = await self._download(item)
            cleaned = await self._clean(content)
        except MediaRefused as error:
            return self._given_up(item, MediaState.REFUSED, error.reason)
        except BadRequest as error:
            if _TOO_BIG in error.message.lower():
                return self._given_up(item, MediaState.REFUSED, "big")
            return self._again(item, type(error).__name__)
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait if isinstance(wait, int) else int(wait.total_seconds()) + 1
            return self._postponed(item, seconds, "retry_after")
        except (TelegramError, TimeoutError) as error:  # 404 of a file is one of them, too
            return self._again(item, type(error).__name__)
        if len(cleaned.content) > self._live.config.media.max_bytes:
            return self._given_up(item, MediaState.REFUSED, "big")
        return self._kept(item, cleaned)

    async def _download(self, item: MediaToFetch) -> bytes:
        most = self._live.config.media.max_bytes
        async with asyncio.timeout(_DOWNLOAD_SECONDS):
            file = await self._client.get_file(item.file_id)
            if file.file_size is not None and file.file_size > most:
                raise MediaRefused("big")
            content = await file.download_as_bytearray()
        if len(content) > most:
            raise MediaRefused("big")
        return bytes(content)

    def _kept(self, item: MediaToFetch, cleaned: Cleaned) -> Outcome:
        async def keep(tx: Transaction) -> None:
            content, media_type = cleaned.content, cleaned.media_type
            if await tx.media.keep(item, content, media_type=media_type, now=self._clock()):
                log.info("media_kept", media_id=item.id, media_type=media_type, size=len(content))
            else:
                log.info("media_not_wanted", media_id=item.id)

        return keep

    def _again(self, item: MediaToFetch, reason: str) -> Outcome:
        if item.attempts > len(_RETRY_SECONDS):
            return self._given_up(item, MediaState.FAILED, "gone")
        return self._postponed(item, _RETRY_SECONDS[item.attempts - 1], reason)

    def _postponed(self, item: MediaToFetch, seconds: int, reason: str) -> Outcome:
        log.warning("media_postponed", media_id=item.id, reason=reason, seconds=seconds)
        until = self._clock() + timedelta(seconds=seconds)
        return lambda tx: tx.media.postpone(item, until=until, reason=reason)

    def _given_up(self, item: MediaToFetch, state: MediaState, reason: str) -> Outcome:
        log.warning("media_given_up", media_id=item.id, reason=reason)

        async def give_up(tx: Transaction) -> None:
            now = self._clock()
            if await tx.media.give_up(item, state=state, reason=reason, now=now):
                await self._tell(tx, item, reason)

        return give_up

    async def _tell(self, tx: Transaction, item: MediaToFetch, reason: str) -> None:
        """Say to the resident why nothing is kept; to nobody where the contact is broken."""
        concern = await tx.concerns.get(item.concern_id)
        if concern is None or concern.resident_id is None:
            return
        telegram_id = await tx.residents.telegram_id(concern.resident_id)
        if telegram_id is None:
            return
        resident = await tx.residents.recognise(telegram_id, now=self._clock(), language=None)
        texts = self._live.texts
        language = texts.supported(resident.language)
        what = texts.plain(language, f"unreadable-{item.kind}")
        values = limits(self._live.config.media)
        lines = (
            texts.html(language, "media-lost", reference=concern.reference),
            texts.html(language, f"media-refused-{reason}", what=what, **values),
        )
        html, now = "\n\n".join(lines), self._clock()
        said = message(telegram_id, html, concern_id=concern.id)
        if item.attempts > 1:  # nobody sits there and waits for it any more
            later = may_be_sent_at(self._live.config, now)
            said = replace(said, priority=Priority.PUSH, not_before=later)
        await tx.outbox.put(said, now=now)
