"""No resident waits for what is drawn for a group."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.logs import configure_logging
from bot.sandbox import Person, Sandbox
from bot.telegram import worker as working
from bot.telegram.application import build_application
from bot.telegram.client import build_client
from bot.telegram.worker import Worker
from storage.database import Database, open_database
from storage.inbox import LEASE, IncomingUpdate
from storage.keys import Keyring

TOKEN = "4242:loopback-token-for-tests"
PERSON = Person(id=700_000_001, first_name="Invånare").as_user()
GROUP = {"id": -1001, "type": "group", "title": "Gruppen"}


def now() -> datetime:
    return datetime.now(UTC)


def press(update_id: int) -> dict:
    message = {"message_id": 1, "date": 1_700_000_000, "chat": GROUP}
    query = {"id": "7", "from": PERSON, "message": message, "chat_instance": "1", "data": "gp:0"}
    return {"update_id": update_id, "callback_query": query}


def told(update_id: int) -> dict:
    chat = {"id": PERSON["id"], "type": "private"}
    message = {
        "message_id": 2,
        "date": 1_700_000_000,
        "chat": chat,
        "from": PERSON,
        "text": "Det brinner",
    }
    return {"update_id": update_id, "message": message}


def from_chat(number: int) -> dict:
    person = Person(id=PERSON["id"] + number, first_name="Invånare").as_user()
    chat = {"id": person["id"], "type": "private"}
    return told(number)["message"] | {"chat": chat, "from": person}


def incoming(update: dict) -> IncomingUpdate:
    message = update.get("message") or update["callback_query"]["message"]
    return IncomingUpdate(
        update_id=update["update_id"], chat_id=message["chat"]["id"], raw=json.dumps(update)
    )


class Desk:
    """Draws until it is told to be done, or fails."""

    def __init__(self, *, fails: bool = False) -> None:
        self.done = asyncio.Event()
        self.asked: list[int] = []
        self._fails = fails

    async def pressed(self, pressed) -> None:
        self.asked.append(pressed.update_id)
        await self.done.wait()
        if self._fails:
            raise ValueError


class Silent:
    async def apologise(self, raw) -> None:
        """Nobody is told."""


@asynccontextmanager
async def a_worker(
    database: Database, desk: Desk, *, expect=None
) -> AsyncIterator[tuple[Worker, list[int]]]:
    heard: list[int] = []

    async def handle(event) -> None:
        heard.append(event.update_id)

    async with Sandbox(TOKEN, clock=now) as sandbox:
        client = build_client(TOKEN, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
        application = build_application(client, handle=handle, groups=None, desk=desk, work=None)
        async with application:
            worker = Worker(
                application,
                database,
                clock=now,
                handled=lambda: None,
                fallback=Silent(),
                expect=expect,
            )
            yield worker, heard


@asynccontextmanager
async def an_inbox(directory: Path, *updates: dict) -> AsyncIterator[Database]:
    url, keys = f"sqlite:///{directory / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
    database = await open_database(url, keys)
    async with database.transaction() as tx:
        await tx.inbox.receive([incoming(update) for update in updates], now=now())
    yield database
    await database.close()


async def until(condition) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_resident_is_heard_while_a_group_waits_for_its_map(tmp_path):
    desk = Desk()
    async with an_inbox(tmp_path, press(1), told(2)) as database, a_worker(database, desk) as made:
        worker, heard = made
        await worker.work()
        await until(lambda: desk.asked == [1])
        assert heard == [2]
        assert await worker.work() == 0  # it is not taken twice
        desk.done.set()
        await asyncio.sleep(0.05)
        await worker.work()
        assert desk.asked == [1]


async def test_what_residents_tell_is_known_before_the_first_is_answered(tmp_path):
    expected = []
    command = from_chat(3) | {"text": "/start"}
    in_a_group = from_chat(4) | {"chat": GROUP}
    updates = [told(1) | {"message": from_chat(1)}, told(2) | {"message": from_chat(2)}]
    updates += [{"update_id": 3, "message": command}, {"update_id": 4, "message": in_a_group}]
    async with (
        an_inbox(tmp_path, *updates) as database,
        a_worker(database, Desk(), expect=expected.append) as (worker, heard),
    ):
        await worker.work()
        assert expected == [["Det brinner", "Det brinner"]]
        assert heard == [1, 2, 3]


async def test_a_press_in_a_chat_of_no_kind_stops_nobody(tmp_path):
    odd = press(1)
    odd["callback_query"]["message"]["chat"] = {"id": -1001, "type": {"group": []}}
    desk = Desk()
    desk.done.set()
    async with an_inbox(tmp_path, odd, told(2)) as database, a_worker(database, desk) as made:
        worker, heard = made
        while await worker.work():
            pass
        assert heard == [2]


async def test_a_press_that_fails_is_tried_again_and_holds_nobody_up(tmp_path):
    desk = Desk(fails=True)
    desk.done.set()
    async with an_inbox(tmp_path, press(1), told(2)) as database, a_worker(database, desk) as made:
        worker, heard = made
        await worker.work()
        await until(lambda: desk.asked == [1])
        assert heard == [2]

        async def waits_again() -> bool:
            async with database.transaction() as tx:
                return await tx.inbox.count("waiting") == 1

        async with asyncio.timeout(10):
            while not await waits_again():
                await asyncio.sleep(0.01)


async def test_two_workers_share_an_inbox_and_each_update_is_handled_once(tmp_path):
    desk = Desk()
    updates = [told(number) | {"message": from_chat(number)} for number in range(1, 31)]
    async with (
        an_inbox(tmp_path, *updates) as database,
        a_worker(database, desk) as (one, by_one),
        a_worker(database, desk) as (other, by_other),
    ):
        while await one.work() + await other.work():
            pass
        assert sorted([*by_one, *by_other]) == list(range(1, 31))
        assert by_one
        assert by_other


async def test_what_another_worker_has_handled_meanwhile_is_no_failure(tmp_path):
    apologies = []

    class Told(Silent):
        async def apologise(self, raw) -> None:
            apologies.append(raw)

    async with an_inbox(tmp_path, told(1)) as database, a_worker(database, Desk()) as (worker, _):
        worker._fallback = Told()

        async def overtaken(event) -> None:
            async with database.transaction() as tx:
                await tx.inbox.handled(event.update_id, now=now())
            async with database.transaction() as tx:
                await tx.inbox.handled(event.update_id, now=now())

        worker._application.handlers.clear()
        for handler in build_application(
            worker._application.bot, handle=overtaken, groups=None, desk=None, work=None
        ).handlers[0]:
            worker._application.add_handler(handler)
        assert await worker.work() == 1
        assert apologies == []
        async with database.transaction() as tx:
            assert await tx.inbox.count("handled") == 1


async def test_told_to_stop_it_leaves_what_it_has_not_begun_to_the_others(tmp_path):
    started, stopped = asyncio.Event(), asyncio.Event()
    updates = [told(number) | {"message": from_chat(number)} for number in (1, 2, 3)]
    async with an_inbox(tmp_path, *updates) as database, a_worker(database, Desk()) as (worker, _):

        async def slow(item) -> None:
            started.set()
            await stopped.wait()
            async with database.transaction() as tx:
                await tx.inbox.handled(item.update_id, now=now())

        worker._take = slow
        running = asyncio.create_task(worker.run())
        await started.wait()
        running.cancel()
        stopped.set()
        await asyncio.gather(running, return_exceptions=True)
        async with database.transaction() as tx:
            left = await tx.inbox.claim(by="another", now=now(), limit=9)
        assert [item.update_id for item in left] == [2, 3]


async def test_told_to_stop_while_it_claims_it_keeps_nothing_to_itself(tmp_path):
    started, stopped = asyncio.Event(), asyncio.Event()
    async with (
        an_inbox(tmp_path, told(1)) as database,
        a_worker(database, Desk()) as (worker, _),
    ):
        claim = worker._claim

        async def slow():
            started.set()
            await stopped.wait()
            return await claim()

        worker._claim = slow
        running = asyncio.create_task(worker.run())
        await started.wait()
        running.cancel()
        stopped.set()
        await asyncio.gather(running, return_exceptions=True)
        async with database.transaction() as tx:
            (left,) = await tx.inbox.claim(by="another", now=now(), limit=9)
        assert left.update_id == 1


async def test_what_goes_wrong_while_an_update_is_handled_is_logged_with_its_number(
    tmp_path, capsys
):
    desk = Desk(fails=True)
    desk.done.set()
    configure_logging(as_json=True)
    async with an_inbox(tmp_path, press(5)) as database, a_worker(database, desk) as (worker, _):
        await worker.work()
        await until(lambda: not worker._claimed)
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    (failed,) = [event for event in events if event["event"] == "handling_failed"]
    assert (failed["update_id"], failed["error"]) == (5, "ValueError")
    assert failed["where"].startswith("test_worker.py:")


async def test_what_takes_longer_than_a_lease_stays_with_whoever_handles_it(tmp_path, monkeypatch):
    monkeypatch.setattr(working, "_RENEW_SECONDS", 0.02)
    desk, renewed, later = Desk(), asyncio.Event(), timedelta(0)
    async with an_inbox(tmp_path, press(1)) as database, a_worker(database, desk) as (worker, _):
        renew = worker._renew

        async def seen() -> None:
            at = later
            await renew()
            if at:
                renewed.set()

        worker._renew, worker._clock = seen, lambda: now() + later
        running = asyncio.create_task(worker.run())
        await until(lambda: desk.asked == [1])
        later = LEASE * 0.8
        async with asyncio.timeout(10):
            await renewed.wait()
        async with database.transaction() as tx:
            assert await tx.inbox.claim(by="another", now=now() + LEASE * 1.5, limit=9) == []
        desk.done.set()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
