"""What a place named in a text is to the story: where it happens, or something else."""

from collections.abc import Sequence

from nlp.places.context import NUMBER, Role
from nlp.places.evidence import LOOK_BACK, means_place
from nlp.places.forms import Form
from nlp.places.gazetteer import Evidence
from nlp.places.matcher import Hit
from nlp.places.text import STOPS, Text

_AFTER = 6
_FARTHEST_HOME = 6


def roles(hits: Sequence[Hit], text: Text) -> list[tuple[Hit, Role]]:
    """Every hit with what the place is, in text order."""
    found: list[tuple[Hit, Role]] = []
    before, role = None, Role.OUT
    for hit in hits:
        told = role is not Role.OUT
        if not (told and before is not None and _joined(before, hit, text)):
            plain = plain_role(hit, text)
            role = weighed_role(hit, text, told=told) if plain is None else plain
        found.append((hit, role))
        before = hit
    return found


def weighed_role(hit: Hit, text: Text, *, told: bool) -> Role:
    """What the place is; `told` is whether the text has named a place already."""
    governor = _governor(hit.first, text)
    if not means_place(hit, text, governor, told=told):
        return Role.OUT
    if not hit.entries and governor is None:
        return Role.LIKE
    if hit.form is Form.PEOPLE:
        return Role.HOME
    start = hit.first if governor is None else governor
    before = text.kinds(start - 1)
    if before and _ruled_out(hit, text, start):
        return Role.OUT
    if governor is not None:
        return _role_after(governor, before, hit, text)
    return Role.HOME if before and _lived_in(hit, text, start) else Role.HERE


def plain_role(hit: Hit, text: Text) -> Role | None:
    """The weighed role, looked up: None where another word than the preposition may tell."""
    entries, first, last, form = hit
    words = text.words
    if not entries or entries[0].evidence or form is Form.PEOPLE:
        return None
    if last < len(words) and words[last].kinds:
        return None
    if first == 0:
        return Role.HERE
    before = words[first - 1]
    if before.kinds and (text.breaks(first) or text.kinds(first - 2)):
        return None
    return before.role_after


def _governor(first: int, text: Text) -> int | None:
    """The index of the preposition before a word, with nothing but modifiers between."""
    index = first
    while index > 0 and not text.breaks(index):
        index -= 1
        kinds = text.words[index].kinds
        if "prepositions" in kinds:
            return index
        if "modifiers" not in kinds or first - index > LOOK_BACK:
            return None
    return None


def _role_after(governor: int, before: frozenset[str], hit: Hit, text: Text) -> Role:
    """What the place is after a preposition, and the kinds of the word before that."""
    kinds = text.words[governor].kinds
    if "towards" in kinds:
        return Role.HERE if "facing" in before else Role.TOWARDS
    if "to" in kinds:
        return _goal(hit, text, governor)
    if "between" in kinds:
        return Role.BETWEEN
    if "at" in kinds and "like" in before:
        return Role.LIKE
    if before and _lived_in(hit, text, governor):
        return Role.HOME
    return Role.ORIGIN if "from" in kinds else Role.HERE


def _goal(hit: Hit, text: Text, governor: int) -> Role:
    if text.lower(hit.last) == "till":  # "åt Hulta till"
        return Role.HERE
    by_vehicle = text.any_of(governor - 3, governor, "vehicles")
    is_noun = bool(hit.entries) and hit.entries[0].evidence is Evidence.NOUN
    return Role.TOWARDS if by_vehicle or is_noun else Role.GOAL


def _joined(before: Hit, hit: Hit, text: Text) -> bool:
    """Whether the hit shares the preposition of the one before: "från A och B", "A/B"."""
    count = hit.first - before.last
    if count > 1:
        return False
    gap = text.between(before.last, hit.first)
    if not count:
        return gap.strip() in (",", "/", "-", "–")
    return "and" in text.words[before.last].kinds and STOPS.isdisjoint(gap)


def _ruled_out(hit: Hit, text: Text, start: int) -> bool:
    """Whether the text says that it is not there: "inte på A utan på B", "utom i A"."""
    kinds = text.kinds(start - 1)
    if "except" in kinds:
        return True
    if "not" not in kinds:
        return False
    if text.any_of(hit.last, hit.last + _AFTER, "instead"):
        return True
    return start == 1 or text.breaks(start - 1) or "not_after" in text.kinds(start - 2)


def _lived_in(hit: Hit, text: Text, start: int) -> bool:
    """Whether somebody lives or works there: "jag bor på A", "min syster på A".

    `start` is the index of the preposition, or of the name where there is none.
    """
    index = start
    while index > 0 and start - index < _FARTHEST_HOME and not text.breaks(index):
        index -= 1
        kinds = text.words[index].kinds
        if "home" in kinds:
            return not text.any_of(index - 1, index + 2, "others")
        if "kin" in kinds and index + 1 == start < hit.first and _is_home(hit):
            return not text.any_of(index - 2, index, "with")
        if "beside_home" not in kinds and NUMBER not in kinds:
            return False
    return False


def _is_home(hit: Hit) -> bool:
    """Whether people live in such a place: "min syster på Hulta", not "på torget"."""
    return bool(hit.entries) and (hit.entries[0].is_area or hit.entries[0].place.kind == "street")
