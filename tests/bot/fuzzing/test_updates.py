"""Whatever Telegram brings stops nothing, is not stuck, and is answered with what can be sent."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.sandbox.html import parse_html
from bot.sandbox.keyboards import check_markup
from bot.texts.catalogue import load_texts
from nlp.reading import Reading
from storage.database import open_database
from tests.bot.dialogues.acts import message
from tests.bot.dialogues.conftest import KEYS
from tests.bot.dialogues.stage import Said, Stage, a_stage
from tests.bot.fakes import a_reading
from tests.bot.fuzzing.updates import RESIDENTS, contained, damaged, user

pytestmark = [
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),
]

BATCH = 20
EXAMPLES = int(os.environ.get("BRABOT_FUZZ", "60")) // BATCH
"""`make fuzz` takes 20,000 updates; the suite a hundred."""

CHARACTERS = 4_096
CAPTION_CHARACTERS = 1_024

fuzzing = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
)
updates = st.lists(contained, min_size=BATCH, max_size=BATCH)
broken = st.lists(damaged, min_size=BATCH, max_size=BATCH)

Play = Callable[[Callable[[Stage], Coroutine[Any, Any, None]]], None]


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """Runs something on one stage, which lives as long as the module."""
    config = load_config(default_config_dir())
    texts = load_texts(config.languages, default=config.languages[0])
    path: Path = tmp_path_factory.mktemp("fuzzing") / "brabot.db"

    async def read(text: str) -> Reading:
        return a_reading(text)

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()

        async def build() -> Stage:
            database = await open_database(f"sqlite:///{path}", KEYS)
            stack.push_async_callback(database.close)
            return await stack.enter_async_context(
                a_stage(
                    database,
                    config=config,
                    texts=texts,
                    read=read,
                    area_at=lambda lat, lon: "Norrby" if 57 < lat < 58 else None,
                )
            )

        stage = runner.run(build())
        yield lambda do: runner.run(do(stage))
        runner.run(stack.aclose())


@given(updates)
@fuzzing
def test_what_telegram_may_send_is_handled_and_answered_with_what_it_takes(
    play: Play, given: list[Mapping[str, Any]]
):
    async def do(stage: Stage) -> None:
        before = await failed(stage)
        for said in await stage.happens(*given):
            assert_sendable(said)
        assert await stage.stuck() == before
        await still_answers(stage)

    play(do)


@given(broken)
@fuzzing
def test_what_is_damaged_is_kept_for_a_human_at_worst_and_holds_nobody_up(
    play: Play, given: list[Mapping[str, Any]]
):
    async def do(stage: Stage) -> None:
        for said in await stage.happens(*given):
            assert_sendable(said)
        await tried_again(stage)
        async with stage.database.transaction() as tx:
            assert await tx.inbox.count("waiting") == 0
        await still_answers(stage)

    play(do)


async def tried_again(stage: Stage) -> None:
    """Let the time pass in which what failed is tried again."""
    for _ in range(3):
        stage.wait(timedelta(seconds=10))
        while await stage.worker.work():
            pass


async def failed(stage: Stage) -> int:
    async with stage.database.transaction() as tx:
        return await tx.inbox.count("failed")


async def still_answers(stage: Stage) -> None:
    for number in (RESIDENTS[0], RESIDENTS[-1]):
        made = message(user(number), number=stage.number(), at=stage.at[0], text="/start")
        assert [said for said in await stage.happens({"message": made}) if said.chat_id == number]


def assert_sendable(said: Said) -> None:
    """What the Bot API takes: length, markup, buttons."""
    if said.method in {"sendMessage", "editMessageText"}:
        length = len(parse_html(said.params["text"]).text.encode("utf-16-le")) // 2
        assert 0 < length <= CHARACTERS
    caption = said.params.get("caption", "")
    assert len(caption.encode("utf-16-le")) // 2 <= CAPTION_CHARACTERS
    if "reply_markup" in said.params:
        check_markup(said.params["reply_markup"], is_private=said.chat_id > 0)
