import pytest
import spacy

from nlp.reading import Kind
from nlp.recurrence.component import RecurrenceTeller


@pytest.mark.parametrize(
    ("kind", "expected"), [(Kind.CONCERN, True), (Kind.POSITIVE, False), (Kind.QUESTION, False)]
)
def test_only_a_concern_recurs(kind, expected):
    doc = spacy.blank("sv")("här är det fullt varje kväll")
    teller = RecurrenceTeller()
    doc._.kind = kind
    assert teller(doc)._.recurring is expected


def test_it_can_be_added_by_name():
    nlp = spacy.blank("sv")
    nlp.add_pipe("brabot_recurrence")
    assert nlp("klotter igen")._.recurring is True
