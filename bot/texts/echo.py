"""What somebody wrote, named in an answer to it."""

from typing import Final

_MOST: Final = 60
"""Characters: no area and no reference is as long. Fluent takes 2,500, a message 4,096."""


def echoed(written: str) -> str:
    """The text, or its beginning with `…`: an answer has room for it whatever was written."""
    return written if len(written) <= _MOST else written[: _MOST - 1] + "…"
