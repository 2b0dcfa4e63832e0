"""A digest sent once more because somebody asked for it."""

from datetime import datetime

from bot.config.config import Config
from bot.digest.delivering import again_of, messages_of
from bot.digest.making import Maker, as_period
from bot.errors import InputInvalid
from bot.focus_areas import known_focus_area
from bot.logs import get_logger
from bot.texts.catalogue import Texts
from storage.database import Database
from storage.deliveries import DeliveryState
from storage.digests import Digest

log = get_logger(__name__)


async def resend(
    database: Database,
    config: Config,
    texts: Texts,
    delivery_id: int,
    *,
    by: str,
    now: datetime,
) -> Digest:
    """Queue a delivery once more with what its digest was made of; the digest.

    One that was missed is made now. Quotes whose concern is gone stay out, and that is said.

    Raises:
        InputInvalid: there is no such delivery, its group is gone, or it is on its way.
    """
    async with database.transaction() as tx:
        seen = await tx.deliveries.get(delivery_id)
        groups = {group.id: group for group in await tx.groups.list()}
    if seen is None:
        raise InputInvalid(
            f"Det finns ingen leverans {delivery_id}. `brabot deliveries` visar dem."
        )
    group = groups.get(seen.group_id)
    if group is None:
        raise InputInvalid(
            f"Grupp {seen.group_id} är borttagen, så leverans {delivery_id} kan inte skickas igen. "
            f"Bjud in gruppen på nytt med `brabot group invite {seen.focus_area}` och skicka sedan "
            f"med `brabot digest --focus-area {seen.focus_area} --period {seen.period} --send`."
        )
    if seen.state is DeliveryState.WAITING:
        raise InputInvalid(f"Leverans {delivery_id} är redan på väg.")
    maker = Maker(database=database, config=config, now=now)
    digest = await maker.make(known_focus_area(config, group.focus_area), as_period(seen.period))
    again = again_of(seen, digest, maker) if seen.sendings else None
    messages = await messages_of(digest, group, maker, texts, again=again)
    async with database.transaction() as tx:
        if not await tx.deliveries.resend(seen, digest.id, messages, now=now):
            raise InputInvalid(f"Leverans {delivery_id} är redan på väg.")
        await tx.audit.write(
            at=now,
            actor=by,
            action="digest_resent",
            subject=f"delivery:{delivery_id}",
            detail={
                "was": seen.state.value,
                "reason": seen.reason,
                "sending": seen.sendings + 1,
                "quotes_gone": digest.quotes_gone,
            },
        )
    log.info("digest_queued", digest_id=digest.id, group_id=group.id, messages=len(messages))
    return digest
