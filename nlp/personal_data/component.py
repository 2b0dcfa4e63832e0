"""The spaCy component that finds personal data: `brabot_personal_data`, to `doc._.pii`."""

import re
from collections.abc import Iterable, Sequence

from spacy.language import Language

from nlp.extensions import Component, Findings
from nlp.personal_data.dwellings import find_dwellings
from nlp.personal_data.emails import find_emails
from nlp.personal_data.handles import find_handles
from nlp.personal_data.personnummer import find_personnummer
from nlp.personal_data.persons import find_persons
from nlp.personal_data.phones import find_phones
from nlp.personal_data.plates import find_plates
from nlp.personal_data.spans import Cover, Span
from nlp.personal_data.spoken import spoken_numbers
from nlp.personal_data.triggers import ACCOUNT, HOME, NAME, NUMBER, Triggers
from nlp.personal_data.words import WORD, Words, WordTraits
from nlp.reading import PersonalData

_MARKED = re.compile(r"[\d@_]|\.(?:com|me|gg|tv)/")
_SIGNED = re.compile(r"[@_]|[(\[]at[)\]]|\.(?:com|me|gg|tv)/")
_LONG_NUMBER = re.compile(r"\d(?:[\s\-–‑./()+]{0,4}\d){5}")
_PLATE_END = re.compile(r"\d[ .]?\d[ .]?[0-9A-Za-z](?!\w)")
_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰０" for n in range(10)}
_FOREIGN_DIGIT = re.compile("[٠-٩۰-۹０-９]")
_PARTS_OF_ADDRESSES = ("://", "www.", ".se", ".com", ".nu", ".org", ".net", ".eu", ".io", ".fi")
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
        self._triggers = Triggers(self._traits)

    def read(self, batch: Sequence[Findings]) -> None:
        """Find the personal data of each text."""
        for known in batch:
            self._read_one(known)

    def _read_one(self, known: Findings) -> None:
        text = known.text
        told = self._triggers(WORD.findall(text), text)
        marked = _MARKED.search(text) is not None
        if marked or told & ~HOME:
            known.pii = self._find(known, text, told, marked=marked)

    def _find(
        self, known: Findings, text: str, told: int, *, marked: bool
    ) -> tuple[PersonalData, ...]:
        found = _Found(len(text))
        if marked and _FOREIGN_DIGIT.search(text):
            text = text.translate(_DIGITS)
        if told & ACCOUNT or _SIGNED.search(text):
            found.add("EMAIL", find_emails(text))
            found.add("HANDLE", find_handles(text, named=bool(told & ACCOUNT)))
        if marked or told & NUMBER:
            self._add_numbers(found, text, dictated=bool(told & NUMBER))
        if told & HOME and (marked or told & NUMBER):
            found.add("DWELLING", find_dwellings(text, spoken=bool(told & NUMBER)))
        if told & NAME:
            places = [(place.start, place.end) for place in known.places]
            taken = found.spans
            if any(part in text for part in _PARTS_OF_ADDRESSES):
                taken += [match.span() for match in _ADDRESS.finditer(text)]
            words = Words(text, known.language, self._traits)
            found.add("PERSON", find_persons(words, places, taken))
        return found.in_order()

    def _add_numbers(self, found: "_Found", text: str, *, dictated: bool) -> None:
        spoken = tuple(spoken_numbers(text)) if dictated else ()
        if spoken or _LONG_NUMBER.search(text):
            found.add("PERSONNUMMER", find_personnummer(text, spoken))
            found.add("PHONE", find_phones(text, spoken))
        if spoken or _PLATE_END.search(text):
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
        return tuple(
            PersonalData(label=label, start=start, end=end)
            for (start, end), label in sorted(self._labels.items())
        )
