"""Words become keywords when enough people share them, and never what may be somebody's name."""

from nlp.config import Place, Theme
from nlp.gains import Told
from nlp.shared_words import shared_words

THEMES = (
    Theme(id="hundar", keywords=("valp",), examples=("En okänd jycke skällde",)),
    Theme(id="buller", keywords=("fest",), examples=("Musiken dunkar hela natten",)),
)
PLACES = (Place(name="Kråkängen", kind="area", area="Kråkängen", aliases=("Skatan",)),)


def told(*texts, theme="hundar", source=None):
    return [
        Told(theme=theme, source=n if source is None else source, text=text)
        for n, text in enumerate(texts, start=100 if theme == "buller" else 0)
    ]


def words(texts, least=3):
    return [
        (one.word, len(one.sources))
        for one in shared_words(texts, THEMES, places=PLACES, least=least)
    ]


SHARED = (
    "En okopplad byracka här",
    "Den okopplade byrackan bet",
    "Flera okopplade byrackor skällde",
)


def test_what_three_people_share_is_told_with_how_many_they_are():
    assert ("okopplad", 3) in words(told(*SHARED))


def test_two_people_are_too_few_and_one_who_repeats_it_is_one():
    assert words(told(*SHARED[:2])) == []
    assert words(told(*SHARED, source=1)) == []


def test_a_word_that_other_themes_use_as_well_is_no_keyword_of_any():
    others = told(*(f"Den okopplade förstärkaren {n}" for n in "abc"), theme="buller")
    assert "okopplad" not in dict(words(told(*SHARED) + others))


def test_what_is_a_keyword_already_is_not_told_again():
    texts = told("Valparna gnäller", "En valp gnällde", "Valpen gnäller")
    assert not any("valp" in word for word, _ in words(texts))
    parties = told("Festande gäng gnälldes", "Festade gäng", "Festar gäng")
    assert not any("fest" in word for word, _ in words(parties))


def test_names_places_and_what_is_always_written_with_a_capital_are_no_keywords():
    for name in ("Kalle", "Lundqvist", "Kråkängen", "Skatan", "Brolle"):
        texts = told(*(f"Nu släpper {name} {what}" for what in ("jycken", "kräket", "besten")))
        assert name.lower() not in " ".join(word for word, _ in words(texts))


def test_numbers_addresses_and_common_words_are_no_keywords():
    texts = told(
        *("Ring 0701740605 eller a@lillkoping.example för det är alltid allt" for _ in "abc")
    )
    assert words(texts) == []


def test_two_words_that_follow_each_other_may_be_one_keyword():
    texts = told("rymmer genom häcken", "den rymmer genom häcken", "nu rymmer genom häcken")
    assert words(texts) == [("häcken", 3), ("rymmer", 3)]
