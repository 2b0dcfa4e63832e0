"""A place whose name is also another area's is told apart by the areas named, else unsure."""

import pytest

from tests.nlp.places.builders import component


@pytest.mark.parametrize(
    ("text", "area", "is_unsure"),
    [
        ("bråk på Ekvägen", "Hulta", True),
        ("skräp på ekvägen och vid Stadsparken", "Hulta", True),
        ("bråk på Ekvägen i Fristad", "Fristad", False),
        ("bråk på Ekvägen. Vi i Fristad är trötta på det", "Fristad", False),
        ("bråk på Ekvägen, Hulta", "Hulta", False),
        ("bråk på Allégatan", "Centrum", False),
        ("bråk på Norrby, och bilar körde mot Ekvägen", "Norrby", False),
        ("köer på Riksväg 40", None, False),
        ("bråk igen", None, False),
    ],
)
def test_a_text_is_unsure_of_its_place_where_nothing_decides(
    text: str, area: str | None, is_unsure: bool
) -> None:
    told = component().told(text, language="sv")
    assert (told.area, told.is_unsure) == (area, is_unsure)


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("bråk på Ekvägen", [("Ekvägen", "Hulta"), ("Ekvägen", "Fristad")]),
        ("skräp på ekvägen och vid Stadsparken", [("Ekvägen", "Hulta"), ("Ekvägen", "Fristad")]),
        ("bråk på Ekvägen i Fristad", []),
        ("bråk på Allégatan", []),
        ("bråk igen", []),
    ],
)
def test_the_places_that_may_be_meant_are_told_the_one_taken_first(
    text: str, alternatives: list[tuple[str, str]]
) -> None:
    told = component().told(text, language="sv")
    assert [(place.name, place.area) for place in told.alternatives] == alternatives
    for place in told.alternatives:
        assert text[place.start : place.end].lower() == "ekvägen"
