import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.concerns import NewConcern, NewMessage, StoredPlace, StoredTheme
from storage.database import Database, open_database
from storage.keys import Keyring
from storage.outbox import Outgoing, Priority
from tests.storage.postgres import Postgres, everything, running

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring.from_secret(bytes(range(32)))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgres: runs on a real PostgreSQL, started for it")


@pytest.hookimpl(tryfirst=True)  # before `-m` looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "postgres" in getattr(item, "fixturenames", ()) or (
            isinstance(item, pytest.Function)
            and hasattr(item, "callspec")
            and item.callspec.params.get("engine") == "postgresql"
        ):
            item.add_marker("postgres")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each test that keeps something runs on both."""
    return request.param


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'brabot.db'}"
        return
    with request.getfixturevalue("postgres").without_rows() as found:
        yield found


@pytest.fixture
def empty_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place without any table yet."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'brabot.db'}"
        return
    with request.getfixturevalue("postgres").without_tables() as found:
        yield found


@pytest.fixture
async def database(url: str, keyring: Keyring) -> AsyncIterator[Database]:
    opened = await open_database(url, keyring)
    yield opened
    await opened.close()


@pytest.fixture
def on_disk(url: str, engine: str, tmp_path: Path) -> Callable[[], bytes]:
    """All bytes of SQLite's file, its write-ahead log included; all rows of PostgreSQL."""
    if engine == "postgresql":
        return lambda: everything(url)
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
