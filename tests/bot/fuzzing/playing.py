"""The bot on a stage, watched: what it says, what it keeps, what it logs."""

import json
import logging
import re
import shutil
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Mapping, MutableMapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from structlog.testing import capture_logs

from bot.config.config import Config
from bot.sandbox.formatting import read_caption, read_text
from bot.sandbox.keyboards import check_markup
from bot.telegram.receiver import Receiver
from bot.texts.catalogue import Texts
from nlp.reading import Danger, Kind, Reading, Urgency
from storage.database import open_database
from storage.protected import SEALED
from tests.bot.dialogues.conftest import KEYS
from tests.bot.dialogues.stage import Said, Stage, a_stage
from tests.bot.fakes import a_reading
from tests.bot.fuzzing.shapes import MOMENTS
from tests.bot.fuzzing.updates import JOINED, NAMES, RESIDENTS

SENT = frozenset({"animation", "audio", "checklist", "contact", "dice", "document", "location"})
SENT |= {"live_photo", "poll", "rich_message", "sticker", "story", "video", "video_note", "voice"}
"""What people send beside text."""

_READINGS: Sequence[Mapping[str, Any] | None] = (
    {"area": "Norrby"},
    {},
    {"themes": ()},
    {"themes": ("belysning",), "needs_human": True},
    {"kind": Kind.POSITIVE, "themes": (), "area": "Hulta"},
    {"kind": Kind.CHATTER, "themes": ()},
    {"kind": Kind.QUESTION, "themes": ()},
    {"kind": Kind.SPAM, "themes": ()},
    {"urgency": Urgency.NOW, "danger": Danger.LIFE, "themes": ("brand",)},
    {"urgency": Urgency.SOON, "danger": Danger.SUICIDE, "themes": ()},
    {"language": "so"},
    None,
)
"""What a text may be read as; the last: reading failed."""

_TOLD_APART = 12
"""A text of so many characters does not stand in the log by chance."""
_A_NAME = re.compile(r"[\w.:-]*", re.ASCII)
"""A word that may stand in the code, from where Hypothesis takes some."""
_SAID_AT_ONCE = 5
_ATTEMPTS = 3


@dataclass(kw_only=True)
class Play:
    """A stage, and all that went over it."""

    stage: Stage
    path: Path
    logged: Sequence[MutableMapping[str, Any]]
    foreign: list[str]
    came: list[Mapping[str, Any]] = field(default_factory=list)

    async def happens(self, *contents: Mapping[str, Any]) -> list[Said]:
        """What was said to updates that came in together; all of it can be sent."""
        self.came += contents
        self.stage.wait(timedelta(seconds=1))
        numbered = [{"update_id": self.stage.number(), **content} for content in contents]
        await receive(self.stage, numbered)
        said = await self.stage.happens()
        for one in said:
            assert_sendable(one)
        return said

    async def concerns(self) -> Mapping[int, tuple[str, str]]:
        """The kind and reference of each concern, by its id."""
        async with self.stage.database.transaction() as tx:
            found = await tx.concerns.latest(limit=10_000)
        return {concern.id: (concern.kind, concern.reference) for concern in found}

    async def resident(self, telegram_id: int) -> int:
        """The number that a resident has in the database."""
        async with self.stage.database.transaction() as tx:
            found = await tx.residents.id_of(telegram_id)
        assert found is not None
        return found

    async def inbox(self, state: str) -> int:
        async with self.stage.database.transaction() as tx:
            return await tx.inbox.count(state)

    async def tried_again(self) -> None:
        """The time passes in which what failed is tried again, one after the other in a chat."""
        for _ in range(_ATTEMPTS * len(self.came)):
            if not await self.inbox("waiting"):
                return
            self.stage.wait(timedelta(seconds=10))
            while await self.stage.worker.work():
                pass

    def assert_log_is_silent(self) -> None:
        """Nothing in the log of what was said, or of who said it."""
        values = [repr(value) for event in self.logged for value in event.values()]
        log = "\n".join([*values, *self.foreign])
        told = texts_in(self.came)
        forbidden = {*NAMES.values(), *map(str, RESIDENTS), *told, *(repr(t)[1:-1] for t in told)}
        found = [one for one in forbidden if one in log]
        assert not found, found


async def receive(stage: Stage, updates: list[dict[str, Any]]) -> None:
    """Take updates as long polling does, until it asks for the next."""
    try:
        await Receiver(_Telegram(updates), stage.intake).run()  # type: ignore[arg-type]
    except _AskedAgainError as asked:
        assert asked.offset == (updates[-1]["update_id"] + 1 if updates else None)


class _AskedAgainError(Exception):
    def __init__(self, offset: int | None) -> None:
        self.offset = offset


class _Telegram:
    """Gives updates once."""

    def __init__(self, updates: list[dict[str, Any]]) -> None:
        self._waiting: list[dict[str, Any]] | None = json.loads(json.dumps(updates))

    async def call(self, method: str, params: Mapping[str, Any], **_: Any) -> Any:
        assert method == "getUpdates"
        if self._waiting is None:
            raise _AskedAgainError(params.get("offset"))
        updates, self._waiting = self._waiting, None
        return updates


