from datetime import UTC, datetime

import pytest

from bot.concern_values import reading_json, stored_places, stored_themes
from nlp.reading import Kind
from storage.concerns import NewConcern, NewMessage
from storage.database import open_database
from storage.keys import Keyring
from tests.bot.fakes import a_reading

TOLD_AT = datetime(2026, 11, 17, 20, 0, tzinfo=UTC)


class WordReader:
    """Reads a text by the first of its words that it knows; what it knows is a reading's parts."""

    def __init__(self, **known) -> None:
        self.known = known

    def read_one(self, message):
        text = message if isinstance(message, str) else message.text
        parts = next((self.known[w] for w in text.casefold().split() if w in self.known), {})
        return a_reading(text, **{"kind": Kind.CONCERN, **parts})

    def read(self, messages):
        return map(self.read_one, messages)


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(
        f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
    )
    yield opened
    await opened.close()


@pytest.fixture
def told(database):
    """Keeps a concern with these messages, read by `reader` under the version `before`."""

    async def keep(reader, *texts, source="telegram", **changes):
        first = reader.read_one(texts[0])
        new = NewConcern(
            **{
                "source": source,
                "told_at": TOLD_AT,
                "kind": first.kind.value,
                "urgency": first.urgency.value,
                "recurring": first.recurring,
                "language": first.language,
                "area": first.area,
                "themes": stored_themes(first),
                "places": stored_places(first),
                "needs_human": first.needs_human,
                "config_version": "before",
                "message": _message(first, texts[0]),
                **changes,
            }
        )
        async with database.transaction() as tx:
            concern = await tx.concerns.record(new, now=TOLD_AT)
            for text in texts[1:]:
                reading = reader.read_one(text)
                await tx.concerns.add_message(concern.id, _message(reading, text), now=TOLD_AT)
            return await tx.concerns.get(concern.id)

    return keep


@pytest.fixture
def now_stands(database):
    async def find(concern):
        async with database.transaction() as tx:
            return await tx.concerns.get(concern.id)

    return find


def _message(reading, text):
    return NewMessage(
        told_at=TOLD_AT, text=text, masked=reading.masked, reading=reading_json(reading)
    )
