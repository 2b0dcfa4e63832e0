"""An update is taken only with the secret, and answered 200 only once it is committed."""

import json
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.telegram.fallback import Fallback
from bot.telegram.intake import Intake
from bot.web.app import WEBHOOK_PATH, build_web
from bot.web.body import MAX_BYTES
from bot.web.health import live
from bot.web.webhook import SECRET_HEADER, Webhook
from storage.database import open_database
from storage.errors import DatabaseUnavailable
from storage.keys import Keyring
from tests.bot.talk import CONFIG, TEXTS

SECRET = "a-secret-that-nobody-guesses"
RIGHT = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
CHAT = {"id": 700_123_456, "type": "private"}
FROM = {"id": 700_123_456, "is_bot": False, "first_name": "Zebrafink", "username": "gul_kanarie"}
MARKS = ("700123456", "Zebrafink", "gul_kanarie", "Kornknarr", SECRET)


def update(number, text="det är mörkt vid Kornknarr"):
    message = {"message_id": 1, "date": 1, "chat": CHAT, "from": FROM, "text": text}
    return {"update_id": number, "message": message}


class Telegram:
    """Only what the fallback says goes there."""

    def __init__(self):
        self.sent = []

    async def call(self, method, params):
        self.sent.append(params["text"])


class Inbox:
    """A database that keeps updates in memory, or cannot."""

    def __init__(self, *, fails=False):
        self.fails = fails
        self.kept = {}

    @asynccontextmanager
    async def transaction(self):
        yield self
        if self.fails:  # at the commit, as with a full disk
            self.kept.clear()
            raise DatabaseUnavailable("full")

    @property
    def inbox(self):
        return self

    async def receive(self, updates, *, now):
        before = len(self.kept)
        self.kept |= {incoming.update_id: incoming.raw for incoming in updates}
        return len(self.kept) - before


class Bot:
    """The webhook over an inbox, and what it told."""

    def __init__(self, database):
        self.database = database
        self.telegram = Telegram()
        self.statuses = []
        self.knocks = []
        intake = Intake(
            database,
            clock=lambda: datetime.now(UTC),
            received=lambda: self.knocks.append(1),
            fallback=Fallback(self.telegram, config=CONFIG, texts=TEXTS),
        )
        webhook = Webhook(secret=SECRET, take=intake.take, answered=self.statuses.append)
        self.app = build_web(ready=live, metrics=live, webhook=webhook)

    async def gets(self, content, headers=RIGHT, method="POST"):
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, WEBHOOK_PATH, content=content, headers=headers)


def body(content):
    return json.dumps(content).encode()


async def in_pieces(content, size=50_000):
    for at in range(0, len(content), size):
        yield content[at : at + size]


async def test_an_update_is_kept_and_answered_200_without_a_body_that_telegram_would_obey():
    bot = Bot(Inbox())
    answer = await bot.gets(body(update(5)))
    assert (answer.status_code, answer.content) == (200, b"")
    assert list(bot.database.kept) == [5]
    assert bot.knocks == [1]
    assert "Zebrafink" not in bot.database.kept[5]


@pytest.mark.parametrize(
    "secret",
    [None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), SECRET.encode() + b"\xff", "å" * 30],
)
async def test_without_the_secret_nothing_is_done(secret):
    bot = Bot(Inbox())
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers[SECRET_HEADER] = secret if isinstance(secret, bytes) else secret.encode()
    answer = await bot.gets(body(update(5)), headers)
    assert answer.status_code == 401
    assert not bot.database.kept
    assert not bot.knocks


async def test_whether_the_secret_is_right_takes_the_same_time_however_much_of_it_is(monkeypatch):
    compared = []

    def compare(given, right):
        compared.append((given, right))
        return given == right

    monkeypatch.setattr("bot.web.webhook.hmac.compare_digest", compare)
    for secret in (SECRET, "wrong"):
        await Bot(Inbox()).gets(body(update(5)), RIGHT | {SECRET_HEADER: secret})
    assert compared == [(SECRET.encode(), SECRET.encode()), (b"wrong", SECRET.encode())]


async def test_the_body_of_a_stranger_is_not_even_read():
    read = []

    async def endless():
        for _ in range(100):
            read.append(1)
            yield b"x" * 1000

    answer = await Bot(Inbox()).gets(endless(), {"Content-Type": "application/json"})
    assert answer.status_code == 401
    assert len(read) <= 1


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not(announced):
    bot = Bot(Inbox())
    fits = body(update(5, "x" * 100)).ljust(MAX_BYTES)
    over = fits + b" "
    for content, status in ((over, 413), (fits, 200)):
        answer = await bot.gets(content if announced else in_pieces(content))
        assert answer.status_code == status


