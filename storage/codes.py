"""Codes that people read aloud and type: no letter is taken for another."""

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def random_code(length: int) -> str:
    """Unguessable letters and digits of `ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def bare(code: str) -> str:
    """A typed code in the form that is compared: capitals, without hyphens and spaces."""
    return "".join(c for c in code.upper() if c.isalnum())
