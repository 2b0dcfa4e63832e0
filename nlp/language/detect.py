"""Which language a text is written in, told by its script and its words."""

import re

from nlp.language.evidence import DEFAULT, Evidence, evidence_of
from nlp.language.scripts import language_in_script, script_of

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2c00-\udfff\uf900-\ufaff]")
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+|\w[\w-]*\.\w[\w./-]*")
_MAY_BE_NOISE = re.compile(r"[@.][\w/]")
_QUOTE = re.compile(r"[\"“”„»«]")
_QUOTED = re.compile(r"[\"“”„»«][^\"“”„»«]{3,}[\"“”„»«]")
_ENOUGH_WORDS = 4
_PRIOR = 0.4
"""What speaks for the default language before a word is read."""
_LEAST = {DEFAULT: 0.0, "en": 0.9, "ar": 0.0, "so": 0.7, "fi": 0.7, "bs": 0.7, "pl": 0.7}
_LEAST_OTHER = 1.5
"""The evidence that a language needs to be believed; more for those seldom met."""
_NEIGHBOURS = frozenset({"da", "no"})
_MARGIN = 1.3
"""How many times the default's evidence a close relative of it needs."""
_KNOWN_LIMIT = 100_000

_known: dict[str, Evidence] = {}


def detect(text: str) -> str:
    """The ISO 639-1 code of the language; Swedish where none can be told.

    Croatian and Serbian in Latin letters count as Bosnian. A quotation counts only where
    little else is written.
    """
    words = _WORD.findall(_plain(text))
    if _OTHER_SCRIPT.search(text):
        foreign = [word for word in words if not word.isascii() and script_of(word) != "latin"]
        if foreign and len(foreign) >= sum(1 for word in words if word.islower() and _read(word)):
            return language_in_script(foreign)
    return _latin_language(words)


def _plain(text: str) -> str:
    if _MAY_BE_NOISE.search(text):
        text = _NOISE.sub(" ", text)
    if not _QUOTE.search(text):
        return text
    unquoted = _QUOTED.sub(" ", text)
    return unquoted if len(_WORD.findall(unquoted)) >= _ENOUGH_WORDS else text


def _latin_language(words: list[str]) -> str:
    scores: dict[str, float] = {DEFAULT: _PRIOR}
    for word in words:
        found = _known.get(word)
        for language, weight in _read(word) if found is None else found:
            scores[language] = scores.get(language, 0.0) + weight
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
