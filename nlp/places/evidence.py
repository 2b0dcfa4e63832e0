"""Whether a word that spells a place means it: names are also words, people and clubs."""

from nlp.places.forms import Form
from nlp.places.gazetteer import Evidence
from nlp.places.matcher import Hit
from nlp.places.text import Text
from nlp.places.words import first_names, plain

LOOK_BACK = 4
_SHORTEST_SMALL_TOWN = 6


def means_place(hit: Hit, text: Text, governor: int | None, *, told: bool) -> bool:
    """Whether the words of a hit mean the place.

    `governor` is the index of the preposition before it; `told` is whether the text has named
    a place already.
    """
    if not hit.entries:
        return _is_town(text.words[hit.first].written, alone=governor is None)
    if "club" in text.kinds(hit.last) and text.gap(hit.last) in (" ", "-"):  # "Norrby IF"
        return False
    if hit.first and text.words[hit.first - 1].names_person and _is_surname(hit, text):
        return False
    evidence = hit.entries[0].evidence
    if not evidence or hit.form is Form.FOREIGN:
        return True
    if evidence is Evidence.NOUN:
        return _noun_means_place(hit, text, governor, told)
    if governor is None:
        return evidence is Evidence.NAME and _is_owner(hit, text)
    return _word_means_place(hit, text, governor)


def _is_town(word: str, *, alone: bool) -> bool:
    """Whether a word is a town elsewhere; without a preposition only "Göteborgs …"."""
    if alone:
        return word[:1].isupper() and word.endswith("s")
    return word[:1].isupper() or len(word) >= _SHORTEST_SMALL_TOWN


def _is_surname(hit: Hit, text: Text) -> bool:
    """Whether an area's name after a person's is theirs: "Gunnar Norrby", "läraren Lundby"."""
    first = hit.first
    if not hit.entries[0].is_area or text.gap(first) != " ":
        return False
    if hit.form is not Form.NAME or hit.last - first > 1:
        return False
    if not text.words[first].written[:1].isupper():
        return False
    in_place = "at" in text.kinds(first - 2)  # "på Max Viared"
    return not (in_place and text.words[first - 1].written.istitle())


def _noun_means_place(hit: Hit, text: Text, governor: int | None, told: bool) -> bool:
    everywhere = "all" in text.kinds(hit.first - 1)
    if everywhere and "town" in text.kinds(hit.first):
        return False
    if governor is None:
        answers = "answers" in text.kinds(hit.last)
        return everywhere or (text.begins_sentence(hit.first) and not answers)
    if "care" not in text.kinds(hit.last - 1):
        return True
    if "to" in text.kinds(governor) or (told and text.lower(governor) in ("på", "i")):
        return False
    return not text.any_of(hit.first - LOOK_BACK, hit.first, "cared")


def _word_means_place(hit: Hit, text: Text, governor: int) -> bool:
    """Whether a name that is also a person's or a word, after a preposition, is the place."""
    if "to" in text.kinds(governor) or "at_person" in text.kinds(governor - 1):
        return False
    if _surname_follows(hit, text):
        return False
    word = text.words[hit.first].written
    has_capital = word[:1].isupper() and not (len(word) > 1 and word.isupper())
    if hit.entries[0].evidence is Evidence.WORD and not has_capital:
        return "at" in text.kinds(governor) and text.lower(governor) not in (
            "i",
            "in",
        )
    return True


def _is_owner(hit: Hit, text: Text) -> bool:
    """Whether it is the genitive of a name that no person has: "Hestras parkering"."""
    word, name = plain(text.words[hit.first].written), hit.entries[0].words[0]
    return word == f"{name}s" and name not in first_names()


def _surname_follows(hit: Hit, text: Text) -> bool:
    if hit.last >= len(text.words) or text.gap(hit.last) != " ":
        return False
    following = text.words[hit.last].written
    return following[:1].isupper() and following[1:].islower()
