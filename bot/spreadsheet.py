"""Text that a spreadsheet shows and never computes."""

from typing import Final

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Source: OWASP, CSV Injection."""


def as_text(written: str) -> str:
    """The text, with the sign before it that makes it text where it would be a formula."""
    return f"'{written}" if written.lstrip(" ").startswith(_STARTS_A_FORMULA) else written
