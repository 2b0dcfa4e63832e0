from datetime import UTC, datetime

import pytest
from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden, InvalidToken
from telegram.ext import Application, CommandHandler, MessageHandler, filters

from bot.sandbox import Person, Sandbox
from bot.sandbox.errors import NoSuchMessageError


async def test_everything_a_person_sends_is_read_by_the_library(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    number = sandbox.says(asta, "/start nu", at=at)
    sandbox.edits(asta, number, "ändrat")
    sandbox.shares_position(asta, 57.72, 12.94)
    sandbox.sends_sticker(asta)
    sandbox.sends_photo(asta, "lampan")
    sandbox.sends_poll(asta)
    sandbox.channel_post("nytt i kanalen")
    command, edit, position, sticker, photo, poll, post = await bot.get_updates(timeout=0)
    assert command.message.date == at
    assert command.message.from_user.full_name == "Asta Påhittad"
    assert command.message.parse_entities() == {command.message.entities[0]: "/start"}
    assert edit.edited_message.text == "ändrat"
    assert position.message.location.longitude == 12.94
    assert sticker.message.sticker.emoji
    assert photo.message.caption == "lampan"
    assert len(poll.message.poll.options) == 2
    assert post.channel_post.text == "nytt i kanalen"


async def test_an_empty_text_and_a_bot_as_sender_get_through(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.says(Person(id=7, first_name="Robot", is_bot=True), "")
    (update,) = await bot.get_updates(timeout=0)
    assert update.message.from_user.is_bot
    with pytest.raises(Forbidden, match="bots"):
        await bot.send_message(7, "hej")


async def test_in_a_group_the_bot_sees_commands_to_it_and_nothing_else(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    group = sandbox.group("Trygga Exempelby")
    sandbox.says(asta, "/innan", chat=group)
    sandbox.adds_bot_to(group, by=asta)
    sandbox.says(asta, "hej på er", chat=group)
    sandbox.says(asta, "/koppla ABC", chat=group)
    sandbox.says(asta, "/koppla@BRABOT_TEST_BOT ABC", chat=group)
    sandbox.says(asta, "/koppla@annan_bot ABC", chat=group)
    added, joined, first, second = await bot.get_updates(timeout=0)
    assert added.my_chat_member.new_chat_member.status == ChatMember.MEMBER
    assert added.my_chat_member.chat.id == group.id < 0
    assert joined.message.new_chat_members == (bot.bot,)
    assert first.message.text == "/koppla ABC"
    assert second.message.text == "/koppla@BRABOT_TEST_BOT ABC"


async def test_as_administrator_the_bot_sees_everything_and_is_told_so(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    group = sandbox.group("Trygga Exempelby", kind="supergroup")
    sandbox.adds_bot_to(group, as_administrator=True)
    sandbox.says(asta, "hej på er", chat=group)
    updates = await bot.get_updates(timeout=0)
    assert updates[0].my_chat_member.new_chat_member.status == ChatMember.ADMINISTRATOR
    assert updates[-1].message.text == "hej på er"
    assert (await bot.get_chat(group.id)).title == "Trygga Exempelby"
    assert (await bot.get_chat_member(group.id, asta.id)).status == ChatMember.MEMBER
    me = await bot.get_chat_member(group.id, bot.id)
    assert me.status == ChatMember.ADMINISTRATOR
    with pytest.raises(BadRequest, match="Member not found"):
        await bot.get_chat_member(group.id, 999)


async def test_after_leaving_or_being_thrown_out_the_bot_cannot_write_to_the_group(
    sandbox: Sandbox, bot: Bot
) -> None:
    group = sandbox.group("Trygga Exempelby")
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "hej")
    sandbox.adds_bot_to(group)
    await bot.send_message(group.id, "hej")
    sandbox.removes_bot_from(group)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "hej")
    sandbox.adds_bot_to(group)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member"):
        await bot.send_message(group.id, "hej")
    changes = [each.my_chat_member for each in await bot.get_updates(timeout=0)]
    statuses = [change.new_chat_member.status for change in changes if change]
    assert statuses == ["member", "kicked", "member", "left"]


def test_what_was_never_written_cannot_be_edited(sandbox: Sandbox, asta: Person) -> None:
    with pytest.raises(NoSuchMessageError):
        sandbox.edits(asta, 17, "nytt")


async def test_waiting_for_an_answer_that_does_not_come_ends(
    sandbox: Sandbox, asta: Person
) -> None:
    with pytest.raises(TimeoutError):
        await sandbox.next_message(asta.id, timeout=0)


async def test_a_whole_application_runs_against_it(sandbox: Sandbox, asta: Person) -> None:
    application = (
        Application.builder()
        .token(sandbox.token)
        .base_url(sandbox.base_url)
        .base_file_url(sandbox.base_file_url)
        .build()
    )

    async def start(update, context):
        await update.message.reply_text("välkommen")

    async def echo(update, context):
        await update.message.reply_html(f"<b>{update.message.text}</b>")

    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        await application.updater.start_polling()
        sandbox.says(asta, "/start")
        welcome = await sandbox.next_message(asta.id)
        assert welcome.text == "välkommen"
        sandbox.says(asta, "hej")
        echoed = await sandbox.next_message(asta.id, after=welcome.message_id)
        assert (echoed.text, echoed.entities[0]["type"]) == ("hej", "bold")
        await sandbox.drained()
        await application.updater.stop()
        await application.stop()
    assert len(sandbox.sent(asta.id)) == 2


def test_outside_its_block_the_sandbox_has_no_address(clock: object) -> None:
    with pytest.raises(RuntimeError, match="async with"):
        _ = Sandbox("1:x", clock=clock).base_url
    with pytest.raises(ValueError, match="bot token"):
        Sandbox("nonsense", clock=clock)


@pytest.mark.parametrize("kind", ["photo", "video", "video_note", "voice", "audio", "document"])
async def test_a_file_of_any_kind_can_be_downloaded_until_it_is_lost(
    sandbox: Sandbox, bot: Bot, asta: Person, kind: str
) -> None:
    sandbox.sends_file(asta, kind, b"what was sent", caption="så", album="1")
    (update,) = await bot.get_updates(timeout=0)
    message = update.message
    assert (message.caption, message.media_group_id) == ("så", "1")
    sent = message.photo[0] if kind == "photo" else getattr(message, kind)
    file = await sent.get_file()
    assert bytes(await file.download_as_bytearray()) == b"what was sent"
    sandbox.loses_files()
    with pytest.raises(InvalidToken):  # so python-telegram-bot calls every 404
        await file.download_as_bytearray()
