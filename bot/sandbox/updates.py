"""The updates that wait for the bot, with Telegram's rules for fetching them."""

import random
from collections.abc import Collection

from bot.sandbox.errors import conflict
from bot.sandbox.methods import book
from bot.sandbox.values import Json
from bot.sandbox.waiting import Change

_OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class UpdateQueue:
    """Keeps each update until a later offset confirms it.

    Numbers are consecutive from a random start. Unlike at Telegram, updates do not expire
    after 24 hours. Source: https://core.telegram.org/bots/api#getupdates.
    """

    def __init__(self) -> None:
        self._next_id = random.randint(100_000_000, 900_000_000)
        self._pending: list[Json] = []
        self._allowed: Collection[str] = book().updates - book().updates_on_request
        self._poll: object | None = None
        self._refusal = ""
        self._closed = False
        self._change = Change()

    @property
    def pending(self) -> int:
        """Return how many updates are not yet confirmed."""
        return len(self._pending)

    @property
    def allowed(self) -> Collection[str]:
        """Return the kinds of update that are kept."""
        return self._allowed

    def put(self, kind: str, content: Json) -> int | None:
        """Add an update and return its number, None if the bot did not ask for its kind."""
        if kind not in self._allowed:
            return None
        return self.put_raw({kind: content})

    def put_raw(self, update: Json) -> int:
        """Add an update of any kind or shape and return the number that it got."""
        update_id = self._next_id
        self._next_id += 1
        self._pending.append({**update, "update_id": update_id})
        self._change.announce()
        return update_id

    def allow(self, kinds: object) -> None:
        """Keep only these kinds from now on; an empty list brings the default back."""
        if isinstance(kinds, list):
            default = book().updates - book().updates_on_request
            self._allowed = book().updates.intersection(kinds) or default

    async def poll(self, *, offset: int, maximum: int, timeout: float) -> list[Json]:
        """Confirm what lies before `offset`, then return the earliest updates.

        Waits at most `timeout` seconds for one to come. A negative offset counts from the
        end of the queue and forgets what lies before.

        Raises:
            RefusalError: 409, when another poll or a webhook has taken over meanwhile.
        """
        self._confirm(offset)
        poll = object()
        self._take_over(poll, _OTHER_POLL)

        def found() -> list[Json] | None:
            if self._poll is not poll:
                raise conflict(self._refusal)
            return self._pending[:maximum] or ([] if self._closed else None)

        try:
            return await self._change.until(found, timeout=timeout)
        except TimeoutError:
            return []
        finally:
            if self._poll is poll:
                self._poll = None

    def stop_polling(self, reason: str) -> None:
        """Refuse the poll that is waiting, if any, with a 409 for this reason."""
        self._take_over(None, reason)

    def drop(self) -> None:
        """Forget every pending update."""
        self._pending.clear()
        self._change.announce()

    def close(self) -> None:
        """Let the waiting poll return empty-handed, and any later one too."""
        self._closed = True
        self._change.announce()

    async def drained(self, *, timeout: float) -> None:
        """Wait until every update is confirmed.

        Raises:
            TimeoutError: some were not within `timeout` seconds.
        """
        await self._change.until(lambda: None if self._pending else True, timeout=timeout)

    async def polled(self, *, timeout: float) -> None:
        """Wait until a poll is waiting.

        Raises:
            TimeoutError: none was within `timeout` seconds.
        """
        await self._change.until(lambda: self._poll, timeout=timeout)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._pending = self._pending[offset:]
        elif offset > 0:
            self._pending = [each for each in self._pending if each["update_id"] >= offset]
        self._change.announce()

    def _take_over(self, poll: object | None, reason: str) -> None:
        self._poll, self._refusal = poll, reason
        self._change.announce()
