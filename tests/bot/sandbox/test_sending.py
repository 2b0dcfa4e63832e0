import json
from datetime import timedelta
from io import BytesIO

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.sandbox import CallbackAnswer, Person, RateLimits, Sandbox
from bot.sandbox.errors import NoSuchButtonError

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="yes")]])


@pytest.fixture
def chat_id(sandbox: Sandbox, asta: Person) -> int:
    sandbox.says(asta, "hej")
    return asta.id


async def test_a_message_is_sent_parsed_and_seen(sandbox: Sandbox, bot: Bot, chat_id: int) -> None:
    sent = await bot.send_message(chat_id, "<b>Tack</b>!", parse_mode="HTML", reply_markup=KEYBOARD)
    assert sent.text == "Tack!"
    assert sent.from_user == bot.bot
    (seen,) = sandbox.sent(chat_id)
    assert (seen.message_id, seen.text, seen.parse_mode) == (sent.message_id, "Tack!", "HTML")
    assert seen.entities == ({"type": "bold", "offset": 0, "length": 4},)
    assert seen.reply_markup == KEYBOARD.to_dict()
    assert await sandbox.next_message(chat_id) == seen
    assert sandbox.calls[-1].method == "sendMessage"
    assert sandbox.calls[-1].error_code is None


@pytest.mark.parametrize(
    "text", ["x" * 4096, "🙂" * 2048, f"<b>{'x' * 4096}</b>", " x" + " " * 9999]
)
async def test_a_text_of_4096_units_after_parsing_is_sent(
    bot: Bot, chat_id: int, text: str
) -> None:
    await bot.send_message(chat_id, text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        ("x" * 4097, {}, "Message is too long"),
        ("🙂" * 2048 + "x", {}, "Message is too long"),
        (" \n ", {}, "Message text is empty"),
        ("<b></b>", {"parse_mode": "HTML"}, "Message text is empty"),
        ("<b>x", {"parse_mode": "HTML"}, "Can't parse entities"),
        ("x", {"parse_mode": "BBCode"}, "Unsupported parse_mode"),
        (
            "x",
            {
                "reply_markup": InlineKeyboardMarkup(
                    [[InlineKeyboardButton("a", callback_data="é" * 33)]]
                )
            },
            "Button_data_invalid",
        ),
        ("x", {"reply_parameters": ReplyParameters(message_id=999)}, "to be replied not found"),
    ],
)
async def test_what_telegram_refuses_is_refused_and_not_sent(
    sandbox: Sandbox, bot: Bot, chat_id: int, text: str, options: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(chat_id, text, **options)
    assert sandbox.sent() == []
    assert sandbox.calls[-1].error_code == 400


async def test_the_bot_cannot_write_first_nor_to_strangers_nor_to_who_blocked_it(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(asta.id, "hej")
    group = sandbox.group("Trygga Exempelby")
    sandbox.joins(asta, group)
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(asta.id, "hej")
    sandbox.says(asta, "/start")
    await bot.send_message(asta.id, "hej")
    sandbox.blocks(asta)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(asta.id, "hej")
    sandbox.says(asta, "förlåt")
    await bot.send_message(asta.id, "välkommen åter")


async def test_too_many_messages_are_refused_with_the_seconds_to_wait(
    clock: object, asta: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    limits = RateLimits(private_burst=2, private_per_second=0.1)
    async with (
        Sandbox("7:abc", clock=clock, rate_limits=limits) as sandbox,
        httpx.AsyncClient() as client,
        Bot("7:abc", base_url=sandbox.base_url) as bot,
    ):
        sandbox.says(asta, "hej")
        await bot.send_message(asta.id, "1")
        await bot.send_message(asta.id, "2")
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(asta.id, "3")
        assert caught.value.retry_after == timedelta(seconds=10)
        url = f"{sandbox.base_url}7:abc/sendMessage"
        answer = await client.post(url, json={"chat_id": asta.id, "text": "3"})
        assert answer.status_code == 429
        assert answer.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 10",
            "parameters": {"retry_after": 10},
        }
        assert [message.text for message in sandbox.sent()] == ["1", "2"]


async def test_a_document_and_a_photo_keep_their_bytes(
    sandbox: Sandbox, bot: Bot, chat_id: int
) -> None:
    document = InputFile(BytesIO(b"%PDF\r\n\x00\xff"), filename="lägesbild.pdf")
    sent = await bot.send_document(chat_id, document, caption="<i>Vecka 47</i>", parse_mode="HTML")
    assert sent.document.file_name == "lägesbild.pdf"
    await bot.send_photo(chat_id, BytesIO(b"\x89PNG"), caption="x" * 1024)
    await bot.send_document(chat_id, sent.document.file_id)
    files = [message.file for message in sandbox.sent(chat_id)]
    assert [file.content for file in files if file] == [
        b"%PDF\r\n\x00\xff",
        b"\x89PNG",
        b"%PDF\r\n\x00\xff",
    ]
    assert files[0].media_type == "application/pdf"
    assert sandbox.sent(chat_id)[0].text == "Vecka 47"
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(chat_id, BytesIO(b"\x89PNG"), caption="x" * 1025)
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(chat_id, BytesIO(b""))


async def test_a_photo_from_a_person_can_be_downloaded_and_copied_without_its_sender(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    number = sandbox.sends_photo(asta, "trasig lampa", content=b"picture")
    (update,) = await bot.get_updates(timeout=0)
    file = await bot.get_file(update.message.photo[-1].file_id)
    assert await file.download_as_bytearray() == b"picture"
    copy = await bot.copy_message(asta.id, asta.id, number, caption="Ny text")
    forwarded = await bot.forward_message(asta.id, asta.id, number)
    assert forwarded.forward_origin.sender_user.id == asta.id
    copied = next(each for each in sandbox.sent() if each.message_id == copy.message_id)
    assert (copied.text, copied.file.content) == ("Ny text", b"picture")
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(asta.id, asta.id, 999)


async def test_a_location_and_a_chat_action_are_taken(
    sandbox: Sandbox, bot: Bot, http: httpx.AsyncClient, chat_id: int
) -> None:
    sent = await bot.send_location(chat_id, latitude=57.72, longitude=12.94)
    assert sent.location.latitude == 57.72
    assert await bot.send_chat_action(chat_id, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(chat_id, "dancing")
    with pytest.raises(BadRequest, match="Wrong location"):
        await bot.send_location(chat_id, latitude=91, longitude=0)


async def test_an_edit_shows_and_an_unchanged_one_is_refused(
    sandbox: Sandbox, bot: Bot, chat_id: int
) -> None:
    sent = await bot.send_message(chat_id, "fråga", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("fråga", chat_id, sent.message_id, reply_markup=KEYBOARD)
    edited = await bot.edit_message_text("svar", chat_id, sent.message_id)
    assert edited.reply_markup is None
    (seen,) = sandbox.sent(chat_id)
    assert (seen.text, seen.edited, seen.reply_markup) == ("svar", True, None)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(chat_id, sent.message_id)
    await bot.edit_message_reply_markup(chat_id, sent.message_id, reply_markup=KEYBOARD)
    assert sandbox.sent(chat_id)[0].text == "svar"


async def test_only_the_bots_own_messages_with_inline_buttons_or_none_can_be_edited(
    sandbox: Sandbox, bot: Bot, asta: Person, chat_id: int
) -> None:
    theirs = sandbox.says(asta, "mitt")
    mine = await bot.send_message(chat_id, "välj", reply_markup=ReplyKeyboardMarkup([["Ja"]]))
    for number in (theirs, mine.message_id):
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("nytt", chat_id, number)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("nytt", chat_id, 999)


async def test_a_message_is_deleted_once_and_not_after_two_days(
    sandbox: Sandbox, bot: Bot, clock: object, chat_id: int
) -> None:
    first = await bot.send_message(chat_id, "bort")
    second = await bot.send_message(chat_id, "kvar")
    await bot.delete_message(chat_id, first.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(chat_id, first.message_id)
    clock.advance(hours=49)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(chat_id, second.message_id)
    assert [message.deleted for message in sandbox.sent(chat_id)] == [True, False]


async def test_a_pressed_button_is_answered_once(
    sandbox: Sandbox, bot: Bot, clock: object, asta: Person, chat_id: int
) -> None:
    sent = await bot.send_message(chat_id, "fråga", reply_markup=KEYBOARD)
    query_id = sandbox.presses(asta, sent.message_id, "Ja")
    assert sandbox.presses(asta, sandbox.sent()[0], "yes") != query_id
    queries = [each.callback_query for each in await bot.get_updates(timeout=0)]
    query = next(each for each in queries if each and each.id == query_id)
    assert (query.data, query.from_user.id, query.message.text) == ("yes", asta.id, "fråga")
    await query.answer("Tack", show_alert=True)
    assert sandbox.answered_callbacks == {query_id: CallbackAnswer(text="Tack", show_alert=True)}
    assert (await sandbox.callback_answer(query_id)).text == "Tack"
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer()
    late = sandbox.presses(asta, sent.message_id, "yes")
    clock.advance(hours=1)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(late)
    with pytest.raises(NoSuchButtonError):
        sandbox.presses(asta, sent.message_id, "Kanske")


async def test_the_profile_is_kept_by_language(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "Börja")])
    await bot.set_my_commands([BotCommand("start", "Begin")], language_code="en")
    assert (await bot.get_my_commands())[0].description == "Börja"
    assert (await bot.get_my_commands(language_code="en"))[0].description == "Begin"
    await bot.set_my_name("Bråbot Exempelby")
    await bot.set_my_description("Berätta vad som oroar dig.")
    await bot.set_my_short_description("Tips till Brå")
    assert (await bot.get_my_name(language_code="en")).name == "Bråbot Exempelby"
    assert (await bot.get_my_description()).description == "Berätta vad som oroar dig."
    assert (await bot.get_my_short_description()).short_description == "Tips till Brå"
    for wrong in (BotCommand("Start", "x"), BotCommand("a-b", "x"), BotCommand("å", "x")):
        with pytest.raises(BadRequest, match="Bot_command_invalid"):
            await bot.set_my_commands([wrong])
    with pytest.raises(BadRequest, match="too long"):
        await bot.set_my_description("x" * 513)


async def test_a_wrong_token_and_unknown_methods_are_told_as_telegram_does(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    async def told(url: str) -> tuple[int, str]:
        answer = await http.get(url)
        body = answer.json()
        assert body["error_code"] == answer.status_code
        assert body["ok"] is False
        return answer.status_code, body["description"]

    assert await told(f"{sandbox.base_url}123456:wrong/getMe") == (401, "Unauthorized")
    assert await told(f"{sandbox.base_url}nonsense/getMe") == (404, "Not Found")
    assert await told(f"{sandbox.base_file_url}1:x/photos/file_0.png") == (401, "Unauthorized")
    assert await told("/getEverything") == (404, "Not Found: method not found")
    assert (await told("/sendDice"))[0] == 501
    with pytest.raises(InvalidToken):
        async with Bot("123456:wrong", base_url=sandbox.base_url):
            pass


async def test_parameters_are_read_however_they_come(
    sandbox: Sandbox, http: httpx.AsyncClient, chat_id: int
) -> None:
    fields = {"chat_id": str(chat_id), "text": "åäö"}
    markup = {"remove_keyboard": True}
    for sending in (
        {"params": fields | {"reply_markup": json.dumps(markup)}},
        {"data": fields | {"reply_markup": json.dumps(markup)}},
        {"json": {"chat_id": chat_id, "text": "åäö", "reply_markup": markup}},
        {"data": fields | {"reply_markup": json.dumps(markup)}, "files": {"x": b"y"}},
    ):
        answer = await http.post("/SendMessage", **sending)
        assert answer.json()["result"]["text"] == "åäö"
    assert [message.reply_markup for message in sandbox.sent()] == [markup] * 4
    for broken in (
        {"content": b"text=%ff", "headers": {"content-type": "application/x-www-form-urlencoded"}},
        {
            "content": b'{"chat_id": 501, "text": "\\ud800"}',
            "headers": {"content-type": "application/json"},
        },
    ):
        answer = await http.post("/sendMessage", **broken)
        assert answer.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
