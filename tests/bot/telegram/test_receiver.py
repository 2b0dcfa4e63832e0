"""An update is confirmed to Telegram only after it has been committed."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from telegram.error import InvalidToken

from bot.telegram.fallback import Fallback
from bot.telegram.intake import Intake, chat_of
from bot.telegram.receiver import Receiver
from storage.errors import DatabaseUnavailable
from tests.bot.talk import CONFIG, TEXTS


def update(number, text="det är mörkt"):
    person = {"id": 7, "is_bot": False, "first_name": "Test", "language_code": "sv"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


class ScriptedClient:
    """Answers getUpdates with one batch after the other, then refuses the token to end."""

    def __init__(self, *batches):
        self.batches = list(batches)
        self.offsets = []
        self.sent = []

    async def call(self, method, params, *, read_timeout=None):
        if method == "sendMessage":
            self.sent.append(params)
            return {"message_id": 1}
        self.offsets.append(params.get("offset"))
        if not self.batches:
            raise InvalidToken("over")
        return self.batches.pop(0)


class KeepingDatabase:
    """Remembers update ids; fails the first `failures` commits."""

    def __init__(self, failures=0):
        self.failures = failures
        self.kept = []

    @asynccontextmanager
    async def transaction(self):
        if self.failures:
            self.failures -= 1
            raise DatabaseUnavailable("full")
        yield self

    @property
    def inbox(self):
        return self

    async def receive(self, updates, *, now):
        self.kept += [incoming.update_id for incoming in updates]
        return len(updates)


async def received(client, database, monkeypatch):
    async def no_pause(_):
        return None

    monkeypatch.setattr(asyncio, "sleep", no_pause)
    intake = Intake(
        database,
        clock=lambda: datetime.now(UTC),
        received=lambda: None,
        fallback=Fallback(client, config=CONFIG, texts=TEXTS),
    )
    with pytest.raises(InvalidToken):
        await Receiver(client, intake).run()


async def test_the_offset_that_confirms_goes_out_once_after_the_commit(monkeypatch):
    client, database = ScriptedClient([update(5), update(6)], [], [update(9)]), KeepingDatabase()
    await received(client, database, monkeypatch)
    assert database.kept == [5, 6, 9]
    assert client.offsets == [None, 7, None, 10]


async def test_what_cannot_be_committed_is_not_confirmed_and_asked_for_again(monkeypatch):
    client = ScriptedClient([update(5)], [update(5)], [])
    database = KeepingDatabase(failures=1)
    await received(client, database, monkeypatch)
    assert client.offsets == [None, None, 6, None]
    assert database.kept == [5]


async def test_who_cannot_be_kept_is_told_so_once_and_danger_still_gets_112(monkeypatch):
    danger = update(6, "hjälp de slåss med kniv här nu")
    batch = [update(5), danger]
    client = ScriptedClient(batch, batch, [])
    await received(client, KeepingDatabase(failures=2), monkeypatch)
    assert len(client.sent) == 2
    assert "kan inte spara" in client.sent[0]["text"]
    assert client.sent[1]["text"].startswith("🚨 <b>Ring 112 nu")


@pytest.mark.parametrize(
    ("raw", "chat"),
    [
        (update(1), 7),
        ({"update_id": 1, "callback_query": {"id": "1", "message": {"chat": {"id": -5}}}}, -5),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 8}}}, 8),
        ({"update_id": 1, "hologram": {"x": 1}}, None),
        ({"update_id": 1, "message": "nonsense"}, None),
        ({"update_id": 1, "message": {"chat": {"id": "x"}}}, None),
        ({"update_id": 1, "message": {"chat": 1, "from": {"id": 9}}}, 9),
        ({"update_id": 1}, None),
    ],
)
def test_the_chat_of_any_update_is_found_or_none(raw, chat):
    assert chat_of(raw) == chat
