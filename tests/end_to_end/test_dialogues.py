"""The conversations marked `Även på riktigt`, once more with the whole bot as its own process."""

import itertools
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.sandbox import Person
from storage.database import Database
from tests.bot.dialogues.playing import Player
from tests.bot.dialogues.script import Conversation
from tests.bot.dialogues.stage import Said
from tests.bot.dialogues.test_dialogues import ALL, case
from tests.end_to_end.conftest import Town

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

MARKED = [c for c in ALL if any(s.word == "Även på riktigt" for s in c.settings)]
_PEOPLE = itertools.count(1)


class TownStage:
    """What happens, happens in the town; what the bot sends is what Telegram was asked to send.

    Every conversation has residents of its own. Time is the real one: it cannot be moved.
    """

    def __init__(self, town: Town, database: Database) -> None:
        self.database = database
        self._town = town
        self._offset = 1_000 * next(_PEOPLE)
        self._numbers = itertools.count(1)
        self._written: dict[int, int] = {}

    @property
    def at(self) -> list[datetime]:
        return [datetime.now(UTC)]

    def wait(self, duration: timedelta) -> None:
        raise NotImplementedError("a conversation that waits cannot be played with the whole bot")

    def number(self) -> int:
        return next(self._numbers)

    async def happens(self, content: Mapping[str, Any]) -> list[Said]:
        """Do as the update says, on Telegram's side; what the bot answered."""
        before = len(self._town.sandbox.calls)
        ((kind, update),) = content.items()
        self._do(kind, update)
        await self._town.settled()
        calls = self._town.sandbox.calls[before:]
        return [
            Said(
                chat_id=int(call.params.get("chat_id", self._offset)) - self._offset,
                method=call.method,
                params=call.params,
            )
            for call in calls
            if "chat_id" in call.params or call.method == "answerCallbackQuery"
        ]

    async def stuck(self) -> int:
        async with self.database.transaction() as tx:
            return await tx.inbox.count("waiting") + await tx.inbox.count("failed")

    def _do(self, kind: str, update: Mapping[str, Any]) -> None:
        sandbox, who = self._town.sandbox, self._person(update["from"])
        match kind, update:
            case "callback_query", {"data": data}:
                sandbox.presses(who, self._with_button(who, data), data)
            case "edited_message", {"message_id": number, "text": text}:
                sandbox.edits(who, self._written[number], text)
            case "message", {"location": {"latitude": lat, "longitude": lon}}:
                sandbox.shares_position(who, lat, lon)
            case "message", {"message_id": number, "photo": _}:
                self._written[number] = sandbox.sends_photo(who, update.get("caption"))
            case "message", {"message_id": number, "text": text}:
                self._written[number] = sandbox.says(who, text)
            case _:
                raise NotImplementedError(f"{kind} of this content is not played here")

    def _person(self, user: Mapping[str, Any]) -> Person:
        return Person(
            id=user["id"] + self._offset,
            first_name=user["first_name"],
            language_code=user.get("language_code"),
        )

    def _with_button(self, who: Person, data: str) -> int:
        """The latest message in which that button was shown."""
        shown = [
            message.message_id
            for message in self._town.sandbox.sent(who.id)
            if data in str(message.reply_markup)
        ]
        return shown[-1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town_database(shared_town: Town) -> AsyncIterator[Database]:
    database = await shared_town.database()
    yield database
    await database.close()


@pytest.mark.parametrize("conversation", [case(c) for c in MARKED])
async def test_the_whole_bot_answers_as_written(
    conversation: Conversation, shared_town: Town, town_database: Database
):
    await Player(conversation, TownStage(shared_town, town_database)).play()
