"""A line of examples: a message, and the themes it is about besides the one it stands under."""

import re

_ALSO = re.compile(r"(?:\s+\+\s?[a-z][a-z0-9_]*)+\s*$")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def split_example(line: str) -> tuple[str, tuple[str, ...]]:
    """The message of a line, and the ids that follow it in order: `De hotade oss. + stold`."""
    told = _ALSO.search(line)
    if told is None:
        return line, ()
    return line[: told.start()], tuple(_ID.findall(told.group()))
