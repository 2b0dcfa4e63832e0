"""Themes whose examples say the same are told; themes that differ are not."""

from nlp.config import Theme
from nlp.confusion import confused

THINGS = ("bilen", "cykeln", "bussen", "vagnen", "båten", "skotern", "lastbilen", "husbilen")
WHERE = ("vid torget", "på parkeringen", "utanför skolan", "nära stationen", "bakom kiosken")


def theme(id, *said):
    texts = [f"{one} {thing} {where}" for thing in THINGS for where in WHERE for one in said]
    return Theme(id=id, keywords=(), examples=tuple(texts), precision=0.9)


def test_two_themes_with_the_same_words_are_told_with_the_sentences_that_stand_wrong():
    stolen = theme("stold", "Någon tog")
    burnt = theme("brand", "Det brann i")
    mixed = Theme(
        id="inbrott",
        keywords=(),
        examples=(
            *(f"De bröt sig in i {thing} {where}" for thing in THINGS for where in WHERE),
            *(f"Någon tog {thing}" for thing in THINGS),
        ),
        precision=0.9,
    )

    worst, *_ = confused([stolen, burnt, mixed])

    assert (worst.theme, worst.instead) == ("inbrott", "stold")
    assert worst.examples == len(mixed.examples)
    assert all(text.startswith("Någon tog") for text in worst.texts)
    assert len(worst.texts) == worst.count


def test_themes_that_differ_are_not_told():
    assert confused([theme("stold", "Någon tog"), theme("brand", "Det brann i")]) == ()
