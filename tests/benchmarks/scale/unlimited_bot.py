"""`brabot` without Telegram's limit of 30 messages a second, which the bare bot has not either.

`python -m tests.benchmarks.scale.unlimited_bot run` is `brabot run` otherwise.
"""

from functools import partial

from telegram.ext import AIORateLimiter

from bot.cli import main
from bot.telegram import client

if __name__ == "__main__":
    client.AIORateLimiter = partial(AIORateLimiter, overall_max_rate=0, group_max_rate=0)
    main()
