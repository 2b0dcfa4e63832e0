import pytest
import spacy

import nlp.urgency.component
from nlp.reading import Danger, Urgency


@pytest.fixture
def pipeline():
    language = spacy.blank("sv")
    language.add_pipe("brabot_urgency")
    return language


def test_it_writes_urgency_and_danger(pipeline):
    doc = pipeline("det brinner i huset bredvid just nu")
    assert (doc._.urgency, doc._.danger) == (Urgency.NOW, Danger.LIFE)


def test_a_quiet_text_is_normal_without_a_danger(pipeline):
    doc = pipeline("lampan vid parken är trasig")
    assert (doc._.urgency, doc._.danger) == (Urgency.NORMAL, None)


def test_it_reads_the_language_told_before_it(pipeline):
    doc = pipeline.make_doc("ktoś mnie dusi")
    doc._.language = "pl"
    assert nlp.urgency.component.UrgencyTeller()(doc)._.urgency is Urgency.NOW
