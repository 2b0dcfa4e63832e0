"""Spans of a text, and which of its letters are taken."""

from collections.abc import Iterable

Span = tuple[int, int]
"""Code points [start, end)."""


class Cover:
    """Marks code points of a text of a given length as taken."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._taken = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take a span."""
        start, end = span
        self._taken[start:end] = b"\x01" * (end - start)

    def touches(self, span: Span) -> bool:
        """Whether any code point of a span is taken."""
        return self._taken.find(1, *span) >= 0
