"""The list of commands, in the languages that Telegram can tell apart."""

import pytest
from telegram import BotCommandScopeAllGroupChats
from telegram.error import BadRequest, TimedOut

from bot.telegram.commands import publish_commands
from tests.bot.talk import CONFIG, TEXTS


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr("bot.telegram.commands._PAUSE_SECONDS", 0)


class Recording:
    """Keeps what it is told by language; raises `trouble` after that."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.told: dict[str | None, dict[str, str]] = {}
        self.of_groups: dict[str, str] = {}
        self._trouble = trouble

    async def set_my_commands(self, commands, *, scope, language_code):
        told = {c.command: c.description for c in commands}
        if isinstance(scope, BotCommandScopeAllGroupChats):
            self.of_groups = told
        else:
            self.told[language_code] = told
        if self._trouble is not None:
            raise self._trouble


async def test_every_language_has_its_list_and_the_first_is_everybody_elses():
    client = Recording()
    await publish_commands(client, TEXTS)
    assert set(client.told) == {None, "en", "ar", "so", "fi", "bs", "fa", "pl", "uk"}
    assert "Byt språk" in client.told[None]["sprak"]
    assert client.told["so"]["mina"] == "Waxa aad sheegtay"
    assert all(len(told) == 7 for told in client.told.values())
    assert set(client.of_groups) == {"svara", "status", "gjort", "hjalp"}


@pytest.mark.parametrize(("trouble", "tried"), [(TimedOut(), 1), (BadRequest("no"), 9)])
async def test_telegram_is_not_waited_for_once_for_each_language(trouble, tried):
    client = Recording(trouble)
    await publish_commands(client, TEXTS)
    assert len(client.told) == tried
    assert len(CONFIG.languages) == 10
