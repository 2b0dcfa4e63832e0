import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.sandbox import Person, Sandbox
from bot.sandbox.faults import (
    WEBHOOK,
    Backwards,
    Blocked,
    DropAfter,
    DropBefore,
    Faults,
    Hang,
    Revoked,
    ServerError,
    Slow,
    TooMany,
    Twice,
)
from bot.sandbox.webhooks import bring_updates


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def met_asta(sandbox: Sandbox, asta: Person) -> Person:
    sandbox.says(asta, "hej")
    return asta


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (TooMany(3), RetryAfter),
        (ServerError(), NetworkError),
        (ServerError(500), NetworkError),
        (Revoked(), InvalidToken),
        (Blocked(), Forbidden),
        (DropBefore(), NetworkError),
        (Hang(0.01), NetworkError),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__),
)
async def test_one_call_goes_wrong_without_effect_and_the_next_one_well(
    sandbox, bot: Bot, met_asta, fault, error
):
    sandbox.faults.next("sendMessage", fault)
    with pytest.raises(error):
        await bot.send_message(met_asta.id, "hej")
    assert sandbox.sent() == []
    await bot.send_message(met_asta.id, "hej")
    assert len(sandbox.sent()) == 1
    assert sandbox.faults.met == {("sendMessage", type(fault).__name__): 1}


async def test_an_answer_may_be_lost_though_the_message_is_out(sandbox, bot: Bot, met_asta):
    sandbox.faults.next("sendMessage", DropAfter())
    with pytest.raises(NetworkError):
        await bot.send_message(met_asta.id, "hej")
    assert len(sandbox.sent()) == 1
    assert sandbox.calls[-1].error_code == 0


async def test_a_slow_answer_comes_after_the_effect(sandbox, bot: Bot, met_asta):
    sandbox.faults.next("sendMessage", Slow(60))
    sending = asyncio.create_task(bot.send_message(met_asta.id, "hej"))
    await sandbox.wait_for(lambda message: message.text == "hej")
    assert not sending.done()
    sending.cancel()
    with suppress(asyncio.CancelledError):
        await sending


async def test_a_fault_may_be_for_one_chat_for_some_times_or_until_it_is_stopped(
    sandbox, bot: Bot, met_asta
):
    berit = Person(id=502, first_name="Berit")
    sandbox.says(berit, "hej")
    sandbox.faults.always("*", ServerError(), chat_id=berit.id)
    sandbox.faults.next("sendMessage", Blocked(), chat_id=met_asta.id, times=2)
    for _ in range(2):
        with pytest.raises(Forbidden):
            await bot.send_message(met_asta.id, "hej")
        with pytest.raises(NetworkError):
            await bot.send_message(berit.id, "hej")
    await bot.send_message(met_asta.id, "hej")
    sandbox.faults.stop()
    await bot.send_message(berit.id, "hej")


def test_chance_is_the_same_for_the_same_seed():
    def met(seed: int) -> list[str]:
        faults = Faults()
        faults.random(seed, {"sendMessage": {DropAfter(): 0.2, TooMany(): 0.2}})
        return [type(faults.take("sendMessage", {})).__name__ for _ in range(200)]

    assert met(7) == met(7) != met(8)
    assert 20 < met(7).count("DropAfter") < 60 < met(7).count("Fault")


def test_a_method_without_rates_of_its_own_has_those_of_any():
    faults = Faults()
    faults.random(1, {"*": {DropAfter(): 1}, "getMe": {}})
    assert faults.take("sendPhoto", {}) == DropAfter()
    assert type(faults.take("getMe", {})).__name__ == "Fault"


async def test_updates_come_twice_and_backwards(sandbox, bot: Bot, met_asta):
    sandbox.says(met_asta, "hej igen")
    sandbox.faults.next("getUpdates", Backwards())
    sandbox.faults.next("getUpdates", Twice())
    first, last = (update.update_id for update in reversed(await bot.get_updates()))
    assert last == first + 1
    again = [update.update_id for update in await bot.get_updates()]
    assert again == [first, last, first, last]


async def test_a_group_that_became_a_supergroup_has_another_id(sandbox, bot: Bot, met_asta):
    group = sandbox.group("Gruppen", owner=met_asta)
    sandbox.adds_bot_to(group, by=met_asta)
    new = sandbox.upgrades(group)
    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(group.id, "hej")
    assert told.value.new_chat_id == new.id
    await bot.send_message(new.id, "hej")
    assert [message.chat_id for message in sandbox.sent()] == [new.id]


@asynccontextmanager
async def bringing(sandbox: Sandbox, brought: list[int]) -> AsyncIterator[None]:
    """Bring updates to an address that takes all of them."""

    async def take(request: Request) -> Response:
        brought.append((await request.json())["update_id"])
        return Response()

    app = Starlette(routes=[Route("/", take, methods=["POST"])])
    world = sandbox._world
    world.webhook = {"url": "https://brabot.example.se/"}
    task = asyncio.create_task(
        bring_updates(world, "http://bot.example/", transport=httpx.ASGITransport(app))
    )
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.mark.parametrize(("fault", "times"), [(DropBefore(), 1), (DropAfter(), 2), (Twice(), 2)])
async def test_a_webhook_is_brought_again_what_telegram_does_not_know_was_taken(
    sandbox, met_asta, fault, times
):
    sandbox.faults.next(WEBHOOK, fault)
    brought: list[int] = []
    async with bringing(sandbox, brought):
        await sandbox.drained()
    assert len(brought) == times
    assert len(set(brought)) == 1
