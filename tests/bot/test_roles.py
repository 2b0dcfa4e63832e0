"""What one process at a time may do is done by one, as long as it can, and then by the next."""

import asyncio
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from bot.app import _listener
from bot.config.settings import Settings
from bot.errors import SettingInvalid
from bot.roles import duties, scheduler
from bot.roles.duties import lead
from bot.roles.receiver import receiver_part
from bot.roles.role import EVERY, Role, roles_of
from bot.roles.scheduler import scheduler_part
from bot.telegram import sender, worker
from bot.web import server
from storage.errors import DatabaseUnavailable
from storage.keys import new_secret
from storage.leading import Duty

POSTGRESQL, SQLITE = "postgresql://db.example.se/brabot", "sqlite:///brabot.db"
SIGTERM_SECONDS = 10
"""What operators are promised."""


class Duties:
    """A database that gives each duty to whoever asks first, and takes it away again."""

    def __init__(self):
        self.asked, self.away = [], 0
        self.free = asyncio.Semaphore(1)
        self.lost = asyncio.Event()

    @asynccontextmanager
    async def leading(self, duty):
        self.asked.append(duty)
        if self.away:
            self.away -= 1
            raise DatabaseUnavailable("away")
        async with self.free:
            self.lost = asyncio.Event()
            yield self.lost.wait


class Work:
    """Something that goes on until it is stopped; how often it was begun and ended."""

    def __init__(self):
        self.begun = self.ended = 0

    async def run(self):
        self.begun += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.ended += 1


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(duties, "_PAUSE_SECONDS", 0.01)


@asynccontextmanager
async def doing(*runs):
    tasks = [asyncio.create_task(run) for run in runs]
    yield tasks
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


async def test_of_two_one_works_and_the_other_takes_over_when_it_is_gone():
    database, one, other = Duties(), Work(), Work()
    async with doing(lead(database, Duty.SCHEDULING, one.run)) as (first,):
        await until(lambda: one.begun)
        async with doing(lead(database, Duty.SCHEDULING, other.run)):
            await asyncio.sleep(0.05)
            assert not other.begun
            first.cancel()
            await until(lambda: other.begun)
            assert one.ended == 1


async def test_who_has_lost_the_duty_stops_and_goes_on_when_it_is_given_again():
    database, work = Duties(), Work()
    async with doing(lead(database, Duty.RECEIVING, work.run)):
        await until(lambda: work.begun == 1)
        database.lost.set()
        await until(lambda: work.begun == 2)
        assert work.ended == 1


async def test_while_the_database_is_away_it_is_asked_again():
    database, work = Duties(), Work()
    database.away = 3
    async with doing(lead(database, Duty.RECEIVING, work.run)):
        await until(lambda: work.begun)
    assert len(database.asked) == 4


async def test_what_goes_wrong_in_the_work_ends_the_process_and_is_not_tried_for_ever():
    async def breaks():
        raise ValueError

    with pytest.raises(ValueError):
        await lead(Duties(), Duty.RECEIVING, breaks)


@pytest.mark.parametrize(
    ("build", "duty"), [(scheduler_part, Duty.SCHEDULING), (receiver_part, Duty.RECEIVING)]
)
async def test_a_part_that_may_be_there_once_does_nothing_without_the_duty(build, duty):
    database = Duties()
    await database.free.acquire()  # another process has it
    shared = SimpleNamespace(
        settings=Settings(database_url=POSTGRESQL),
        database=database,
        client=None,
        in_use=None,
        clock=None,
        fallback=None,
        metrics=None,
        inbox=SimpleNamespace(ring=None),
        outbox=SimpleNamespace(ring=None),
    )
    part = build(shared)
    async with doing(*(run() for run in (*part.runs, *part.takes_in))) as tasks:
        await until(lambda: database.asked == [duty])
        await asyncio.sleep(0.02)
        assert not any(task.done() for task in tasks)  # with nothing to work with it would fail


async def test_what_the_schedule_queues_is_counted_and_sent_at_once(monkeypatch):
    async def three(*_, **__):
        return 3

    counted, rung = [], []
    monkeypatch.setattr(scheduler, "deliver_due", three)
    monkeypatch.setattr(scheduler, "watch_deliveries", three)
    shared = SimpleNamespace(
        in_use=SimpleNamespace(config=None, texts=None),
        database=None,
        clock=lambda: None,
        metrics=SimpleNamespace(digests_queued=counted.append),
        outbox=SimpleNamespace(ring=lambda: rung.append(True)),
    )
    await scheduler.Scheduler(shared)._digests()
    assert (counted, rung) == ([3], [True])


async def test_all_receivers_await_the_same_secret_and_those_of_another_key_another_one():
    key = new_secret()
    secrets = [secret_of(key), secret_of(key), secret_of(new_secret())]
    assert secrets[0] == secrets[1] != secrets[2]
    assert len(secrets[0]) >= 32
    assert secrets[0] != key


def secret_of(key):
    settings = Settings(webhook_url="https://brabot.example.se/telegram", secret_key=key)
    metrics = SimpleNamespace(answered=None)
    shared = SimpleNamespace(
        settings=settings,
        client=None,
        database=None,
        clock=None,
        fallback=None,
        metrics=metrics,
        inbox=SimpleNamespace(ring=None),
    )
    return receiver_part(shared).webhook._secret.decode()


def test_some_roles_alone_need_a_database_that_several_may_have():
    assert roles_of((), database_url=SQLITE) == EVERY
    assert roles_of([Role.ALL, Role.WORKER], database_url=SQLITE) == EVERY
    assert roles_of([Role.WORKER, Role.SENDER], database_url=POSTGRESQL) == {
        Role.WORKER,
        Role.SENDER,
    }
    with pytest.raises(SettingInvalid, match="storage move"):
        roles_of([Role.WORKER], database_url=SQLITE)


@pytest.mark.parametrize("role", [Role.WORKER, Role.RECEIVER])
def test_http_is_served_where_it_is_wanted_and_then_to_this_machine_alone(role, unused_tcp_port):
    assert _listener(frozenset({role}), Settings()) is None
    with _listener(frozenset({role}), Settings(http_port=unused_tcp_port)) as listening:
        assert listening.getsockname() == ("127.0.0.1", unused_tcp_port)


def test_told_to_stop_nothing_is_waited_for_longer_than_operators_are_promised():
    """What takes in ends first, then the rest at the same time."""
    longest = server._FINISH_SECONDS + max(sender._DRAIN_SECONDS, worker._ENDING_SECONDS)
    assert longest < SIGTERM_SECONDS
