import pytest

from nlp.phrases import PhraseBook, is_end, read_phrases, split


def _found(phrase, text):
    return bool(PhraseBook({"label": [phrase]}).find(split(text)))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("slår honom", "de slår honom", True),
        ("slår honom", "de slår inte honom", False),
        ("slår .. honom", "de slår och sparkar honom", True),
        ("slår .. honom", "de slår a b c d honom", False),
        ("slår ... honom", "de slår a b c d honom", True),
        ("slår .. honom", "de slår. honom såg jag", False),
        ("andas inte|knappt", "hon andas knappt", True),
        ("följa_med|skjuts hem", "vill följa med hem", True),
        ("följa_med|skjuts hem", "vill ha skjuts hem", True),
        ("följa_med|skjuts hem", "vill följa hem", False),
        ("misshandl*", "misshandlades", True),
        ("*skott", "pistolskott", True),
        ("*skott*", "pistolskotten", True),
        ("skott", "pistolskott", False),
        ("hjälp", "hjaaaalp", True),
        ("hjälp", "HJÄLP!!!", True),
        ("slår", "dom slar", True),
        ("misshandlar", "misshadnlar", True),
        ("brinner", "springer", False),
        ("wont", "he won't", True),
        ("می‌زند", "می زند", True),
        ("مدرسة", "مدرسه", True),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase, text, expected):
    assert _found(phrase, text) is expected


def test_a_hit_tells_where_the_phrase_begins_and_ends():
    (hit,) = PhraseBook({"x": ["håller .. i"]}).find(split("hon håller honom hårt i armen"))
    assert (hit.label, hit.start, hit.end) == ("x", 1, 5)


def test_the_ends_of_sentences_are_words_of_their_own():
    assert [is_end(word) for word in split("Hej! Ja.")] == [False, True, False, True]


def test_files_are_read_in_order_with_their_own_classes(tmp_path):
    for name, words in (("a", "han hon"), ("b", "he she")):
        text = f'[classes]\nWHO = "{words}"\n[phrases]\nlabel = ["WHO .. x"]\n'
        (tmp_path / name).write_text(text, "utf-8")
    found = read_phrases([tmp_path / "a", tmp_path / "b"])
    assert found == {"label": ["han|hon .. x", "he|she .. x"]}
