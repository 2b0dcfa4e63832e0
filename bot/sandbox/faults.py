"""What goes wrong at Telegram and on the way there, by script or by seeded chance."""

import asyncio
import math
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.errors import DroppedError, RefusalError, forbidden, too_many_requests
from bot.sandbox.values import Json

ANY = "*"
"""Stands for every method in `Faults.next` and `Faults.random`."""
WEBHOOK = "webhook"
"""Stands for bringing an update to the bot's webhook, as if that were a method."""


@dataclass(frozen=True)
class Fault:
    """Nothing goes wrong; what does is a subclass."""

    async def before(self) -> None:
        """Go wrong before the call has had its effect.

        Raises:
            RefusalError: Telegram refuses the call.
            DroppedError: the connection ends without an answer.
        """

    async def after(self, result: object) -> object:
        """Go wrong after the effect; the result that goes back.

        Raises:
            DroppedError: the connection ends without an answer.
        """
        return result


@dataclass(frozen=True)
class TooMany(Fault):
    """429: the bot shall be quiet for so many whole seconds."""

    retry_after: int = 1

    async def before(self) -> None:
        """Refuse the call."""
        raise too_many_requests(self.retry_after)


@dataclass(frozen=True)
class ServerError(Fault):
    """A 5xx of Telegram's own."""

    code: int = 502

    async def before(self) -> None:
        """Refuse the call."""
        raise RefusalError(self.code, "Bad Gateway" if self.code == 502 else "Internal Error")


@dataclass(frozen=True)
class Revoked(Fault):
    """401: somebody has revoked the token."""

    async def before(self) -> None:
        """Refuse the call."""
        raise RefusalError(401, "Unauthorized")


@dataclass(frozen=True)
class Blocked(Fault):
    """403, as for a person who has blocked the bot."""

    async def before(self) -> None:
        """Refuse the call."""
        raise forbidden("bot was blocked by the user")


@dataclass(frozen=True)
class DropBefore(Fault):
    """The connection ends, and the call has had no effect."""

    async def before(self) -> None:
        """End the connection."""
        raise DroppedError


@dataclass(frozen=True)
class DropAfter(Fault):
    """The connection ends after the effect: the message is out, its answer lost."""

    async def after(self, result: object) -> object:
        """End the connection."""
        raise DroppedError


@dataclass(frozen=True)
class Slow(Fault):
    """The effect comes at once, the answer after so many seconds."""

    seconds: float = 1.0

    async def after(self, result: object) -> object:
        """Wait."""
        await asyncio.sleep(self.seconds)
        return result


@dataclass(frozen=True)
class Hang(Fault):
    """Nothing happens for so many seconds, then the connection ends."""

    seconds: float = 30.0

    async def before(self) -> None:
        """Wait, and end the connection."""
        await asyncio.sleep(self.seconds)
        raise DroppedError


@dataclass(frozen=True)
class Backwards(Fault):
    """`getUpdates` gives its updates in the wrong order."""

    async def after(self, result: object) -> object:
        """Turn them round."""
        return result[::-1] if isinstance(result, list) else result


@dataclass(frozen=True)
class Twice(Fault):
    """`getUpdates` gives each update twice; a webhook is brought it again."""

    async def after(self, result: object) -> object:
        """Double them."""
        return result + result if isinstance(result, list) else result


@dataclass(kw_only=True)
class _Planned:
    method: str
    fault: Fault
    chat_id: int | None
    left: float


class Faults:
    """The faults that calls meet; none until somebody asks for some.

    `met` counts them by method and kind.
    """

    def __init__(self) -> None:
        self.met: Counter[tuple[str, str]] = Counter()
        self._planned: list[_Planned] = []
        self._rates: Mapping[str, Mapping[Fault, float]] = {}
        self._random = random.Random(0)

    def next(
        self, method: str, fault: Fault, *, chat_id: int | None = None, times: float = 1
    ) -> None:
        """Let the next call of the method (or `ANY`) go wrong, or the next `times` ones.

        Args:
            method: as Telegram names it.
            fault: how.
            chat_id: only calls for that chat.
            times: `math.inf` lasts until `stop`.
        """
        self._planned.append(_Planned(method=method, fault=fault, chat_id=chat_id, left=times))

    def always(self, method: str, fault: Fault, *, chat_id: int | None = None) -> None:
        """Let all calls of the method (or `ANY`) go wrong until `stop`."""
        self.next(method, fault, chat_id=chat_id, times=math.inf)

    def random(self, seed: int, rates: Mapping[str, Mapping[Fault, float]]) -> None:
        """Let calls go wrong by chance, the same for the same seed and order of calls.

        Args:
            seed: where chance begins.
            rates: the probability of each fault, by method; `ANY` for methods not named.
        """
        self._random = random.Random(seed)
        self._rates = rates

    def stop(self) -> None:
        """Let everything go well from now on; what hangs goes on hanging."""
        self._planned.clear()
        self._rates = {}

    def take(self, method: str, params: Json) -> Fault:
        """What this call meets; `Fault()` for nothing."""
        fault = self._scripted(method, params) or self._by_chance(method)
        if fault is None:
            return Fault()
        self.met[method, type(fault).__name__] += 1
        return fault

    def _scripted(self, method: str, params: Json) -> Fault | None:
        for plan in self._planned:
            is_method = plan.method in {method, ANY}
            if is_method and plan.chat_id in {None, params.get("chat_id")}:
                plan.left -= 1
                if plan.left <= 0:
                    self._planned.remove(plan)
                return plan.fault
        return None

    def _by_chance(self, method: str) -> Fault | None:
        rates = self._rates.get(method, self._rates.get(ANY, {}))
        if not rates:
            return None
        number = self._random.random()
        for fault, probability in rates.items():
            number -= probability
            if number < 0:
                return fault
        return None
