"""Which known word a misspelt one may be."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from nlp.places.variants import heads
from nlp.places.words import fold

_SHORTEST_AREA, _SHORTEST_AREA_FOR_TWO = 6, 9
_SHORTEST_PLACE, _SHORTEST_PLACE_FOR_TWO = 8, 11
_SHORTEST_HEAD_STEM = 4
_STREETS = ("gatan", "gata", "vagen", "vag", "grand", "granden", "stigen", "stig")
_STREET_COUNTS, _OTHER_HEAD_COUNTS = 2, 4


@dataclass(frozen=True, slots=True)
class _Known:
    word: str
    head: str
    is_area: bool
    shortest: int
    shortest_for_two: int

    def allowed(self, length: int) -> int:
        """How many letters may be wrong where the part that counts is so long."""
        if length < self.shortest:
            return 0
        return 2 if length >= self.shortest_for_two else 1


class Misspellings:
    """Known folded words, to be found by what looks like them.

    One letter may be wrong, missing, extra or swapped with its neighbour: in an area's name
    from six letters on, in another from eight on; two in an area's from nine on, in another
    from eleven on. The first letter is right. Of a word that ends as names of streets and
    schools do ("gatan", "skolan"), the end must be the same and counts less than it is long.
    """

    def __init__(self, *, areas: Iterable[str], others: Iterable[str]) -> None:
        """Take in the words to be recognised."""
        self._heads = tuple(
            sorted({fold(f) for pair in heads().items() for f in pair}, key=len, reverse=True)
        )
        self._by_initial: defaultdict[str, list[_Known]] = defaultdict(list)
        for words, is_area, *limits in (
            (areas, True, _SHORTEST_AREA, _SHORTEST_AREA_FOR_TWO),
            (others, False, _SHORTEST_PLACE, _SHORTEST_PLACE_FOR_TWO),
        ):
            for word in sorted(words):
                if len(word) >= limits[0]:
                    head = "" if is_area else self._head(word)
                    self._by_initial[word[0]].append(_Known(word, head, is_area, *limits))

    def meant(self, folded: str) -> tuple[str, ...]:
        """The nearest known words, all equally near."""
        if len(folded) < _SHORTEST_AREA:
            return ()
        best, nearest = 3, list[str]()
        head = self._head(folded)
        for known in self._by_initial.get(folded[0], ()):
            distance = OSA.distance(folded, known.word, score_cutoff=2)
            if distance <= best and self._near_enough(folded, head, known, distance):
                nearest = [known.word] if distance < best else [*nearest, known.word]
                best = distance
        return tuple(nearest)

    def _near_enough(self, folded: str, head: str, known: _Known, distance: int) -> bool:
        if distance > 2:
            return False
        shorter = min(len(known.word), len(folded))
        if known.is_area:
            return known.word.endswith(head) and distance <= known.allowed(shorter)
        if head == known.head:
            return distance <= known.allowed(shorter - len(head) + _counts(head))
        stem = len(known.word) - len(known.head)
        if head or stem < _SHORTEST_HEAD_STEM:
            return False
        # the mistake is in the head ("gtan"), or the part before is long
        return folded[:stem] == known.word[:stem] and distance == 1

    def _head(self, word: str) -> str:
        for head in self._heads:
            if word.endswith(head) and len(word) - len(head) >= _SHORTEST_HEAD_STEM:
                return head
        return ""


def _counts(head: str) -> int:
    """How many letters an end counts as: streets unknown to the gazetteer differ in one."""
    if not head:
        return 0
    return _STREET_COUNTS if head in _STREETS else _OTHER_HEAD_COUNTS
