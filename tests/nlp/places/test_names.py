"""A name is recognised however it is written."""

import pytest

from tests.nlp.places.builders import area, names, spelled


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Skräp överallt på Hulta", "Hulta"),
        ("skräp överallt på hulta", "Hulta"),
        ("SKRÄP PÅ HULTA", "Hulta"),
        ("Hultas finaste lekplats är borta", "Hulta"),
        ("bråk på #norrby igen", "Norrby"),
        ("📍Sjöbo 🔥", "Sjöbo"),
        ("skyltfönster krossat, Stora Brogatan 12", "Stora Brogatan"),
        ("lastbilar kör in i gågatan om nätterna", "Stora Brogatan"),
        ("bakom knallan eldas det", "Knalleland"),
        ("glas över golvet i resecentrum", "Borås Resecentrum"),
        ("7e villagatan", "7:e Villagatan"),
        ("klotter på Sankt Sigfrids griftegård", "S:t Sigfrids griftegård"),
        ("rv40 är livsfarlig", "Riksväg 40"),
        ("Sjöboskolan brinner", "Sjöboskolan"),
        ("på Sjöbo skola mobbas han", "Sjöboskolan"),
        ("Hulta torget", "Hulta torg"),
        ("hultatorg", "Hulta torg"),
        ("stora torg i natt", "Stora torget"),
        ("Fristads station", "Fristad station"),
        ("grannarna på Solvarvsg. 7 festar", "Solvarvsgatan"),
        ("Solvarvsgatan 7 igen", "Solvarvsgatan"),
    ],
)
def test_inflected_colloquial_and_lower_case_names_count_as_the_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sjobo ar morkt", "Sjöbo"),
        ("bråk på Tranderad", "Trandared"),
        ("bråk på Hässelholmen", "Hässleholmen"),
        ("bråk på hesslehomen", "Hässleholmen"),
        ("skräp på Norrbi", "Norrby"),
        ("de kör fort på Bremhultsvägen", "Brämhultsvägen"),
        ("inbrott på solvarsgatan", "Solvarvsgatan"),
        ("inbrott på solvarvsgtan", "Solvarvsgatan"),
        ("inbrott i Viskafosr", "Viskafors"),
        ("resecetrum", "Borås Resecentrum"),
        ("trasig brunn utmed alings ås vägen", "Alingsåsvägen"),
        ("i rese centrum", "Borås Resecentrum"),
        ("på Sjöbo skolan", "Sjöboskolan"),
        ("hassle torg", "Hässle torg"),
    ],
)
def test_misspelt_and_torn_names_count_as_the_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vatten läcker in i trandaredstunneln", "Trandared"),
        ("hultakiosken har fått rutan sprängd", "Hulta"),
        ("bakom Hässleholmsparkeringen", "Hässleholmen"),
        ("i Sjöboskogen", "Sjöbo"),
        ("Trandaredsskogens elljusspår", "Trandared"),
        ("hässlegänget är tillbaka", "Hässleholmen"),
    ],
)
def test_a_compound_is_the_area_that_it_begins_with(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_longest_name_wins() -> None:
    assert names("vid Hulta torg") == ["Hulta torg"]
    assert names("på Norrmalm") == ["Norrmalm"]


def test_dots_where_they_are_written_decide_between_two_names() -> None:
    assert spelled("bakom Älmås") == ["Älmås"]
    assert names("vid Såken") == ["Såken"]
    assert names("saken är den att") == []


def test_the_span_is_what_stands_in_the_text() -> None:
    text = "😡 Hej! På hässle torg, och i Norrbytunneln."
    assert list(spelled(text)) == ["hässle torg", "Norrbytunneln"]


def test_a_name_in_decomposed_letters_is_read() -> None:
    assert area("bra\u030ak pa\u030a Ha\u0308ssleholmen") == "Hässleholmen"
