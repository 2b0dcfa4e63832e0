"""One digest into the outbox for one group, in the form that reaches it."""

import asyncio

from bot.digest.arrival import Again, arrival_notices
from bot.digest.channels import messages_to
from bot.digest.making import Maker
from bot.digest.periods import Period
from bot.digest.report import build_report
from bot.digest.values import facts_from_json
from bot.digest.wording import Wording
from bot.focus_areas import known_focus_area
from bot.logs import get_logger
from bot.texts.catalogue import Texts
from storage.deliveries import Delivery
from storage.digests import Digest
from storage.groups import Group
from storage.outbox import Outgoing

log = get_logger(__name__)


async def deliver(
    maker: Maker, texts: Texts, group: Group, period: Period, before: Delivery | None = None
) -> bool:
    """Queue a period's digest for a group; False if the group has had that period's before.

    `before` is the delivery that was taken back, if this is one that is made anew.

    Raises:
        InputInvalid: there is no such focus area, or the period is not over.
    """
    digest = await maker.make(known_focus_area(maker.config, group.focus_area), period)
    again = None
    if before is not None and before.sendings > 1:
        again = again_of(before, digest, maker)
    messages = await messages_of(digest, group, maker, texts, again=again)
    async with maker.database.transaction() as tx:
        queued = await tx.digests.deliver(digest.id, group.id, messages, now=maker.now)
    if queued:
        log.info("digest_queued", digest_id=digest.id, group_id=group.id, messages=len(messages))
    return queued


async def messages_of(
    digest: Digest, group: Group, maker: Maker, texts: Texts, *, again: Again | None = None
) -> list[Outgoing]:
    """The messages that bring a kept digest to a group, with how it comes if that is unusual."""

    def compose() -> list[Outgoing]:
        facts = facts_from_json(digest.facts)
        quotes = [text for _, text in digest.quotes]
        notices = arrival_notices(
            facts.period, group, maker.config, texts, now=maker.now, again=again
        )
        report = build_report(facts, quotes, maker.config, texts, notices=notices)
        words = Wording(language=report.language, config=maker.config, texts=texts)
        return messages_to(group, report, facts, words)

    return await asyncio.to_thread(compose)


def again_of(seen: Delivery, digest: Digest, maker: Maker) -> Again:
    """What one that is sent again says of the times before."""
    first = seen.created_at.astimezone(maker.config.municipality.timezone).date()
    return Again(first=first, quotes_gone=digest.quotes_gone)
