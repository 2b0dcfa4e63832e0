"""Processes that start, or keep the times, at the same moment do together what one would do."""

import asyncio
from datetime import timedelta

import pytest

from bot.admin_notices import watch_deliveries
from bot.alert_waves import tell_of_waves
from bot.app import _begin
from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.digest.publish import deliver_due
from bot.retention import purge
from bot.texts.catalogue import Texts, load_texts
from storage.database import open_database
from storage.groups import ADMIN
from tests.bot.config.directory import write_config

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config(default_config_dir())


@pytest.fixture(scope="module")
def texts(config: Config) -> Texts:
    return load_texts(config.languages, default=config.languages[0])


@pytest.fixture
async def both(url, keyring):
    """Have two processes do the same at once; what came of it."""
    databases = [await open_database(url, keyring) for _ in range(2)]

    async def do(work):
        return await asyncio.gather(*(work(database) for database in databases))

    yield do
    for database in databases:
        await database.close()


async def test_several_start_at_once_on_an_empty_database_and_again_with_a_changed_configuration(
    empty_url, keyring, tmp_path
):
    themes = write_config(tmp_path / "config") / "themes.toml"

    async def start():
        database = await open_database(empty_url, keyring)
        await _begin(database, load_config(tmp_path / "config"), None)
        return database

    for times in (1, 2):
        started = await asyncio.gather(*(start() for _ in range(3)))
        async with started[0].transaction() as tx:
            assert len(await tx.audit.entries(actions=["config_changed"])) == times
            assert await tx.themes.all()
        for database in started:
            await database.close()
        themes.write_text(themes.read_text("utf-8").replace("= 0.8", "= 0.7"), "utf-8")


async def test_two_that_keep_the_times_queue_each_digest_once_and_tell_the_admin_once(
    both, database, now, config, texts
):
    async with database.transaction() as tx:
        for number, area in enumerate(("trafik", "norrby", ADMIN)):
            before = now - timedelta(days=15)
            code = await tx.groups.invite(area, now=before, valid_for=timedelta(days=1))
            await tx.groups.redeem(code, chat_id=-100 - number, now=before)
    queued = await both(lambda one: deliver_due(one, config, texts, now=now))
    async with database.transaction() as tx:
        deliveries = await tx.deliveries.list()
    assert sum(queued) == len({(one.group_id, one.period) for one in deliveries}) > 2
    assert [one.sendings for one in deliveries] == [1] * len(deliveries)

    late = now + 8 * HOUR  # none of them is out: the admin is told
    told = await both(lambda one: watch_deliveries(one, config, texts, now=late))
    assert sorted(told) == [0, 1]


async def test_two_that_tell_of_a_wave_tell_of_it_once(both, database, concern, now, config, texts):
    async with database.transaction() as tx:
        code = await tx.groups.invite("norrby", now=now, valid_for=HOUR)
        await tx.groups.redeem(code, chat_id=-100, now=now)
        alerted = await tx.concerns.record(concern(), now=now)
        for _ in range(3):
            await tx.waves.join("the same words", alerted.id, now=now, within=HOUR)
    told = await both(lambda one: tell_of_waves(one, config, texts, now=now + HOUR))
    assert sorted(told) == [0, 1]


async def test_two_that_take_away_what_is_due_take_it_once(both, database, concern, now, config):
    async with database.transaction() as tx:
        for _ in range(30):
            await tx.concerns.record(concern(), now=now)
    later = now + timedelta(days=config.retention.concern_days + 1)
    purged = await both(lambda one: purge(one, config, now=later))
    assert sum(one.concerns for one in purged) == 30
