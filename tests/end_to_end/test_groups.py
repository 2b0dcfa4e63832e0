"""Groups join by a code and get their digest once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Person
from tests.end_to_end.conftest import PATIENCE, Town

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

COORDINATOR = Person(id=800_000_001, first_name="Samordnare")


def last_week() -> str:
    """The residents' last week: late on Sunday, UTC, theirs is already the next one."""
    iso = (datetime.now(ZoneInfo("Europe/Stockholm")) - timedelta(days=7)).isocalendar()
    return f"{iso.year}-W{iso.week:02}"


async def a_group(town: Town, focus_area: str):
    invited = town.command("group", "invite", focus_area)
    assert invited.returncode == 0, invited.stderr
    chat = town.sandbox.group("Gruppen", owner=COORDINATOR)
    town.sandbox.adds_bot_to(chat, by=COORDINATOR)
    town.sandbox.says(COORDINATOR, f"/koppla {invited.stdout.strip()}", chat=chat)
    await town.sandbox.wait_for(
        lambda m: m.chat_id == chat.id and "veckans sammanställning" in m.text, PATIENCE
    )
    return chat


async def test_a_group_joins_by_its_code_and_gets_its_digest_once(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "trafik")
    anna = town.newcomer()
    when = datetime.now(UTC) - timedelta(days=7)
    town.sandbox.says(anna, "Mopeder kör på gångvägen i Norrby varje kväll", at=when)
    await town.answer(anna, "B-")
    for _ in range(2):
        sent = town.command(
            "digest", "--focus-area", "trafik", "--week", last_week(), "--format", "text", "--send"
        )
        assert sent.returncode == 0, sent.stderr
    await town.settled()
    digests = [m for m in town.sandbox.sent(chat.id) if "Trafik" in m.text and "ecka" in m.text]
    week = str(int(last_week()[-2:]))
    assert sum(f"ecka {week}" in m.text for m in digests) == 1


async def test_a_group_presses_the_buttons_under_its_digest(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "utemiljo")
    when = datetime.now(UTC) - timedelta(days=7)
    for _ in range(4):
        anna = town.newcomer()
        town.sandbox.says(
            anna, "Det är helt mörkt på gångvägen i Norrby, lamporna lyser inte", at=when
        )
        await town.answer(anna, "B-")
    town.command(
        "digest", "--focus-area", "utemiljo", "--week", last_week(), "--format", "text", "--send"
    )
    digest = await town.sandbox.wait_for(
        lambda m: m.chat_id == chat.id and "Visa tipsen" in str(m.reply_markup), PATIENCE
    )
    chart = next(m for m in town.sandbox.sent(chat.id) if m.file is not None)
    assert chart.file.content.startswith(b"\x89PNG")
    assert chart.message_id < digest.message_id
    for button, answer in {
        "Visa tipsen": lambda m: "mörkt på gångvägen" in m.text,
        "Karta": lambda m: m.file is not None and m.file.name.endswith("-karta.png"),
        "PDF": lambda m: m.file is not None and m.file.content.startswith(b"%PDF"),
    }.items():
        query = town.sandbox.presses(COORDINATOR, digest, button)
        await town.sandbox.wait_for(
            lambda m, answer=answer: (
                m.chat_id == chat.id and m.message_id > digest.message_id and answer(m)
            ),
            PATIENCE,
        )
        await town.sandbox.callback_answer(query, PATIENCE)


async def test_a_code_works_once_and_a_wrong_one_never(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "norrby")
    town.sandbox.says(COORDINATOR, "/koppla AAAA-BBBB", chat=chat)
    await town.sandbox.wait_for(
        lambda m: m.chat_id == chat.id and "stämmer inte" in m.text, PATIENCE
    )


async def test_urgent_concerns_reach_the_group_at_once_without_names(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "vald")
    town.sandbox.says(
        town.newcomer(), "Kalle Testsson har hotat att skjuta min granne ikväll, ring 070-1740605"
    )
    alert = await town.sandbox.wait_for(lambda m: m.chat_id == chat.id and "B-" in m.text, PATIENCE)
    assert "Kalle" not in alert.text and "1740605" not in alert.text


async def test_talk_in_a_group_is_left_alone(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "trafik")
    before = len(town.sandbox.sent(chat.id))
    town.sandbox.says(COORDINATOR, "vad tycker ni om mopederna?", chat=chat)
    town.sandbox.says(COORDINATOR, "/mina", chat=chat)
    await town.settled()
    assert len(town.sandbox.sent(chat.id)) == before


async def test_an_alert_is_deleted_in_the_group_with_its_concern(shared_town: Town):
    town = shared_town
    chat = await a_group(town, "vald")
    anna = town.newcomer()
    town.sandbox.says(anna, "Nu har en man kniv på Norrby torg, han hugger!")
    alert = await town.sandbox.wait_for(lambda m: m.chat_id == chat.id and "B-" in m.text, PATIENCE)
    town.sandbox.says(anna, "/radera")
    choice = await town.answer(anna, "Vad vill du ta bort?")
    town.sandbox.presses(anna, choice, "Allt om mig")
    question = await town.answer(anna, "Där tar jag bort det också")
    town.sandbox.presses(anna, question, "Ja, ta bort")
    await town.answer(anna, "är borttaget")
    await town.settled()
    deleted = [c.params for c in town.sandbox.calls if c.method == "deleteMessage"]
    assert (chat.id, alert.message_id) in [(int(p["chat_id"]), p["message_id"]) for p in deleted]
