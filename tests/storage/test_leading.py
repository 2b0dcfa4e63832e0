"""A duty is one process's at a time, and the next one's when that one is gone."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import open_database
from storage.leading import Duty

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


class Candidate:
    """A process that would do it; `leads` tells whether it does."""

    def __init__(self, database):
        self.database = database
        self.leads = asyncio.Event()
        self.lost = asyncio.Event()

    async def run(self, duty=Duty.RECEIVING):
        async with self.database.leading(duty) as lost:
            self.leads.set()
            await lost()
        self.lost.set()


async def soon(event):
    async with asyncio.timeout(10):
        await event.wait()


@pytest.fixture
async def two(url, keyring):
    databases = [await open_database(url, keyring) for _ in range(2)]
    yield [Candidate(database) for database in databases]
    for database in databases:
        await database.close()


async def test_the_second_takes_over_when_the_first_ends(two):
    first, second = two
    running = asyncio.create_task(first.run())
    await soon(first.leads)
    waiting = asyncio.create_task(second.run())
    await asyncio.sleep(0.8)
    assert not second.leads.is_set()
    running.cancel()
    await soon(second.leads)
    waiting.cancel()
    await asyncio.gather(running, waiting, return_exceptions=True)


async def test_one_duty_does_not_stand_in_the_way_of_another(two):
    first, second = two
    tasks = [
        asyncio.create_task(first.run(Duty.RECEIVING)),
        asyncio.create_task(second.run(Duty.SCHEDULING)),
    ]
    await soon(first.leads)
    await soon(second.leads)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_who_was_thrown_out_of_the_server_learns_that_the_duty_is_lost(two, postgres):
    first, _ = two
    running = asyncio.create_task(first.run())
    await soon(first.leads)
    postgres.throw_out()
    await soon(first.lost)
    await asyncio.gather(running)


async def test_a_duty_left_in_peace_is_free_at_once_though_connections_are_pooled(two):
    first, second = two
    for candidate in (first, second, first):
        candidate.leads.clear()
        running = asyncio.create_task(candidate.run())
        await soon(candidate.leads)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_who_goes_silent_loses_the_duty_though_its_connection_stays(two, monkeypatch):
    monkeypatch.setattr("storage.leading._GIVEN_UP_SECONDS", 1)
    first, second = two
    async with first.database.leading(Duty.RECEIVING):  # and never looks whether it still has it
        waiting = asyncio.create_task(second.run())
        await soon(second.leads)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_the_clocks_of_server_and_process_are_compared(two):
    now = datetime.now(UTC)
    ahead = await two[0].database.clock_ahead(now + timedelta(seconds=30))
    assert timedelta(seconds=20) < ahead < timedelta(seconds=40)
