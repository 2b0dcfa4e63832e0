"""Killed without warning, the bot loses nothing and says nothing twice that it knows was said."""

import asyncio
import json
import re
from datetime import UTC, datetime

import pytest

from tests.end_to_end.conftest import PATIENCE, Town

pytestmark = pytest.mark.slow

PEOPLE = 20


def receipts(town: Town, number: int) -> list[str]:
    texts = town.texts(town.resident(number))
    return [match.group() for text in texts if (match := re.search(r"B-\w{4}", text))]


def doubtful(town: Town) -> int:
    """How many messages the bot itself knows that it may have said twice."""
    events = [json.loads(line) for line in town.bot.log.splitlines() if line.startswith("{")]
    return sum(e["count"] for e in events if e["event"] == "doubtful_messages_sent_again")


async def test_killed_between_receiving_and_answering_nothing_is_lost(town: Town):
    for number in range(1, PEOPLE + 1):
        text = f"mopeder kör på gångvägen i Norrby, {number} stycken"
        town.sandbox.says(town.resident(number), text)
    async with asyncio.timeout(PATIENCE):
        while not town.sandbox.sent():
            await asyncio.sleep(0.005)
    await town.bot.kill()
    answered_before = len({m.chat_id for m in town.sandbox.sent()})
    await town.bot.start()
    await town.answer(town.resident(PEOPLE), "B-")
    await town.settled()

    assert answered_before < PEOPLE
    database = await town.database()
    async with database.transaction() as tx:
        for number in range(1, PEOPLE + 1):
            resident = await tx.residents.recognise(
                town.resident(number).id, now=datetime.now(UTC), language=None
            )
            kept = await tx.concerns.of_resident(resident.id)
            assert len(kept) == 1, f"resident {number}"
            assert set(receipts(town, number)) == {kept[0].reference}
    await database.close()
    twice = sum(len(receipts(town, number)) - 1 for number in range(1, PEOPLE + 1))
    assert twice <= doubtful(town)


async def test_asked_to_stop_it_stops_cleanly(town: Town):
    town.sandbox.says(town.resident(1), "det är mörkt i tunneln vid Druvefors")
    await town.answer(town.resident(1), "B-")
    assert await town.bot.stop() == 0


async def test_what_was_told_while_the_bot_was_down_is_answered_afterwards(town: Town):
    await town.bot.kill()
    town.sandbox.says(town.resident(1), "det är mörkt i tunneln vid Druvefors")
    await town.bot.start()
    await town.answer(town.resident(1), "B-")
