"""The lists of names and words hold together."""

from pathlib import Path

import pytest

import nlp.personal_data
from nlp.personal_data.lexicon import GIVEN, LISTED, Trait, lexicon, traits_of
from nlp.personal_data.wording import lines_of

_DATA = Path(nlp.personal_data.__file__).parent / "data"


@pytest.mark.parametrize("file", sorted(path.name for path in _DATA.glob("*.txt")))
def test_no_line_stands_twice_or_is_padded(file: str) -> None:
    lines = lines_of(file)
    assert len(set(lines)) == len(lines)
    assert all(line == line.strip() for line in lines)


def test_a_graded_name_is_no_sure_name() -> None:
    sure = [
        name for name, t in lexicon().names.items() if t & Trait.FIRST and t & ~Trait.FIRST & GIVEN
    ]
    assert sure == []


def test_no_sure_name_is_an_ordinary_word() -> None:
    sure = {name for name, t in lexicon().names.items() if t & Trait.FIRST}
    assert sure & lexicon().common == set()


@pytest.mark.parametrize(
    "word", ["Karin", "karin", "KARIN", "Karins", "Ulla-Britt", "Svensson", "svenssons", "Al-Hadi"]
)
def test_a_name_is_known_however_it_is_written(word: str) -> None:
    assert traits_of(word) & LISTED


@pytest.mark.parametrize("word", ["klass", "mössa", "natt", "lossning", "sjuksköterska"])
def test_a_word_is_no_name(word: str) -> None:
    assert not traits_of(word) & (Trait.FIRST | Trait.SURNAME)
