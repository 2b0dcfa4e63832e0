import pytest

from nlp.categorizer.features import lexicon, word_features

KNOWN = lexicon({"moped": ["moped", "epa"], "light": ["lampa", "trasig lykta"]})


@pytest.mark.parametrize("word", ["moped", "mopeder", "mopedbuset", "tjuvmoped", "tjuvmopeden"])
def test_a_keyword_speaks_as_a_word_inflected_and_in_compounds(word: str) -> None:
    assert "k:moped" in KNOWN.features(word)


def test_a_short_keyword_speaks_only_as_a_whole_word() -> None:
    assert "k:moped" in KNOWN.features("epa")
    assert "k:moped" not in KNOWN.features("separera")


def test_a_word_of_no_keyword_speaks_for_nothing() -> None:
    assert KNOWN.features("xylofon") == set()


def test_words_of_one_root_share_features() -> None:
    shared = set(word_features("lampor", KNOWN)) & set(word_features("lamporna", KNOWN))
    assert {"c:<lamp", "s:lamp"} & shared


def test_features_of_a_word_come_once() -> None:
    features = word_features("hahahaha", KNOWN)
    assert len(features) == len(set(features))
