"""What the archive holds for proposals, and the note that they were made."""

from datetime import datetime
from typing import Final

from bot.config.config import Config
from bot.tuning.opinions import every_correction, opinions
from bot.tuning.proposals import Proposals
from bot.tuning.suggested import Suggested, suggested
from storage.concern_values import Concern
from storage.database import Transaction

SUGGESTED: Final = "examples_suggested"
"""The audit log's action."""
_AT_ONCE = 1_000


async def found_in(tx: Transaction, config: Config) -> Suggested:
    """What people's corrections of the concerns that still are give."""
    said = opinions(await every_correction(tx), config)
    held = {hold.concern_id for hold in await tx.holds.all()}
    ids = list(said)
    concerns: dict[int, Concern] = {}
    for start in range(0, len(ids), _AT_ONCE):
        several = await tx.concerns.of_ids(ids[start : start + _AT_ONCE])
        concerns.update((concern.id, concern) for concern in several)
    return suggested(said, concerns, config, held=held)


async def note(
    tx: Transaction,
    found: Suggested,
    proposals: Proposals,
    config: Config,
    *,
    actor: str,
    now: datetime,
) -> None:
    """Keep in the audit log who was shown proposals, and how many; none of their words."""
    counts = {
        one.theme: {"sentences": len(one.sentences), "keywords": len(one.keywords)}
        for one in proposals.themes
        if one.sentences or one.keywords
    }
    await tx.audit.write(
        at=now,
        actor=actor,
        action=SUGGESTED,
        subject=f"config:{config.version}",
        detail={
            "themes": counts,
            "disputed": len(found.disputed),
            "withheld": found.withheld,
        },
    )
