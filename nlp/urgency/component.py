"""The spaCy component that tells danger: `brabot_urgency`, to `doc._.urgency` and `danger`."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extensions import findings, register
from nlp.urgency.decision import decide
from nlp.urgency.evidence import weigh


@Language.factory(
    "brabot_urgency",
    requires=["doc._.language", "doc._.urgency_scores"],
    assigns=["doc._.urgency", "doc._.danger"],
)
def make_urgency(nlp: Language, name: str) -> "UrgencyTeller":
    """The component under its spaCy name."""
    return UrgencyTeller()


class UrgencyTeller:
    """Weighs the words of a text and, where there are any, the categorizer's probabilities."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its urgency and danger told."""
        known = findings(doc)
        told = weigh(known.text, known.language)
        known.urgency, known.danger = decide(told, known.urgency_scores)
        return doc
