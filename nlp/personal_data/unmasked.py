"""Whether a text that has been masked may name somebody or something all the same."""

import re
from collections.abc import Container

from nlp.personal_data.lexicon import Trait, lexicon, traits_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def may_name(text: str, known: Container[str]) -> bool:
    """Whether a word is nothing but a first name, or has a capital letter and is no known word.

    `known` has words in lower case. Stricter than masking: for texts that are kept for long.
    """
    common = lexicon().common
    for word in _WORD.findall(text):
        if traits_of(word) & Trait.FIRST:
            return True
        lower = word.lower()
        if word[0].isupper() and lower not in common and lower not in known:
            return True
    return False
