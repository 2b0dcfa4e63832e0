import tomllib
from pathlib import Path

import pytest

from nlp.recurrence.detect import is_recurring

_TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
_ROWS = [
    pytest.param(sentence, language, label == "recurring", id=f"{language}-{label}-{number}")
    for language, by_label in _TABLE.items()
    for label, sentences in by_label.items()
    for number, sentence in enumerate(sentences)
]


@pytest.mark.parametrize(("sentence", "language", "expected"), _ROWS)
def test_what_comes_back_is_told_from_what_happened_once(sentence, language, expected):
    assert is_recurring(sentence, language) is expected


def test_a_language_without_phrases_is_read_by_the_swedish_ones():
    assert is_recurring("støy varje natt", "no")


@pytest.mark.parametrize("text", ["", "👍", "\x00", "\ud800", "a" * 4096])
def test_odd_texts_do_not_recur(text):
    assert not is_recurring(text, "sv")
