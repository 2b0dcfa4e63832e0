"""Whatever is sent as a button: it is answered, and nobody sees or changes another's concern."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from bot.dialogue.actions import Verb, decode
from tests.bot.fuzzing.conftest import Perform
from tests.bot.fuzzing.effort import UPDATES, WHOLE, drawn
from tests.bot.fuzzing.playing import Play, assert_answered
from tests.bot.fuzzing.shapes import MOMENTS
from tests.bot.fuzzing.updates import JOINED, RESIDENTS, callback, pressed, user

pytestmark = [
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),
]

PRESSES = UPDATES // 8 if WHOLE else 40
ACT = 40
OWNER, OTHER, STRANGER = RESIDENTS[:3]
SECRET = "Hemlighet"
"""Stands in all that the owner has told."""

_DELETES: Final = frozenset({Verb.DELETE_ONE, Verb.DELETE_ALL})

_THEIR_CONCERNS = "concern_id IN (SELECT id FROM concern WHERE resident_id = :owner)"
_OF_CONCERNS = ("message", "media", "concern_theme", "concern_place", "answer", "hold")
ROWS = {
    "resident": "id = :owner",
    **dict.fromkeys(("concern", "conversation", "following"), "resident_id = :owner"),
    **dict.fromkeys(_OF_CONCERNS, _THEIR_CONCERNS),
}
"""Which rows of each table are of the owner."""

by_others = st.tuples(
    st.sampled_from([OTHER, STRANGER]), pressed, st.sampled_from([None, None, *JOINED])
)


@pytest.mark.parametrize("part", range(max(1, PRESSES // 500)))
def test_no_data_of_any_kind_shows_or_changes_what_another_has_told(
    perform: Perform, part: int
) -> None:
    presses = drawn(by_others, min(PRESSES, 500), part=part)
    for begin in range(0, len(presses), ACT):
        perform(lambda play, act=presses[begin : begin + ACT]: press_by_others(play, act))


@pytest.mark.parametrize("part", range(max(1, PRESSES // 500)))
def test_no_data_of_any_kind_loses_what_one_has_told_oneself_unless_it_deletes(
    perform: Perform, part: int
) -> None:
    presses = drawn(pressed, min(PRESSES, 500), part=part)
    for begin in range(0, len(presses), ACT):
        perform(lambda play, act=presses[begin : begin + ACT]: press_oneself(play, act))


async def press_by_others(play: Play, act: Sequence[tuple[int, str, Any]]) -> None:
    await everybody_tells(play)
    owner = await play.resident(OWNER)
    own = [reference for _, (_, reference) in sorted((await play.concerns()).items())][:3]
    before = rows(play, owner)
    assert len(before["concern"]) == len(before["message"]) == 3
    for who, data, chat in act:
        update = a_press(play, who, data, chat)
        said = await play.happens(update)
        assert_answered(update, said)
        assert rows(play, owner) == before, data
        for one in said:
            assert one.chat_id != OWNER, data
            told = str(one.params)
            assert SECRET not in told and not any(r in told and r not in data for r in own), data
    assert await play.inbox("waiting") == await play.inbox("failed") == 0
    play.assert_log_is_silent()


async def press_oneself(play: Play, act: Sequence[str]) -> None:
    await everybody_tells(play)
    for data in act:
        before = set(await play.concerns())
        update = a_press(play, OWNER, data, None)
        assert_answered(update, await play.happens(update))
        action = decode(data)
        if action is None or action.verb not in _DELETES:
            assert set(await play.concerns()) == before, data
    assert await play.inbox("waiting") == await play.inbox("failed") == 0


async def everybody_tells(play: Play) -> None:
    """The owner's concerns have the lowest numbers."""
    for who, what in ((OWNER, SECRET), (OTHER, "Annat")):
        for number in range(3):
            made = {
                "message_id": 10 + number,
                "date": MOMENTS[0] + 10_000 * number,  # long after the one before
                "chat": {"id": who, "type": "private"},
                "from": user(who),
                "text": f"{what} {number}: mopeder kör på gångvägen varje kväll",
            }
            await play.happens({"message": made})


def a_press(play: Play, who: int, data: str, chat: Any) -> Mapping[str, Any]:
    where = chat or {"id": who, "type": "private"}
    shown = {"message_id": 5, "date": MOMENTS[0], "chat": where, "text": "…"}
    return {"callback_query": callback(user(who), play.stage.number(), data, shown)}


def rows(play: Play, owner: int) -> Mapping[str, Any]:
    """All that is kept of the owner, column by column."""
    engine = create_engine(f"sqlite:///{play.path}")
    with engine.connect() as connection:
        found = {
            table: connection.execute(
                text(f"SELECT * FROM {table} WHERE {those}"), {"owner": owner}
            ).all()
            for table, those in ROWS.items()
        }
    engine.dispose()
    return found
