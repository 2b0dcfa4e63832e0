"""One commit for all that comes meanwhile: nobody waits for more, and nobody fails for another."""

import asyncio

import pytest

from bot.telegram.together import Together
from storage.errors import DatabaseUnavailable


class Kept:
    """Commits when it is let; refuses what is bad."""

    def __init__(self) -> None:
        self.commits: list[list[str]] = []
        self.open = asyncio.Event()

    async def commit(self, items):
        await self.open.wait()
        if "away" in items:
            raise DatabaseUnavailable("away")
        if "bad" in items:
            raise ValueError("bad")
        self.commits.append([*items])


@pytest.fixture
async def kept():
    return Kept()


async def test_what_comes_during_a_commit_is_committed_together_after_it(kept):
    together = Together(kept.commit)
    adding = [asyncio.create_task(together.add(items)) for items in (["a"], ["b", "c"], ["d"])]
    await asyncio.sleep(0)
    assert not any(task.done() for task in adding)
    kept.open.set()
    await asyncio.gather(*adding)
    await together.add(["e"])
    assert [item for commit in kept.commits for item in commit] == ["a", "b", "c", "d", "e"]
    assert len(kept.commits) < 5


async def test_nobody_is_told_that_theirs_is_kept_before_it_is(kept):
    together = Together(kept.commit)
    first = asyncio.create_task(together.add(["a"]))
    await asyncio.sleep(0.01)
    second = asyncio.create_task(together.add(["b"]))
    await asyncio.sleep(0.01)
    assert not first.done()
    assert not second.done()
    kept.open.set()
    await asyncio.gather(first, second)
    assert kept.commits == [["a"], ["b"]]


async def test_what_cannot_be_kept_is_told_to_who_brought_it_and_to_nobody_else(kept):
    together = Together(kept.commit)
    kept.open.set()
    adding = [together.add(["a"]), together.add(["bad"]), together.add(["b"])]
    a, bad, b = await asyncio.gather(*adding, return_exceptions=True)
    assert a is b is None
    assert isinstance(bad, ValueError)
    assert sorted(item for commit in kept.commits for item in commit) == ["a", "b"]


async def test_while_the_database_is_away_everybody_is_told(kept):
    together = Together(kept.commit)
    kept.open.set()
    told = await asyncio.gather(together.add(["a"]), together.add(["away"]), return_exceptions=True)
    assert all(isinstance(error, DatabaseUnavailable) for error in told)
    await together.add(["b"])
    assert kept.commits == [["b"]]


async def test_who_does_not_wait_any_more_stops_nobody(kept):
    together = Together(kept.commit)
    gone = asyncio.create_task(together.add(["a"]))
    await asyncio.sleep(0)
    staying = asyncio.create_task(together.add(["b"]))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.sleep(0)
    kept.open.set()
    await staying
    assert [item for commit in kept.commits for item in commit] == ["a", "b"]
