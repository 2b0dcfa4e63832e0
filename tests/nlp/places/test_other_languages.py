"""The names are read in texts in other languages, inflected and in other letters."""

import pytest

from tests.nlp.places.builders import area, names


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Kids throw stones in Hassleholmen", "Hässleholmen"),
        ("en", "I live in Norrby, the attack was near Stadsparken", "Centrum"),
        ("en", "on the bus to Sjöbo a man yelled", None),
        ("fi", "Hässleholmenissa ammuttiin", "Hässleholmen"),
        ("fi", "Hultassa palaa", "Hulta"),
        ("fi", "Norrbyn tunneli on pimeä", "Norrby"),
        ("fi", "Hulta torgilla tapellaan", "Hulta"),
        ("pl", "Na Trandaredzie strzelali", "Trandared"),
        ("pl", "Mieszkam na Norrby, napadli mnie przy Stadsparken", "Centrum"),
        ("bs", "Na Hässleholmenu razbijaju stakla", "Hässleholmen"),
        ("bs", "Na Hulti je mrak", "Hulta"),
        ("so", "Norrby nal ma leh", "Norrby"),
        ("ar", "إطلاق نار في هسلهولمن الآن", "Hässleholmen"),
        ("ar", "شجار في نوربي", "Norrby"),
        ("ar", "رجل يصرخ عند Hulta torg", "Hulta"),
        ("fa", "در هسله‌هولمن دعوا شد", "Hässleholmen"),
        ("fa", "نوربی خیلی شلوغ است", "Norrby"),
        ("uk", "У Хеслехольмені стріляли", "Hässleholmen"),
        ("uk", "Норрбю: розбиті ліхтарі", "Norrby"),
        ("uk", "на Хульті темно", "Hulta"),
    ],
)
def test_an_area_is_read(language: str, text: str, wanted: str | None) -> None:
    assert area(text, language=language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "نربي أطفالنا هنا"),  # "we bring up our children here"
        ("uk", "він собою пишається"),
        ("en", "the city should do something"),
        ("en", "What a hassle"),
    ],
)
def test_words_that_sound_alike_are_no_area(language: str, text: str) -> None:
    assert names(text, language=language) == []


def test_foreign_endings_do_not_count_in_a_swedish_text() -> None:
    assert names("sjöboa") == []
