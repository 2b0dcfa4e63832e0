"""A resident writes on Telegram and is answered; what they wrote is kept."""

import asyncio
import re

import pytest

from tests.bot.media import samples
from tests.end_to_end.conftest import PATIENCE, Town

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]


async def test_a_worry_becomes_a_concern_with_theme_place_and_receipt(shared_town: Town):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.says(anna, "Mopeder kör i full fart på gångvägen i Norrby varje kväll")
    receipt = await town.answer(anna, "B-")
    assert "Buskörning" in receipt.text and "Norrby" in receipt.text
    await town.settled()
    database = await town.database()
    async with database.transaction() as tx:
        reference = re.search(r"B-\w{4}", receipt.text).group()
        concern = await tx.concerns.by_reference(reference)
    await database.close()
    assert concern.area == "Norrby"
    assert concern.themes[0].id == "buskorning"


async def test_danger_is_answered_with_112_before_anything_else(shared_town: Town):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.says(anna, "hjälp de slåss med kniv här nu utanför porten")
    await town.answer(anna, "B-")
    assert "Ring 112 nu" in town.texts(anna)[0]


async def test_a_place_is_asked_for_shared_confirmed_and_then_listed(shared_town: Town):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.says(anna, "någon har krossat rutorna i busskuren")
    await town.answer(anna, "Var är problemet?")
    town.sandbox.shares_position(anna, 57.7256, 12.9271)
    question = await town.answer(anna, "Är det här problemet är")
    town.sandbox.presses(anna, question, "Ja, det är här")
    placed = await town.answer(anna, "är nu")
    area = re.search(r"är nu (.+)\.", placed.text).group(1)
    town.sandbox.says(anna, "/mina")
    mine = await town.answer(anna, "Det du har berättat")
    assert area in mine.text


async def test_deleting_everything_leaves_nothing_to_list(shared_town: Town):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.says(anna, "det är mörkt i tunneln vid Druvefors")
    await town.answer(anna, "B-")
    town.sandbox.says(anna, "/radera")
    choice = await town.answer(anna, "Vad vill du ta bort?")
    town.sandbox.presses(anna, choice, "Allt om mig")
    sure = await town.answer(anna, "Det går inte att ångra")
    town.sandbox.presses(anna, sure, "Ja, ta bort")
    await town.answer(anna, "är borttaget")
    town.sandbox.says(anna, "/mina")
    await town.answer(anna, "inget sparat")
    await town.settled()
    raw = b"".join(path.read_bytes() for path in town.directory.glob("brabot.db*"))
    assert b"tunneln" not in raw


async def test_what_no_bot_can_read_is_answered_or_left_alone_and_never_a_crash(shared_town: Town):
    town = shared_town
    anna, other = town.newcomer(), town.newcomer()
    sandbox = town.sandbox
    sandbox.sends_sticker(anna)
    sandbox.sends_poll(anna)
    sandbox.sends_photo(anna, caption="Klottret på Sjöboskolan")
    sandbox.says(anna, "😱" * 2048)
    sandbox.says(anna, " ")
    sandbox.says(anna, "halv \ud800 surrogat i Hulta, mopeder överallt")
    sandbox.channel_post("Ett inlägg i en kanal")
    sandbox.raw({"hologram": {"from": {"id": 1}, "text": "finns inte än"}})
    sandbox.raw({"message": {"nonsense": True}})
    robot = {"id": 99, "is_bot": True, "first_name": "Robot"}
    chat = {"id": 99, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": robot, "text": "köp"}
    sandbox.raw({"message": message})
    sandbox.says(other, "det är mörkt på gångvägen vid Trandared")
    await town.answer(other, "B-")
    await town.settled()
    assert any("klistermärket" in text for text in town.texts(anna))
    assert sum("B-" in text for text in town.texts(anna)) >= 2
    for content in ("surrogat", "hologram:", "finns inte än", "Klottret"):
        assert content not in town.bot.log


async def test_a_photo_is_fetched_cleaned_and_kept_and_one_that_is_none_is_refused(
    shared_town: Town,
):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.sends_file(anna, "photo", samples.jpeg())
    receipt = await town.answer(anna, "Jag har tagit emot bilden")
    reference = re.search(r"B-\w{4}", receipt.text).group()
    town.sandbox.sends_file(anna, "document", b"PK\x03\x04 ett dokument")
    await town.answer(anna, reference, "skicka en bild eller PDF")
    database = await town.database()
    async with asyncio.timeout(PATIENCE):
        files, content = [], None
        while content is None:
            await asyncio.sleep(0.1)
            async with database.transaction() as tx:
                concern = await tx.concerns.by_reference(reference)
                files = await tx.media.of_concern(concern.id)
                content = await tx.media.content(files[0].id)
    await database.close()
    assert [file.state for file in files] == ["kept", "refused"]
    canary = samples.CANARY.encode()
    assert content.startswith(b"\xff\xd8") and canary not in content
    on_disk = b"".join(path.read_bytes() for path in town.directory.rglob("*") if path.is_file())
    assert canary not in on_disk and content not in on_disk


async def test_two_residents_never_see_each_others_concerns(shared_town: Town):
    town = shared_town
    anna, bo = town.newcomer(), town.newcomer()
    town.sandbox.says(anna, "det är mörkt i tunneln vid Druvefors")
    receipt = await town.answer(anna, "B-")
    reference = re.search(r"B-\w{4}", receipt.text).group()
    town.sandbox.says(bo, f"/radera {reference}")
    await town.answer(bo, "inget sparat")


async def test_the_log_holds_no_words_names_or_ids(shared_town: Town):
    town = shared_town
    anna = town.newcomer()
    town.sandbox.says(anna, "Min granne Kalle Testsson kör moped på gången, 070-1740605")
    await town.answer(anna, "B-")
    await town.settled()
    await town.bot.stop()
    for secret in ("Kalle", "granne", "1740605", anna.first_name, str(anna.id), town.sandbox.token):
        assert secret not in town.bot.log
