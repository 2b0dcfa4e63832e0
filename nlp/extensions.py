"""The custom attributes of a `Doc` through which the components tell what they read.

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

from typing import Any

from spacy.tokens import Doc

from nlp.reading import Kind, Urgency

_DEFAULTS: dict[str, Any] = {
    "language": "sv",
    "places": (),
    "area": None,
    "pii": (),
    "kind": Kind.CONCERN,
    "kind_score": 0.0,
    "themes": (),
    "theme_scores": None,
    "urgency_scores": None,
    "doubts": (),
    "evidence": None,
    "urgency": Urgency.NORMAL,
    "danger": None,
    "recurring": False,
}


_TEXT = "brabot_text"


def text_of(doc: Doc) -> str:
    """The text of a `Doc`, which spaCy puts together anew each time, kept after the first."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def register() -> None:
    """Make the attributes known to spaCy; calling it again changes nothing."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
