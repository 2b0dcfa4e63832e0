import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import Conflict

from bot.sandbox import Person, Sandbox
from bot.web.server import WebServer, listen


async def texts(bot: Bot, **options: object) -> list[str]:
    updates = await bot.get_updates(timeout=0, **options)
    return [update.effective_message.text for update in updates]


async def test_an_update_comes_again_until_a_later_offset_confirms_it(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    sandbox.says(asta, "ett")
    sandbox.says(asta, "två")
    first, second = await bot.get_updates(timeout=0)
    assert second.update_id == first.update_id + 1
    assert await texts(bot) == ["ett", "två"]
    assert await texts(bot, offset=first.update_id) == ["ett", "två"]
    assert await texts(bot, offset=second.update_id) == ["två"]
    assert await texts(bot) == ["två"]
    with pytest.raises(TimeoutError):
        await sandbox.drained(timeout=0)
    assert await texts(bot, offset=second.update_id + 1) == []
    await sandbox.drained()


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    for number in range(5):
        sandbox.says(asta, str(number))
    assert await texts(bot, offset=-2) == ["3", "4"]
    assert await texts(bot) == ["3", "4"]


async def test_limit_is_held_between_1_and_100(
    sandbox: Sandbox, http: httpx.AsyncClient, asta: Person
) -> None:
    for number in range(101):
        sandbox.says(asta, str(number))

    async def count(limit: int) -> int:
        answer = await http.get("/getUpdates", params={"limit": limit})
        return len(answer.json()["result"])

    assert [await count(limit) for limit in (0, 1, 2, 100, 1000)] == [1, 1, 2, 100, 100]


async def test_a_waiting_poll_returns_as_soon_as_something_is_said(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.polled()
    sandbox.says(asta, "hej")
    assert [update.message.text for update in await poll] == ["hej"]


async def test_an_update_given_to_a_bot_that_has_died_meanwhile_is_given_again(
    sandbox: Sandbox, bot: Bot, http: httpx.AsyncClient, asta: Person
) -> None:
    dying = asyncio.create_task(http.get("/getUpdates", params={"timeout": 30}))
    await sandbox.polled()
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying
    sandbox.says(asta, "hej")
    assert await texts(bot) == ["hej"]


async def test_a_second_poll_ends_the_first_with_a_conflict(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    async with Bot(bot.token, base_url=sandbox.base_url) as other:
        first = asyncio.create_task(bot.get_updates(timeout=30))
        await sandbox.polled()
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        sandbox.says(asta, "hej")
        assert len(await second) == 1


async def test_a_webhook_and_polling_exclude_each_other(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.polled()
    await bot.set_webhook("https://bot.example.se/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await poll
    assert (await bot.get_webhook_info()).url == "https://bot.example.se/hook"
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    assert await bot.get_updates(timeout=0) == ()


async def test_a_webhook_gets_each_update_with_its_secret_until_it_takes_it(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    statuses, brought = [503, 200, 200], []

    async def take(request: Request) -> Response:
        brought.append(
            (request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await text_in(request))
        )
        return Response(status_code=statuses.pop(0))

    listener = listen("127.0.0.1", 0)
    app = Starlette(routes=[Route("/telegram", take, methods=["POST"])])
    serving = asyncio.create_task(WebServer(app, listener).run())
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/telegram"
    bringing = asyncio.create_task(sandbox.bring_updates(address))
    await bot.set_webhook("https://bot.example.se/telegram", secret_token="hemlig")
    sandbox.says(asta, "ett")
    sandbox.says(asta, "två")
    await sandbox.drained()
    assert brought == [("hemlig", "ett"), ("hemlig", "ett"), ("hemlig", "två")]
    assert "hemlig" not in str(await bot.get_webhook_info())
    for task in (bringing, serving):
        task.cancel()
    await asyncio.gather(bringing, serving, return_exceptions=True)


async def text_in(request: Request) -> str:
    return (await request.json())["message"]["text"]


async def test_pending_updates_can_be_dropped(sandbox: Sandbox, bot: Bot, asta: Person) -> None:
    sandbox.says(asta, "hej")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await texts(bot) == []


async def test_only_allowed_kinds_of_update_are_kept_from_then_on(
    sandbox: Sandbox, bot: Bot, asta: Person
) -> None:
    number = sandbox.says(asta, "ett")
    assert await texts(bot, allowed_updates=[Update.EDITED_MESSAGE]) == ["ett"]
    sandbox.says(asta, "två")
    sandbox.edits(asta, number, "ändrat")
    assert await texts(bot) == ["ett", "ändrat"]
    assert await texts(bot, allowed_updates=[]) == ["ett", "ändrat"]
    sandbox.says(asta, "tre")
    assert await texts(bot) == ["ett", "ändrat", "tre"]


async def test_a_kind_of_update_that_does_not_exist_yet_and_lone_surrogates_get_through(
    sandbox: Sandbox, http: httpx.AsyncClient, bot: Bot, asta: Person
) -> None:
    sandbox.raw({"mind_reading": {"thought": "\udfff"}})
    sandbox.says(asta, "trasig \ud800 text")
    answer = await http.get("/getUpdates")
    assert rb"trasig \ud800 text" in answer.content
    unknown, message = await bot.get_updates(timeout=0)
    assert unknown.effective_message is None
    assert message.message.text == "trasig \ud800 text"


async def test_a_poll_that_waits_ends_empty_when_the_sandbox_closes(clock: object) -> None:
    async with Sandbox("77:abc", clock=clock) as sandbox, httpx.AsyncClient() as client:
        url = f"{sandbox.base_url}77:abc/getUpdates"
        poll = asyncio.create_task(client.get(url, params={"timeout": 30}))
        await sandbox.polled()
        await sandbox.__aexit__(None, None, None)
        assert (await poll).json() == {"ok": True, "result": []}
