"""What is kept for long has no word that may be a name, also where masking saw none."""

import pytest

from nlp.personal_data.unmasked import may_name

KNOWN = {"mopeder", "polisen", "epa"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mopeder kör här", False),
        ("Det kör EPA här", False),
        ("Igår körde Brolle här", True),
        ("Brolle körde här", True),
        ("fatima körde här", True),
        ("Varför gör Polisen inget", False),
    ],
)
def test_a_first_name_or_an_unknown_word_with_a_capital_may_name_somebody(text, names):
    assert may_name(text, KNOWN) is names
