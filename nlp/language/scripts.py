"""Scripts other than Latin, and the languages written in them."""

import re
from functools import lru_cache
from unicodedata import name

from nlp.language.evidence import DEFAULT, vocabulary

_LANGUAGES: dict[str, tuple[str, ...]] = {
    "arabic": ("ar", "fa", "ku", "ur"),
    "cyrillic": ("uk", "ru", "bs"),
    "ethiopic": ("ti", "am"),
    "greek": ("el",),
    "hebrew": ("he",),
    "thai": ("th",),
    "cjk": ("zh",),
    "hiragana": ("ja",),
    "katakana": ("ja",),
    "hangul": ("ko",),
    "devanagari": ("hi",),
    "bengali": ("bn",),
    "tamil": ("ta",),
    "armenian": ("hy",),
    "georgian": ("ka",),
}
"""Script → its languages, the likeliest first."""

_OWN_LETTERS = {
    "uk": frozenset("іїєґ"),
    "ru": frozenset("ыэъё"),
    "bs": frozenset("ђјљњћџ"),
    "fa": frozenset("پچژگیک"),
    "ur": frozenset("ٹڈڑےں"),
    "ku": frozenset("ێۆڵڕەڤ"),
    "ar": frozenset("ةىيكأإؤئ"),
}
_WORD_WEIGHT = 2
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2c00-\udfff\uf900-\ufaff]")


def may_have_script(text: str) -> bool:
    """Whether a text has letters of a script other than Latin, or signs that may be such."""
    return _OTHER_SCRIPT.search(text) is not None


@lru_cache(maxsize=20_000)
def script_of(word: str) -> str:
    """The script of the word's first letter that has a known one, else "latin"."""
    for letter in word:
        script = name(letter, "").split(" ", 1)[0].lower()
        if script in _LANGUAGES:
            return script
    return "latin"


def language_in_script(words: list[str]) -> str:
    """The language of words in scripts other than Latin, by letters and known words."""
    letters: dict[str, int] = {}
    for word in words:
        script = script_of(word)
        letters[script] = letters.get(script, 0) + len(word)
    candidates = _LANGUAGES.get(max(letters, key=lambda script: letters[script]), (DEFAULT,))
    if len(candidates) == 1:
        return candidates[0]
    scores = dict.fromkeys(candidates, 0)
    for word in words:
        for language, weight in _told_by(word):
            if language in scores:
                scores[language] += weight
    return max(candidates, key=lambda language: scores[language])


@lru_cache(maxsize=20_000)
def _told_by(word: str) -> tuple[tuple[str, int], ...]:
    """The languages that a word speaks for, with how much."""
    lower = word.lower()
    weights = (
        (
            language,
            _WORD_WEIGHT * (lower in vocabulary().words.get(language, ()))
            + len(_OWN_LETTERS.get(language, frozenset()).intersection(lower)),
        )
        for languages in _LANGUAGES.values()
        for language in languages
    )
    return tuple((language, weight) for language, weight in weights if weight)
