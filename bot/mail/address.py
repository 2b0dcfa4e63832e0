"""Mail addresses: what is taken for one, and how much of one is shown."""

import re

_LONGEST_LOCAL = 64
_LONGEST = 254
"""Source: RFC 5321, 4.5.3.1 (a path of 256 characters has its two brackets within)."""
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@({_LABEL}(?:\.{_LABEL})+)")


def is_address(text: str) -> bool:
    """Whether every mail server takes it as it stands.

    Quoted names, addresses with å, ä or ö before the @ and bare host names are not taken. A
    domain with such letters is written as the network knows it (`xn--…`), see `to_ascii`.
    """
    found = _ADDRESS.fullmatch(text)
    return found is not None and len(found[1]) <= _LONGEST_LOCAL and len(text) <= _LONGEST


def to_ascii(text: str) -> str:
    """The address with its domain as the network knows it; unchanged if there is no such form."""
    local, at, domain = text.strip().rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return text.strip()


def domain_of(address: str) -> str:
    """What stands after the @, in small letters."""
    return address.rpartition("@")[2].lower()


def masked(address: str) -> str:
    """Enough to tell a group's mailboxes apart: `tr…@boras.example.se`."""
    local, _, domain = address.rpartition("@")
    return f"{local[:2]}…@{domain}"
