"""Words that only look like a place are left alone."""

import pytest

from tests.nlp.places.builders import area, names


@pytest.mark.parametrize(
    "text",
    [
        "allt det här lugnet lurar ingen",
        "Lugnet varade i tio minuter",
        "skönt att sitta i lugnet",
        "paketet har fastnat i tullen",
        "Tullen tog mitt paket",
        "Regementet hade övning",
        "en riktig saga var det",
    ],
)
def test_an_everyday_word_is_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vår kassör Göta fick hotbrev",
        "tant göta på andra våningen",
        "Göta Svensson har blivit rånad",
        "Min dotter heter Saga och är 9 år",
        "han slog på Saga hela rasten",
        "Hälsningar Göta",
        "Gunnar Norrby ringde mig",
        "läraren Lundby såg det",
        "Jag heter Boda Karlsson",
    ],
)
def test_a_person_is_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("skjutning på Tullen i natt", "Tullen"),
        ("mopeder på lugnet hela kvällen", "Lugnet"),
        ("bilar som rejsar vid Regementet", "Regementet"),
        ("klotter i hela Göta", "Göta"),
        ("inbrott på Saga i helgen", "Norrmalm"),
        ("det brinner på boda", "Hässleholmen"),
        ("Hestras parkering är full", "Hestra"),
    ],
)
def test_the_same_words_after_a_preposition_are_the_place(text: str, wanted: str) -> None:
    assert area(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "en vas från Kosta Boda stals",
        "Norrby IF spelade och publiken kastade flaskor",
        "skriv till norrby@example.se",
        "se www.hulta.example",
        "@hulta_boy88 säljer på snap",
        "hela Boråsområdet är drabbat",
        "ny asfalt på Storgatan",
        "mitt i sommaren",
        "vi bytte lås",
    ],
)
def test_clubs_brands_addresses_and_likenesses_are_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fylla på stan i lördags", "Centrum"),
        ("Stan är full av glas", "Centrum"),
        ("rökare utanför sjukhuset", "Östermalm"),
        ("de bråkar på akuten", "Östermalm"),
        ("tafsande i simhallen", "Centrum"),
        ("samma elände över hela stan", None),
        ("hon fick åka till sjukhuset", None),
        ("han ligger på sjukhuset nu", None),
        ("polisstationen svarar inte", None),
        ("Polisstationen svarar inte", None),
    ],
)
def test_a_word_for_such_a_place_counts_where_something_happens(
    text: str, wanted: str | None
) -> None:
    assert area(text) == wanted


def test_being_at_hospital_afterwards_is_not_where_it_happened() -> None:
    assert names("Han blev slagen på Hulta och är på sjukhuset nu") == ["Hulta"]


@pytest.mark.parametrize(
    "text",
    ["Borås är inte tryggt längre", "hela Borås luktar rök", "Boras at night", "", "🙂🙂🙂", "?!"],
)
def test_the_town_itself_tells_no_area(text: str) -> None:
    assert names(text) == []
    assert area(text) is None
