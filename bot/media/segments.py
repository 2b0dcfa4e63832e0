"""The parts of a JPEG file, without unpacking the picture."""

from bot.errors import MediaRefused

_START, _SCAN = 0xD8, 0xDA
_KEPT_APPLICATION = frozenset({0xE0, 0xEE})
"""JFIF and Adobe's: without these the colours are read wrongly. The others tell of the photo."""
_COMMENT = 0xFE


def bare_jpeg(content: bytes) -> bytes:
    """The same picture without Exif, XMP, comments, colour profile and what follows its end.

    Raises:
        MediaRefused: it is no JPEG.

    Source: ITU-T T.81, annex B.
    """
    if content[:2] != bytes([0xFF, _START]):
        raise MediaRefused("broken")
    kept = bytearray(content[:2])
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise MediaRefused("broken")
        marker = content[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker == _SCAN:
            last = content.rfind(b"\xff\xd9")
            return bytes(kept + content[at : last + 2 if last > at else len(content)])
        told = (0xE0 <= marker <= 0xEF and marker not in _KEPT_APPLICATION) or marker == _COMMENT
        if not told:
            kept += content[at:end]
        at = end
    raise MediaRefused("broken")
