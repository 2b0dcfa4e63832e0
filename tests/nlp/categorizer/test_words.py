from hypothesis import given
from hypothesis import strategies as st

from nlp.categorizer.words import URL, fold, located, stem, words


def test_words_are_lower_case_and_keep_what_tells_something() -> None:
    assert words("Brinner det?! 🔥 Ring A-K, nu.") == [
        "brinner",
        "det",
        "?",
        "!",
        "🔥",
        "ring",
        "a-k",
        "nu",
    ]


def test_an_address_on_the_web_is_one_word_and_all_are_alike() -> None:
    assert len(words("se https://exempel.example/a?b=c nu")) == 3
    assert fold("https://exempel.example/a") == fold("www.exempel.example") == URL


def test_folding_makes_dots_and_digits_alike() -> None:
    assert fold("sjöbo12") == fold("sjobo99") == "sjobo00"


def test_inflected_forms_share_a_stem() -> None:
    assert len({stem(form) for form in ("moped", "mopeder", "mopeden", "mopederna")}) == 1


def test_a_short_word_keeps_all_its_letters() -> None:
    assert stem("gas") == "gas"


def test_no_text_is_no_words() -> None:
    assert words("") == words("  \x00 ... ") or words("") == []


def test_addresses_of_e_mail_are_one_word_and_all_alike() -> None:
    assert len(words("skriv till a.b@exempel.example")) == 3
    assert fold("a.b@exempel.example") == fold("c@exempel.example")


@given(st.text())
def test_words_are_located_where_they_stand(text: str) -> None:
    found = located(text)
    assert [word for word, _, _ in found] == words(text)
    assert all(word in text[start:end].lower() for word, start, end in found)


def test_a_letter_that_is_two_in_lower_case_moves_no_later_word() -> None:
    text = "İİ brinner på İrans gata"
    at = {word: text[start:end] for word, start, end in located(text)}
    assert (at["brinner"], at["på"], at["gata"]) == ("brinner", "på", "gata")
