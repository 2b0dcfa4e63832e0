"""Whatever fails and however often the bot is killed: nothing is lost, nobody is told twice
without the bot's knowing it. `make chaos` plays it with 50 kills and 2,000 messages."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.chaos import Plan, play, report
from tests.storage.postgres import running

pytestmark = pytest.mark.slow

PLAN = Plan(
    seed=20261123,
    residents=10,
    messages=60,
    kills=2,
    groups=1,
    weeks=1,
    webhook=True,
    workers=4,
    together=True,
)
"""A short one, as six processes on PostgreSQL; what `test_crashes` kills is one on SQLite."""


@pytest.fixture
def url() -> Iterator[str]:
    with running() as server, server.without_tables() as found:
        yield found


async def test_killed_at_any_moment_while_telegram_fails_it_keeps_and_answers_everything(
    url: str, tmp_path: Path
):
    outcome = await play(PLAN, tmp_path, url=url)
    sys.stdout.write(report(PLAN, outcome))  # shown when it fails, to be played again
    assert outcome.wrong == {}
    assert outcome.figures["messages kept"] == PLAN.messages
    assert outcome.figures["kills"] == PLAN.kills