async def test_a_length_that_is_a_lie_does_not_help():
    bot = Bot(Inbox())
    headers = RIGHT | {"Content-Length": "10"}
    answer = await bot.gets(in_pieces(b" " * (MAX_BYTES + 1)), headers)
    assert answer.status_code == 413
    for nonsense in ("-1", "1e3", "9" * 5000):
        answer = await bot.gets(b"{}", RIGHT | {"Content-Length": nonsense})
        assert answer.status_code in {400, 413}


@pytest.mark.parametrize(
    ("headers", "method", "status"),
    [
        (RIGHT | {"Content-Type": "text/plain"}, "POST", 415),
        (RIGHT | {"Content-Type": "application/json; charset=utf-8"}, "POST", 200),
        (RIGHT, "GET", 405),
        (RIGHT, "PUT", 405),
    ],
)
async def test_only_json_that_is_posted_is_taken(headers, method, status):
    assert (await Bot(Inbox()).gets(body(update(5)), headers, method)).status_code == status


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"update_id": "5"}',
        b'{"update_id": true}',
        b'{"update_id": -1}',
        b'{"update_id": 1.5}',
        b'{"update_id": 9223372036854775808}',
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"update_id": 5, "x": ' + b"[" * 200 + b"]" * 200 + b"}",
    ],
)
async def test_what_is_no_update_is_refused_so_that_it_is_seen_at_telegram(content):
    bot = Bot(Inbox())
    assert (await bot.gets(content)).status_code == 400
    assert not bot.database.kept


async def test_what_no_library_knows_yet_is_kept():
    bot = Bot(Inbox())
    assert (await bot.gets(b'{"update_id": 5, "hologram": [1, NaN]}')).status_code == 200
    assert list(bot.database.kept) == [5]


async def test_while_nothing_can_be_stored_telegram_is_asked_to_come_again_and_nothing_is_lost():
    bot = Bot(Inbox(fails=True))
    for _ in range(2):
        answer = await bot.gets(body(update(5, "hjälp de slåss med kniv här nu")))
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "2"
    assert not bot.knocks
    assert len(bot.telegram.sent) == 1  # who wrote is told so once
    assert bot.telegram.sent[0].startswith("🚨 <b>Ring 112 nu")
    bot.database.fails = False
    assert (await bot.gets(body(update(5)))).status_code == 200
    assert list(bot.database.kept) == [5]


async def test_when_200_is_said_it_stands_in_the_database_once_however_often_it_came(tmp_path):
    url, keys = f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
    database = await open_database(url, keys)
    bot = Bot(database)
    for _ in range(3):
        assert (await bot.gets(body(update(5)))).status_code == 200
        beside = await open_database(url, keys)
        async with beside.transaction() as tx:
            assert await tx.inbox.count("waiting") == 1
        await beside.close()
    await database.close()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["message", "chat", "from", "id", "text", "type", "update_id"])
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
LIKE_UPDATES = st.builds(
    lambda number, message: {"update_id": number, "message": message},
    st.integers(),
    st.fixed_dictionaries(
        {},
        optional={
            "chat": st.just(CHAT) | JSON,
            "from": st.just(FROM) | JSON,
            "text": JSON,
            "caption": JSON,
        },
    ),
)


@given(content=st.binary(max_size=300) | (JSON | LIKE_UPDATES).map(body))
@example(content=body({"update_id": 5, "message": {"chat": CHAT, "from": FROM, "text": [5]}}))
@example(
    content=body({"update_id": 5, "message": {"chat": {"type": "private"}, "from": {}, "text": ""}})
)
@example(content=body({"update_id": 5, "message": {"chat": CHAT, "from": {"language_code": 5}}}))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
async def test_whatever_comes_is_answered(content):
    for fails in (False, True):
        bot = Bot(Inbox(fails=fails))
        answer = await bot.gets(content)
        assert answer.status_code in {200, 400, 503}
        assert bool(bot.database.kept) == (answer.status_code == 200)


async def test_neither_the_log_nor_an_answer_tells_who_wrote_or_what():
    with capture_logs() as logged:
        answers = [
            await Bot(Inbox(fails=fails)).gets(body(update(5)), headers)
            for fails in (False, True)
            for headers in (RIGHT, RIGHT | {"Content-Type": "x"}, {SECRET_HEADER: "wrong"})
        ]
    told = f"{logged} {[(answer.text, answer.headers) for answer in answers]}"
    assert not [mark for mark in MARKS if mark in told]
    assert {event["event"] for event in logged} == {
        "updates_received",
        "webhook_not_kept",
        "webhook_refused",
    }
