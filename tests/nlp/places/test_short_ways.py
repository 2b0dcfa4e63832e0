"""What is looked up for most texts is what all the rules tell."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.places.context import Role, context_words
from nlp.places.gazetteer import Gazetteer
from nlp.places.matcher import Matcher
from nlp.places.ordering import order, telling
from nlp.places.roles import plain_role, weighed_role
from nlp.places.sightings import sightings
from nlp.places.told import mentions, told
from tests.nlp.places.builders import PLACES

MATCHER = Matcher(Gazetteer(PLACES, no_area_names=("Borås",)))
NAMES = ["Norrby", "hulta", "norrbykillarna", "Göta", "sjukhuset", "Hässle torg", "Ekvägen", "Lund"]
AROUND = sorted({word for words in context_words().values() for word in words})
WORDS = st.sampled_from(["bråk", "Det", "Gunnar", "natten", "7"]) | st.sampled_from(AROUND)
TEXTS = st.lists(
    st.tuples(WORDS | st.sampled_from(NAMES), st.sampled_from([" ", " ", " ", ", ", ". "])),
    min_size=1,
    max_size=8,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@settings(deadline=None)
@given(TEXTS | st.tuples(TEXTS, st.sampled_from(NAMES), TEXTS).map("".join))
def test_a_role_that_is_looked_up_is_the_one_that_is_weighed(written: str) -> None:
    found = MATCHER.find(written, language="sv")
    for hit in found[1] if found else ():
        role = plain_role(hit, found[0]) if found else None
        if found and role is not None:
            assert role is weighed_role(hit, found[0], told=False)


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(Role))
def test_one_place_tells_what_it_would_among_others(name: str, role: Role) -> None:
    found = MATCHER.find(f"bråk vid {name} igen", language="sv")
    if found is None:
        return
    text, [hit] = found
    outcome = told([(hit, role)], text)
    ranked = order(sightings([(hit, role)], text))
    teller = telling(ranked)
    assert outcome.places == mentions(ranked, text)
    assert outcome.area == (teller.area if teller else None)
    assert outcome.is_unsure == (teller.is_unsure if teller else False)
