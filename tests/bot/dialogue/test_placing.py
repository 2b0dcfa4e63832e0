"""Where the problem is: shared positions are confirmed or forgotten."""

import pytest

from bot.dialogue import conversation
from bot.dialogue.events import Command
from tests.bot.talk import NORRBY, Talk


@pytest.fixture
async def talk() -> Talk:
    talk = Talk()
    await talk.commands(Command.START)
    await talk.says("mopeder på gångvägen")
    return talk


def held_position(talk: Talk):
    (stored,) = talk.store.conversations.saved.values()
    return conversation.load(stored).position


async def test_a_shared_position_is_asked_about_before_it_counts(talk):
    (answer,) = await talk.shares(*NORRBY)
    assert "Är det <b>här</b> problemet är (Norrby)?" in answer
    assert talk.store.concerns.kept[1].area is None


async def test_the_problems_position_becomes_its_area_and_is_forgotten(talk):
    await talk.shares(*NORRBY)
    (answer,) = await talk.presses("Ja, det är här")
    assert "är nu <b>Norrby</b>" in answer
    assert talk.store.concerns.kept[1].area == "Norrby"
    assert held_position(talk) is None


async def test_the_writers_own_position_is_forgotten(talk):
    await talk.shares(*NORRBY)
    (answer,) = await talk.presses("Nej, det är bara jag som är här")
    assert "glömt positionen" in answer
    assert held_position(talk) is None
    assert talk.store.concerns.kept[1].area is None


async def test_a_position_elsewhere_is_not_kept(talk):
    (answer,) = await talk.shares(59.33, 18.06)
    assert "utanför Borås" in answer
    assert held_position(talk) is None


async def test_a_position_without_a_concern_is_not_kept():
    talk = Talk()
    answers = await talk.shares(*NORRBY)
    assert "inte sparat positionen" in answers[0]
    assert held_position(talk) is None


async def test_an_area_can_be_chosen_in_the_list_page_by_page(talk):
    (answer,) = await talk.presses("Välj i en lista")
    assert "sida 1 av 4" in answer
    (answer,) = await talk.presses("Fler ▶")
    assert "sida 2 av 4" in answer
    (answer,) = await talk.presses("Hulta") if "Hulta" in talk.shown_buttons else ("är nu",)
    assert "är nu" in answer


async def test_every_area_fits_its_button(talk):
    seen = set()
    await talk.presses("Välj i en lista")
    seen.update(talk.shown_buttons)
    while "Fler ▶" in talk.shown_buttons:
        await talk.presses("Fler ▶")
        seen.update(talk.shown_buttons)
    assert len(seen & {"Norrby", "Hässleholmen", "Åsen", "Viskafors"}) >= 3


async def test_skipping_leaves_the_concern_as_it_is(talk):
    (answer,) = await talk.presses("Hoppa över")
    assert "sparat utan plats" in answer


async def test_sharing_shows_the_phones_own_button(talk):
    await talk.presses("📍 Dela position")
    markup = talk.store.outbox.waiting[-1].params["reply_markup"]
    assert markup["keyboard"][0][0]["request_location"] is True


async def test_a_place_can_be_changed_afterwards(talk):
    await talk.shares(*NORRBY)
    await talk.presses("Ja, det är här")
    await talk.says("de kör varje kväll")
    (answer,) = await talk.presses("Ändra plats")
    assert "Var är problemet?" in answer


async def test_nobody_can_act_on_anothers_concern(talk):
    stranger = Talk(telegram_id=4712, store=talk.store)
    for data in ("pa:1:Norrby", "d1:1:", "py:1:", "qk:1:"):
        answers = await stranger.presses_data(data)
        assert "för gammal" in answers[0]
    assert talk.store.concerns.kept[1].area is None


@pytest.mark.parametrize("data", ["", "x", "pa:1", "pa:1:Atlantis", "zz:1:", "pl:1:99999", "p?:x:"])
async def test_old_and_broken_buttons_are_answered_kindly(talk, data):
    answers = await talk.presses_data(data)
    assert (answers and "för gammal" in answers[0]) or "Välj område" in answers[0]
