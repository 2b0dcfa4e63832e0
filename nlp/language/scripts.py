"""Scripts other than Latin, and the languages written in them."""

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
    lowered = [word.lower() for word in words]
    return max(candidates, key=lambda language: _score(language, lowered))


def _score(language: str, words: list[str]) -> int:
    known = vocabulary().words.get(language, frozenset())
    own = _OWN_LETTERS.get(language, frozenset())
    return sum(_WORD_WEIGHT * (word in known) + len(own.intersection(word)) for word in words)
