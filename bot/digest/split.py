"""Cutting Telegram HTML into messages: every part parses, none is too long."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LIMIT = 4096
"""Characters of a message after its markup is parsed, as Telegram counts: UTF-16 units.

Source: Telegram Bot API, sendMessage.text; core.telegram.org/api/entities.
"""

_TOKEN = re.compile(
    r"(?P<close></\w[^>]*>)|(?P<open><\w[^>]*>)|(?P<char>&\w+;|&#\w+;|.)", re.DOTALL
)
_NAME = re.compile(r"</?([\w-]+)")
_BORDERS = ("\n\n", "\n", " ")


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A character as it is written in HTML, with the tags that are open around it."""

    source: str
    length: int
    tags: tuple[tuple[int, str], ...]


def split_html(html: str, *, limit: int = LIMIT) -> list[str]:
    """The parts of a valid Telegram HTML text, in order; none is blank.

    Cut between paragraphs if possible, else lines, words, characters; tags are closed and
    opened again around a cut. White space at a cut, and at both ends, is left out.
    """
    pieces = list(_pieces(html))
    parts: list[str] = []
    start = 0
    while start < len(pieces):
        end = _end(pieces, start, limit)
        part = _trimmed(pieces[start:end])
        if part:
            parts.append(_written(part))
        start = end
    return parts


def _pieces(html: str) -> Iterator[_Piece]:
    tags: list[tuple[int, str]] = []
    for match in _TOKEN.finditer(html):
        if match["open"]:
            tags.append((match.start(), match["open"]))
        elif match["close"]:
            tags.pop()
        else:
            source = match["char"]
            length = 2 if len(source) == 1 and ord(source) > 0xFFFF else 1
            if source.startswith("&#"):
                length = 2  # at most: a reference may stand for any character
            yield _Piece(source=source, length=length, tags=tuple(tags))


def _end(pieces: Sequence[_Piece], start: int, limit: int) -> int:
    """Where the part that begins at `start` ends."""
    length, end = 0, start
    while end < len(pieces) and length + pieces[end].length <= limit:
        length += pieces[end].length
        end += 1
    if end == len(pieces):
        return end
    text = "".join(piece.source if len(piece.source) == 1 else "x" for piece in pieces[start:end])
    for border in _BORDERS:
        cut = text.rfind(border)
        if cut > 0 and text[:cut].strip():
            return start + cut + len(border)
    return max(end, start + 1)


def _trimmed(pieces: Sequence[_Piece]) -> Sequence[_Piece]:
    first, last = 0, len(pieces)
    while first < last and pieces[first].source.isspace():
        first += 1
    while last > first and pieces[last - 1].source.isspace():
        last -= 1
    return pieces[first:last]


def _written(pieces: Sequence[_Piece]) -> str:
    written: list[str] = []
    tags: tuple[tuple[int, str], ...] = ()
    for piece in pieces:
        written.extend(_between(tags, piece.tags))
        written.append(piece.source)
        tags = piece.tags
    written.extend(_between(tags, ()))
    return "".join(written)


def _between(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> Iterator[str]:
    """The tags that end what is open in `old` only, and begin what is open in `new` only."""
    common = 0
    while common < min(len(old), len(new)) and old[common] == new[common]:
        common += 1
    for _, tag in reversed(old[common:]):
        name = _NAME.match(tag)
        yield f"</{name[1]}>" if name else ""
    for _, tag in new[common:]:
        yield tag