@asynccontextmanager
async def a_play(
    directory: Path, *, empty: Path, config: Config, texts: Texts
) -> AsyncIterator[Play]:
    """A stage of its own, with two groups; at its end the database is looked through."""
    path = Path(shutil.copy(empty, directory / f"{len(list(directory.iterdir()))}.db"))
    database = await open_database(f"sqlite:///{path}", KEYS)
    listening = _Listening()
    try:
        with capture_logs() as logged, listening:
            async with a_stage(
                database,
                config=_without_limits(config),
                texts=texts,
                read=read,
                area_at=lambda lat, lon: "Norrby" if 57 < lat < 58 else None,
                start=datetime.fromtimestamp(MOMENTS[-1], UTC),
            ) as stage:
                await _join(stage)
                yield Play(stage=stage, path=path, logged=logged, foreign=listening.heard)
    finally:
        await database.close()
    assert_sound(path)
    path.unlink()


class _Listening(logging.Handler):
    """Hears what libraries log, as `bot.logs` lets it through: from warnings on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        self.heard.append(f"{record.name} {record.lineno} {error}")

    def __enter__(self) -> None:
        logging.getLogger().addHandler(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


async def read(text: str) -> Reading | None:
    """A reading that is always the same for the same text."""
    number = zlib.crc32(text.encode("utf-8", "surrogatepass"))
    more = _READINGS[number % len(_READINGS)]
    return None if more is None else a_reading(text, **more)


def _without_limits(config: Config) -> Config:
    """Everybody is answered, however much they write."""
    most = {"messages_a_minute": 1_000, "messages_an_hour": 10_000}
    limits = config.limits.model_copy(update=most)
    return replace(config, limits=limits)


async def _join(stage: Stage) -> None:
    now = stage.at[0]
    for area, chat in zip(stage.config.focus_areas, JOINED, strict=False):
        async with stage.database.transaction() as tx:
            code = await tx.groups.invite(area.id, now=now, valid_for=timedelta(days=1))
            await tx.groups.redeem(code, chat_id=chat["id"], now=now)


def assert_sendable(said: Said) -> None:
    """What the Bot API takes: length, entities, markup, buttons; and it can be encoded."""
    json.dumps(said.params, ensure_ascii=False).encode()
    params = dict(said.params)
    if said.method in {"sendMessage", "editMessageText"}:
        read_text(params)
    read_caption(params)
    if "reply_markup" in params:
        check_markup(params["reply_markup"], is_private=said.chat_id > 0)


def assert_answered(came: Mapping[str, Any], said: Sequence[Said]) -> None:
    """Who wrote or pressed has an answer, and nobody the same one twice."""
    repeated = Counter((one.chat_id, one.method, one.html) for one in said)
    assert not [key for key, times in repeated.items() if times > 1]
    assert len(said) <= _SAID_AT_ONCE + len(JOINED)
    pressed, message = came.get("callback_query"), came.get("message")
    if pressed is not None and not pressed["from"]["is_bot"]:
        stopped = [one for one in said if one.method == "answerCallbackQuery"]
        assert [one.params["callback_query_id"] for one in stopped] == [pressed["id"]]
    if message is not None and expects_answer(message):
        own = [one for one in said if one.chat_id == message["from"]["id"]]
        assert [one for one in own if one.method == "sendMessage"]


def expects_answer(message: Mapping[str, Any]) -> bool:
    """Whether a resident wrote in their own chat; part of an album may wait for the rest."""
    told = message.get("text") or message.get("caption")
    return bool(
        (told or not SENT.isdisjoint(message))
        and message["chat"]["type"] == "private"
        and not message["from"]["is_bot"]
        and "media_group_id" not in message
    )


def texts_in(value: Any) -> set[str]:
    """Every text in what came that is long enough to be known again."""
    if isinstance(value, Mapping):
        return set().union(*(texts_in(v) for k, v in value.items() if k not in _OWN_WORDS))
    if isinstance(value, list):
        return set().union(*map(texts_in, value))
    is_long = isinstance(value, str) and len(value.strip()) >= _TOLD_APART
    return {value.strip()[:60]} if is_long and not _A_NAME.fullmatch(value) else set()


_OWN_WORDS = ("type", "status", "source", "reason")
"""Where Telegram's own words stand."""


def assert_sound(path: Path) -> None:
    """The database is whole, every sealed value opens, and nothing done with is kept."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert not connection.execute(text("PRAGMA foreign_key_check")).all()
        for sealed in SEALED:
            if sealed.whole is None:
                query = text(f"SELECT {sealed.column} FROM {sealed.table}")
                for value in connection.execute(query).scalars():
                    if value is not None:
                        KEYS.decrypt_bytes(value, purpose=sealed.purpose)
        done = text("SELECT count(*) FROM inbox WHERE state != 'failed' AND content IS NOT NULL")
        assert connection.execute(done).scalar() == 0
        outbox = connection.execute(text("SELECT DISTINCT state FROM outbox")).scalars().all()
        assert set(outbox) <= {"sent", "waiting", "cancelled"}
    engine.dispose()
