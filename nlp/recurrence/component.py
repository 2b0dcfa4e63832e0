"""The spaCy component that tells what comes back: `brabot_recurrence`, to `doc._.recurring`."""

from collections.abc import Sequence

from spacy.language import Language

from nlp.extensions import Component, Findings
from nlp.reading import Kind
from nlp.recurrence.detect import is_recurring

_CONCERN = Kind.CONCERN


@Language.factory(
    "brabot_recurrence",
    requires=["doc._.language", "doc._.kind"],
    assigns=["doc._.recurring"],
)
def make_recurrence(nlp: Language, name: str) -> "RecurrenceTeller":
    """The component under its spaCy name."""
    return RecurrenceTeller()


class RecurrenceTeller(Component):
    """Says of a concern whether it comes back or goes on; nothing else recurs."""

    def read(self, batch: Sequence[Findings]) -> None:
        """Tell of each concern whether it comes back."""
        for known in batch:
            concern = known.kind is _CONCERN
            known.recurring = concern and is_recurring(known.text, known.language)
