"""Restored from a backup, the bot goes on with each conversation and says nothing twice."""

import re

import pytest

from bot.sandbox import Person
from tests.end_to_end.conftest import Town

pytestmark = pytest.mark.slow

WORRY = "någon har krossat rutorna i busskuren"


def said(town: Town) -> list[tuple[int, str]]:
    """Everything that anybody has been sent so far."""
    return [(message.chat_id, message.text) for message in town.sandbox.sent()]


def back_up(town: Town) -> None:
    done = town.command("backup", "kopia.backup", "--force")
    assert done.returncode == 0, done.stderr


async def restored(town: Town, *options: str) -> str:
    done = town.command("restore", "kopia.backup", *options)
    assert done.returncode == 0, done.stderr
    await town.bot.start()
    return done.stderr


async def tells_where(town: Town, person: Person) -> str:
    """Answer the open question with a position; the reference of the concern it was about."""
    town.sandbox.shares_position(person, 57.7256, 12.9271)
    question = await town.answer(person, "Är det här problemet är")
    town.sandbox.presses(person, question, "Ja, det är här")
    placed = await town.answer(person, "är nu")
    return re.search(r"B-\w{4}", placed.text).group()


async def delete_everything(town: Town, person: Person) -> None:
    town.sandbox.says(person, "/radera")
    choice = await town.answer(person, "Vad vill du ta bort?")
    town.sandbox.presses(person, choice, "Allt om mig")
    sure = await town.answer(person, "Det går inte att ångra")
    town.sandbox.presses(person, sure, "Ja, ta bort")
    await town.answer(person, "är borttaget")


async def test_a_conversation_goes_on_after_a_restore_and_nothing_is_said_twice(town: Town):
    anna, bo, clara, dan = (town.resident(number) for number in (1, 2, 3, 4))
    town.sandbox.says(anna, WORRY)
    await town.answer(anna, "Var är problemet?")
    town.sandbox.says(bo, "det är mörkt i tunneln vid Druvefors")
    await town.answer(bo, "B-")
    town.sandbox.says(clara, "mopeder kör på gångvägen i Norrby")  # while the copy is taken
    back_up(town)
    await town.answer(clara, "B-")
    town.sandbox.says(anna, "/mina")
    await town.answer(anna, "Det du har berättat")
    await delete_everything(town, bo)
    await town.settled()
    running = town.command("restore", "kopia.backup", "--force")
    assert (running.returncode, "Stoppa boten" in running.stderr) == (2, True)

    await town.bot.kill()
    town.sandbox.says(dan, "skräp överallt på torget i Hulta")  # Telegram holds it meanwhile
    before = said(town)
    refused = town.command("restore", "kopia.backup")
    assert (refused.returncode, "--force" in refused.stderr) == (2, True)
    told = await restored(town, "--force")
    assert "1 ärenden, 1 invånare" in told
    await town.answer(dan, "B-")
    await town.settled()

    since = said(town)[len(before) :]
    assert {chat for chat, _ in since} == {dan.id}
    assert sum("B-" in text for _, text in since) == 1

    reference = await tells_where(town, anna)  # as she was asked before the copy was taken
    assert reference in "".join(text for chat, text in before if chat == anna.id)
    town.sandbox.says(bo, "/mina")
    await town.answer(bo, "inget sparat")


async def test_with_the_database_lost_the_bot_goes_on_from_the_copy(town: Town):
    anna, bo = town.resident(1), town.resident(2)
    town.sandbox.says(anna, WORRY)
    await town.answer(anna, "Var är problemet?")
    await town.settled()
    back_up(town)
    town.sandbox.says(bo, "det är mörkt i tunneln vid Druvefors")
    lost = re.search(r"B-\w{4}", (await town.answer(bo, "B-")).text).group()
    await town.settled()
    await town.bot.kill()
    for path in town.directory.glob("brabot.db*"):
        path.unlink()
    before = said(town)

    assert "är okänt" in await restored(town)
    await town.settled()

    assert said(town) == before
    await tells_where(town, anna)
    town.sandbox.says(bo, "det är fortfarande mörkt i tunneln vid Druvefors")
    await town.settled()
    new = {reference for text in town.texts(bo) for reference in re.findall(r"B-\w{4}", text)}
    assert len(new - {lost}) == 1
