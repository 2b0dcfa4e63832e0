"""The spaCy component that finds personal data: `brabot_personal_data`, to `doc._.pii`."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extensions import register
from nlp.personal_data.contacts import find_emails, find_handles
from nlp.personal_data.dwellings import find_dwellings
from nlp.personal_data.personnummer import find_personnummer
from nlp.personal_data.persons import find_persons
from nlp.personal_data.phones import find_phones
from nlp.personal_data.plates import find_plates
from nlp.personal_data.triggers import ACCOUNT, NAME, NUMBER, Triggers
from nlp.personal_data.words import WORD, Words, WordTraits
from nlp.reading import PersonalData

Span = tuple[int, int]
_MARKED = re.compile(r"[\d@_]|\.(?:com|me|gg|tv)/")
_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰０" for n in range(10)}
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\w)(?:[\w-]+\.)+(?:se|com|nu|org|net|eu|io|fi)\b(?:/\S*)?",
    re.IGNORECASE,
)


@Language.factory("brabot_personal_data", assigns=["doc._.pii"])
def make_personal_data(nlp: Language, name: str) -> "PersonalDataFinder":
    """The component under its spaCy name."""
    return PersonalDataFinder()


class PersonalDataFinder:
    """Finds what to mask; reads `doc._.places` and `doc._.language`."""

    def __init__(self) -> None:
        register()
        self._traits = WordTraits()
        self._triggers = Triggers(self._traits)

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its personal data found."""
        text = doc.text.translate(_DIGITS)
        told = self._triggers(WORD.findall(text))
        marked = _MARKED.search(text) is not None
        if marked or told:
            doc._.pii = self._find(doc, text, told, marked=marked)
        return doc

    def _find(self, doc: Doc, text: str, told: int, *, marked: bool) -> tuple[PersonalData, ...]:
        found = _Found()
        dictated = bool(told & NUMBER)
        if marked or told & (NUMBER | ACCOUNT):
            found.add("EMAIL", find_emails(text, spoken=bool(told & ACCOUNT)))
            found.add("HANDLE", find_handles(text, named=bool(told & ACCOUNT)))
            found.add("PERSONNUMMER", find_personnummer(text, spoken=dictated))
            found.add("PHONE", find_phones(text, spoken=dictated))
            found.add("PLATE", find_plates(text, spoken=dictated))
            found.add("DWELLING", find_dwellings(text, spoken=dictated))
        if told & NAME:
            places = [(place.start, place.end) for place in doc._.places]
            taken = found.spans + [m.span() for m in _ADDRESS.finditer(text)]
            words = Words(text, doc._.language, self._traits)
            found.add("PERSON", find_persons(words, places, taken))
        return found.in_order()


class _Found:
    """Spans in order of precedence: a later one that overlaps an earlier one is dropped."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._labels: dict[Span, str] = {}

    def add(self, label: str, spans: Iterator[Span] | list[Span]) -> None:
        for span in sorted(spans, key=lambda s: (s[0], -s[1])):
            if not any(start < span[1] and span[0] < end for start, end in self.spans):
                self.spans.append(span)
                self._labels[span] = label

    def in_order(self) -> tuple[PersonalData, ...]:
        return tuple(
            PersonalData(label=self._labels[span], start=span[0], end=span[1])
            for span in sorted(self.spans)
        )
