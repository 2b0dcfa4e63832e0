"""Which concerns are told in the same words, in the same area, around the same time.

Long texts may differ in a word here and there; short ones, which people come upon by
themselves ("mörkt här"), must be the same and about the same theme within a few days. Each is
compared with the first of a cluster only, so that small edits never lead from one text to
quite another.

The work for a concern is bounded: a text is compared with the few that share most of its
smallest shingle hashes (Broder, Identifying and Filtering Near-Duplicate Documents, CPM 2000).
"""

import re
import unicodedata
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import chain

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

LONG = 40
"""From so many letters, digits and spaces on the same wording is no accident."""
_ALIKE = 75.0
"""How many percent of two texts' characters are shared; of texts that people wrote by
themselves at most 60."""
_LONG_APART = timedelta(days=14)
_SHORT_APART = timedelta(days=3)
COMPARED_CHARS = 400
"""So much of a text's beginning is looked at."""
_SHINGLE = 5
_SKETCH = 16
_KEPT_OF_A_SHINGLE = 16
_LEAST_SHARED = 2
_COMPARED = 3

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = frozenset({"Cf", "Mn", "Me"})
_FACTORS = np.array([0x9E3779B97F4A7C15 * (2 * n + 1) % 2**64 for n in range(_SHINGLE)], np.uint64)


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A concern as far as it tells who said what.

    `text` is masked. `voice_key` is that of `storage.concern_values.Concern`.
    """

    id: int
    voice_key: str
    area: str | None
    themes: tuple[str, ...]
    told_at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """Two concerns or more in the same words, by their ids, the earliest first.

    Where `is_long` the wording has one author; else people may have come upon it by
    themselves.
    """

    ids: tuple[int, ...]
    is_long: bool


def clusters(sayings: Iterable[Saying]) -> tuple[Cluster, ...]:
    """The concerns that are told in the same words; none is in two clusters.

    Concerns without a word are in none, nor are short ones without an area.
    """
    by_area: dict[str | None, _Gathering] = defaultdict(_Gathering)
    for saying in sorted(sayings, key=lambda one: (one.told_at, one.id)):
        by_area[saying.area].add(saying)
    found = [one for gathering in by_area.values() for one in gathering.clusters]
    together = [
        Cluster(ids=tuple(one.ids), is_long=one.is_long) for one in found if len(one.ids) > 1
    ]
    return tuple(sorted(together, key=lambda one: one.ids))


def is_same(text: str, other: str) -> bool:
    """Whether two texts would be one wording, if they were of the same place and time."""
    one, two = normal(text), normal(other)
    if min(len(one), len(two)) < LONG:
        return one == two
    return ratio(one, two, score_cutoff=_ALIKE) > 0


class Wordings:
    """Texts, numbered as they are added, among which another's wording is looked for."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._long: dict[int, str] = {}
        self._size = 0

    def add(self, text: str) -> int:
        """Take in a text; its number."""
        number, spelled = self._size, normal(text)
        self._size += 1
        self._numbers.setdefault(spelled, number)
        if len(spelled) >= LONG:
            self._long[number] = spelled
        return number

    def find(self, text: str) -> int | None:
        """The number of one that `is_same`, the most alike; None where there is none."""
        spelled = normal(text)
        if spelled in self._numbers or len(spelled) < LONG:
            return self._numbers.get(spelled)
        found = extractOne(spelled, self._long, scorer=ratio, score_cutoff=_ALIKE)
        return None if found is None else found[2]


def normal(text: str) -> str:
    """The words of a text's beginning alone: no capitals, signs, emoji or invisible letters."""
    spelled = unicodedata.normalize("NFKC", text[:COMPARED_CHARS]).casefold()
    unseen = dict.fromkeys(ord(c) for c in set(spelled) if unicodedata.category(c) in _INVISIBLE)
    bare = spelled.translate(unseen) if unseen else spelled
    return " ".join(_WORD.findall(bare))


@dataclass(kw_only=True)
class _Growing:
    """A cluster while it is gathered; `text` is that of its first concern."""

    text: str
    themes: frozenset[str]
    first: datetime
    last: datetime
    ids: list[int]

    @property
    def is_long(self) -> bool:
        return len(self.text) >= LONG

    def takes(self, text: str, saying: Saying) -> bool:
        """Whether a concern told after all of these belongs to them."""
        if self.is_long:
            near = saying.told_at - self.last <= _LONG_APART
            return near and ratio(self.text, text, score_cutoff=_ALIKE) > 0
        themes = frozenset(saying.themes)
        return (
            self.text == text
            and saying.told_at - self.first <= _SHORT_APART
            and (not self.themes.isdisjoint(themes) or self.themes == themes)
        )


class _Gathering:
    """The clusters of an area, while concerns come one after the other."""

    def __init__(self) -> None:
        self.clusters: list[_Growing] = []
        self._latest: dict[str, _Growing] = {}
        self._sharing: dict[int, deque[int]] = defaultdict(
            partial(deque[int], maxlen=_KEPT_OF_A_SHINGLE)
        )

    def add(self, saying: Saying) -> None:
        text = normal(saying.text)
        if not text or (saying.area is None and len(text) < LONG):
            return
        found = self._latest.get(text)
        if found is None or not found.takes(text, saying):
            found = self._alike(text, saying)
        found.ids.append(saying.id)
        found.last = saying.told_at
        self._latest[text] = found

    def _alike(self, text: str, saying: Saying) -> _Growing:
        """The cluster that takes the concern, else a new one."""
        hashes = _sketch(text) if len(text) >= LONG else ()
        shared = Counter(chain.from_iterable(self._sharing.get(each, ()) for each in hashes))
        for place, count in shared.most_common(_COMPARED):
            if count >= _LEAST_SHARED and self.clusters[place].takes(text, saying):
                return self.clusters[place]
        for each in hashes:
            self._sharing[each].append(len(self.clusters))
        new = _Growing(
            text=text,
            themes=frozenset(saying.themes),
            first=saying.told_at,
            last=saying.told_at,
            ids=[],
        )
        self.clusters.append(new)
        return new


def _sketch(text: str) -> Collection[int]:
    """The smallest hashes of the text's shingles, the same on every machine."""
    letters = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    hashes = np.convolve(letters, _FACTORS, mode="valid")
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    return set(np.partition(hashes, _SKETCH)[:_SKETCH].tolist())
