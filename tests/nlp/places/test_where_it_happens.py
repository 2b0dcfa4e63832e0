"""Of several places, the one where it happens comes first and tells the area."""

import pytest

from tests.nlp.places.builders import area, names


@pytest.mark.parametrize(
    ("text", "wanted", "order"),
    [
        (
            "Vi bor i Sandared och min man arbetar på SÄS. I Stadsparken ryckte någon min väska",
            "Centrum",
            ["Stadsparken", "Sandared", "Södra Älvsborgs sjukhus"],
        ),
        (
            "Jag har bott i över trettio år på Hulta. Stora torget skyr jag numera",
            "Centrum",
            ["Stora torget", "Hulta"],
        ),
        ("Min syster på Hulta ringde, de slåss på Göta", "Göta", ["Göta", "Hulta"]),
        ("Killar från Hässleholmen bråkade på Norrby", "Norrby", ["Norrby", "Hässleholmen"]),
        ("från Stadsparken till Norrby följde han efter", "Centrum", ["Stadsparken", "Norrby"]),
        ("han sprang mot Norrby efter rånet på Allégatan", "Centrum", ["Allégatan", "Norrby"]),
        ("stigen mellan Sjöbo och Stadsparken", "Sjöbo", ["Sjöbo", "Stadsparken"]),
        ("Hulta och Hässleholmen, samma skit", "Hulta", ["Hulta", "Hässleholmen"]),
        ("Precis som på Norrby står de här på Byttorp", "Byttorp", ["Byttorp", "Norrby"]),
        ("bråte flyter i Viskan nedanför Åhaga", "Druvefors", ["Åhaga", "Viskan"]),
        ("norrbykillarna slogs på Allégatan", "Centrum", ["Allégatan", "Norrby"]),
        ("Jag bor på Norrby, det är inte tryggt", "Norrby", ["Norrby"]),
    ],
)
def test_home_origin_and_direction_come_after(text: str, wanted: str, order: list[str]) -> None:
    assert (area(text), names(text)) == (wanted, order)


@pytest.mark.parametrize(
    "text",
    [
        "bussen mot Hulta fick en sten i rutan",
        "bussen till Hulta var full av skrik",
        "han kom in mot Hulta",
        "det är som på Hulta numera",
        "det smäller på motorvägen, hörs ända till Hulta",
        "skräp på Mellomgårdsgatan",
    ],
)
def test_a_direction_or_likeness_alone_tells_no_area(text: str) -> None:
    assert area(text) is None
    assert names(text)


def test_what_faces_a_place_is_there() -> None:
    assert area("gården mot Billdalsgatan är mörk") == "Norrby"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("inte på Norrby utan på Hulta", ["Hulta"]),
        ("Det är inte på Norrby, det är på Hulta", ["Hulta"]),
        ("det gäller Hulta, inte Norrby", ["Hulta"]),
        ("överallt utom på Norrby", []),
        ("lamporna lyser inte på Norrby", ["Norrby"]),
        ("ingen tar ut barnen på Norrby", ["Norrby"]),
        ("not in Norrby but in Hulta", ["Hulta"]),
    ],
)
def test_a_place_ruled_out_is_left_out(text: str, order: list[str]) -> None:
    assert names(text) == order


@pytest.mark.parametrize(
    ("text", "wanted", "order"),
    [
        ("På Hulta, på Hulta torg", "Hulta", ["Hulta torg", "Hulta"]),
        ("Billdalsgatan på Norrby", "Norrby", ["Billdalsgatan", "Norrby"]),
        ("Göteborgsvägen i Sandared", "Sandared", ["Göteborgsvägen", "Sandared"]),
        ("Alingsåsvägen i höjd med Sandared", "Sandared", ["Alingsåsvägen", "Sandared"]),
        ("brunnen på Mellomgårdsgatan, Norrby", "Norrby", ["Mellomgårdsgatan", "Norrby"]),
        ("Storgatan i Fristad", "Fristad", ["Fristad"]),
        ("Parkgatan i Viskafors", "Viskafors", ["Parkgatan Viskafors", "Viskafors"]),
        ("väntsalen på tågstationen i Viskafors", "Viskafors", ["Viskafors station", "Viskafors"]),
    ],
)
def test_the_area_that_the_text_tells_beats_the_gazetteer(
    text: str, wanted: str, order: list[str]
) -> None:
    assert (area(text), names(text)) == (wanted, order)


@pytest.mark.parametrize(
    ("text", "wanted", "order"),
    [
        ("vår son hyr på Norrmalm i Stockholm", None, []),
        ("på stan i Ulricehamn blev det bråk", None, []),
        ("Göteborgs Resecentrum är stökigt", None, []),
        ("Jag bor på Norrby men blev rånad i Göteborg", None, ["Norrby"]),
        ("Bor själv i Skövde, men släpet stod vid Åhaga", "Druvefors", ["Åhaga"]),
        ("Trollhättan satte upp kameror, men på Sjöbo är det kolsvart", "Sjöbo", ["Sjöbo"]),
        ("min cykel stod i boden på Sjöbo", "Sjöbo", ["Sjöbo"]),
    ],
)
def test_a_town_elsewhere_is_outside(text: str, wanted: str | None, order: list[str]) -> None:
    assert (area(text), names(text)) == (wanted, order)
