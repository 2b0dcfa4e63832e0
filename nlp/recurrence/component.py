"""The spaCy component that tells what comes back: `brabot_recurrence`, to `doc._.recurring`."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extensions import findings, register
from nlp.reading import Kind
from nlp.recurrence.detect import is_recurring


@Language.factory(
    "brabot_recurrence",
    requires=["doc._.language", "doc._.kind"],
    assigns=["doc._.recurring"],
)
def make_recurrence(nlp: Language, name: str) -> "RecurrenceTeller":
    """The component under its spaCy name."""
    return RecurrenceTeller()


class RecurrenceTeller:
    """Says of a concern whether it comes back or goes on; nothing else recurs."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its recurrence told."""
        known = findings(doc)
        known.recurring = known.kind is Kind.CONCERN and is_recurring(known.text, known.language)
        return doc
