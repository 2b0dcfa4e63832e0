import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.concerns import NewConcern, NewMessage, StoredPlace, StoredTheme
from storage.database import Database, open_database
from storage.keys import Keyring
from storage.outbox import Outgoing, Priority

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring.from_secret(bytes(range(32)))


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'brabot.db'}"


@pytest.fixture
async def database(url: str, keyring: Keyring) -> AsyncIterator[Database]:
    opened = await open_database(url, keyring)
    yield opened
    await opened.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Callable[[], bytes]:
    """All bytes of the database, its write-ahead log included."""
    return lambda: b"".join(path.read_bytes() for path in sorted(tmp_path.glob("brabot.db*")))


@pytest.fixture
def child_env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(storage.__file__).parents[1])}


@pytest.fixture
def message() -> Callable[..., NewMessage]:
    def build(text: str = "Det är mörkt vid gungorna", **changes: object) -> NewMessage:
        values = {
            "told_at": NOW,
            "text": text,
            "masked": text,
            "telegram_message_id": 1,
            "reading": {"kind": "concern"},
        }
        return NewMessage(**{**values, **changes})

    return build


@pytest.fixture
def concern(message: Callable[..., NewMessage]) -> Callable[..., NewConcern]:
    def build(text: str = "Det är mörkt vid gungorna", **changes: object) -> NewConcern:
        values = {
            "source": "telegram",
            "told_at": NOW,
            "kind": "concern",
            "urgency": "normal",
            "recurring": False,
            "language": "sv",
            "area": "Norrby",
            "themes": (StoredTheme(id="belysning", score=0.9, origin="reading"),),
            "places": (StoredPlace(name="Norrby", origin="reading"),),
            "needs_human": False,
            "config_version": "v1",
            "message": message(text, told_at=changes.get("told_at", NOW)),
        }
        return NewConcern(**{**values, **changes})

    return build


@pytest.fixture
def outgoing() -> Callable[..., Outgoing]:
    def build(chat_id: int = 7, text: str = "hej", **changes: object) -> Outgoing:
        values = {
            "chat_id": chat_id,
            "method": "sendMessage",
            "params": {"text": text},
            "priority": Priority.REPLY,
        }
        return Outgoing(**{**values, **changes})

    return build
