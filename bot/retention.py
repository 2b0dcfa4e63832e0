"""The retention that the privacy notice tells residents, kept."""

from datetime import datetime, timedelta

from bot.config.config import Config
from nlp.reading import Kind
from storage.database import Database
from storage.retention import Purged, RetentionRule, ThemeRule

_HANDLED = timedelta(days=8)
"""Telegram keeps an update for a day, so none comes twice after that; and after a week without
any it may begin its numbers anew, which must not meet old ones here.
Source: Telegram Bot API, getUpdates and Update.update_id."""

_CONVERSATION = timedelta(days=1)
"""A dialogue left for so long is over; a shared position in it must not be kept."""

_UNSORTED = frozenset({Kind.QUESTION.value, Kind.CHATTER.value, Kind.SPAM.value})


async def purge(
    database: Database,
    config: Config,
    *,
    now: datetime,
    dry_run: bool = False,
    actor: str = "retention",
) -> Purged:
    """Take away what has been kept as long as the configuration says, or only count it.

    The audit log names the `actor`.

    Raises:
        StorageError: nothing was taken away.
    """
    async with database.transaction() as tx:
        rule = retention_rule(config)
        return await tx.retention.apply(rule, now=now, dry_run=dry_run, actor=actor)


def retention_rule(config: Config) -> RetentionRule:
    """The configuration's days as storage takes them."""
    days = config.retention
    return RetentionRule(
        contact=timedelta(days=days.contact_days_after_closing),
        original_text=timedelta(days=days.original_text_days),
        concern=timedelta(days=days.concern_days),
        unsorted=timedelta(days=days.unsorted_days),
        unsorted_kinds=_UNSORTED,
        handled=_HANDLED,
        conversation=_CONVERSATION,
        decision=days.decision,
        themes=tuple(
            ThemeRule(
                themes=frozenset(one.themes),
                original_text=timedelta(days=one.original_text_days or days.original_text_days),
                concern=timedelta(days=one.concern_days or days.concern_days),
                decision=one.decision,
            )
            for one in days.theme
        ),
    )
