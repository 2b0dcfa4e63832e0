"""What the components tell each other of a text, and the attributes of a `Doc` that show it.

| `doc._.…` | written by | is |
|---|---|---|
| `language` | brabot_language | ISO 639-1 code |
| `places`, `area` | brabot_places | mentions, where it happens first; the reporting area or None |
| `pii` | brabot_personal_data | spans to mask, sorted, without overlaps |
| `kind`, `kind_score` | brabot_categories | what the message is, and the probability of it |
| `themes` | brabot_categories | the themes given, the primary one first |
| `theme_scores`, `urgency_scores` | brabot_categories | probability by theme id, by urgency |
| `doubts` | brabot_categories | reasons why a human should look |
| `evidence` | brabot_categories | what every word says of every theme |
| `urgency`, `danger` | brabot_urgency | how near the danger is, and which |
| `recurring` | brabot_recurrence | whether it comes back or goes on |
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import Danger, Kind, PersonalData, PlaceMention, ThemeScore, Urgency

if TYPE_CHECKING:
    from nlp.categorizer.component import Evidence
    from nlp.categorizer.decision import Doubt


BATCH = 256
"""So many texts are read at a time."""


class Findings:
    """What is known of one text so far; plain slots, since spaCy's own attributes cost more."""

    __slots__ = (
        "area",
        "danger",
        "doubts",
        "evidence",
        "kind",
        "kind_score",
        "language",
        "lower",
        "pii",
        "places",
        "recurring",
        "text",
        "theme_scores",
        "themes",
        "urgency",
        "urgency_scores",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.language = "sv"
        self.places: tuple[PlaceMention, ...] = ()
        self.area: str | None = None
        self.pii: tuple[PersonalData, ...] = ()
        self.kind = Kind.CONCERN
        self.kind_score = 0.0
        self.themes: tuple[ThemeScore, ...] = ()
        self.theme_scores: dict[str, float] | None = None
        self.urgency_scores: dict[str, float] | None = None
        self.doubts: tuple[Doubt, ...] = ()
        self.evidence: Evidence | None = None
        self.urgency = Urgency.NORMAL
        self.danger: Danger | None = None
        self.recurring = False


_KEY = "brabot"
_SHOWN = tuple(name for name in Findings.__slots__ if name not in ("text", "lower"))


class Component:
    """A spaCy component that adds to what is known of texts, many at a time.

    A whole batch passes one component before the next begins, which reads faster than text
    by text, since each works on its own memory.
    """

    def __init__(self) -> None:
        register()

    def read(self, batch: Sequence[Findings]) -> None:
        """Add to what is known of each text of the batch."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, read."""
        self.read((findings(doc),))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The same docs in their order, read in batches."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            self.read([findings(doc) for doc in docs])
            yield from docs


def make_doc(nlp: Language, text: str) -> Doc:
    """The words of a text, and the text itself, which spaCy puts together anew each time."""
    doc = nlp.make_doc(text)
    doc.user_data[_KEY] = Findings(text)
    return doc


def findings(doc: Doc) -> Findings:
    """What is known of a text, made when it is first asked for; `text` is spaCy's `doc.text`."""
    known: Findings | None = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = Findings(doc.text)
    return known


def register() -> None:
    """Make each finding an attribute `doc._.…` too; calling it again changes nothing."""
    for name in _SHOWN:
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_getter(name), setter=_setter(name))


def _getter(name: str) -> Callable[[Doc], Any]:
    return lambda doc: getattr(findings(doc), name)


def _setter(name: str) -> Callable[[Doc, Any], None]:
    return lambda doc, value: setattr(findings(doc), name, value)
