"""Whatever fails and however often the bot is killed: nothing is lost, nobody is told twice
without the bot's knowing it. `make chaos` plays it with 50 kills and 2,000 messages."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.chaos import Plan, play, report
from tests.storage.postgres import running

pytestmark = pytest.mark.slow

PLANS = {
    "sqlite": Plan(seed=20261122, residents=25, messages=150, kills=2, groups=1, weeks=1),
    "postgresql": Plan(
        seed=20261123, residents=10, messages=50, kills=1, groups=1, weeks=1, webhook=True
    ),
}


@pytest.fixture
def url(engine: str, tmp_path: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'brabot.db'}"
        return
    with running() as server, server.without_tables() as found:
        yield found


@pytest.mark.parametrize("engine", list(PLANS))
async def test_killed_at_any_moment_while_telegram_fails_it_keeps_and_answers_everything(
    engine: str, url: str, tmp_path: Path
):
    plan = PLANS[engine]
    outcome = await play(plan, tmp_path, url=url)
    sys.stdout.write(report(plan, outcome))  # shown when it fails, to be played again
    assert outcome.wrong == {}
    assert outcome.figures["messages kept"] == plan.messages
    assert outcome.figures["kills"] == plan.kills
