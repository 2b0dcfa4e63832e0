"""What the privacy notice says is what is done, every night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import default_config_dir, load_config
from bot.retention import purge, retention_rule
from bot.schedule import build_schedule
from nlp.reading import Kind
from storage.concerns import NewConcern, NewMessage
from storage.database import open_database
from storage.keys import Keyring

CONFIG = load_config(default_config_dir())
NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


async def nothing() -> None:
    return


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(
        f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(32))
    )
    yield opened
    await opened.close()


def told(kind, at):
    message = NewMessage(told_at=at, text="hej", masked="hej", reading={})
    return NewConcern(
        source="telegram",
        told_at=at,
        kind=kind.value,
        urgency="normal",
        recurring=False,
        language="sv",
        area=None,
        themes=(),
        places=(),
        needs_human=False,
        config_version="v1",
        message=message,
    )


def test_every_number_of_the_notice_is_the_rule():
    rule, days = retention_rule(CONFIG), CONFIG.retention
    assert rule.contact == timedelta(days=days.contact_days_after_closing)
    assert rule.original_text == timedelta(days=days.original_text_days)
    assert rule.concern == timedelta(days=days.concern_days)
    assert rule.unsorted == timedelta(days=days.unsorted_days)


def test_handled_updates_outlive_telegrams_day_and_little_more_than_its_week_of_silence():
    assert timedelta(days=7) < retention_rule(CONFIG).handled < timedelta(days=14)


async def test_only_concerns_and_praise_are_kept_longer_than_unsorted_days(database):
    async with database.transaction() as tx:
        for kind in Kind:
            await tx.concerns.record(told(kind, NOW), now=NOW)
    later = NOW + timedelta(days=CONFIG.retention.unsorted_days)

    counted = await purge(database, CONFIG, now=later, dry_run=True)
    purged = await purge(database, CONFIG, now=later)

    assert counted == purged
    async with database.transaction() as tx:
        kept = await tx.concerns.told_between(NOW, later)
    assert {concern.kind for concern in kept} == {Kind.CONCERN, Kind.POSITIVE}


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_purge_is_due_once_each_day_of_the_year_whatever_the_clocks_do(year):
    async def purge_job() -> None:
        return

    zone = CONFIG.municipality.timezone
    jobs = build_schedule(CONFIG, nothing, purge_job).get_jobs()
    (trigger,) = [job.trigger for job in jobs if job.func is purge_job]
    fired, now = [], datetime(year, 1, 1, tzinfo=zone)
    while (now := trigger.get_next_fire_time(None, now + timedelta(seconds=1))).year == year:
        fired.append(now.date())

    assert isinstance(zone, ZoneInfo)
    assert fired == [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
