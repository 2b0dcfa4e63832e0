"""What a concern is about, as the resident says: a few taps, never demanded."""

from dataclasses import replace

import pytest

from bot.corrections import themes_with
from bot.dialogue.actions import MAX_BYTES, Action, Verb, encode, short
from bot.dialogue.events import Command
from nlp.reading import ThemeScore
from storage.concern_values import Origin, StoredTheme
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, Talk

MOPED = "mopeder på Norrby"
LAST = ["Alla teman", "Något annat", "Hoppa över"]


def read_as(*themes: str, others: dict[str, float]):
    return replace(
        a_reading(MOPED, area="Norrby", themes=themes),
        other_themes=tuple(ThemeScore(id=id, score=score) for id, score in others.items()),
    )


async def told(reading) -> Talk:
    talk = Talk({MOPED: reading})
    await talk.commands(Command.START)
    await talk.says(MOPED)
    return talk


async def test_what_was_read_as_well_comes_first_then_what_scored_then_neighbours():
    reading = read_as("buskorning", "storning", others={"brand": 0.3, "klotter": 0.2})
    talk = await told(reading)
    await talk.presses("Ändra tema")
    assert talk.shown_buttons == ["Störningar", "Anlagd brand", "Fortkörning", *LAST]


async def test_where_nothing_else_is_likely_neighbours_are_suggested():
    talk = await told(read_as("buskorning", others={}))
    await talk.presses("Ändra tema")
    assert talk.shown_buttons == ["Fortkörning", "Farlig trafikmiljö", *LAST]


async def test_without_a_theme_what_is_likeliest_is_suggested_however_unsure():
    talk = await told(read_as(others={"droghandel": 0.02, "brand": 0.01, "gone": 0.01}))
    await talk.presses("Ändra tema")
    assert talk.shown_buttons == ["Narkotikahandel", "Anlagd brand", *LAST]


async def test_every_theme_is_found_by_its_focus_area():
    talk = await told(read_as("buskorning", others={}))
    found = set()
    for field in CONFIG.focus_areas:
        await talk.presses_data(encode(listing(field.id)))
        found.update(talk.shown_buttons)
    assert {theme.label["sv"] for theme in CONFIG.themes} <= found


async def test_a_theme_chosen_takes_the_place_of_the_one_that_was_wrong():
    talk = await told(read_as("buskorning", "storning", others={}))
    await talk.presses("Ändra tema")
    (answer,) = await talk.presses("Fortkörning")
    assert "handlar nu om: <b>Fortkörning</b>" in answer
    themes = talk.store.concerns.kept[1].themes
    assert [theme.id for theme in themes] == ["fortkorning", "storning"]
    assert [theme.origin for theme in themes] == [Origin.RESIDENT, Origin.READING]


async def test_something_else_leaves_it_to_a_human():
    talk = await told(read_as("buskorning", "storning", others={}))
    await talk.presses("Ändra tema")
    (answer,) = await talk.presses("Något annat")
    assert "En människa läser" in answer
    assert talk.store.concerns.kept[1].themes == ()
    assert talk.store.corrections.said == [("theme", 1)]


async def test_the_question_need_not_be_answered():
    talk = await told(read_as("buskorning", others={}))
    await talk.presses("Ändra tema")
    (answer,) = await talk.presses("Hoppa över")
    assert "står kvar som det var" in answer
    assert talk.store.corrections.said == []


async def test_a_theme_without_a_label_in_the_language_has_its_swedish_one():
    labels = {theme.id: theme.label for theme in CONFIG.focus_areas}
    assert "ar" not in labels["trafik"]
    talk = Talk({MOPED: read_as("buskorning", others={})}, language="ar")
    await talk.says(MOPED)
    await talk.presses_data(encode(Action(verb=Verb.LIST_FOCUS_AREAS, concern_id=1)))
    assert "Trafik" in talk.shown_buttons


def listing(field: str) -> Action:
    return Action(verb=Verb.LIST_THEMES, concern_id=1, value=short(field))


@pytest.mark.parametrize("verb", [Verb.SET_THEME, Verb.LIST_THEMES, Verb.SET_PLACE])
def test_a_button_has_room_for_names_of_any_length(verb):
    action = Action(verb=verb, concern_id=10**18 - 1, value=short("å" * 500, "ö" * 500))
    assert len(encode(action).encode()) <= MAX_BYTES


def test_a_theme_that_was_there_already_only_comes_first(a_concern):
    changed = themes_with(a_concern("buskorning", "buller"), "buller", Origin.COORDINATOR)
    assert [theme.id for theme in changed] == ["buller", "buskorning"]
    assert [theme.origin for theme in changed] == [Origin.COORDINATOR, Origin.READING]


def test_a_concern_without_themes_gets_its_first(a_concern):
    (theme,) = themes_with(a_concern(), "buller", Origin.RESIDENT)
    assert (theme.id, theme.origin) == ("buller", Origin.RESIDENT)


@pytest.fixture
async def a_concern():
    talk = await told(read_as("buskorning", others={}))
    kept = talk.store.concerns.kept[1]

    def build(*ids: str):
        return replace(kept, themes=tuple(StoredTheme(id=id, score=0.9) for id in ids))

    return build
