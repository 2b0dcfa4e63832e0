from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nlp.categorizer.features import lexicon, word_features
from nlp.categorizer.spotter import Spotter
from nlp.categorizer.units import END, START, Units, pair_of
from nlp.categorizer.words import fold

KNOWN = lexicon(
    {"brand": ("brinner", "tänt på", "tänt på en bil"), "larm": ("tänt på", "på en"), "x": ("a b",)}
)
PAIRS = [(START, "nag"), ("tant", "pa"), ("bil", END), ("a", "b"), (START, END)]
WORDS = (
    "tänt",
    "på",
    "en",
    "bil",
    "någ",
    "a",
    "b",
    "^",
    "$",
    "brinner",
    "a/b",
    "-",
    "pÅ",
    "A",
    ",",
)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS)).map(" ".join), min_size=1, max_size=6)
UnitAt = tuple[int, tuple[str, ...]]


def spotted(texts: list[str]) -> list[Counter[UnitAt]]:
    """For each text the features of its units, and where these stand."""
    spotter = Spotter(KNOWN, PAIRS)
    found = spotter.spot([text.lower() for text in texts])
    features = spotter.take_new()
    ends = [*found.starts.tolist()[1:], len(found.units)]
    units, places = found.units.tolist(), found.places.tolist()
    return [
        Counter((places[at], tuple(features[units[at]])) for at in range(start, end))
        for start, end in zip(found.starts.tolist(), ends, strict=True)
    ]


def counted(text: str) -> Counter[UnitAt]:
    """The same as training has it, without the pairs that are not known."""
    units = Units(KNOWN)
    _, numbers, places = units.numbers(text)
    features = units.take_new()
    at = ((place, tuple(features[n])) for n, place in zip(numbers, places, strict=True))
    return Counter(
        (place, said) for place, said in at if (pair := pair_of(said[0])) is None or pair in PAIRS
    )


@given(TEXTS)
def test_the_units_in_use_are_those_of_training(texts: list[str]) -> None:
    ends = [Counter({(len(Units(KNOWN).numbers(text)[0]), ()): 1}) for text in texts]
    found = spotted(texts)
    assert found == [counted(text) + end for text, end in zip(texts, ends, strict=True)]


def test_no_unit_reaches_from_one_text_into_the_next() -> None:
    apart, joined = spotted(["de har tänt", "på en bil"]), ["de har tänt på"]
    said = {features for text in apart for _, features in text}
    assert ("b:tant pa",) not in said
    assert ("b:tant pa",) in {features for _, features in spotted(joined)[0]}


def test_what_is_forgotten_is_found_again() -> None:
    spotter, text = Spotter(KNOWN, PAIRS), "någ tänt på en bil"
    before, fixed = spotter.spot([text]), spotter.take_new()[: spotter.fixed]
    assert not spotter.is_crowded(most_words=10)
    spotter.spot([f"ord{'x' * 100}{number}" for number in range(10)])
    assert spotter.is_crowded(most_words=10)
    spotter.forget()
    again = spotter.spot([text])
    assert again.units.tolist() == before.units.tolist()
    assert [*fixed, *spotter.take_new()] == Spotter(KNOWN, PAIRS).take_new() + [
        word_features(fold(word), KNOWN) for word in text.split()
    ]
