import spacy

import nlp.language.component  # noqa: F401


def test_it_writes_the_code():
    language = spacy.blank("sv")
    language.add_pipe("brabot_language")
    assert language("they broke the window of our shop")._.language == "en"
