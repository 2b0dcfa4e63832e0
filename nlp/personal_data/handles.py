"""Finds user names and profile links of private persons."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.personal_data.spans import Span
from nlp.personal_data.wording import any_of, lines_of

_AT = re.compile(r"(?<![\w@./])@\w[\w.]*\w(?:-\w+)?")
_UNDERSCORED = re.compile(
    r"(?<![\w@./#:?=&-])(?=[\w.]{5,31}(?![\w.]))(?=[\d_.]*[^\W\d_])[\w.]*_[\w.]*\w"
)
_NAME = r"\w[\w.\-]{1,30}\w(?:\#\d{4})?"
_NAME_LIKE = re.compile(r"\w[\w.\-]+\w(?:\#\d{4})?")
_TELLING = re.compile(r"[\d_]|\w\.\w")
_NUMBERED = re.compile(r"\d+\w{0,2}|\w{0,2}\d{1,2}")
_SHORTEST = 4


def find_handles(text: str, *, named: bool = False, telling: bool = True) -> Iterator[Span]:
    """The spans of user names and profile links; they may overlap.

    With `named`, names without an at-sign are looked for as well, where the text speaks of an
    account or a service; without `telling` only those that it calls so.
    """
    signed = (("/", _link()), ("@", _AT), ("_", _UNDERSCORED))
    for pattern in [pattern for sign, pattern in signed if sign in text]:
        yield from (m.span() for m in pattern.finditer(text) if not _is_public(m.group()))
    if named:
        yield from _called(text)
    if named and telling:
        yield from _telling(text)


def speaks_of_account(piece: str) -> bool:
    """Whether a piece of text, without blanks, is a word for an account or a service."""
    return _account_or_service().search(piece) is not None


def tells_account(piece: str) -> bool:
    """Whether a piece of text, without blanks, has the look of an account's name in it."""
    return any(_is_telling(name) for name in _NAME_LIKE.findall(piece))


def _is_telling(name: str) -> bool:
    return _TELLING.search(name) is not None and not _NUMBERED.fullmatch(name)


def _telling(text: str) -> Iterator[Span]:
    for pattern in (_after_account(), _before_service()):
        for match in pattern.finditer(text):
            if _is_telling(match["name"]) and not _is_public(match["name"]):
                yield match.span("name")


def _called(text: str) -> Iterator[Span]:
    for match in _called_so().finditer(text) if _calling().search(text) else ():
        name = match["name"]
        if len(name) >= _SHORTEST and name.lower() not in _ordinary() and not _is_public(name):
            yield match.span("name")


def _is_public(name: str) -> bool:
    lower = name.lower()
    return any(part in lower for part in lines_of("public_accounts.txt"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(lines_of("common_words.txt"))


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://)?(?<![\w-])(?:www\.|m\.)?"
        rf"{any_of('account', 'sites')}\.(?:com|me|gg|tv|org)/"
        r"(?:add/|in/|u/|user/|profile\.php\?id=|@)?[\w.@%-]*\w(?:/[\w.-]+)*/?",
        re.IGNORECASE,
    )


def _account() -> str:
    return rf"(?:{any_of('account', 'words')}(?:\s(?:på|on)\s{any_of('account', 'services')})?)"


@cache
def _calling() -> re.Pattern[str]:
    return re.compile(rf"[:=]|\s{any_of('account', 'named')}\s", re.IGNORECASE)


@cache
def _account_or_service() -> re.Pattern[str]:
    words = f"{any_of('account', 'words')}|{any_of('account', 'services', first_word=True)}"
    return re.compile(rf"\b(?:{words})(?:kontot?|profil|namn)?(?!\w)", re.IGNORECASE)


@cache
def _after_account() -> re.Pattern[str]:
    """A name that looks like an account's, after a word for one, with next to nothing between."""
    service = rf"{any_of('account', 'services')}(?:\s?(?:kontot?|profil|namn))?"
    he_is = r"(?:\s(?:han|hon|hen|de|he|she)\s(?:heter|kallar\ssig|is))?"
    verb = rf"(?:{any_of('account', 'named')}|{any_of('account', 'is')})"
    linking = rf"(?:\s(?:som\s)?{verb}\s|\s?[:=]\s?|\s)"
    return re.compile(
        rf"\b(?:{_account()}|{service}){he_is}{linking}[\"”“'’»]?(?P<name>{_NAME})", re.IGNORECASE
    )


@cache
def _before_service() -> re.Pattern[str]:
    """A name that looks like an account's, with a service after it."""
    service = any_of("account", "services")
    return re.compile(
        rf"(?<![\w@./])(?P<name>{_NAME})[\"”’']?\s(?:på|on|i)\s{service}\b", re.IGNORECASE
    )


@cache
def _called_so() -> re.Pattern[str]:
    """Any word that is said to be an account's name."""
    called = rf"\s(?:som\s)?{any_of('account', 'named')}\s"
    return re.compile(
        rf"\b(?:{_account()}(?:{called}|\s?[:=]\s?)|{any_of('account', 'services')}\s?[:=]\s?)"
        rf"[\"”“'’»]?(?P<name>{_NAME})",
        re.IGNORECASE,
    )
