"""The spaCy component that tells the language: `brabot_language`, to `doc._.language`."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extensions import findings, register
from nlp.language.detect import detect


@Language.factory("brabot_language", assigns=["doc._.language"])
def make_language(nlp: Language, name: str) -> "LanguageTeller":
    """The component under its spaCy name."""
    return LanguageTeller()


class LanguageTeller:
    """Writes the ISO 639-1 code of a text."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its language told."""
        known = findings(doc)
        known.language = detect(known.text)
        return doc
