"""What a place named in a text is to the story: where it happens, or something else."""

from enum import IntEnum

from nlp.places.evidence import means_place
from nlp.places.forms import Form
from nlp.places.gazetteer import Evidence
from nlp.places.surroundings import STOPS, Hit, Surroundings
from nlp.places.words import Words

_AFTER = 6
_FARTHEST_HOME = 6
_BESIDE_HOME = ("modifiers", "i", "since")
"""What may part "bor" from where: "bor sedan många år på A"."""


class Role(IntEnum):
    """What a place is to the story; the lower, the sooner it is where it happens.

    From `LIKE` on a place tells no area. `OUT` is a place that is ruled out or no place.
    """

    HERE = 0
    BETWEEN = 1
    ORIGIN = 2
    GOAL = 3
    HOME = 4
    LIKE = 5
    TOWARDS = 6
    OUT = 7


def roles(hits: list[Hit], words: Words) -> list[tuple[Hit, Role]]:
    """Every hit with what the place is, in text order."""
    around = Surroundings(words)
    found: list[tuple[Hit, Role]] = []
    for hit in hits:
        found.append((hit, _role(hit, around, found)))
    return found


def _role(hit: Hit, around: Surroundings, earlier: list[tuple[Hit, Role]]) -> Role:
    before, role_before = earlier[-1] if earlier else (None, Role.OUT)
    if before is not None and role_before is not Role.OUT and _joined(before, hit, around):
        return role_before
    governor = around.governor(hit)
    if not means_place(hit, around, governor, told=role_before is not Role.OUT):
        return Role.OUT
    if not hit.entries and governor is None:
        return Role.LIKE
    if hit.form is Form.PEOPLE:
        return Role.HOME
    if _ruled_out(hit, around, governor):
        return Role.OUT
    return _role_after(hit, around, governor)


def _role_after(hit: Hit, around: Surroundings, governor: int | None) -> Role:
    preposition = around.word(governor)
    if around.tells(preposition, "towards"):
        faces = around.tells(around.word(governor, -1), "facing")
        return Role.HERE if faces else Role.TOWARDS
    if around.tells(preposition, "to"):
        return _goal(hit, around, governor)
    if around.tells(preposition, "between"):
        return Role.BETWEEN
    if around.tells(preposition, "at") and around.tells(around.word(governor, -1), "like"):
        return Role.LIKE
    if _lived_in(hit, around, governor):
        return Role.HOME
    return Role.ORIGIN if around.tells(preposition, "from") else Role.HERE


def _goal(hit: Hit, around: Surroundings, governor: int | None) -> Role:
    if around.word(hit.last) == "till":  # "åt Hulta till"
        return Role.HERE
    by_vehicle = around.any_tells(around.before(governor or 0, 3), "vehicles")
    is_noun = bool(hit.entries) and hit.entries[0].evidence is Evidence.NOUN
    return Role.TOWARDS if by_vehicle or is_noun else Role.GOAL


def _joined(before: Hit, hit: Hit, around: Surroundings) -> bool:
    """Whether the hit shares the preposition of the one before: "från A och B", "A/B"."""
    between = around.lower[before.last : hit.first]
    gap = around.words.between(before.last, hit.first)
    if not between:
        return gap.strip() in (",", "/", "-", "–")
    return len(between) == 1 and around.tells(between[0], "and") and STOPS.isdisjoint(gap)


def _ruled_out(hit: Hit, around: Surroundings, governor: int | None) -> bool:
    """Whether the text says that it is not there: "inte på A utan på B", "utom i A"."""
    start = hit.first if governor is None else governor
    before = around.word(start, -1)
    if around.tells(before, "except"):
        return True
    if not around.tells(before, "not"):
        return False
    if around.any_tells(around.lower[hit.last : hit.last + _AFTER], "instead"):
        return True
    return (
        start == 1 or around.breaks(start - 1) or around.tells(around.word(start, -2), "not_after")
    )


def _lived_in(hit: Hit, around: Surroundings, governor: int | None) -> bool:
    """Whether somebody lives or works there: "jag bor på A", "min syster på A"."""
    start = index = hit.first if governor is None else governor
    while index > 0 and start - index < _FARTHEST_HOME and not around.breaks(index):
        index -= 1
        word = around.lower[index]
        if around.tells(word, "home"):
            beside = around.lower[max(0, index - 1) : index + 2]
            return not around.any_tells(beside, "others")
        if around.tells(word, "kin") and index + 1 == governor and _is_home(hit):
            return not around.any_tells(around.before(index, 2), "with")
        if not (word.isdigit() or any(around.tells(word, kind) for kind in _BESIDE_HOME)):
            return False
    return False


def _is_home(hit: Hit) -> bool:
    """Whether people live in such a place: "min syster på Hulta", not "på torget"."""
    return bool(hit.entries) and (hit.entries[0].is_area or hit.entries[0].place.kind == "street")
