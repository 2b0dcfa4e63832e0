import tomllib
from pathlib import Path

import pytest

from nlp.urgency.gate import gate

_TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
_ROWS = [
    pytest.param(sentence, urgency, id=f"{language}-{urgency}-{number}")
    for language, by_urgency in _TABLE.items()
    for urgency, sentences in by_urgency.items()
    for number, sentence in enumerate(sentences)
]


@pytest.mark.parametrize(("sentence", "urgency"), _ROWS)
def test_gate_tells_danger_in_nine_languages_from_what_only_looks_like_it(sentence, urgency):
    assert gate(sentence)[0] == urgency
