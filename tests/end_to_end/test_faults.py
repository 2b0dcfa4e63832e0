"""One fault at a time: what the bot does of it, and that everything goes on afterwards.

The parts are the real ones on a real database, in this process; only what is read is given.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from telegram.error import InvalidToken

from bot.dialogue.service import Dialogue
from bot.sandbox import Person, RateLimits, Sandbox
from bot.sandbox.faults import (
    Backwards,
    DropAfter,
    DropBefore,
    Fault,
    Hang,
    Revoked,
    ServerError,
    TooMany,
    Twice,
)
from bot.telegram import receiver as receiving
from bot.telegram import sender as sending
from bot.telegram import worker as working
from bot.telegram.application import build_application
from bot.telegram.client import Client, build_client
from bot.telegram.fallback import Fallback
from bot.telegram.intake import Intake
from bot.telegram.receiver import Receiver
from bot.telegram.sender import Sender
from bot.telegram.worker import Worker
from bot.web.metrics import Metrics
from storage.database import Database, open_database
from storage.errors import DatabaseUnavailable
from storage.keys import Keyring
from storage.outbox import LEASE, Outbox, Outgoing, Priority
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, TEXTS
from tests.end_to_end.conftest import TOKEN

ANNA = Person(id=700_000_001, first_name="Anna", language_code="sv")
BO = Person(id=700_000_002, first_name="Bo", language_code="sv")
KEYRING = Keyring.from_secret(bytes(range(32)))
DANGER = "hjälp de slåss med kniv här nu"
PATIENCE = 15.0


class Clock:
    """The real time, moved as the test likes."""

    def __init__(self) -> None:
        self.moved = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.moved


@dataclass
class Bot:
    sandbox: Sandbox
    client: Client
    database: Database
    clock: Clock
    sender: Sender
    worker: Worker
    receiver: Receiver
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def start(self, *parts: Callable[[], Awaitable[None]]) -> None:
        self.tasks += [asyncio.create_task(part()) for part in parts]

    def start_all(self) -> None:
        self.start(self.receiver.run, self.worker.run, self.sender.run)

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks.clear()

    async def queue(self, person: Person, words: str) -> int:
        message = Outgoing(
            chat_id=person.id, method="sendMessage", params={"text": words}, priority=Priority.REPLY
        )
        async with self.database.transaction() as tx:
            number = await tx.outbox.put(message, now=self.clock())
        self.sender.knock()
        return number

    async def count(self, state: str) -> int:
        async with self.database.transaction() as tx:
            return await tx.outbox.count(state)

    async def row(self, number: int, column: str) -> object:
        async with self.database._engine.connect() as connection:
            return await connection.scalar(text(f"SELECT {column} FROM outbox WHERE id = {number}"))

    async def concerns(self, person: Person) -> int:
        async with self.database.transaction() as tx:
            known = await tx.residents.recognise(person.id, now=self.clock(), language=None)
            return len(await tx.concerns.of_resident(known.id, limit=1000))

    async def settled(self) -> None:
        await self.sandbox.drained(PATIENCE)
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.database.transaction() as tx:
                    left = await tx.inbox.count("waiting") + await tx.outbox.count("waiting")
                    left += await tx.outbox.count("sending")
                if not left:
                    return
                await asyncio.sleep(0.05)


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    monkeypatch.setattr(sending, "_FIRST_RETRY_SECONDS", 0.05)
    monkeypatch.setattr(sending, "_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(working, "_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(receiving, "_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(receiving, "_LONGEST_PAUSE_SECONDS", 0.2)
    database = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", KEYRING)
    clock = Clock()
    async with Sandbox(TOKEN, clock=clock, rate_limits=RateLimits.unlimited()) as sandbox:
        for person in (ANNA, BO):
            sandbox.says(person, "/start")
        sandbox._world.updates.drop()
        client = build_client(TOKEN, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
        async with a_bot(client, sandbox, database, clock) as made:
            yield made
            sandbox.faults.stop()
            await made.stop()
    await database.close()


@asynccontextmanager
async def a_bot(
    client: Client, sandbox: Sandbox, database: Database, clock: Clock
) -> AsyncIterator[Bot]:
    async def read(words: str):
        return a_reading(words, area="Norrby")

    dialogue = Dialogue(
        config=CONFIG,
        texts=TEXTS,
        database=database,
        read=read,
        area_at=lambda lat, lon: None,
        clock=clock,
    )
    application = build_application(
        client, handle=dialogue.handle, groups=None, desk=None, work=None
    )
    fallback = Fallback(client, config=CONFIG, texts=TEXTS)
    sender = Sender(client, database, clock=clock, look_seconds=0.1)
    worker = Worker(
        application,
        database,
        clock=clock,
        handled=sender.knock,
        fallback=fallback,
        look_seconds=0.1,
    )
    intake = Intake(database, clock=clock, received=worker.knock, fallback=fallback)
    async with application:
        yield Bot(sandbox, client, database, clock, sender, worker, Receiver(client, intake))


@pytest.mark.parametrize(
    ("fault", "too_many", "doubtful"),
    [
        (TooMany(1), 0, 0),
        (DropBefore(), 0, 1),
        (DropAfter(), 1, 1),
        (ServerError(), 0, 1),
        (ServerError(500), 0, 1),
        (Hang(0.1), 0, 1),
    ],
    ids=str,
)
async def test_what_does_not_come_through_is_sent_again_and_may_only_knowingly_be_out_twice(
    bot: Bot, fault: Fault, too_many: int, doubtful: int
):
    bot.sandbox.faults.next("sendMessage", fault, chat_id=ANNA.id)
    number = await bot.queue(ANNA, "hej Anna")
    await bot.queue(ANNA, "hej igen")
    await bot.queue(BO, "hej Bo")
    bot.start(bot.sender.run)
    await bot.settled()
    told = [message.text for message in bot.sandbox.sent(ANNA.id)]
    assert told == ["hej Anna"] * (1 + too_many) + ["hej igen"]
    assert len(bot.sandbox.sent(BO.id)) == 1
    assert await bot.row(number, "doubtful") == doubtful


async def test_told_to_wait_a_chat_waits_as_long_as_it_was_asked_to_and_the_others_do_not(bot: Bot):
    bot.sandbox.faults.next("sendMessage", TooMany(600), chat_id=ANNA.id)
    number = await bot.queue(ANNA, "hej Anna")
    await bot.queue(BO, "hej Bo")
    bot.start(bot.sender.run)
    await bot.sandbox.wait_for(lambda message: message.chat_id == BO.id, PATIENCE)
    async with asyncio.timeout(PATIENCE):
        while not await bot.row(number, "attempts"):
            await asyncio.sleep(0.02)
    bot.clock.moved = timedelta(seconds=580)
    await asyncio.sleep(0.3)  # it looks meanwhile
    assert not bot.sandbox.sent(ANNA.id)
    bot.clock.moved = timedelta(seconds=601)
    await bot.settled()
    assert len(bot.sandbox.sent(ANNA.id)) == 1


async def test_where_nobody_could_be_reached_there_is_no_doubt(bot: Bot, unused_tcp_port: int):
    away = build_client(TOKEN, base_url=f"http://127.0.0.1:{unused_tcp_port}/bot", base_file_url="")
    sender = Sender(away, bot.database, clock=bot.clock)
    number = await bot.queue(ANNA, "hej")
    async with away._request[1]:
        bot.start(sender.run)
        async with asyncio.timeout(PATIENCE):
            while not await bot.row(number, "attempts"):
                await asyncio.sleep(0.02)
        await bot.stop()
    assert await bot.row(number, "doubtful") == 0


async def test_who_has_blocked_the_bot_gets_nothing_and_holds_nobody_up(bot: Bot):
    bot.sandbox.blocks(ANNA)
    bot.sender._meter = metrics = Metrics(themes=())
    number = await bot.queue(ANNA, "hej Anna")
    await bot.queue(BO, "hej Bo")
    bot.start(bot.sender.run)
    await bot.sandbox.wait_for(lambda message: message.chat_id == BO.id, PATIENCE)
    async with asyncio.timeout(PATIENCE):
        while await bot.row(number, "state") != "failed":
            await asyncio.sleep(0.02)
    assert await bot.row(number, "reason") == "Forbidden"
    counted = b'brabot_sendings_failed_total{given_up="yes",reason="Forbidden"} 1.0'
    assert counted in metrics.text(None)


async def test_a_group_that_became_a_supergroup_gets_its_messages_at_the_new_id(bot: Bot):
    chat = bot.sandbox.group("Gruppen", owner=ANNA)
    bot.sandbox.adds_bot_to(chat, by=ANNA)
    async with bot.database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=bot.clock(), valid_for=timedelta(days=1))
        await tx.groups.redeem(code, chat_id=chat.id, now=bot.clock())
    new = bot.sandbox.upgrades(chat)
    group = Person(id=chat.id, first_name="")
    for words in ("ett", "två"):
        await bot.queue(group, words)
    bot.start(bot.sender.run)
    await bot.sandbox.wait_for(lambda message: message.text == "två", PATIENCE)
    assert [(m.chat_id, m.text) for m in bot.sandbox.sent()] == [(new.id, "ett"), (new.id, "två")]
    async with bot.database.transaction() as tx:
        assert [group.chat_id for group in await tx.groups.list()] == [new.id]


async def test_updates_twice_backwards_and_unanswered_become_one_concern_each(bot: Bot):
    for fault in (Twice(), Backwards(), DropAfter(), ServerError(), TooMany(1)):
        bot.sandbox.faults.next("getUpdates", fault)
    for number in range(6):
        bot.sandbox.says(
            ANNA, f"{number} mopeder kör i Norrby", at=bot.clock() + timedelta(hours=number)
        )
    bot.start_all()
    await bot.settled()
    assert await bot.concerns(ANNA) == 6


async def test_a_revoked_token_ends_the_receiving_and_what_waits_is_sent_with_a_new_one(bot: Bot):
    bot.sandbox.faults.always("*", Revoked())
    number = await bot.queue(ANNA, "hej")
    bot.start(bot.sender.run)
    with pytest.raises(InvalidToken):
        await bot.receiver.run()
    async with asyncio.timeout(PATIENCE):
        while not await bot.row(number, "attempts"):
            await asyncio.sleep(0.02)
    bot.sandbox.faults.stop()
    await bot.settled()
    assert [message.text for message in bot.sandbox.sent(ANNA.id)] == ["hej"]


async def test_a_clock_set_back_holds_up_neither_sending_nor_reading_again(bot: Bot):
    bot.clock.moved = timedelta(days=2)
    bot.sandbox.faults.next("sendMessage", TooMany(600), chat_id=ANNA.id)
    number = await bot.queue(ANNA, "hej")
    bot.start(bot.sender.run)
    async with asyncio.timeout(PATIENCE):
        while not await bot.row(number, "attempts"):
            await asyncio.sleep(0.02)
    bot.sandbox.says(BO, "mopeder kör i Norrby")
    bot.start(bot.receiver.run)
    await bot.sandbox.drained(PATIENCE)
    async with bot.database.transaction() as tx:
        (item,) = await tx.inbox.waiting(now=bot.clock(), limit=9)
        await tx.inbox.attempt_failed(
            item.update_id,
            now=bot.clock(),
            retry_at=bot.clock() + timedelta(seconds=4),
            reason="ValueError",
        )
    bot.clock.moved = timedelta()
    bot.start(bot.worker.run)
    await bot.settled()
    assert len(bot.sandbox.sent(ANNA.id)) == 1
    assert await bot.concerns(BO) == 1


async def test_what_a_crashed_bot_had_claimed_by_a_fast_clock_is_sent_by_the_next(bot: Bot):
    number = await bot.queue(ANNA, "hej")
    now = bot.clock()
    async with bot.database.transaction() as tx:
        await tx.outbox.claim(now=now + timedelta(days=2), limit=1)
    async with bot.database.transaction() as tx:
        assert await tx.outbox.recover(now=now) == 0  # somebody may be sending it still
        assert await tx.outbox.recover(now=now + LEASE) == 1
    bot.clock.moved = LEASE
    bot.start(bot.sender.run)
    await bot.settled()
    assert await bot.row(number, "doubtful") == 1
    assert len(bot.sandbox.sent(ANNA.id)) == 1


async def test_asked_to_stop_nobody_waits_for_a_telegram_that_hangs(bot: Bot, monkeypatch):
    monkeypatch.setattr(sending, "_DRAIN_SECONDS", 0.05)
    bot.sandbox.faults.next("sendMessage", Hang(3600))
    number = await bot.queue(ANNA, "hej")
    bot.start(bot.sender.run)
    async with asyncio.timeout(PATIENCE):
        while not bot.sandbox.faults.met:
            await asyncio.sleep(0.02)
        await bot.stop()
    assert await bot.row(number, "state") == "sending"
    bot.clock.moved = LEASE
    bot.start(bot.sender.run)
    await bot.settled()
    assert await bot.row(number, "doubtful") == 1


async def test_asked_to_stop_amid_the_work_the_database_is_free_for_the_next_one(bot: Bot):
    for number in range(30):
        bot.sandbox.says(
            ANNA, f"{number} mopeder kör i Norrby", at=bot.clock() + timedelta(hours=number)
        )
    bot.start_all()
    for _ in range(3):
        wanted = len(bot.sandbox.sent()) + 1
        async with asyncio.timeout(PATIENCE):
            while len(bot.sandbox.sent()) < wanted:
                await asyncio.sleep(0)
            await bot.stop()
            async with bot.database.transaction() as tx:
                assert await tx.inbox.count("failed") == 0
        bot.start_all()
    await bot.settled()
    assert await bot.concerns(ANNA) == 30


async def test_with_a_full_disk_people_are_told_and_danger_answered_and_then_it_goes_on(bot: Bot):
    bot.start_all()
    bot.sandbox.says(ANNA, "mopeder kör i Norrby")
    await bot.settled()
    before = len(bot.sandbox.sent())
    await set_room(bot.database, pages=0)
    long = "mopeder kör i Norrby " * 150
    for number in range(15):  # free pages take some
        bot.sandbox.says(BO, f"{number} {long}", at=bot.clock() + timedelta(hours=number))
    bot.sandbox.says(ANNA, DANGER)
    await bot.sandbox.wait_for(
        lambda m: m.chat_id == BO.id and "kan inte spara" in m.text, PATIENCE
    )
    await bot.sandbox.wait_for(
        lambda m: m.message_id > before and m.chat_id == ANNA.id and "Ring 112" in m.text, PATIENCE
    )
    await set_room(bot.database, pages=100_000)
    await bot.settled()
    async with bot.database.transaction() as tx:
        assert await tx.inbox.count("failed") == 0
    assert await bot.concerns(ANNA) >= 1
    async with bot.database._engine.connect() as connection:
        kept = set(await connection.scalars(text("SELECT telegram_message_id FROM message")))
    told = {
        number
        for number, record in bot.sandbox._world.history._records.items()
        if not record.by_bot and record.message.get("text") not in {"/start"}
    }
    assert kept == told


async def test_how_one_message_went_cannot_be_kept_by_a_fault_and_all_others_are(
    bot: Bot, monkeypatch
):
    kept = Outbox.sent
    faulty = await bot.queue(ANNA, "till Anna")

    async def sent(outbox, id, *, now, message_id):
        if id == faulty:
            raise KeyError
        return await kept(outbox, id, now=now, message_id=message_id)

    monkeypatch.setattr(Outbox, "sent", sent)
    bot.start(bot.sender.run)
    others = [await bot.queue(BO, f"till Bo {number}") for number in range(3)]
    async with asyncio.timeout(PATIENCE):
        while await bot.count("sent") < len(others):
            await asyncio.sleep(0.05)
        while await bot.row(faulty, "state") == "sending":
            await asyncio.sleep(0.05)
    assert await bot.row(faulty, "doubtful") == 1
    assert len(bot.sandbox.sent(ANNA.id)) == 1


async def test_a_handling_that_the_database_cannot_take_is_tried_until_it_can(
    bot: Bot, monkeypatch
):
    monkeypatch.setattr(working, "_RETRY_SECONDS", (0.01, 0.01))
    kept = Dialogue.handle
    left = 6  # more often than anything else is tried

    async def handle(self, event):
        nonlocal left
        left -= 1
        if left >= 0:
            raise DatabaseUnavailable("full")
        await kept(self, event)

    monkeypatch.setattr(Dialogue, "handle", handle)
    async with a_bot(bot.client, bot.sandbox, bot.database, bot.clock) as other:
        bot.sandbox.says(ANNA, "mopeder kör i Norrby")
        other.start_all()
        await other.settled()
        await other.stop()
    assert await bot.concerns(ANNA) == 1


async def test_with_the_database_locked_by_others_danger_is_answered_and_the_rest_afterwards(
    bot: Bot, tmp_path: Path
):
    bot.start_all()
    await bot.sandbox.polled(PATIENCE)
    other = sqlite3.connect(tmp_path / "brabot.db", isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")  # the bot lets it in
    bot.sandbox.says(ANNA, DANGER)
    bot.sandbox.says(BO, "mopeder kör i Norrby")
    await bot.sandbox.wait_for(lambda m: m.chat_id == ANNA.id and "Ring 112" in m.text, PATIENCE)
    assert bot.sandbox.sent(BO.id) == []
    other.execute("ROLLBACK")
    other.close()
    await bot.sandbox.wait_for(lambda m: m.chat_id == BO.id and "B-" in m.text, PATIENCE)
    await bot.settled()
    assert await bot.concerns(BO) == 1


async def set_room(database: Database, *, pages: int) -> None:
    """Let the database grow to so many pages, but at least to those it has."""
    async with database._engine.connect() as connection:
        raw = await connection.get_raw_connection()
        cursor = await raw.driver_connection.execute(f"PRAGMA max_page_count = {max(pages, 1)}")
        await cursor.close()
