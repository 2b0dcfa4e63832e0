"""What an update means, before anybody answers it."""

import pytest
from telegram import Update

from bot.dialogue.events import Command, Commanded, Told, Unreadable
from bot.telegram.translate import private_event


def event(text):
    return private_event(an_update(text=text))


def an_update(**content):
    person = {"id": 7, "is_bot": False, "first_name": "", "language_code": "sv"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, **content}
    return Update.de_json({"update_id": 1, "message": message}, None)


@pytest.mark.parametrize(
    "text",
    [
        "/hjälp det brinner i trapphuset",
        "/help there is a fire",
        "/ min man slår mig med kniv nu",
        "/okänt men viktigt",
        "/radera allt han sa om mig",
        "/start de slåss här",
    ],
)
def test_a_cry_for_help_after_a_slash_is_told_not_commanded(text):
    assert isinstance(event(text), Told)
    assert event(text).text == text


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/start", Command.START, ""),
        ("/start x7", Command.START, "x7"),
        ("/hjälp", Command.HELP, ""),
        ("/hjalp@brabot", Command.HELP, ""),
        ("/radera b-7k3q", Command.DELETE, "b-7k3q"),
        ("/mina", Command.MINE, ""),
        ("/hittepå", Command.UNKNOWN, ""),
    ],
)
def test_commands_are_understood_as_people_write_them(text, command, argument):
    given = event(text)
    assert isinstance(given, Commanded)
    assert (given.command, given.argument) == (command, argument)


@pytest.mark.parametrize(
    "content",
    [
        {"checklist": {"title": "Att göra", "tasks": []}},
        {"rich_message": {"blocks": []}},
        {"story": {"id": 1, "chat": {"id": 5, "type": "private"}}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
)
def test_what_somebody_sends_and_the_bot_cannot_read_is_told_to_be_so(content):
    assert isinstance(private_event(an_update(**content)), Unreadable)


@pytest.mark.parametrize(
    "content", [{"group_chat_created": True}, {"effect_id": "5"}, {"something_of_2030": {}}]
)
def test_what_telegram_itself_tells_is_nothing_to_answer(content):
    assert private_event(an_update(**content)) is None
