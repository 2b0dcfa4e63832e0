"""What the components tell each other of a text, and the attributes of a `Doc` that show it.

| `doc._.…` | written by | is |
|---|---|---|
| `language` | brabot_language | ISO 639-1 code |
| `places`, `area` | brabot_places | mentions, where it happens first; the reporting area or None |
| `unsure_place` | brabot_places | whether the place is spelled like others in other areas |
| `alternatives` | brabot_places | the places that may be meant, where that is so |
| `pii` | brabot_personal_data | spans to mask, sorted, without overlaps |
| `kind`, `kind_score` | brabot_categories | what the message is, and the probability of it |
| `themes` | brabot_categories | the themes given, the primary one first |
| `second` | brabot_categories | id and probability of the likeliest theme not given |
| `other_themes` | brabot_categories | the likeliest themes not given, at most three |
| `kind_scores`, `urgency_scores` | brabot_categories | probability by kind, by urgency |
| `doubts` | brabot_categories | reasons why a human should look |
| `urgency`, `danger` | brabot_urgency | how near the danger is, and which |
| `recurring` | brabot_recurrence | whether it comes back or goes on |
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import Danger, Kind, PersonalData, PlaceMention, ThemeScore, Urgency

if TYPE_CHECKING:
    from nlp.reading import Doubt


BATCH = 256
"""So many texts are read at a time."""


class Findings:
    """What is known of one text so far; plain values, of which a Reading may keep hold.

    What nobody has found yet is read from the class, so that beginning costs little.
    """

    language: str = "sv"
    places: tuple[PlaceMention, ...] = ()
    area: str | None = None
    unsure_place: bool = False
    alternatives: tuple[PlaceMention, ...] = ()
    pii: tuple[PersonalData, ...] = ()
    kind: Kind = Kind.CONCERN
    kind_score: float = 0.0
    kind_scores: Mapping[str, float] = MappingProxyType({})
    themes: tuple[ThemeScore, ...] = ()
    second: tuple[str, float] | None = None
    other_themes: tuple[ThemeScore, ...] = ()
    urgency_scores: Mapping[str, float] | None = None
    doubts: "tuple[Doubt, ...]" = ()
    urgency: Urgency = Urgency.NORMAL
    danger: Danger | None = None
    recurring: bool = False

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()


_KEY = "brabot"
_SHOWN = tuple(Findings.__annotations__)


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
