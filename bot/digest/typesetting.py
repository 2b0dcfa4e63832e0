"""A document set by Typst, whatever characters people have written."""

import re
from collections.abc import Mapping
from typing import Final

_STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged and readable aloud; Typst refuses what would not be."""
_WITHOUT_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_DECORATION: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0e\ufe0f\u200d]")
"""Emoji and what joins them."""
_STANDS_FOR_IT: Final = "\u25a1"


def typeset(source: bytes, inputs: Mapping[str, str]) -> bytes:
    """The PDF of a Typst source and its inputs, in the fonts that Typst brings along.

    Emoji are left out, and a square stands for every other character that no font has: the
    standard refuses what would be shown as nothing.

    Raises:
        typst.TypstError: the source is wrong.
    """
    import typst

    written = {name: _DECORATION.sub("", text) for name, text in inputs.items()}
    while True:
        try:
            return typst.compile(
                source,
                format="pdf",
                ignore_system_fonts=True,
                pdf_standards=_STANDARD,
                sys_inputs=written,
            )
        except typst.TypstError as error:
            unknown = _without_glyph(str(error))
            replaced = {name: _replaced(text, unknown) for name, text in written.items()}
            if replaced == written:
                raise
            written = replaced


def _without_glyph(error: str) -> set[str]:
    """The characters that the error says no font has; those of ASCII all have."""
    texts = (_ESCAPED.sub(lambda m: chr(int(m[1], 16)), t) for t in _WITHOUT_GLYPH.findall(error))
    return {sign for text in texts for sign in text if not sign.isascii()} - {_STANDS_FOR_IT}


def _replaced(text: str, unknown: set[str]) -> str:
    return text.translate({ord(sign): _STANDS_FOR_IT for sign in unknown})
