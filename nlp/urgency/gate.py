"""The quick check that stands before everything else: rules only, no pipeline, no model."""

from nlp.language.detect import detect
from nlp.reading import Danger, Urgency
from nlp.urgency.decision import decide
from nlp.urgency.evidence import weigh


def gate(text: str) -> tuple[Urgency, Danger | None]:
    """How near the danger is that a text speaks of, and which; (normal, None) for none.

    Takes any text in any language, and milliseconds; imports neither spaCy nor a model.
    """
    return decide(weigh(text, detect(text)))
