"""Whether a word that spells a place means it: names are also words, people and clubs."""

from nlp.places.forms import Form
from nlp.places.gazetteer import Evidence
from nlp.places.surroundings import Hit, Surroundings
from nlp.places.words import first_names, plain

_SHORTEST_SMALL_TOWN = 6


def means_place(hit: Hit, around: Surroundings, governor: int | None, *, told: bool) -> bool:
    """Whether the words of a hit mean the place.

    `governor` is the index of the preposition before it; `told` is whether the text has named
    a place already.
    """
    if not hit.entries:
        return _is_town(around.words.words[hit.first], alone=governor is None)
    if _is_club(hit, around) or _is_surname(hit, around):
        return False
    evidence = hit.entries[0].evidence
    if evidence is Evidence.NONE or hit.form is Form.FOREIGN:
        return True
    if evidence is Evidence.NOUN:
        return _noun_means_place(hit, around, governor, told)
    if governor is None:
        return evidence is Evidence.NAME and _is_owner(hit, around)
    return _word_means_place(hit, around, governor)


def _is_town(word: str, *, alone: bool) -> bool:
    """Whether a word is a town elsewhere; without a preposition only "Göteborgs …"."""
    if alone:
        return word[:1].isupper() and word.endswith("s")
    return word[:1].isupper() or len(word) >= _SHORTEST_SMALL_TOWN


def _is_club(hit: Hit, around: Surroundings) -> bool:
    """Whether the name is a club's or a company's: "Norrby IF"."""
    if not around.tells(around.word(hit.last), "club"):
        return False
    return around.words.gaps[hit.last] in (" ", "-")


def _is_surname(hit: Hit, around: Surroundings) -> bool:
    """Whether an area's name is somebody's: "Gunnar Norrby", "läraren Lundby"."""
    if hit.first == 0 or hit.form is not Form.NAME or hit.last - hit.first > 1:
        return False
    if around.words.gaps[hit.first] != " " or not hit.entries[0].is_area:
        return False
    before, name = around.words.words[hit.first - 1 : hit.first + 1]
    if not name[:1].isupper():
        return False
    if not before.istitle():
        return around.tells(before.lower(), "titles")
    in_place = around.tells(around.word(hit.first, -2), "at")  # "på Max Viared"
    return before.lower() in first_names() and not in_place


def _noun_means_place(hit: Hit, around: Surroundings, governor: int | None, told: bool) -> bool:
    before, noun = around.word(hit.first, -1), around.lower[hit.first]
    everywhere = around.tells(before, "all")
    if everywhere and around.tells(noun, "town"):
        return False
    if governor is None:
        answers = around.tells(around.word(hit.last), "answers")
        return everywhere or (around.begins_sentence(hit.first) and not answers)
    if not around.tells(around.word(hit.last, -1), "care"):
        return True
    preposition = around.word(governor)
    if around.tells(preposition, "to") or (told and preposition in ("på", "i")):
        return False
    return not around.any_tells(around.before(hit.first), "cared")


def _word_means_place(hit: Hit, around: Surroundings, governor: int) -> bool:
    """Whether a name that is also a person's or a word, after a preposition, is the place."""
    preposition = around.word(governor)
    if around.tells(preposition, "to") or around.tells(around.word(governor, -1), "at_person"):
        return False
    if _surname_follows(hit, around):
        return False
    word = around.words.words[hit.first]
    has_capital = word[:1].isupper() and not (len(word) > 1 and word.isupper())
    if hit.entries[0].evidence is Evidence.WORD and not has_capital:
        return preposition not in ("i", "in") and around.tells(preposition, "at")
    return True


def _is_owner(hit: Hit, around: Surroundings) -> bool:
    """Whether it is the genitive of a name that no person has: "Hestras parkering"."""
    word, name = plain(around.words.words[hit.first]), hit.entries[0].words[0]
    return word == f"{name}s" and name not in first_names()


def _surname_follows(hit: Hit, around: Surroundings) -> bool:
    if hit.last >= len(around.lower) or around.words.gaps[hit.last] != " ":
        return False
    following = around.words.words[hit.last]
    return following[:1].isupper() and following[1:].islower()
