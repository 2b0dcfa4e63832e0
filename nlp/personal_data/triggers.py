"""What the pieces of a text call for, so that most texts cost one look-up for each piece.

A piece is what stands between two blanks.
"""

import re

from nlp.personal_data import prospects
from nlp.personal_data.emails import is_at_sign
from nlp.personal_data.handles import speaks_of_account, tells_account
from nlp.personal_data.plates import is_part_of_plate
from nlp.personal_data.wording import digit_words, wording
from nlp.personal_data.words import WORD, WordTraits

(
    *(DIGIT, FOREIGN_DIGIT, DIGIT_APART, PLATE, HOME, SIGN, AT, ACCOUNT, SERVICE, TELLING, ADDRESS),
    SAID,
) = (1 << prospects.BITS + number for number in range(12))
"""From this bit on stands how much a piece says a number in words."""
_ENOUGH_SAID = 5
_MOST_PIECES_KEPT = 100_000
_DIGIT = re.compile(r"\d")
_DIGIT_APART = re.compile(r"(?:^|\.)\d(?:\.|$)")
_FOREIGN = re.compile("[٠-٩۰-۹０-９]")
_SIGN = re.compile(r"[@_]|[(\[]at[)\]]|\.(?:com|me|gg|tv)/")
_ADDRESS = re.compile(r"://|www\.|\.(?:se|com|nu|org|net|eu|io|fi)")
_ACCOUNT_BEGINNINGS = (
    *("snabel", "snap", "insta", "tiktok", "telegram", "discord", "facebook", "twitter", "konto"),
    *("profil", "använd", "user", "account", "handle", "nick", "käyttäj", "nalog", "korisni"),
    *("акаунт", "حساب", "messenger"),
)
_HOME_BEGINNINGS = ("lgh", "lägenhet")
_ACCOUNT_ENDINGS = ("konto", "kontot", "konton", "profil", "profilen")
_ACCOUNT_WORDS = frozenset({"kik", "fb", "tili", "dot", "punkt", "piste", "točka", "kropka"})


class Pieces(dict[str, int]):
    """What each piece calls for, as one number: the bits above and those of `prospects`.

    Remembers pieces up to a bound.
    """

    def __init__(self, traits: WordTraits) -> None:
        super().__init__()
        self._traits = traits
        self._same: dict[int, int] = {}  # equal numbers kept once are read faster

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_PIECES_KEPT:
            self.clear()
        called = self._read(piece)
        called = self[piece] = self._same.setdefault(called, called)
        return called

    def _read(self, piece: str) -> int:
        words = [word.lower() for word in WORD.findall(piece)]
        called = prospects.read_piece(piece, self._traits)
        for bit, pattern in _PATTERNS:
            called |= bit if pattern.search(piece) else 0
        called |= PLATE if is_part_of_plate(piece) else 0
        called |= AT if is_at_sign(piece) else 0
        called |= TELLING if tells_account(piece) else 0
        called |= SERVICE if speaks_of_account(piece) else 0
        called |= ACCOUNT if any(map(_is_of_account, words)) else 0
        called |= HOME if any(map(_is_of_home, words)) else 0
        return called | sum(map(_said, words)) * SAID


_PATTERNS = (
    (DIGIT, _DIGIT),
    (DIGIT_APART, _DIGIT_APART),
    (FOREIGN_DIGIT, _FOREIGN),
    (SIGN, _SIGN),
    (ADDRESS, _ADDRESS),
)


def is_dictated(pieces: list[int]) -> bool:
    """Whether so many words say numbers that they may make up one."""
    return sum([piece // SAID for piece in pieces if piece >= SAID]) >= _ENOUGH_SAID


def _is_of_account(word: str) -> bool:
    told = word.startswith(_ACCOUNT_BEGINNINGS) or word.endswith(_ACCOUNT_ENDINGS)
    return told or word in _ACCOUNT_WORDS


def _is_of_home(word: str) -> bool:
    return word.startswith(_HOME_BEGINNINGS) or word in wording("dwelling", "words")


def _said(word: str) -> int:
    """Twice as much for a number as for `ett`, which is an article as well."""
    digits = digit_words().get(word)
    if digits == "1":
        return 1 if word == "ett" else 0
    return 2 if digits else 0
