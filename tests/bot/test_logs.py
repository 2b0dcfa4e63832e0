"""Every event of a message carries its number, and no other message's."""

import asyncio
import json
import re
from pathlib import Path

import pytest

import bot
from bot.logs import configure_logging, following, get_logger, where


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


@pytest.mark.parametrize("as_json", [True, False])
async def test_each_event_is_one_line_whatever_its_values_are(capsys, as_json):
    configure_logging(as_json=as_json)
    get_logger("test").error("handling_failed", reason="one\ntwo\r\nthree", kind="é\u2028\x85")
    get_logger("test").info("stopping")
    assert len(capsys.readouterr().err.strip().split("\n")) == 2


def test_a_fault_is_told_by_its_place_and_never_in_its_own_words():
    def fails():
        raise ValueError("Zebrafink")

    with pytest.raises(ValueError) as caught:
        fails()
    assert re.fullmatch(r"test_logs\.py:\d+", where(caught.value))
    assert where(ValueError("Zebrafink")) is None


def test_no_event_takes_along_what_an_error_says():
    """A traceback has many lines, and ends with words that may be a resident's."""
    for path in Path(bot.__file__).parent.rglob("*.py"):
        assert not re.search(r"log\.exception\(|exc_info=", path.read_text("utf-8")), path
