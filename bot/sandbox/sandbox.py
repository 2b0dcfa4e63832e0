"""A Telegram on loopback, for the demo and for tests."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.sandbox.faults import Faults
from bot.sandbox.limits import RateLimiter, RateLimits
from bot.sandbox.people import People
from bot.sandbox.values import Call, CallbackAnswer, Person, SentMessage
from bot.sandbox.world import World

if TYPE_CHECKING:
    from bot.sandbox.server import LoopbackServer


class Sandbox(People):
    """The part of Telegram that a bot meets, on a port of this machine.

    `async with Sandbox(token, clock=clock) as sandbox:` serves the Bot API in the running
    event loop, to a bot in this process or another that is given `base_url` and
    `base_file_url`. Its methods are called from that loop. Nothing leaves the machine, and
    nothing is kept when the block ends.

    Args:
        token: the only one that is let in; its number becomes the bot's id.
        clock: the current time, aware, for the dates of messages.
        rate_limits: when the bot is told to wait.

    Raises:
        ValueError: the token does not look like Telegram's (`123456:letters`).
    """

    def __init__(
        self,
        token: str,
        *,
        clock: Callable[[], datetime],
        rate_limits: RateLimits = RateLimits(),  # noqa: B008 - frozen
    ) -> None:
        number, colon, _ = token.partition(":")
        if not (colon and number.isdecimal()):
            raise ValueError("a bot token is a number, a colon and a secret")
        bot = Person(id=int(number), first_name="Bråbot", username="brabot_test_bot", is_bot=True)
        world = World(bot=bot.as_user(), clock=clock, limiter=RateLimiter(rate_limits))
        super().__init__(world)
        self.token = token
        self._server: LoopbackServer | None = None

    async def __aenter__(self) -> Self:
        """Begin to serve."""
        from bot.sandbox.server import LoopbackServer

        self._server = LoopbackServer(self._world, self.token)
        await self._server.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop serving; a poll that waits comes back empty."""
        self._world.updates.close()
        if self._server is not None:
            await self._server.stop()

    @property
    def port(self) -> int:
        """Return the port.

        Raises:
            RuntimeError: outside the `async with` block.
        """
        if self._server is None:
            raise RuntimeError("the sandbox serves only inside its `async with` block")
        return self._server.port

    @property
    def base_url(self) -> str:
        """Return the address to which the token and the method are appended."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """Return the address to which the token and a file's path are appended."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    @property
    def calls(self) -> Sequence[Call]:
        """Return the calls answered so far, in the order in which they were."""
        return self._world.calls

    @property
    def faults(self) -> Faults:
        """Return what goes wrong, to be asked for more."""
        return self._world.faults

    @property
    def answered_callbacks(self) -> Mapping[str, CallbackAnswer]:
        """Return what the bot answered to pressed buttons, by the query's id."""
        return self._world.callbacks.answers

    def sent(self, chat_id: int | None = None) -> list[SentMessage]:
        """Return what the bot has sent, to one chat or in all, deleted ones too, oldest first."""
        return [
            message
            for message in self._world.history.by_bot()
            if chat_id is None or message.chat_id == chat_id
        ]

    async def wait_for(
        self, predicate: Callable[[SentMessage], bool], timeout: float = 5
    ) -> SentMessage:
        """Return the earliest of the bot's messages, sent or still to come, that fits.

        Raises:
            TimeoutError: none did within `timeout` seconds.
        """

        def found() -> SentMessage | None:
            return next(filter(predicate, self._world.history.by_bot()), None)

        return await self._world.history.change.until(found, timeout=timeout)

    async def next_message(
        self, chat_id: int, *, after: int = 0, timeout: float = 5
    ) -> SentMessage:
        """Return the bot's first message to the chat that is newer than message `after`.

        Raises:
            TimeoutError: none came within `timeout` seconds.
        """
        return await self.wait_for(
            lambda message: message.chat_id == chat_id and message.message_id > after, timeout
        )

    async def callback_answer(self, query_id: str, timeout: float = 5) -> CallbackAnswer:
        """Return what the bot answers to a pressed button.

        Raises:
            TimeoutError: it did not within `timeout` seconds.
        """
        answers = self._world.callbacks.answers
        return await self._world.callbacks.change.until(
            lambda: answers.get(query_id), timeout=timeout
        )

    async def bring_updates(self, *to: str) -> None:
        """Bring updates to the bot's webhook until cancelled.

        Args:
            to: where the bot's processes serve it over plain HTTP on this machine.
        """
        from bot.sandbox.webhooks import bring_updates

        await bring_updates(self._world, *to)

    async def drained(self, timeout: float = 5) -> None:
        """Wait until the bot has confirmed every update.

        Raises:
            TimeoutError: some were not within `timeout` seconds.
        """
        await self._world.updates.drained(timeout=timeout)

    async def polled(self, timeout: float = 5) -> None:
        """Wait until the bot is up and asks for updates.

        Raises:
            TimeoutError: it did not within `timeout` seconds.
        """
        await self._world.updates.polled(timeout=timeout)
