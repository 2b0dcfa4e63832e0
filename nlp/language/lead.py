"""By how much words speak for one language rather than for any other."""

from math import inf

from nlp.language.evidence import evidence_of
from nlp.language.words import words_in

_KNOWN_LIMIT = 50_000
_LONGEST = 60
"""Longer tokens are no words, and would fill the memory."""


class Lead(dict[str, float]):
    """How far a language is ahead of every other one by a single token of a text.

    The sum over the tokens of a text (`str.split`) is the least by which it is ahead by the
    whole text; minus infinity where single tokens do not tell. Worked out once for each token,
    so that most texts are decided by looking up and adding alone.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, token: str) -> float:
        if len(token) > _LONGEST:
            return -inf
        if len(self) >= _KNOWN_LIMIT:
            self.clear()
        words = words_in(token)
        lead = -inf if words is None else sum(map(self._of_word, words))
        self[token] = lead
        return lead

    def _of_word(self, word: str) -> float:
        weights = dict(evidence_of(word))
        own = weights.pop(self.language, 0.0)
        return own - max(weights.values(), default=0.0)
