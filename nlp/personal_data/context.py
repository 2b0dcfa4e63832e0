"""Reads the surroundings of a possible name: cues before it, age and firms after it."""

import re

from nlp.personal_data.cues import Cue, Cues
from nlp.personal_data.lexicon import GIVEN, LISTED, Trait, traits_of
from nlp.personal_data.words import Words

_SUBJECT_WINDOW = 4
_LONGEST_ABBREVIATION = 5
_FEW_WORDS = 3
_LONGEST_AGE = 20
_LONGEST_RULE = 4
_LONGEST_GAP = 8
_SPACED = re.compile(r"[ \t]{1,2}|[ \t]?[,:(\"”“'’«»=\-–][ \t]?[\"”“'’«»(]?|\s?[:(\"“”']\s?")
_CLASS = re.compile(
    r"\si\s(?:klass\s)?(?:[1-9]\s?[A-Ea-e]\b|[1-9]:?an\b|(?:ett|tv|tre|fyr|femm|sex|sju|ått|ni)an\b)"
)
_ABBREVIATED = re.compile(r"\.\s?")
_RULE = re.compile(r"(?:^|[\s.!?,:)])(?://?|[-–—~*])\s?$")
_LAST_LINE = re.compile(r"(?:[.!?…)]|[^\w\s,'’/&+\-–—])\s+$|\s*\n\s*$")
_AGE = re.compile(
    r"\s?\(\d{1,3}(?:\s?(?:år|yo|v|vuotta|god|lat))?\)"
    r"|,?\s(?:som är\s|är\s)?\d{1,3}\s?(?:år|åring|years)\b|,\s\d{1,2}(?=[,.)]|$)"
)
_AFTER_GENITIVE = ("s", "'", "’")


