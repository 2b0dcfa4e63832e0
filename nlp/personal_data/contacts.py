"""Finds e-mail addresses, user names and profile links."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

Span = tuple[int, int]
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]+(?:@|\s@\s)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)")
_PART = r"[\w-]+(?:\s(?:punkt|dot|piste|bindestreck|streck|understreck)\s[\w-]+|[._-][\w-]+)*"
_END = r"(?:se|com|nu|org|net|eu|example|test|fi|no|dk|info|uk|de|pl)"
_DOT = r"\s?(?:punkt|dot|piste|točka|kropka)\s?"
_SPOKEN_EMAIL = re.compile(
    rf"{_PART}\s?(?:(?:snabel[\s-]?a|\(at\)|\[at\])\s?{_PART}?(?:{_DOT}|\s?\.\s?)"
    rf"|\s(?:at|krull|ät|malpa|majmun)\s{_PART}?{_DOT}){_END}\b(?:{_DOT}{_END}\b)?",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w@./])@[\w](?:[\w.]*[\w])(?:[-][\w]+)?")
_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:instagram|facebook|fb|tiktok|snapchat|twitter|x|youtube|linkedin|vk|t|telegram|discord|twitch|onlyfans|reddit)"
    r"\.(?:com|me|gg|tv|org)/(?:add/|in/|u/|user/|profile\.php\?id=|@)?[\w.@%-]*[\w](?:/[\w.-]+)*/?",
    re.IGNORECASE,
)
_SERVICE = (
    r"(?:snap(?:chat|en)?|insta(?:gram)?|tiktok|tik\stok|telegram|discord|kik|signal|messenger|facebook|fb|twitter|wickr|roblox|fortnite|"
    r"youtube|twitch|threema|session|vinted|tinder|grindr|blocket)"
)
_ACCOUNT = (
    r"(?:(?:\w*konto(?:t|n)?|\w*profil(?:en)?|användare(?:n)?|användarnamn(?:et)?|username|user|account|handle|nick(?:et)?|nickname|tagg?en|"
    r"käyttäjä(?:nimi)?|tili|nalog|profil|korisnik|konto|akkaunt|акаунт|нік|حساب|اکانت)"
    rf"(?:\s(?:på|on|@)\s{_SERVICE})?)"
)
_IS = r"(?:\s(?:som\s)?(?:heter|hette|kallas|är|e|är\snamnet|called|named|is|se\szove|nazywa\ssię|on)\s|\s?[:=]\s?|\s)"
_NAME = r"[\"”“'’»]?(?P<name>[\w][\w.\-]{1,30}[\w](?:\#\d{4})?)[\"”“'’«]?"
_SAID = re.compile(
    rf"\b(?:{_ACCOUNT}|{_SERVICE}(?:\s?(?:konto(?:t)?|profil|namn))?)(?:\s(?:han|hon|hen|de|he|she)\s(?:heter|kallar\ssig|is))?{_IS}{_NAME}",
    re.IGNORECASE,
)
_SURE_SAID = re.compile(
    rf"\b{_ACCOUNT}(?:\s(?:som\s)?(?:heter|hette|kallas|called|named|se\szove)\s|\s?[:=]\s?){_NAME}|\b{_SERVICE}\s?[:=]\s?(?P<other>[\w][\w.\-]{{1,30}}[\w])",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    rf"(?<![\w@./])(?P<name>[\w][\w.\-]{{2,30}}[\w])[\"”’']?\s(?:på|on|i)\s{_SERVICE}\b",
    re.IGNORECASE,
)
_UNDERSCORED = re.compile(
    r"(?<![\w@./#:?=&-])(?=[\w.]{5,31}(?![\w.]))[^\W_][\w.]*[^\W\d_]+_[\w.]*\w|(?<![\w@./#-])[^\W_]{2,}_\w+[\w.]*\w"
)
_TELLING = re.compile(r"[\d_]|\w[.]\w")
_NUMBERED = re.compile(r"\d+\w{0,2}|\w{0,2}\d{1,2}")


def find_emails(text: str, *, spoken: bool = False) -> Iterator[Span]:
    """The code points [start, end) of each address; with `spoken`, of dictated ones too."""
    yield from (match.span() for match in _EMAIL.finditer(text))
    if spoken:
        yield from (match.span() for match in _SPOKEN_EMAIL.finditer(text))


def find_handles(text: str, *, named: bool = False) -> Iterator[Span]:
    """The code points [start, end) of user names and profile links of private persons.

    With `named`, names without an at-sign are looked for as well, where the text speaks of an
    account or a service. Spans may overlap.
    """
    for match in _LINK.finditer(text):
        if not _is_public(match.group()):
            yield match.span()
    for match in _AT.finditer(text):
        if not _is_public(match.group()):
            yield match.span()
    if "_" in text:
        yield from (m.span() for m in _UNDERSCORED.finditer(text) if not _is_public(m.group()))
    if named:
        yield from _named(text)


def _named(text: str) -> Iterator[Span]:
    for pattern in (_SAID, _REVERSED):
        for match in pattern.finditer(text):
            name = match["name"]
            if _TELLING.search(name) and not _NUMBERED.fullmatch(name) and not _is_public(name):
                yield match.span("name")
    for match in _SURE_SAID.finditer(text):
        group = "name" if match["name"] else "other"
        name = match[group]
        if len(name) > len("abc") and name.lower() not in _ordinary() and not _is_public(name):
            yield match.span(group)


@cache
def _public() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "data" / "public_accounts.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _ordinary() -> frozenset[str]:
    lines = (Path(__file__).parent / "data" / "common_words.txt").read_text("utf-8").splitlines()
    return frozenset(lines)


def _is_public(name: str) -> bool:
    lower = name.lower()
    return any(part in lower for part in _public())
