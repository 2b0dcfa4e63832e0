"""The spaCy component that tells danger: `brabot_urgency`, to `doc._.urgency` and `danger`."""

from collections.abc import Sequence

from spacy.language import Language

from nlp.extensions import Component, Findings
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


class UrgencyTeller(Component):
    """Weighs the words of a text and, where there are any, the categorizer's probabilities."""

    def read(self, batch: Sequence[Findings]) -> None:
        """Tell the urgency and the danger of each text."""
        for known in batch:
            told = weigh(known.text, known.language)
            known.urgency, known.danger = decide(told, known.urgency_scores)
