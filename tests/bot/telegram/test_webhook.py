"""Telegram is told where to bring the updates, until it has understood, and ever again."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.telegram.reach import answers
from bot.telegram.webhook import Subscription, leave_webhook

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://brabot.example.se/telegram"


class ScriptedClient:
    """Gives these answers or raises them, then refuses the token to end."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []

    async def call(self, method, params):
        self.calls.append((method, params))
        answer = self.answers.pop(0) if self.answers else InvalidToken("over")
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def methods(self):
        return [method for method, _ in self.calls]


async def ran(client, monkeypatch):
    async def no_pause(_):
        return None

    monkeypatch.setattr(asyncio, "sleep", no_pause)
    subscription = Subscription(client, url=URL, secret="s" * 32, clock=lambda: NOW)
    with capture_logs() as logged, pytest.raises(InvalidToken):
        await subscription.run()
    return [event["event"] for event in logged]


def info(url=URL, **more):
    return {"url": url, "pending_update_count": 3, **more}


async def test_the_address_is_set_with_the_secret_and_nothing_that_waits_is_dropped(monkeypatch):
    client = ScriptedClient(True)
    assert await ran(client, monkeypatch) == ["webhook_set"]
    method, params = client.calls[0]
    assert method == "setWebhook"
    assert params["url"] == URL
    assert params["secret_token"] == "s" * 32
    assert params["drop_pending_updates"] is False
    assert params["allowed_updates"] == []


@pytest.mark.parametrize("error", [NetworkError("away"), BadRequest("bad webhook: no such host")])
async def test_it_is_tried_until_telegram_takes_it(monkeypatch, error):
    client = ScriptedClient(error, error, True)
    assert await ran(client, monkeypatch) == ["webhook_not_set", "webhook_not_set", "webhook_set"]


async def test_an_address_that_somebody_took_away_is_set_again(monkeypatch):
    client = ScriptedClient(True, info(), info(url=""), True, NetworkError("away"), info())
    events = await ran(client, monkeypatch)
    assert events == ["webhook_set", "webhook_lost", "webhook_set", "webhook_not_looked_at"]
    assert client.methods.count("setWebhook") == 2


@pytest.mark.parametrize(("minutes", "told"), [(1, ["webhook_failing"]), (6, [])])
async def test_that_telegram_could_not_bring_updates_lately_is_told(monkeypatch, minutes, told):
    failed = int((NOW - timedelta(minutes=minutes)).timestamp())
    found = info(last_error_date=failed, last_error_message="Connection refused")
    assert await ran(ScriptedClient(True, found), monkeypatch) == ["webhook_set", *told]


async def test_leaving_the_webhook_drops_nothing():
    client = ScriptedClient(True)
    await leave_webhook(client)
    assert client.calls == [("deleteWebhook", {"drop_pending_updates": False})]


@pytest.mark.parametrize(
    ("answer", "reached"),
    [({"id": 1}, True), (NetworkError("away"), False), (InvalidToken("no"), False)],
)
async def test_telegram_answers_or_does_not(answer, reached):
    assert await answers(ScriptedClient(answer)) is reached
