from pathlib import Path

import pytest
import spacy

from nlp.categorizer.component import Categories
from nlp.errors import TrainingImpossible
from nlp.training import train_labels
from tests.nlp.builders import FIRE, LIGHT, MOPED

TEXTS = FIRE + LIGHT + MOPED
LABELS = ["fire"] * len(FIRE) + ["light"] * len(LIGHT) + ["moped"] * len(MOPED)
SENTENCES = {
    "Det brann i en container vid skolan": "fire",
    "belysningen i parken är trasig": "light",
    "mopedbuskörning på gångvägen igen": "moped",
}


@pytest.fixture(scope="module")
def component() -> Categories:
    return train_labels(TEXTS, LABELS)


def best(component: Categories, text: str) -> str:
    cats = component(spacy.blank("sv").make_doc(text)).cats
    return max(cats, key=lambda label: cats[label])


def test_ten_examples_a_label_suffice_for_clear_texts(component: Categories) -> None:
    assert {text: best(component, text) for text in SENTENCES} == SENTENCES


def test_probabilities_of_exclusive_labels_sum_to_one(component: Categories) -> None:
    for text in ("", "?", "brinner", "🔥" * 4096):
        cats = component(spacy.blank("sv").make_doc(text)).cats
        assert sum(cats.values()) == pytest.approx(1.0, abs=1e-5)


def test_training_again_gives_the_same_bytes(component: Categories) -> None:
    assert train_labels(TEXTS, LABELS).to_bytes() == component.to_bytes()


def test_a_component_taken_back_from_bytes_or_disk_says_the_same(
    component: Categories, tmp_path: Path
) -> None:
    component.to_disk(tmp_path / "categories")
    again = Categories(most_words=100).from_bytes(component.to_bytes())
    read = Categories(most_words=100).from_disk(tmp_path / "categories")
    for text in (*SENTENCES, ""):
        doc = spacy.blank("sv").make_doc(text)
        assert again(doc).cats == read(doc).cats == component(doc).cats


def test_a_word_said_again_after_much_else_weighs_the_same(component: Categories) -> None:
    small = Categories(most_words=5).from_bytes(component.to_bytes())
    nlp = spacy.blank("sv")
    before = small(nlp.make_doc("lampan är trasig")).cats
    for number in range(50):
        small(nlp.make_doc(f"annat ord{number} som fyller minnet {'x' * number}"))
    assert small(nlp.make_doc("lampan är trasig")).cats == pytest.approx(before, abs=1e-6)


def test_one_label_cannot_be_trained() -> None:
    with pytest.raises(TrainingImpossible):
        train_labels(FIRE, ["fire"] * len(FIRE))


def test_a_label_with_hardly_any_texts_cannot_be_trained() -> None:
    with pytest.raises(TrainingImpossible, match="light"):
        train_labels((*FIRE, LIGHT[0]), ["fire"] * len(FIRE) + ["light"])
