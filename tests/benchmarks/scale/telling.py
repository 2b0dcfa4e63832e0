"""Messages told to the dialogue in this process, each through all that the running bot does."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.dialogue.events import Told
from bot.dialogue.service import Dialogue
from bot.reading import ReadingService
from bot.texts.catalogue import load_texts
from storage.database import Database
from storage.inbox import IncomingUpdate
from tests.benchmarks.scale.texts import messages, shipped_config, shipped_reader

_FIRST_CHAT = 800_000_000
_FIRST_UPDATE = 1_000_000_000
_RAW = '{"update_id": 1}'


class Teller:
    """Tells a database one message after the other, from so many residents in turn."""

    def __init__(self, database: Database, reading: ReadingService, *, residents: int) -> None:
        config = shipped_config()
        self._database = database
        self._residents = residents
        self._number = 0
        self._texts: Iterator[str] = messages()
        self._dialogue = Dialogue(
            config=config,
            texts=load_texts(config.languages, default=config.languages[0]),
            database=database,
            read=reading,
            area_at=reading.area_at,
            clock=now,
        )

    async def tell(self, count: int) -> None:
        """Receive, claim, answer, send and note as sent, each in a commit of its own."""
        for _ in range(count):
            self._number += 1
            update_id = _FIRST_UPDATE + self._number
            chat = _FIRST_CHAT + self._number % self._residents
            async with self._database.transaction() as tx:
                incoming = IncomingUpdate(update_id=update_id, chat_id=chat, raw=_RAW)
                await tx.inbox.receive([incoming], now=now())
            async with self._database.transaction() as tx:
                await tx.inbox.claim(by="teller", now=now(), limit=50)
            await self._dialogue.handle(
                Told(
                    update_id=update_id,
                    telegram_id=chat,
                    at=now(),
                    language="sv",
                    text=next(self._texts),
                    message_id=self._number,
                )
            )
            async with self._database.transaction() as tx:
                items = await tx.outbox.claim(now=now(), limit=32)
            for item in items:
                async with self._database.transaction() as tx:
                    await tx.outbox.sent(item.id, now=now(), message_id=self._number)


def reading_service() -> ReadingService:
    """The reading of the shipped configuration in a thread of its own; close it."""
    return ReadingService(shipped_reader())


def now() -> datetime:
    return datetime.now(UTC)
