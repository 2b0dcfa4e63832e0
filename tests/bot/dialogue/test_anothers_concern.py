"""Nobody does anything to a concern of somebody else, whatever they send as a button."""

from dataclasses import asdict

import pytest

from bot.dialogue.actions import Verb
from tests.bot.talk import Talk

HARMLESS = {
    Verb.ASK_LANGUAGE,
    Verb.SET_LANGUAGE,
    Verb.DELETE_ALL_ASK,
    Verb.DELETE_ALL,
    Verb.DELETE_NOT,
    Verb.LIST_MINE,
    Verb.LIST_DELETION,
    Verb.MY_DATA,
    Verb.MY_DATA_NOT,
    Verb.FOLLOW_LIST,
    Verb.FOLLOW,
    Verb.FOLLOW_STOP,
}
"""What is about the presser alone, whichever concern the button names."""

VALUES = ("", "0", "1", "Norrby", "buskorning", "trafik", "vald", "-1", "sv", "9" * 40)


@pytest.mark.parametrize("verb", Verb)
async def test_a_button_about_anothers_concern_does_nothing_and_shows_nothing(verb):
    talk = Talk()
    await talk.says("mopeder på gångvägen mot Hulta")
    before = asdict(talk.store.concerns.kept[1])
    other = Talk(telegram_id=4712, store=talk.store)
    await other.says("klotter på skolan")
    reference = before["reference"]
    for value in VALUES:
        answers = await other.presses_data(f"{verb.value}:1:{value}")
        assert answers and not any(reference in answer or "Hulta" in answer for answer in answers)
        if verb not in HARMLESS:
            assert "för gammal" in answers[0]
        if verb is Verb.DELETE_ALL:
            break
    assert asdict(talk.store.concerns.kept[1]) == before
    assert len(talk.store.concerns.messages[1]) == 1
