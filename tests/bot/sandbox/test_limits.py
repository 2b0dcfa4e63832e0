from bot.sandbox.errors import RefusalError
from bot.sandbox.limits import RateLimiter, RateLimits


def wait_of(limiter: RateLimiter, chat_id: int, *, is_group: bool, now: float) -> int | None:
    try:
        limiter.admit(chat_id, is_group=is_group, now=now)
    except RefusalError as refusal:
        assert refusal.code == 429
        assert refusal.description == f"Too Many Requests: retry after {refusal.retry_after}"
        return refusal.retry_after
    return None


def test_a_private_chat_takes_a_burst_and_then_one_message_a_second() -> None:
    limiter = RateLimiter(RateLimits(private_burst=3))
    waits = [wait_of(limiter, 1, is_group=False, now=100.0) for _ in range(4)]
    assert waits == [None, None, None, 1]
    assert wait_of(limiter, 2, is_group=False, now=100.0) is None
    assert wait_of(limiter, 1, is_group=False, now=101.0) is None
    assert wait_of(limiter, 1, is_group=False, now=101.0) == 1


def test_a_group_takes_twenty_messages_a_minute() -> None:
    limiter = RateLimiter(RateLimits())
    assert {wait_of(limiter, -1, is_group=True, now=0.0) for _ in range(20)} == {None}
    assert wait_of(limiter, -1, is_group=True, now=0.0) == 3
    assert wait_of(limiter, -1, is_group=True, now=3.0) is None


def test_all_chats_together_take_thirty_messages_a_second() -> None:
    limiter = RateLimiter(RateLimits())
    assert {wait_of(limiter, chat, is_group=False, now=0.0) for chat in range(30)} == {None}
    assert wait_of(limiter, 99, is_group=False, now=0.0) == 1


def test_the_time_that_telegram_asks_for_is_always_enough() -> None:
    limiter = RateLimiter(RateLimits(group_per_minute=7))
    now = 1000.1
    for _ in range(50):
        wait = wait_of(limiter, -1, is_group=True, now=now)
        if wait is not None:
            now += wait
            assert wait_of(limiter, -1, is_group=True, now=now) is None


def test_a_refused_message_does_not_count() -> None:
    limiter = RateLimiter(RateLimits(private_burst=1))
    limiter.admit(1, is_group=False, now=0.0)
    for _ in range(100):
        assert wait_of(limiter, 1, is_group=False, now=0.5) == 1
    assert wait_of(limiter, 1, is_group=False, now=1.0) is None


def test_without_limits_nothing_is_refused() -> None:
    limiter = RateLimiter(RateLimits.unlimited())
    assert {wait_of(limiter, -1, is_group=True, now=0.0) for _ in range(500)} == {None}