class Context:
    """Answers about word `i`, or the words `i` to `j`, of one text."""

    def __init__(self, words: Words, cues: Cues) -> None:
        self._words = words
        self._cues = cues

    def cue(self, i: int, j: int) -> int:
        """The strongest sign before words `i` to `j` that they are somebody's name."""
        cue = self._phrase_before(i)
        if cue <= Cue.WEAK:
            if self._ruled_off(i):
                cue = Cue.SIGNATURE
            elif self._stands_alone(i, j):
                return Cue.LISTED
        if cue == Cue.SIGNATURE and not self.near_end(j):
            return Cue.LISTED
        return cue

    def is_thing(self, i: int) -> bool:
        """Whether an animal, a storm, a saint or a shop is what word `i` names."""
        if not i or "\n" in self._words.gaps[i]:
            return False
        lower = self._words.lower
        if lower[i - 1] in self._cues.verbs:
            return self._subject_is_thing(i - 1)
        if lower[i - 1] in {"sig", "för"} and i > 1 and lower[i - 2].startswith("kalla"):
            return self._subject_is_thing(i - 2)
        if lower[i - 2 : i] in (["s", "t"], ["s", "ta"]):
            return True
        return lower[i - 1] in self._cues.things and self._words.gaps[i].strip(" ,\"”'(:") == ""

    def is_firm(self, i: int, j: int) -> bool:
        """Whether words `i` to `j` are the name of a shop, a company, a street or a school."""
        words = self._words
        if j + 1 >= len(words) or words.gaps[j + 1] not in (" ", "-", " & "):
            return False
        following = words.lower[j + 1]
        if words.gaps[j + 1] == " & ":
            return following in {"co", "company", "söner", "son"}
        if following in self._cues.companies:
            return bool(words.traits[j + 1] & Trait.UPPER) or following in {"ab", "hb", "kb"}
        if following in self._cues.shops:
            return words.lower[j].endswith(_AFTER_GENITIVE)
        if following in self._cues.streets_apart:
            alone_and_given = j == i and words.traits[i] & GIVEN
            return words.lower[j].endswith(_AFTER_GENITIVE) and not alone_and_given
        if self.is_street(j + 1) and self.is_located(i):
            return bool(words.traits[j + 1] & Trait.UPPER)
        return self.names_street(j + 1)

    def names_street(self, i: int) -> bool:
        """Whether word `i` is a surname with a street or a school in one word."""
        stem = self._street_stem(i)
        return bool(stem) and bool(traits_of(stem) & (LISTED | Trait.SURNAME_FORM))

    def is_street(self, i: int) -> bool:
        """Whether word `i` ends as streets and schools do."""
        return bool(self._street_stem(i))

    def is_public(self, i: int, j: int) -> bool:
        """Whether words `i` to `j` begin with a name everybody knows."""
        lower = self._words.lower
        if lower[i] not in self._cues.public_beginnings:
            return False
        phrases = (" ".join(lower[i:end]) for end in range(i + 2, min(i + 5, len(lower)) + 1))
        return any({p.split("-")[0], p.removesuffix("s")} & self._cues.public for p in phrases)

    def is_located(self, i: int) -> bool:
        """Whether a word of place stands before word `i`."""
        return i > 0 and self._words.lower[i - 1] in self._cues.locative

    def is_within(self, i: int) -> bool:
        """Whether "in" stands before word `i`, as before the name of a town."""
        return i > 0 and self._words.lower[i - 1] in {"i", "in"}

    def has_age(self, j: int) -> bool:
        """Whether an age follows word `j`."""
        return _AGE.match(self._words.after(j, _LONGEST_AGE)) is not None

    def has_class(self, j: int) -> bool:
        """Whether a school class follows word `j`: `i 7B`."""
        return _CLASS.match(self._words.after(j, _LONGEST_AGE)) is not None

    def is_joined(self, i: int, previous: int) -> bool:
        """Whether "and" alone stands between word `i` and the word `previous`."""
        return i == previous + 2 and self._words.lower[i - 1] in self._cues.joining

    def near_end(self, j: int) -> bool:
        """Whether hardly a word follows word `j`."""
        return len(self._words) - 1 - j <= _FEW_WORDS

    def _phrase_before(self, i: int) -> int:
        lower = self._words.lower
        for length in self._cues.last_words.get(lower[i - 1], ()) if i else ():
            cue = self._cues.before.get(" ".join(lower[max(0, i - length) : i]))
            if cue is not None:
                return cue if self._joined(i, cue) else Cue.NONE
        return Cue.NONE

    def _joined(self, i: int, cue: int) -> bool:
        gap = self._words.gaps[i]
        if cue == Cue.SIGNATURE:
            return len(gap) <= _LONGEST_GAP
        if len(self._words.written[i - 1]) <= _LONGEST_ABBREVIATION and _ABBREVIATED.fullmatch(gap):
            return cue == Cue.TITLE
        return _SPACED.fullmatch(gap) is not None

    def _ruled_off(self, i: int) -> bool:
        if self._words.gaps[i] == " ":
            return False
        start = self._words.span(i)[0]
        return _RULE.search(self._words.text[max(0, start - _LONGEST_RULE) : start]) is not None

    def _stands_alone(self, i: int, j: int) -> bool:
        if j < len(self._words) - 1 or not i:
            return False
        return _LAST_LINE.search(self._words.gaps[i]) is not None

    def _subject_is_thing(self, verb: int) -> bool:
        window = self._words.lower[max(0, verb - _SUBJECT_WINDOW) : verb]
        while window and window[-1] in {"som", "visst", "tydligen", "nog", "är", "is", "that"}:
            window.pop()
        if not window:
            return False
        if window[-1] in self._cues.named_things or window[-1] in {"den", "det", "vad", "it"}:
            return True
        if window[-1] in self._cues.people or any(w in self._cues.people for w in window):
            return False
        return any(w in self._cues.named_things for w in window)

    def _street_stem(self, i: int) -> str:
        word = self._words.lower[i]
        if not word.endswith(self._cues.streets):
            return ""
        for ending in self._cues.streets:
            if word.endswith(ending):
                return word.removesuffix(ending).rstrip("-").removesuffix("s") or word
        return ""
