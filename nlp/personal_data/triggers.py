"""What the words of a text call for, so that most texts cost one look-up per word."""

from collections.abc import Iterable

from nlp.personal_data.cues import Cue, cues
from nlp.personal_data.lexicon import FAMILY, GIVEN, Trait
from nlp.personal_data.spoken import digit_words
from nlp.personal_data.words import WordTraits

NAME = 1
NUMBER = 2
ACCOUNT = 4
_WEAK_NAME = 8
_CUE = 16
_MOST_WORDS_KEPT = 50_000
_FEWEST_NUMBER_WORDS = 3
_SURE = Trait.FIRST | Trait.CAPITAL | Trait.SURNAME
_ACCOUNT_BEGINNINGS = (
    *("snabel", "snap", "insta", "tiktok", "telegram", "discord", "facebook", "twitter", "konto"),
    *("profil", "använd", "user", "account", "handle", "nick", "käyttäj", "nalog", "korisni"),
    *("акаунт", "حساب", "messenger"),
)
_ACCOUNT_ENDINGS = ("konto", "kontot", "konton", "profil", "profilen")
_ACCOUNT_WORDS = frozenset({"at", "krull", "ät", "malpa", "kik", "signal", "fb", "tili", "x"})


class Triggers:
    """Tells by its words what may be in a text; remembers words up to a bound."""

    def __init__(self, traits: WordTraits) -> None:
        self._traits = traits
        self._known: dict[str, int] = {}

    def __call__(self, words: Iterable[str]) -> int:
        """`NAME`, `NUMBER` and `ACCOUNT` as one number, 0 where nothing calls for a look."""
        known = self._known
        told = numbers = 0
        for word in words:
            trigger = known.get(word)
            if trigger is None:
                trigger = self._remember(word)
            told |= trigger
            numbers += trigger & NUMBER
        if told & _WEAK_NAME and told & _CUE:
            told |= NAME
        if numbers < _FEWEST_NUMBER_WORDS * NUMBER:
            told &= ~NUMBER
        return told & (NAME | NUMBER | ACCOUNT)

    def _remember(self, word: str) -> int:
        if len(self._known) >= _MOST_WORDS_KEPT:
            self._known.clear()
        trigger = self._known[word] = self._read(word)
        return trigger

    def _read(self, word: str) -> int:
        lower = word.lower()
        trigger = self._name(self._traits(word))
        if lower in cues().last_words:
            trigger |= _CUE
            if lower in cues().verbs or cues().before.get(lower) == Cue.NAMED:
                trigger |= NAME
        if lower in digit_words():
            trigger |= NUMBER
        if lower in _ACCOUNT_WORDS or lower.startswith(_ACCOUNT_BEGINNINGS):
            trigger |= ACCOUNT
        return trigger | ACCOUNT if lower.endswith(_ACCOUNT_ENDINGS) else trigger

    def _name(self, traits: int) -> int:
        if traits & _SURE:
            return NAME
        if traits & Trait.UPPER:
            return NAME if traits & (GIVEN | Trait.INITIAL | Trait.UNKNOWN | FAMILY) else 0
        return _WEAK_NAME if traits & (GIVEN | FAMILY) else 0
