"""The spaCy component that tells the language: `brabot_language`, to `doc._.language`."""

from collections.abc import Sequence

from spacy.language import Language

from nlp.extensions import Component, Findings
from nlp.language.detect import detect


@Language.factory("brabot_language", assigns=["doc._.language"])
def make_language(nlp: Language, name: str) -> "LanguageTeller":
    """The component under its spaCy name."""
    return LanguageTeller()


class LanguageTeller(Component):
    """Writes the ISO 639-1 code of a text."""

    def read(self, batch: Sequence[Findings]) -> None:
        """Tell the language of each text."""
        for known in batch:
            known.language = detect(known.text)
