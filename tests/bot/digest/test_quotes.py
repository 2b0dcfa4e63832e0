"""Quotes are few, short and typical, and point at nobody."""

import pytest

from bot.digest.quotes import MAX_CHARS, choose_quotes, shortened, worth_reading
from bot.digest.tally import Sorter, tallies
from storage.concern_values import Source
from tests.bot.digest.builders import config, detailed, facts, times, told

OPEN = "Mopeder kör fort på gångvägen varje kväll."
OTHERS = [
    "Det tutas och tjuter däck på parkeringen nästan varje natt.",
    "Epatraktorerna samlas vid macken och gasar så att det dånar.",
    "Någon kör fyrhjuling rakt över fotbollsplanen när barnen tränar.",
    "Crossar far fram mellan bänkarna i parken om helgerna.",
]


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
        told("buskorning", text="Min granne kör moped på gångvägen varje kväll."),
        told("buskorning", text="De står i trapphuset och skriker varje kväll."),
        told("buskorning", text="Han som bor på hörnet kör moped varje kväll."),
        told("buskorning", text="Han ovanpå oss kör moped i gången varje kväll."),
        told("buskorning", text="De i det gula huset kör moped varje kväll i sommar."),
        told("buskorning", text="Han på Exempelvägen 12 kör moped varje kväll."),
        told("buskorning", text="Killen från 3 trappor kör moped varje kväll."),
        told("buskorning", text="Min chef kör moped på gångvägen varje kväll."),
        told("buskorning", text="Ägaren till pizzerian kör moped på gångvägen."),
        told("buskorning", text="The guy upstairs races his moped every night.", language="en"),
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
    five = [told("buskorning", text=text) for text in [OPEN, *OTHERS]]
    assert len(quotes(five)) == config().digest.quotes


def test_a_text_that_many_have_sent_is_quoted_once():
    copies = [told("buskorning", text=f"{OPEN}{'!' * n}") for n in range(5)]
    assert quotes(copies) == [OPEN]
    assert len(quotes([*copies, told("buskorning", text=OTHERS[0])])) == 2


def test_a_place_and_something_masked_together_are_not_quoted():
    text = "[namn] kör moped på gångvägen vid skolan varje kväll."
    assert quotes(times(3, "buskorning", text=text, area="Norrby"))
    assert quotes(times(3, "buskorning", text=text, area="Norrby", places=("Norrby",))) == []


def test_a_short_text_is_heard_before_a_longer_one():
    longer = told("buskorning", text=" ".join(OTHERS[1:3]))
    assert quotes([longer, told("buskorning", text=OPEN)]) == [OPEN, longer.masked]


def test_the_largest_theme_is_heard_first_and_every_theme_before_one_twice():
    concerns = [
        *times(2, "fortkorning", text="Bilarna kör alldeles för fort här."),
        *[told("buskorning", text=text) for text in [OPEN, *OTHERS]],
    ]
    assert quotes(concerns) == [OPEN, "Bilarna kör alldeles för fort här.", OTHERS[0]]


def test_a_long_text_ends_at_a_word():
    text = shortened("Bilarna kör fort, mycket fort. " * 20)
    assert len(text) <= MAX_CHARS
    assert text.endswith(("fort…", "mycket…", "kör…", "Bilarna…"))


def test_a_text_of_many_lines_becomes_one():
    assert shortened(" a\n\nb\tc ") == "a b c"


def test_a_word_without_end_is_cut_all_the_same():
    assert len(shortened("a" * 5000)) <= MAX_CHARS
