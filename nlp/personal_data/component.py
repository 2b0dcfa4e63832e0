"""The spaCy component that finds personal data: `brabot_personal_data`, to `doc._.pii`."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from spacy.language import Language

from nlp.extensions import Component, Findings
from nlp.personal_data.dwellings import find_dwellings
from nlp.personal_data.emails import find_emails
from nlp.personal_data.handles import find_handles
from nlp.personal_data.personnummer import find_personnummer
from nlp.personal_data.persons import find_persons
from nlp.personal_data.phones import find_phones
from nlp.personal_data.plates import find_plates, is_spelt
from nlp.personal_data.prospects import find_prospects, stretch
from nlp.personal_data.spans import Cover, Span
from nlp.personal_data.spoken import spoken_numbers
from nlp.personal_data.triggers import (
    ACCOUNT,
    ADDRESS,
    AT,
    DIGIT,
    DIGIT_APART,
    FOREIGN_DIGIT,
    HOME,
    PLATE,
    SAID,
    SERVICE,
    SIGN,
    TELLING,
    Pieces,
    is_dictated,
)
from nlp.personal_data.words import Words, WordTraits
from nlp.reading import PersonalData

_LONG_NUMBER = re.compile(r"\d(?:[\s\-–‑./()+]{0,4}\d){5}")
_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰０" for n in range(10)}
_CALLING = ACCOUNT | SIGN | DIGIT
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\w)(?:[\w-]+\.)+(?:se|com|nu|org|net|eu|io|fi)\b(?:/\S*)?",
    re.IGNORECASE,
)


@Language.factory("brabot_personal_data", assigns=["doc._.pii"])
def make_personal_data(nlp: Language, name: str) -> "PersonalDataFinder":
    """The component under its spaCy name."""
    return PersonalDataFinder()


class PersonalDataFinder(Component):
    """Finds what to mask; reads `doc._.places` and `doc._.language`."""

    def __init__(self) -> None:
        super().__init__()
        self._traits = WordTraits()
        self._pieces = Pieces(self._traits)

    def read(self, batch: Sequence[Findings]) -> None:
        """Find the personal data of each text."""
        look_up = self._pieces.__getitem__
        for known in batch:
            text = known.text
            pieces = list(map(look_up, text.split()))
            told = reduce(or_, pieces, 0)
            named = find_prospects(pieces, told, known.language, "\n" in text)
            dictated = told >= SAID and is_dictated(pieces)
            if named or dictated or told & _CALLING:
                named = stretch(text, pieces, *named) if named else None
                known.pii = self._find(known, told, dictated=dictated, named=named)

    def _find(
        self, known: Findings, told: int, *, dictated: bool, named: Span | None
    ) -> tuple[PersonalData, ...]:
        text = known.text
        found = _Found(len(text))
        if told & FOREIGN_DIGIT:
            text = text.translate(_DIGITS)
        if told & (ACCOUNT | SIGN):
            found.add("EMAIL", find_emails(text, dictated=bool(told & AT)))
            of_account = bool(told & ACCOUNT and told & SERVICE)
            handles = find_handles(text, named=of_account, telling=bool(told & TELLING))
            found.add("HANDLE", handles)
        if dictated or told & DIGIT:
            self._add_numbers(found, text, told, dictated=dictated)
            if told & HOME:
                found.add("DWELLING", find_dwellings(text, spoken=dictated))
        if named:
            places = [(place.start, place.end) for place in known.places]
            taken = found.spans
            if told & ADDRESS:
                taken += [match.span() for match in _ADDRESS.finditer(text)]
            words = Words(text, known.language, self._traits, named)
            found.add("PERSON", find_persons(words, places, taken))
        return found.in_order()

    def _add_numbers(self, found: "_Found", text: str, told: int, *, dictated: bool) -> None:
        spoken = tuple(spoken_numbers(text)) if dictated else ()
        long_number = _LONG_NUMBER.search(text)
        if spoken or long_number:
            start = long_number.start() if long_number else 0
            found.add("PERSONNUMMER", find_personnummer(text, spoken, start=start))
            found.add("PHONE", find_phones(text, spoken, start=start))
        if spoken or told & PLATE or (told & DIGIT_APART and is_spelt(text)):
            found.add("PLATE", find_plates(text, spoken))


class _Found:
    """Spans in order of precedence: a later one that overlaps an earlier one is dropped."""

    def __init__(self, length: int) -> None:
        self._cover = Cover(length)
        self._labels: dict[Span, str] = {}

    @property
    def spans(self) -> list[Span]:
        return list(self._labels)

    def add(self, label: str, spans: Iterable[Span]) -> None:
        for span in sorted(spans, key=lambda s: (s[0], -s[1])):
            if not self._cover.touches(span):
                self._cover.add(span)
                self._labels[span] = label

    def in_order(self) -> tuple[PersonalData, ...]:
        if not self._labels:
            return ()
        return tuple(
            PersonalData(label=label, start=start, end=end)
            for (start, end), label in sorted(self._labels.items())
        )
