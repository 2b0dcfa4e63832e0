"""The component in a pipeline: what it sets, and that nothing a person types breaks it."""

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nlp.places.component import Places
from nlp.places.context import context_words
from nlp.places.words import first_names
from tests.nlp.places.builders import PLACES, read

PIECES = st.sampled_from(
    ["Hulta", "hässle torg", "inte på", "mot", "Göteborg", "i", "stan", "Göta", "e\u0301", "🙂"]
)


def test_the_factory_makes_a_component_that_knows_no_place_before_it_is_initialised() -> None:
    nlp = spacy.blank("sv")
    places = nlp.add_pipe("brabot_places")
    assert isinstance(places, Places)
    assert nlp("skräp på Hulta")._.places == ()
    places.initialize(PLACES, ("Borås",), None)
    assert nlp("skräp på Hulta")._.area == "Hulta"
    assert places.area_at(57.7151, 12.9801) == "Hässleholmen"


def test_a_mention_has_the_area_of_its_place() -> None:
    [mention] = read("inbrott i Myrås")._.places
    assert (mention.name, mention.area) == ("Myrås", "Brämhult")


def test_a_place_named_twice_is_mentioned_once() -> None:
    assert len(read("Hulta, Hulta, Hultas torg och HULTA")._.places) == 2


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=8)).map(" ".join))
@example("")
@example("\x00\n\u200c")
@example("Hulta " * 700)
def test_any_text_is_read_with_spans_inside_it(text: str) -> None:
    doc = read(text)
    for mention in doc._.places:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
    assert (doc._.places, doc._.area) == (read(text)._.places, read(text)._.area)


def test_the_words_of_context_are_lower_case() -> None:
    for words in context_words().values():
        assert all(word == word.lower() for word in words)


def test_the_first_names_of_people_are_there() -> None:
    assert {"gunnar", "saga", "göta"} <= first_names()
