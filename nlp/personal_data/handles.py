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
_TELLING = re.compile(r"[\d_]|\w\.\w")
_NUMBERED = re.compile(r"\d+\w{0,2}|\w{0,2}\d{1,2}")
_SHORTEST = 4


def find_handles(text: str, *, named: bool = False) -> Iterator[Span]:
    """The spans of user names and profile links; they may overlap.

    With `named`, names without an at-sign are looked for as well, where the text speaks of an
    account or a service.
    """
    for pattern in (_link(), _AT, _UNDERSCORED):
        yield from (m.span() for m in pattern.finditer(text) if not _is_public(m.group()))
    if named:
        yield from _named(text)


def _named(text: str) -> Iterator[Span]:
    patterns = (_after_account(), _before_service()) if _TELLING.search(text) else ()
    for pattern in patterns:
        for match in pattern.finditer(text):
            name = match["name"]
            if _TELLING.search(name) and not _NUMBERED.fullmatch(name) and not _is_public(name):
                yield match.span("name")
    for match in _called_so().finditer(text):
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
