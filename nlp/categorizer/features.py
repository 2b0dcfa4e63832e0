"""What a word is made of, as features that words of one meaning share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from nlp.categorizer.words import fold, stem

FEATURES_VERSION = 1
"""Part of what a trained model is named by: raise it when this code changes features."""

Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""The folded words that follow the first one, and the features of the whole."""

_SHORTEST_NGRAM, _LONGEST_NGRAM = 3, 5
_SHORTEST_IN_COMPOUND = 4
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Lexicon:
    """Words and phrases that stand for something, and the features they have for it.

    `words` has the features of folded words; `phrases` has, by its folded first word, every
    phrase of more words than one.
    """

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def features(self, folded: str) -> set[str]:
        """The features of a folded word that is, begins with or ends with a known one."""
        found = set(self.words.get(folded, ()))
        for size in range(_SHORTEST_IN_COMPOUND, len(folded)):
            found.update(self.words.get(folded[:size], ()))
            found.update(self.words.get(folded[-size:], ()))
        root = stem(folded)
        if root != folded:
            for start in range(1, len(root) - _SHORTEST_IN_COMPOUND + 1):
                found.update(self.words.get(root[start:], ()))
        return found


def lexicon(keywords: Mapping[str, Iterable[str]]) -> Lexicon:
    """The keywords of labels (feature `k:label`) and the shipped concepts (`g:concept`)."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    phrases: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    listed = {f"k:{label}": entries for label, entries in keywords.items()}
    for feature, entries in (listed | _concepts()).items():
        for entry in entries:
            parts = tuple(fold(part) for part in entry.lower().split())
            if len(parts) == 1:
                words[parts[0]].append(feature)
            elif parts:
                phrases[parts].append(feature)
    by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase, features in phrases.items():
        by_first[phrase[0]].append((phrase[1:], tuple(features)))
    return Lexicon(
        {word: tuple(dict.fromkeys(features)) for word, features in words.items()},
        {first: tuple(rest) for first, rest in by_first.items()},
    )


def word_data() -> list[Path]:
    """The files that decide, besides the code, which features a word has."""
    return sorted(_DATA.glob("*.txt"))


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    lines = (
        line.partition(":") for line in (_DATA / "concepts.txt").read_text("utf-8").splitlines()
    )
    return {
        f"g:{name}": tuple(word.replace("_", " ") for word in listed.split())
        for name, colon, listed in lines
        if colon and not name.startswith("#")
    }


def word_features(folded: str, known: Lexicon) -> list[str]:
    """The features of a folded word: itself, its stem, its letter groups, what it stands for."""
    found = [f"w:{folded}", f"s:{stem(folded)}"]
    if len(folded) > 1:
        edged = f"<{folded}>"
        found += [
            f"c:{edged[start : start + size]}"
            for size in range(_SHORTEST_NGRAM, _LONGEST_NGRAM + 1)
            for start in range(len(edged) - size + 1)
        ]
    found += sorted(known.features(folded))
    return list(dict.fromkeys(found))
