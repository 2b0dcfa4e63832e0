"""Whatever Telegram brings stops nothing, is not stuck, and is answered with what can be sent."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
import telegram
from telegram.constants import MessageType

from bot.dialogue.pace import mark
from bot.telegram.redaction import without_names
from nlp.reading import REPORTS
from tests.bot.fuzzing.conftest import Perform
from tests.bot.fuzzing.effort import UPDATES, drawn
from tests.bot.fuzzing.playing import Play, assert_answered, expects_answer
from tests.bot.fuzzing.shapes import MOMENTS, content_of
from tests.bot.fuzzing.updates import KINDS, RESIDENTS, Update, contained, damaged, user

pytestmark = [
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),
]

PART = 500
ACT = 25
"""So many updates come to one bot; then another begins anew."""

parts = pytest.mark.parametrize("part", range(max(1, UPDATES // 2 // PART)))


@parts
def test_what_telegram_may_send_is_handled_and_answered_with_what_it_takes(
    perform: Perform, part: int
) -> None:
    for act in acts(drawn(contained, min(PART, UPDATES // 2), part=part)):
        perform(lambda play, act=act: one_by_one(play, act))


@parts
def test_what_is_damaged_is_kept_for_a_human_at_worst_and_holds_nobody_up(
    perform: Perform, part: int
) -> None:
    for act in acts(drawn(damaged, min(PART, UPDATES // 2), part=part)):
        perform(lambda play, act=act: all_at_once(play, act))


def test_every_kind_of_update_there_is_is_handled(perform: Perform) -> None:
    every = [{kind: drawn(held, 1)[0]} for kind, held in KINDS.items()]
    for act in acts(every):
        perform(lambda play, act=act: one_by_one(play, act))


def test_everything_that_a_message_may_hold_is_handled(perform: Perform) -> None:
    for act in acts([{"message": made} for made in every_message()]):
        perform(lambda play, act=act: one_by_one(play, act))


def every_message() -> Iterator[Mapping[str, Any]]:
    for number, kind in enumerate(MessageType, start=1):
        held = drawn(content_of(telegram.Message, kind.value), 1)[0]
        yield {**a_message(RESIDENTS[0], number), kind.value: held}


async def one_by_one(play: Play, act: Sequence[Update]) -> None:
    """Each is answered, and each new concern has its receipt."""
    heard: set[str | None] = set()
    before = await play.concerns()
    for number, update in enumerate(act):
        try:
            said = await play.happens(pointed(update, [known for _, known in before.values()]))
            assert await play.inbox("waiting") == await play.inbox("failed") == 0
            told = words(update)
            if told is None or told not in heard:
                assert_answered(update, said)
            heard.add(told)
            after = await play.concerns()
            for id in after.keys() - before.keys():
                kind, reference = after[id]
                named = [one for one in said if reference in one.html and one.chat_id > 0]
                is_album = "media_group_id" in next(iter(update.values()))
                assert len(named) == (kind in REPORTS) or is_album
            before = after
        except Exception as error:
            error.add_note(f"after {number}: {json.dumps(update)[:4_000]}")
            error.add_note(str([event for event in play.logged if "error" in event][-3:]))
            raise
    await still_answers(play)
    play.assert_log_is_silent()


async def all_at_once(play: Play, act: Sequence[Update]) -> None:
    """What fails is tried again, and then waits for a human, and nobody for it."""
    await play.happens(*act)
    await play.tried_again()
    failed = [event for event in play.logged if "error" in event]
    assert await play.inbox("waiting") == 0, failed[-5:]
    await still_answers(play)
    play.assert_log_is_silent()


async def still_answers(play: Play) -> None:
    for id in (RESIDENTS[0], RESIDENTS[-1]):
        made = {**a_message(id, play.stage.number()), "text": "/start"}
        assert [one for one in await play.happens({"message": made}) if one.chat_id == id]


def a_message(id: int, number: int) -> dict[str, Any]:
    return {
        "message_id": 1_000 + number,
        "date": MOMENTS[0],
        "chat": {"id": id, "type": "private"},
        "from": user(id),
    }


def pointed(update: Update, references: Sequence[str]) -> Update:
    """What is said of a concern is said of one that there is."""
    known = references[-1] if references else "B-0000"
    pointed_at: Update = json.loads(json.dumps(update).replace("B-0000", known))
    return pointed_at


def words(update: Update) -> str | None:
    """By what the bot knows a text again, which it does not answer twice."""
    held = update.get("message")
    if held is None or not expects_answer(held):
        return None
    told = mark(without_names(held.get("text") or held.get("caption") or ""))
    return None if told is None else f"{held['from']['id']} {told}"


def acts(updates: Sequence[Update]) -> Iterator[Sequence[Update]]:
    for begin in range(0, len(updates), ACT):
        yield updates[begin : begin + ACT]
