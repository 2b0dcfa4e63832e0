"""Who was thought dead and comes late keeps nothing and says nothing, whatever the update is."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config.config import Config
from bot.reading import ReadingService
from bot.telegram.worker import Through, Worker
from bot.texts.catalogue import Texts
from storage.database import Database
from storage.inbox import InboxItem
from tests.bot.dialogues.playing import COORDINATOR, COORDINATORS, Player, starts_at
from tests.bot.dialogues.script import ANSWERS, Conversation
from tests.bot.dialogues.stage import Stage, a_stage
from tests.bot.dialogues.test_dialogues import ALL, case


def one_of_each(all_: Sequence[Conversation]) -> Iterator[Conversation]:
    """Few conversations, in which everything is done that is done in any of them."""
    left = {word for each in all_ for word in done(each)}
    while left:
        best = max(all_, key=lambda each: len(left & done(each)) / (3 + len(each.steps)))
        left -= done(best)
        yield best


def done(conversation: Conversation) -> set[str]:
    return {step.word for step in conversation.steps if step.word not in ANSWERS}


CASES = tuple(one_of_each([each for each in ALL if not each.known_fault]))


@pytest.mark.parametrize("conversation", [case(c) for c in CASES])
async def test_what_another_worker_has_handled_is_neither_kept_nor_said_again(
    conversation: Conversation,
    database: Database,
    config: Config,
    texts: Texts,
    reading: ReadingService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.worker._is_group_press", lambda item: False)  # none beside
    async with a_stage(
        database,
        config=config,
        texts=texts,
        read=reading,
        area_at=reading.area_at,
        start=starts_at(conversation),
    ) as stage:
        come_late_first(stage, tmp_path / "brabot.db")
        await Player(conversation, stage).play()


@pytest.mark.parametrize("kind", ["pressed", "moved"])
async def test_nor_is_what_groups_do_with_digests_and_what_becomes_of_their_chats(
    kind: str,
    database: Database,
    config: Config,
    texts: Texts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.worker._is_group_press", lambda item: False)
    async with a_stage(
        database, config=config, texts=texts, read=nothing, area_at=nowhere
    ) as stage:
        chat = {**COORDINATORS, "type": "group"}
        at = int(stage.at[0].timestamp())
        shown = {"message_id": 7, "date": at, "chat": chat, "from": COORDINATOR}
        query = {"id": "7", "from": COORDINATOR, "message": shown, "chat_instance": "1"}
        update = {
            "pressed": {"callback_query": {**query, "data": "gt:0:2026-W46:norrby"}},
            "moved": {"message": {**shown, "migrate_to_chat_id": -1_002_000_000}},
        }[kind]
        now = stage.at[0]
        async with database.transaction() as tx:
            code = await tx.groups.invite("norrby", now=now, valid_for=timedelta(days=1))
            await tx.groups.redeem(code, chat_id=chat["id"], now=now)
        come_late_first(stage, tmp_path / "brabot.db")
        said = await stage.happens(update)
        async with database.transaction() as tx:
            (group,) = await tx.groups.list()
        assert (group.chat_id != chat["id"]) == (kind == "moved")
        assert bool(said) == (kind == "pressed")


async def nothing(text: str) -> None:
    """Nobody writes."""


def nowhere(lat: float, lon: float) -> None:
    """Nobody says where."""


def come_late_first(stage: Stage, path: Path) -> None:
    """Have each update handled when another worker has done so already, and then for real."""
    worker: Worker = stage.worker
    take = worker._take

    async def twice(item: InboxItem) -> list[Through]:
        mark(path, item.update_id, "handled")
        before, said = everything(path), [*stage.network.sent]
        await take(item)
        assert everything(path) == before
        assert stage.network.sent == said
        mark(path, item.update_id, "waiting")
        return await take(item)

    worker._take = twice  # type: ignore[method-assign]


def mark(path: Path, update_id: int, state: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE inbox SET state = ? WHERE update_id = ?", (state, update_id))
    connection.close()


def everything(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        found = [*connection.iterdump()]
    connection.close()
    return found
