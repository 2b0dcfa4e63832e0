"""A coordinator says of whom nothing is passed on for a while."""

from datetime import datetime, timedelta

from bot.concern_desk import find_concern, plain_line
from bot.errors import InputInvalid
from storage.database import Transaction


async def mute(
    tx: Transaction, reference: str, *, reason: str, days: int | None, actor: str, now: datetime
) -> datetime | None:
    """Pass on nothing more of who told a concern; until when, None until further notice.

    Raises:
        InputInvalid: there is no such concern, nothing leads to who told it (any more), or no
            reason is given.
    """
    why = plain_line(reason, "Skälet (--reason)")
    concern = await find_concern(tx, reference)
    until = None if days is None else now + timedelta(days=days)
    if not await tx.muting.mute(concern.id, reason=why, until=until, actor=actor, now=now):
        raise InputInvalid(
            f"{concern.reference} leder inte till någon: kopplingen är bruten, eller så är tipset "
            "inläst från en fil. Välj ett nyare tips från samma person."
        )
    return until


async def unmute(tx: Transaction, reference: str, *, actor: str, now: datetime) -> None:
    """Pass on again what is told from now on.

    Raises:
        InputInvalid: there is no such concern, or who told it is not muted.
    """
    concern = await find_concern(tx, reference)
    if not await tx.muting.unmute(concern.id, actor=actor, now=now):
        raise InputInvalid(
            f"Den som skrev {concern.reference} är inte dämpad. `brabot concern muted` visar vilka "
            "som är det."
        )
