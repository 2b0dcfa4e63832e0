"""Which language a text is written in, told by its script and its words."""

from collections import defaultdict
from math import inf

from nlp.language.evidence import DEFAULT, Evidence, evidence_of
from nlp.language.lead import Lead
from nlp.language.scripts import language_in_script, may_have_script, script_of
from nlp.language.words import unquoted, words_of

_PRIOR = 0.4
"""What speaks for the default language before a word is read."""
_LEAST = {DEFAULT: 0.0, "en": 0.9, "ar": 0.0, "so": 0.7, "fi": 0.7, "bs": 0.7, "pl": 0.7}
_LEAST_OTHER = 1.5
"""The evidence that a language needs to be believed; more for those seldom met."""
_NEIGHBOURS = frozenset({"da", "no"})
_MARGIN = 1.3
"""How many times the default's evidence a close relative of it needs."""
_KNOWN_LIMIT = 100_000
_ROUNDING = 1e-6
"""Sums of the same weights in another order differ by less."""
_CLEAR_LEADS = (
    (Lead(DEFAULT), _ROUNDING - _PRIOR),
    (Lead("en"), _ROUNDING + max(_PRIOR, _LEAST["en"])),
)
"""The lead of a language from which on no weighing of them all would tell another one."""

_known: dict[str, Evidence] = {}


def detect(text: str) -> str:
    """The ISO 639-1 code of the language; Swedish where none can be told.

    Croatian and Serbian in Latin letters count as Bosnian. A quotation counts only where
    little else is written.
    """
    clear = _clear_language(text)
    if clear is None and (rest := unquoted(text)) is not text:
        text, clear = rest, _clear_language(rest)
    return clear or weighed_language(text)


def weighed_language(text: str) -> str:
    """The language of a text without quotations, told by all its words."""
    words = words_of(text)
    if may_have_script(text):
        foreign = [word for word in words if not word.isascii() and script_of(word) != "latin"]
        if foreign and len(foreign) >= sum(1 for word in words if word.islower() and _read(word)):
            return language_in_script(foreign)
    return _latin_language(words)


def _clear_language(text: str) -> str | None:
    """The language that no weighing would change, or None where that is not clear."""
    tokens = text.split()
    for lead, least in _CLEAR_LEADS:
        ahead = sum(map(lead.__getitem__, tokens))
        if ahead > least:
            return lead.language
        if ahead == -inf:
            return None
    return None


def _latin_language(words: list[str]) -> str:
    scores: defaultdict[str, float] = defaultdict(float, {DEFAULT: _PRIOR})
    for word in words:
        found = _known.get(word)
        for language, weight in _read(word) if found is None else found:
            scores[language] += weight
    ordinary = scores[DEFAULT]
    best, most = DEFAULT, ordinary
    for language, score in scores.items():
        if score <= most or score < _LEAST.get(language, _LEAST_OTHER):
            continue
        if language in _NEIGHBOURS and score < _MARGIN * ordinary:
            continue
        best, most = language, score
    return best


def _read(word: str) -> Evidence:
    """The evidence of a word as written, kept: texts repeat their words."""
    found = _known.get(word)
    if found is None:
        if len(_known) >= _KNOWN_LIMIT:
            _known.clear()
        found = _known[word] = evidence_of(word)
    return found
