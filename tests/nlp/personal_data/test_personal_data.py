"""What is found in the sentences of persons.txt and numbers.txt, and what is left alone."""

import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import nlp.personal_data.component  # noqa: F401  registers the component
from nlp.personal_data.markers import MARKERS
from nlp.personal_data.personnummer import has_valid_checksum
from nlp.reading import PersonalData, PlaceMention, mask

_PERSON = re.compile(r"\[(.+?)\]")
_LABELLED = re.compile(r"\[([A-Z]+) (.+?)\]")


def _sentences(file: str) -> list[str]:
    lines = (Path(__file__).parent / file).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


@pytest.fixture(scope="module")
def finder() -> Language:
    pipeline = spacy.blank("sv")
    pipeline.add_pipe("brabot_personal_data")
    return pipeline


def _found(finder: Language, text: str, language: str = "sv") -> list[tuple[str, str]]:
    doc = finder.make_doc(text)
    doc._.language = language
    pii = finder.get_pipe("brabot_personal_data")(doc)._.pii
    return [(span.label, text[span.start : span.end]) for span in pii]


@pytest.mark.parametrize("sentence", _sentences("persons.txt"))
def test_exactly_the_names_of_persons_are_found(finder: Language, sentence: str) -> None:
    names = [("PERSON", name) for name in _PERSON.findall(sentence)]
    assert _found(finder, _PERSON.sub(r"\1", sentence)) == names


@pytest.mark.parametrize("sentence", _sentences("numbers.txt"))
def test_exactly_the_numbers_and_accounts_of_persons_are_found(
    finder: Language, sentence: str
) -> None:
    expected = _LABELLED.findall(sentence)
    assert _found(finder, _LABELLED.sub(r"\2", sentence)) == expected


def test_a_place_is_no_person_unless_the_text_says_so(finder: Language) -> None:
    def read(text: str, place: str) -> list[tuple[str, str]]:
        doc = finder.make_doc(text)
        start = text.index(place)
        mention = PlaceMention(name=place, area=place, start=start, end=start + len(place))
        doc._.places = (mention,)
        pii = finder.get_pipe("brabot_personal_data")(doc)._.pii
        return [(span.label, text[span.start : span.end]) for span in pii]

    assert read("de bråkade hela natten, Alma såg allt", "Alma") == []
    assert read("min granne Alma såg allt", "Alma") == [("PERSON", "Alma")]
    assert read("Mvh Anna Norrby", "Norrby") == [("PERSON", "Anna")]
    assert read("en granne på Sjöbo såg allt", "Sjöbo") == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("sv", "Ninas cykel är stulen", ["Ninas"]),
        ("bs", "danas su opet ovdje i ali niko ne dolazi", []),
        ("fi", "täällä on aina pimeää ja satu pelkää", []),
        ("so", "way iga baqaysaa ama waan cararay, hawa ma jirto", []),
        ("en", "It has been dark since August", []),
        ("sv", "I natt såg August alltihop", ["August"]),
    ],
)
def test_a_word_of_the_text_s_own_language_is_no_name(
    finder: Language, language: str, text: str, names: list[str]
) -> None:
    assert _found(finder, text, language) == [("PERSON", name) for name in names]


def test_a_name_found_once_is_found_again(finder: Language) -> None:
    text = "Min granne Qvibert slår sin hund. I går skrek Qvibert hela natten."
    assert _found(finder, text) == [("PERSON", "Qvibert")] * 2


def test_an_animal_named_once_is_no_person_later(finder: Language) -> None:
    assert _found(finder, "Vår hund heter Molle. Nu är Molle borta.") == []
    assert _found(finder, "Min katt Elsa rymde. Elsa är randig.") == []


def test_capital_letters_throughout_say_nothing_of_names(finder: Language) -> None:
    assert _found(finder, "STEN KASTAS MOT BUSSEN OCH MAX GAS PÅ BJÖRKVÄGEN") == []
    assert _found(finder, "ALLA VET ATT DET ÄR RASMUS SOM SÄLJER") == [("PERSON", "RASMUS")]


def test_what_is_masked_is_not_legible_any_more(finder: Language) -> None:
    text = "Mvh Karin Ståhl, 070-1740605, karin@example.se, lgh 1102, pnr 121212-1212"
    doc = finder(text)
    masked = mask(text, doc._.pii, MARKERS)
    assert masked == "Mvh [namn], [telefon], [e-post], [bostad], pnr [personnummer]"


def test_every_label_has_a_marker() -> None:
    labels = "PERSON PERSONNUMMER PHONE EMAIL PLATE HANDLE DWELLING"
    assert sorted(MARKERS) == sorted(labels.split())


def test_the_check_digit_decides() -> None:
    assert has_valid_checksum("1212121212")
    assert not has_valid_checksum("1212121213")


_PIECES = (
    *("Mvh ", "Anna ", "min granne ", "070", "-17 40", " 605", "@", "_", "lgh ", "1102", "ABC "),
    *("12D", "\n", "👩‍👩‍👧", "\ufffd", "\0", "/", ". ", "heter ", "noll ", "sju ", "example.se"),
    *("٠٧٠", "على ", "k.l. ", "(at)", "snap: ", "kontot "),
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join)))
def test_spans_are_in_order_apart_and_within_the_text(finder: Language, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    pii: tuple[PersonalData, ...] = finder(text)._.pii
    edges = [edge for span in pii for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in pii)
    assert all(span.label in MARKERS for span in pii)
