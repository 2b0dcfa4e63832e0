"""A digest sent again by command says the same as it did, and that it comes again."""

from datetime import timedelta

import pytest

from bot.digest.resending import resend
from bot.errors import InputInvalid
from tests.bot.digest.builders import config, texts
from tests.bot.digest.test_publish import MONDAY, QUOTED, due, join, tell, waiting

LATER = MONDAY + timedelta(weeks=3)


async def again(database, number=1, *, now=LATER):
    return await resend(database, config(), texts(), number, by="eva", now=now)


async def test_it_holds_the_numbers_and_quotes_it_was_made_with(database):
    await tell(database, "buskorning")
    await join(database)
    await due(database)
    ((_, before),) = await waiting(database)
    await tell(database, "buskorning", telegram_id=2)
    await again(database)
    ((_, after),) = await waiting(database)
    notice = "Den här sammanställningen skickas igen. Första försöket var den 23 november 2026."
    assert after.replace(f"{notice}\n\n", "") == before
    async with database.transaction() as tx:
        (entry,) = [e for e in await tx.audit.entries() if e.action == "digest_resent"]
        (delivery,) = await tx.deliveries.list()
    assert (entry.actor, entry.subject, entry.detail["was"]) == ("eva", "delivery:1", "sent")
    assert (delivery.sendings, delivery.state) == (2, "sent")


async def test_a_quote_deleted_since_is_gone_and_that_is_said(database):
    concern = await tell(database, "buskorning")
    await join(database)
    await due(database)
    await waiting(database)
    async with database.transaction() as tx:
        await tx.concerns.delete(concern.id, now=MONDAY, by="resident")
    digest = await again(database)
    ((_, text),) = await waiting(database)
    assert digest.quotes_gone == 1
    assert QUOTED not in text
    assert "Ett citat som var med då har tagits bort." in text


async def test_one_that_is_made_anew_still_says_that_it_comes_again(database):
    concern = await tell(database, "buskorning")
    await join(database)
    await due(database)
    await waiting(database)
    await again(database)
    async with database.transaction() as tx:
        await tx.concerns.delete(concern.id, now=LATER, by="resident")
    await due(database, LATER)
    sent = [text for _, text in await waiting(database)]
    assert sum("Vecka 47," in text and "skickas igen" in text for text in sent) == 1
    assert QUOTED not in "".join(sent)


async def test_nothing_is_sent_twice_by_asking_twice(database):
    await join(database)
    await due(database)
    with pytest.raises(InputInvalid, match="redan på väg"):
        await again(database)
    await waiting(database)
    await again(database)
    with pytest.raises(InputInvalid, match="redan på väg"):
        await again(database)
    assert len(await waiting(database)) == 1


async def test_a_missed_one_is_made_when_it_is_asked_for(database):
    await tell(database, "buskorning")
    group = await join(database)
    async with database.transaction() as tx:
        await tx.deliveries.miss(group.id, ["2026-W47"], now=LATER)
    await again(database)
    ((_, text),) = await waiting(database)
    assert "1 tips från 1 person." in text
    assert "kommer tre veckor sent" in text
    assert "skickas igen" not in text


async def test_an_unknown_number_and_a_group_that_is_gone_are_told(database):
    with pytest.raises(InputInvalid, match="ingen leverans 1"):
        await again(database)
    group = await join(database)
    await due(database)
    async with database.transaction() as tx:
        await tx.groups.remove(group.id, now=MONDAY)
    with pytest.raises(InputInvalid, match="brabot group invite trafik"):
        await again(database)
