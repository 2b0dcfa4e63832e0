"""How much the bot may send before Telegram asks it to wait."""

import math
from dataclasses import dataclass

from bot.sandbox.errors import too_many_requests

_ROUNDING = 1e-9


@dataclass(frozen=True, kw_only=True)
class RateLimits:
    """What is allowed: in all, to one private chat and to one group.

    `private_burst` is what one private chat takes at once before `private_per_second` holds.

    Source: https://core.telegram.org/bots/faq (30 a second, 1 a second per chat with short
    bursts, 20 a minute per group); the size of the burst is practice, not documented.
    """

    overall_per_second: float = 30
    private_per_second: float = 1
    private_burst: float = 20
    group_per_minute: float = 20

    @classmethod
    def unlimited(cls) -> "RateLimits":
        """Return limits that never bind."""
        return cls(
            overall_per_second=math.inf,
            private_per_second=math.inf,
            private_burst=math.inf,
            group_per_minute=math.inf,
        )


@dataclass(kw_only=True)
class _Bucket:
    capacity: float
    per_second: float
    filled: float
    at: float

    def refill(self, now: float) -> None:
        if math.isinf(self.capacity):
            return
        self.filled = min(self.capacity, self.filled + (now - self.at) * self.per_second)
        self.at = now

    def wait(self) -> float:
        missing = 1 - self.filled
        return missing / self.per_second if missing > _ROUNDING else 0.0


class RateLimiter:
    """Counts what is sent; the seconds passed in come from a clock that never goes back."""

    def __init__(self, limits: RateLimits) -> None:
        self._limits = limits
        self._overall = _full(limits.overall_per_second, limits.overall_per_second)
        self._chats: dict[int, _Bucket] = {}

    def admit(self, chat_id: int, *, is_group: bool, now: float) -> None:
        """Count one message to the chat.

        Raises:
            RefusalError: 429 with the whole seconds to wait; nothing is counted then.
        """
        if chat_id not in self._chats:
            self._chats[chat_id] = self._new_bucket(is_group=is_group)
        buckets = (self._overall, self._chats[chat_id])
        for bucket in buckets:
            bucket.refill(now)
        wait = max(bucket.wait() for bucket in buckets)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.filled -= 1

    def _new_bucket(self, *, is_group: bool) -> _Bucket:
        if is_group:
            allowed = self._limits.group_per_minute
            return _full(allowed, allowed / 60)
        return _full(self._limits.private_burst, self._limits.private_per_second)


def _full(capacity: float, per_second: float) -> _Bucket:
    return _Bucket(capacity=capacity, per_second=per_second, filled=capacity, at=-math.inf)
