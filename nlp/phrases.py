"""Finding phrases of data files in a text, at a few dictionary look-ups a word.

A phrase is words in a row: `slår .. PERSON`, `andas inte|knappt`, `misshandl*`, `*skott*`.

- `a|b|c_d`: one of these, `_` standing for the space between two words;
- `*`: any letters, at the beginning or end of a word, or both;
- `..`: up to three words between, `...`: up to eight, never across the end of a sentence;
- WORDS in capitals: a class of words defined under `[classes]` of the file.

A word is compared as written and, where that finds nothing, without diacritics, with letters
that are drawn out shortened, and (long words only) with one slip of the finger.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import chain, pairwise, product
from operator import or_
from pathlib import Path
from typing import NamedTuple

from nlp.phrase_words import WordIndex, has_prefixes, normalise

_GAPS = {"..": 3, "...": 8}
_ENDS = ".!?\n\u061f\u06d4"
_TOKEN = re.compile(rf"\w+|[{_ENDS}]+")
_ALWAYS = 1
"""The bit that every text has."""
_CACHE_LIMIT = 100_000
_LATELY = 256
"""Texts whose words are kept: the components that follow each other ask for the same batch."""
_COMMON = {1: 200, 2: 100, 3: 20, 4: 4}
"""Letters of a word → how much commoner such words are than long ones; a phrase is looked for at
its rarest word."""


class Hit(NamedTuple):
    """A phrase found: its label, and its first word and the one after its last."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Terms before and after the rarest one, nearest first, each with the gap it allows.

    `needs` is the bit of the rarest of them, or that which every text has.
    """

    label: str
    needs: int
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a word is: the terms it fits, and the phrases to look for around it.

    `bits` has one for each term that phrases need, `needs` those that its own phrases do.
    """

    terms: frozenset[int]
    bits: int
    needs: int
    phrases: tuple[_Phrase, ...]


_SENTENCE_END = _Known(frozenset(), 0, 0, ())


