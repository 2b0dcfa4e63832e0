"""A bot without a network: updates go into the real inbox, answers come out of the outbox."""

import itertools
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.answering import Teller
from bot.config.config import Config
from bot.dialogue.service import Dialogue
from bot.dialogue.turn import AreaAt, ReadText
from bot.digest_desk import DigestDesk
from bot.group_work import GroupWork
from bot.groups import Groups
from bot.retention import retention_rule
from bot.telegram.application import build_application
from bot.telegram.client import Client
from bot.telegram.fallback import Fallback
from bot.telegram.intake import Intake
from bot.telegram.worker import Worker
from bot.texts.catalogue import Texts
from storage.concern_values import Status
from storage.database import Database

TOKEN = "4242:dialogues-without-a-network"
START = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
GROUP = {"id": -1_000_777, "type": "group", "title": "Gruppen"}


class NoNetwork(BaseRequest):
    """Answers `getMe`, keeps `sendMessage` (only the apology comes this way), refuses the rest."""

    def __init__(self) -> None:
        self.sent: list[Mapping[str, Any]] = []

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, **_: Any
    ) -> tuple[int, bytes]:
        if url.endswith("/getMe"):
            me = {"id": 4242, "is_bot": True, "first_name": "Bråbot", "username": "brabot"}
            return 200, json.dumps({"ok": True, "result": me}).encode()
        if url.endswith("/sendMessage") and request_data is not None:
            self.sent.append(request_data.parameters)
            return 200, json.dumps({"ok": True, "result": {}}).encode()
        raise AssertionError(f"a call to the network: {url.rpartition('/')[2]}")


@dataclass(frozen=True, kw_only=True)
class Said:
    """A call of the Bot API that the bot wanted made."""

    chat_id: int
    method: str
    params: Mapping[str, Any]

    @property
    def html(self) -> str:
        return str(self.params.get("text", self.params.get("caption", "")))

    @property
    def buttons(self) -> list[dict[str, Any]]:
        markup = self.params.get("reply_markup", {})
        rows = markup.get("inline_keyboard", markup.get("keyboard", []))
        return [button for row in rows for button in row]


@dataclass(kw_only=True)
class Stage:
    """The bot, its database and the clock that a test moves."""

    database: Database
    intake: Intake
    worker: Worker
    network: NoNetwork
    at: list[datetime]
    config: Config
    texts: Texts
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def wait(self, duration: timedelta) -> None:
        self.at[0] += duration

    def number(self) -> int:
        """The next number of an update, a message or a callback."""
        return next(self.numbers)

    async def happens(self, *contents: Mapping[str, Any]) -> list[Said]:
        """Updates come in together and are handled; what was sent for them, in order."""
        self.wait(timedelta(seconds=1))
        before = len(self.network.sent)
        await self.intake.take([{"update_id": self.number(), **content} for content in contents])
        while await self.worker.work():
            pass
        direct = [
            Said(chat_id=int(sent["chat_id"]), method="sendMessage", params=sent)
            for sent in self.network.sent[before:]
        ]
        return direct + await self._outbox()

    async def due(self) -> list[Said]:
        """What has waited until now to be sent, in order."""
        return await self._outbox()

    async def passes(self, duration: timedelta) -> list[Said]:
        """Time goes by; what was sent at its end."""
        self.wait(duration)
        return await self._outbox()

    async def tells(
        self, reference: str, text: str | None = None, *, status: Status | None = None
    ) -> list[Said]:
        """A coordinator at the terminal answers, or says how far the work has come."""
        now = self.at[0]
        teller = Teller(config=self.config, texts=self.texts, by="cli:Vera", now=now)
        async with self.database.transaction() as tx:
            concern = await tx.concerns.by_reference(reference)
            assert concern is not None
            if status is None:
                await teller.answer(tx, concern, text or "")
            else:
                await teller.set_status(tx, concern, status, note=text)
        return await self._outbox()

    async def breaks_contact(self) -> None:
        """Retention runs years later."""
        rule = retention_rule(self.config)
        async with self.database.transaction() as tx:
            await tx.retention.apply(rule, now=self.at[0] + rule.original_text)

    async def stuck(self) -> int:
        """How many updates still wait, or were given up."""
        async with self.database.transaction() as tx:
            return await tx.inbox.count("waiting") + await tx.inbox.count("failed")

    async def _outbox(self) -> list[Said]:
        said: list[Said] = []
        now = self.at[0]
        async with self.database.transaction() as tx:
            while items := await tx.outbox.claim(now=now, limit=50):
                for item in items:
                    assert item.chat_id is not None
                    sent = Said(chat_id=item.chat_id, method=item.method, params=item.params)
                    said.append(sent)
                    await tx.outbox.sent(item.id, now=now, message_id=self.number())
        return said


@asynccontextmanager
async def a_stage(
    database: Database,
    *,
    config: Config,
    texts: Texts,
    read: ReadText,
    area_at: AreaAt,
    start: datetime = START,
) -> AsyncIterator[Stage]:
    """The bot wired as `bot.app` wires it, but for the network and the timers."""
    at = [start]

    def clock() -> datetime:
        return at[0]

    network = NoNetwork()
    client: ExtBot[Any] = Client(token=TOKEN, request=network, get_updates_request=network)
    assert isinstance(client, Client)
    fallback = Fallback(client, config=config, texts=texts)
    dialogue = Dialogue(
        config=config, texts=texts, database=database, read=read, area_at=area_at, clock=clock
    )
    application = build_application(
        client,
        handle=dialogue.handle,
        groups=Groups(config=config, texts=texts, database=database, clock=clock),
        desk=DigestDesk(config=config, texts=texts, database=database, clock=clock),
        work=GroupWork(config=config, texts=texts, database=database, read=read, clock=clock),
    )
    worker = Worker(application, database, clock=clock, handled=lambda: None, fallback=fallback)
    intake = Intake(database, clock=clock, received=worker.knock, fallback=fallback)
    async with application:
        yield Stage(
            database=database,
            intake=intake,
            worker=worker,
            network=network,
            at=at,
            config=config,
            texts=texts,
        )
