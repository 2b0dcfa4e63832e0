"""Every conversation in this folder's text files, played through the bot without a network."""

from pathlib import Path

import pytest

from bot.config.config import Config
from bot.reading import ReadingService
from bot.texts.catalogue import Texts
from storage.database import Database
from tests.bot.dialogues.playing import Player, fits, starts_at, visible
from tests.bot.dialogues.script import Conversation, conversations
from tests.bot.dialogues.stage import a_stage

FILES = sorted(Path(__file__).parent.glob("*.txt"))
ALL = [conversation for path in FILES for conversation in conversations(path)]


def case(conversation: Conversation) -> object:
    fault = conversation.known_fault
    marks = [pytest.mark.xfail(reason=fault, strict=True)] if fault else []
    file = conversation.file.removesuffix(".txt")
    return pytest.param(conversation, id=f"{file}: {conversation.title}", marks=marks)


@pytest.mark.parametrize("conversation", [case(c) for c in ALL])
async def test_the_bot_answers_as_written(
    conversation: Conversation,
    database: Database,
    config: Config,
    texts: Texts,
    reading: ReadingService,
) -> None:
    async with a_stage(
        database,
        config=config,
        texts=texts,
        read=reading,
        area_at=reading.area_at,
        start=starts_at(conversation),
    ) as stage:
        await Player(conversation, stage).play()


def test_there_are_at_least_sixty_conversations_with_titles_of_their_own() -> None:
    assert len(ALL) >= 60
    assert len({(c.file, c.title) for c in ALL}) == len(ALL)


def test_a_gap_stands_for_anything_and_the_rest_is_exact() -> None:
    assert fits("Tack. … sparat", "Tack. Det är sparat")
    assert fits("Tack.…", "Tack.")
    assert not fits("Tack.", "Tack. Det är sparat")
    assert not fits("Tack. … sparat", "Hej. Tack. Det är sparat")
    assert visible("<b>Ring &amp; vänta</b>\n\n nu") == "Ring & vänta nu"


def test_a_line_that_is_not_understood_is_named(tmp_path: Path) -> None:
    path = tmp_path / "prov.txt"
    path.write_text("## Ett prov\nInvånare: hej\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"prov\.txt, rad 2: 'Invånare' är inget av"):
        conversations(path)
