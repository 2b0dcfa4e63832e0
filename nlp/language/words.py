"""The words that tell the language of a text: no addresses, no words of somebody else's."""

import re
from itertools import islice

from nlp.language.scripts import may_have_script

_WORD = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+|\w[\w-]*\.\w[\w./-]*")
_MAY_BE_NOISE = re.compile(r"[@.][\w/]")
_QUOTE = re.compile(r"[\"“”„»«]")
_QUOTED = re.compile(r"[\"“”„»«][^\"“”„»«]{3,}[\"“”„»«]")
_ENOUGH_WORDS = 4


def words_of(text: str) -> list[str]:
    """The words of a text in order, without those of addresses on the web or of e-mail."""
    return _WORD.findall(_without_addresses(text))


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks, if enough words are left."""
    if not _QUOTE.search(text):
        return text
    clean = _without_addresses(text)
    rest = _QUOTED.sub(" ", clean)
    left = sum(1 for _ in islice(_WORD.finditer(rest), _ENOUGH_WORDS))
    return rest if left == _ENOUGH_WORDS else clean


def words_in(token: str) -> list[str] | None:
    """What a token (it stands between white space) adds to `words_of` any text it is in.

    None where that hangs on the rest of the text, or the token is in another script.
    """
    if may_have_script(token):
        return None
    if token.isalpha():
        return [token]
    if _QUOTE.search(token):
        return None
    if not _MAY_BE_NOISE.search(token) and ("@" in token or "://" in token or "www." in token):
        return None
    return words_of(token)


def _without_addresses(text: str) -> str:
    return _NOISE.sub(" ", text) if _MAY_BE_NOISE.search(text) else text
