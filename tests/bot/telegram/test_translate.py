"""What an update means, before anybody answers it."""

import pytest
from telegram import Update

from bot.dialogue.events import Command, Commanded, Told
from bot.telegram.translate import private_event


def event(text):
    person = {"id": 7, "is_bot": False, "first_name": "", "language_code": "sv"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}
    return private_event(Update.de_json({"update_id": 1, "message": message}, None))


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
