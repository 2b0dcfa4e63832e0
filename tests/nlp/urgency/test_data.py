import tomllib
from pathlib import Path

import pytest

import nlp.urgency
from nlp.urgency.signs import languages, weights

_DATA = Path(nlp.urgency.__file__).parent / "data"
_FILES = sorted(_DATA.glob("??.toml"))


def test_the_nine_languages_have_phrases():
    assert languages() == {"sv", "en", "ar", "so", "fi", "bs", "fa", "pl", "uk"}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_label_of_a_language_has_a_weight(file):
    table = weights()
    weighed = set().union(
        table.now, table.soon, table.urge, table.against_now, table.against_soon, table.hint
    )
    assert tomllib.loads(file.read_text("utf-8"))["phrases"].keys() <= weighed


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_phrases_are_well_formed(file):
    table = tomllib.loads(file.read_text("utf-8"))
    for lines in table["phrases"].values():
        for line in lines:
            parts = line.split()
            words = [word for part in parts for word in part.split("|")]
            assert all(words), line
            assert ".." not in (parts[0], parts[-1]) and "..." not in (parts[0], parts[-1]), line
            assert all(w in table["classes"] for w in words if w.isascii() and w.isupper()), line
