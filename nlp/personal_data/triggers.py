"""What the words of a text call for, so that most texts cost one look-up per word."""

import re
from collections.abc import Iterable

from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.lexicon import GIVEN, LISTED, Trait
from nlp.personal_data.wording import digit_words, wording
from nlp.personal_data.words import WordTraits

NAME = 16
NUMBER = 32
ACCOUNT = 64
HOME = 128
_WEAK_NAME = 256
_CUE = 512
_ONE = 1  # "ett" is an article as well
_DIGIT = 2
_SAID = _ONE | _DIGIT
_ENOUGH_SAID = 5
_EVERYWHERE = frozenset({"till", "från", "from", "mitt", "säger", "det", "med", "på"})
_TELLING = re.compile(
    r"(?:^|[\s.!?,:)])(?://?|[-–—~*])\s?[^\W\d_]|[ (]\d{1,2}(?:[),]|\s?år)|\si\s\d"
)
_MOST_WORDS_KEPT = 50_000
_SURE = Trait.FIRST | Trait.CAPITAL | Trait.SURNAME
_ACCOUNT_BEGINNINGS = (
    *("snabel", "snap", "insta", "tiktok", "telegram", "discord", "facebook", "twitter", "konto"),
    *("profil", "använd", "user", "account", "handle", "nick", "käyttäj", "nalog", "korisni"),
    *("акаунт", "حساب", "messenger"),
)
_HOME_BEGINNINGS = ("lgh", "lägenhet")
_ACCOUNT_ENDINGS = ("konto", "kontot", "konton", "profil", "profilen")
_ACCOUNT_WORDS = frozenset({"kik", "fb", "tili", "dot", "punkt", "piste", "točka", "kropka"})


class Triggers:
    """Tells by its words what may be in a text; remembers words up to a bound."""

    def __init__(self, traits: WordTraits) -> None:
        self._traits = traits
        self._known: dict[str, int] = {}
        before = cues().before.items()
        self._cues = {_telling(p) for p, cue in before if cue not in (Cue.NONE, Cue.LISTED)}
        self._namings = {_telling(p) for p, cue in before if cue in (Cue.TITLE, Cue.NAMED)}

    def __call__(self, words: Iterable[str], text: str) -> int:
        """The constants above as one number; 0 where nothing in `text` calls for a look."""
        known = self._known
        told = said = 0
        for word in words:
            trigger = known.get(word)
            if trigger is None:
                trigger = self._remember(word)
            told |= trigger
            said += trigger & _SAID
        if told & _WEAK_NAME and (told & _CUE or _TELLING.search(text)):
            told |= NAME
        if said >= _ENOUGH_SAID:
            told |= NUMBER
        return told & (NAME | NUMBER | ACCOUNT | HOME)

    def _remember(self, word: str) -> int:
        if len(self._known) >= _MOST_WORDS_KEPT:
            self._known.clear()
        trigger = self._known[word] = self._read(word)
        return trigger

    def _read(self, word: str) -> int:
        lower = word.lower()
        trigger = self._name(self._traits(word))
        if lower in self._cues:
            trigger |= NAME if lower in self._namings else _CUE
        if lower in digit_words():
            trigger |= _DIGIT if digit_words()[lower] != "1" else _ONE if lower == "ett" else 0
        if lower in _ACCOUNT_WORDS or lower.startswith(_ACCOUNT_BEGINNINGS):
            trigger |= ACCOUNT
        if lower.endswith(_ACCOUNT_ENDINGS):
            trigger |= ACCOUNT
        if lower.startswith(_HOME_BEGINNINGS) or lower in wording("dwelling", "words"):
            trigger |= HOME
        return trigger

    def _name(self, traits: int) -> int:
        if traits & Trait.UPPER:
            if traits & (_SURE | Trait.INSIDE):
                return NAME
            return _WEAK_NAME if traits & (LISTED | Trait.INITIAL | Trait.UNKNOWN) else 0
        if traits & Trait.NEVER_LOWER:
            return 0
        return NAME if traits & _SURE else _WEAK_NAME if traits & GIVEN else 0


def _telling(phrase: str) -> str:
    """The longest word of a phrase that says little by itself: the rarest, to begin from."""
    return max((w for w in phrase.split() if w not in _EVERYWHERE), key=len, default=phrase)
