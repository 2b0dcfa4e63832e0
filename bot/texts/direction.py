"""Texts that run from right to left, with what runs from left to right kept whole in them."""

import re

RIGHT_TO_LEFT = frozenset({"ar", "fa"})
"""The languages of ours that are written from right to left."""

ISOLATE, END, MARK = "\u2066", "\u2069", "\u200f"
"""LEFT-TO-RIGHT ISOLATE, POP DIRECTIONAL ISOLATE, RIGHT-TO-LEFT MARK.

Not the older embeddings (U+202A to U+202E), which Telegram takes out of texts.
Source: Unicode Standard Annex 9, sections 2.4 to 2.6.
"""

_LATIN = r"0-9A-Za-z_\u00c0-\u024f"
_ENTITY = r"&(?:amp|lt|gt|quot|#\d+);"
_WORD = rf"[/+@#]?[{_LATIN}](?:[{_LATIN}'’]|[-.,:/@+](?=[{_LATIN}])|{_ENTITY})*"
_RUN = rf"{_WORD}(?:(?: |(?<=[^\W\d]), (?=[^\W\d])){_WORD})*"
_TAG_OR_RUN = re.compile(rf"(<[^<>]*>|{_ENTITY})|({_RUN})")
_TAG = re.compile(r"<[^<>]*>")
_OURS = str.maketrans("", "", ISOLATE + END + MARK)


def right_to_left(html: str) -> str:
    """The text with every left-to-right run isolated, and every line begun from the right.

    A run is a reference, number, command, address or name in Latin letters; without this a
    phone number's groups change places, and a line that begins with a command turns around.
    Fluent's own isolating would leave out what stands in the texts themselves. A text done
    already stays as it is.
    """
    return "\n".join(_line(line) for line in undirected(html).split("\n"))


def undirected(text: str) -> str:
    """The text without the signs that direct it."""
    return text.translate(_OURS)


def _line(line: str) -> str:
    isolated = _TAG_OR_RUN.sub(lambda m: m[1] or f"{ISOLATE}{m[2]}{END}", line)
    first = next((sign for sign in _TAG.sub("", line) if sign.isalnum()), None)
    return MARK + isolated if first is not None and first < "\u0590" else isolated
