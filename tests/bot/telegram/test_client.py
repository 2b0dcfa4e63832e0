"""Files that wait in the outbox arrive in the chat as they were."""

from datetime import UTC, datetime

import pytest

from bot.outgoing import MOST_IN_A_CAPTION, File, document, photo
from bot.sandbox import Person, Sandbox
from bot.sandbox.entities import utf16_length
from bot.telegram.client import build_client
from storage.outbox import Outgoing

TOKEN = "4242:loopback-token-for-tests"
CONTENT = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
RESIDENT = Person(id=700_000_001, first_name="Invånare")


async def arrived(outgoing: Outgoing):
    """The message that a chat gets of what was put into the outbox."""
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        sandbox.says(RESIDENT, "/start")
        client = build_client(TOKEN, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
        async with client:
            await client.call(outgoing.method, {"chat_id": RESIDENT.id, **outgoing.params})
        return sandbox.sent(RESIDENT.id)[-1]


@pytest.mark.parametrize("make", [photo, document])
async def test_a_file_arrives_whole_with_its_name_and_caption(make):
    sent = await arrived(
        make(RESIDENT.id, File(name="karta.png", content=CONTENT), caption="Åtta < nio & *tio*")
    )
    assert sent.file is not None
    assert (sent.file.name, sent.file.content) == ("karta.png", CONTENT)
    assert sent.text == "Åtta < nio & *tio*"


async def test_a_caption_is_cut_at_a_word_to_what_telegram_takes():
    words = "kväll 🌙 " * 300
    sent = await arrived(photo(RESIDENT.id, File(name="karta.png", content=CONTENT), caption=words))
    assert utf16_length(sent.text) <= MOST_IN_A_CAPTION
    assert sent.text.endswith("…")
    assert words.startswith(sent.text[:-1])


def test_a_caption_of_just_the_most_is_left_whole():
    caption = "å" * MOST_IN_A_CAPTION
    outgoing = photo(1, File(name="x.png", content=CONTENT), caption=caption)
    assert outgoing.params["caption"] == caption
