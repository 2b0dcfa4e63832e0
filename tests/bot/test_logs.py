"""Every event of a message carries its number, and no other message's."""

import asyncio
import json

from bot.logs import configure_logging, following, get_logger


async def test_an_id_stands_on_all_that_is_logged_meanwhile_and_on_nothing_beside_it(capsys):
    configure_logging(as_json=True)
    log = get_logger("test")

    async def take(number: int, *, sent_as: int | None = None) -> None:
        with following(update_id=number, outbox_id=sent_as):
            await asyncio.sleep(0)
            log.info("update_handled")

    await asyncio.gather(take(1), take(2, sent_as=7))
    log.info("stopping")
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    ids = [(e["event"], e.get("update_id"), e.get("outbox_id")) for e in events]
    assert ids == [("update_handled", 1, None), ("update_handled", 2, 7), ("stopping", None, None)]
