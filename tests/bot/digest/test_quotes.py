"""Quotes are few, short and typical, and point at nobody."""

import pytest

from bot.digest.quotes import MAX_CHARS, choose_quotes, shortened, worth_reading
from bot.digest.tally import Sorter, tallies
from storage.concern_values import Source
from tests.bot.digest.builders import config, detailed, facts, times, told

OPEN = "Mopeder kör fort på gångvägen varje kväll."


def quotes(concerns, focus_area="trafik"):
    found = facts(concerns, focus_area=focus_area)
    sorter = Sorter(config())
    of = sorter.fields[focus_area]
    gathered = tallies(map(detailed, concerns), sorter)[focus_area].concerns
    ids = worth_reading(gathered, of, found)
    chosen = choose_quotes([c for c in concerns if c.id in ids], of, found)
    return [text for _, text in chosen]


def test_a_concern_without_place_may_be_quoted():
    assert quotes([told("buskorning", text=OPEN)]) == [OPEN]


@pytest.mark.parametrize(
    "unfit",
    [
        told("buskorning", text=OPEN, urgency="soon"),
        told("buskorning", text=OPEN, urgency="now"),
        told("buskorning", "nara_relation", text=OPEN),
        told("buskorning", text=OPEN, kind="positive"),
        told("buskorning", text=OPEN, language="so"),
        told("buskorning", text=OPEN, messages=2),
        told("buskorning", text=OPEN, area="Norrby"),
        told("buskorning", text=OPEN, places=("Norrbytunneln",)),
        told("buskorning", text="De kör utanför [bostad] varje kväll och det är farligt."),
        told("buskorning", text="[namn] och [namn] och [namn] kör moped varje kväll."),
        told("buskorning", text="Jag är 80 år och vågar inte gå på gångvägen längre."),
        told("buskorning", text="En 15-åring kör moped på gångvägen varje kväll."),
        told("buskorning", text="En man i 55-årsåldern kör moped på gångvägen."),
        told("buskorning", text=OPEN, source=Source.IMPORT),
        told("buskorning", text="mopeder igen"),
        told("belysning", text=OPEN),
    ],
)
def test_what_might_point_at_somebody_is_not_quoted(unfit):
    assert quotes([unfit]) == []


def test_a_place_may_be_quoted_where_enough_people_tell_of_it():
    assert quotes(times(3, "buskorning", text=OPEN, area="Norrby", places=("Norrby",)))


def test_nobody_is_quoted_twice_and_not_more_than_configured():
    assert len(quotes([told("buskorning", text=OPEN, by=1) for _ in range(5)])) == 1
    assert len(quotes(times(5, "buskorning", text=OPEN))) == config().digest.quotes


def test_the_largest_theme_is_heard_first_and_every_theme_before_one_twice():
    concerns = [
        *times(2, "fortkorning", text="Bilarna kör alldeles för fort här."),
        *times(4, "buskorning", text=OPEN),
    ]
    assert quotes(concerns) == [OPEN, "Bilarna kör alldeles för fort här.", OPEN]


def test_a_long_text_ends_at_a_word():
    text = shortened("Bilarna kör fort, mycket fort. " * 20)
    assert len(text) <= MAX_CHARS
    assert text.endswith(("fort…", "mycket…", "kör…", "Bilarna…"))


def test_a_text_of_many_lines_becomes_one():
    assert shortened(" a\n\nb\tc ") == "a b c"


def test_a_word_without_end_is_cut_all_the_same():
    assert len(shortened("a" * 5000)) <= MAX_CHARS