@lru_cache(maxsize=_LATELY)
def split(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, and the marks at which its sentences end."""
    if has_prefixes(text):
        return tuple(_TOKEN.findall(normalise(text)))
    return tuple(chain.from_iterable(map(_PIECES.__getitem__, text.split(" "))))


def is_end(word: str) -> bool:
    """Whether a word of `split` is the mark at which a sentence ends."""
    return word[0] in _ENDS


def ends(words: Sequence[str]) -> list[int]:
    """Where in the words of `split` sentences end."""
    return [position for position, word in enumerate(words) if word[0] in _ENDS]


def read_phrases(files: Iterable[Path]) -> dict[str, list[str]]:
    """Label → phrases of the TOML files, in their order, classes written out.

    A file has a table `classes` (name in capitals → words) and a table `phrases` (label → list).
    """
    phrases: dict[str, list[str]] = {}
    for file in files:
        table = tomllib.loads(file.read_text("utf-8"))
        classes = {name: words.split() for name, words in table["classes"].items()}
        for label, lines in table["phrases"].items():
            phrases.setdefault(label, []).extend(_spelled_out(line, classes) for line in lines)
    return phrases


class PhraseBook:
    """Labelled phrases, ready to be found in the words of any text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._terms: dict[str, int] = {}
        self._index = WordIndex()
        self._by_anchor: dict[int, list[_Phrase]] = {}
        self._needed: dict[int, int] = {}
        self._alike: dict[frozenset[int], _Known] = {}
        self._known = _Remembered(self._look_up)
        lines = [(label, parts) for label, given in phrases.items() for parts in _lines(given)]
        self._uses = Counter(
            word for _, parts in lines for part in parts for word in part.split("|")
        )
        for label, parts in lines:
            self._add(label, parts)

    def find(self, words: tuple[str, ...]) -> list[Hit]:
        """The phrases in `words` (see `split`), by where they stand; they may overlap."""
        look = list(map(self._known.__getitem__, words))
        told = reduce(or_, [word.bits for word in look if word.bits], _ALWAYS)
        hits: list[Hit] = []
        for position in [n for n, word in enumerate(look) if word.needs & told]:
            for phrase in look[position].phrases:
                if not phrase.needs & told:
                    continue
                start = _reach(phrase.before, look, position, -1) if phrase.before else position
                if start is None:
                    continue
                end = _reach(phrase.after, look, position, 1) if phrase.after else position
                if end is not None:
                    hits.append(Hit(phrase.label, start, end + 1))
        return hits

    def _look_up(self, word: str) -> _Known:
        if is_end(word):
            return _SENTENCE_END
        terms = self._index.terms(word)
        known = self._alike.get(terms)
        if known is None:
            phrases = tuple(phrase for term in sorted(terms) for phrase in self._by_anchor[term])
            bits = _all(self._needed[term] for term in terms & self._needed.keys())
            needs = _all(phrase.needs for phrase in phrases)
            known = self._alike[terms] = _Known(terms, bits, needs, phrases)
        return known

    def _add(self, label: str, parts: list[str]) -> None:
        terms = [part for part in parts if part not in _GAPS]
        between = [_GAPS.get(after, 0) for part, after in pairwise(parts) if part not in _GAPS]
        order = sorted(range(len(terms)), key=lambda number: self._commonness(terms[number]))
        anchor = order[0]
        numbers = [self._term(term) for term in terms]
        steps = list(zip(numbers[1:], between, strict=True))
        back = list(zip(numbers[:-1], between, strict=True))
        needs = self._bit(numbers[order[1]]) if len(order) > 1 else _ALWAYS
        phrase = _Phrase(label, needs, tuple(back[:anchor][::-1]), tuple(steps[anchor:]))
        self._by_anchor[numbers[anchor]].append(phrase)

    def _bit(self, term: int) -> int:
        """The bit that tells that a text has a word of the term."""
        return self._needed.setdefault(term, _ALWAYS << 1 + len(self._needed))

    def _commonness(self, term: str) -> int:
        """How often the term is met, roughly: short words are, and so are those of many phrases."""
        words = [word.strip("*") for word in term.split("|")]
        return sum(_COMMON.get(len(w), 1) * w.isalpha() for w in words) + max(
            self._uses[word] for word in words
        )

    def _term(self, part: str) -> int:
        number = self._terms.get(part)
        if number is None:
            number = self._terms[part] = len(self._terms)
            self._by_anchor[number] = []
            for word in part.split("|"):
                self._index.add(word, number)
        return number


class _Pieces(dict[str, tuple[str, ...]]):
    """The words of what stands between two blanks, forgotten when too many."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        words = self[piece] = tuple(_TOKEN.findall(normalise(piece)))
        return words


_PIECES = _Pieces()


class _Remembered(dict[str, _Known]):
    """What words are, worked out when first asked for, forgotten when too many."""

    def __init__(self, look_up: Callable[[str], _Known]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _reach(
    steps: tuple[tuple[int, int], ...], look: list[_Known], position: int, direction: int
) -> int | None:
    """Where the last of the steps is found going in a direction, or None."""
    for term, gap in steps:
        for _ in range(gap + 1):
            position += direction
            if not 0 <= position < len(look) or look[position] is _SENTENCE_END:
                return None
            if term in look[position].terms:
                break
        else:
            return None
    return position


def _spelled_out(line: str, classes: Mapping[str, list[str]]) -> str:
    return " ".join(
        "|".join(word for name in part.split("|") for word in classes.get(name, (name,)))
        for part in line.split()
    )


def _lines(phrases: Iterable[str]) -> Iterator[list[str]]:
    for phrase in phrases:
        for variant in product(*(_variants(part) for part in phrase.split())):
            yield " ".join(variant).split()


def _variants(part: str) -> list[str]:
    """The words of a part that stand alone, together, and each group of words."""
    words = part.split("|")
    alone = "|".join(word for word in words if "_" not in word)
    groups = [word.replace("_", " ") for word in words if "_" in word]
    return [alone, *groups] if alone else groups
