"""What a file is, by how it begins; names and claimed types are not looked at."""

from enum import StrEnum
from typing import Final

_PDF_WITHIN = 1024
"""So far into a file its header may stand. Source: ISO 32000-1, Adobe's note 13 in annex H."""


class Format(StrEnum):
    """The kinds of file that can be cleaned."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    PDF = "pdf"
    OGG = "ogg"
    MP4 = "mp4"
    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    WEBM = "webm"


_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"OggS", Format.OGG),
    (b"ID3", Format.MP3),
    (b"\xff\xfb", Format.MP3),
    (b"\xff\xf3", Format.MP3),
    (b"\xff\xf2", Format.MP3),
    (b"fLaC", Format.FLAC),
    (b"\x1a\x45\xdf\xa3", Format.WEBM),
)
_RIFF: Final = {b"WEBP": Format.WEBP, b"WAVE": Format.WAV}
_PICTURE_BRANDS: Final = (b"hei", b"hev", b"mif", b"msf", b"avi")
"""How the brands of pictures begin that share their container with films (HEIC, AVIF)."""


def format_of(content: bytes) -> Format | None:
    """What the content is, or None if it is nothing that can be cleaned."""
    for beginning, found in _BEGINNINGS:
        if content.startswith(beginning):
            return found
    if content[:4] == b"RIFF":
        return _RIFF.get(content[8:12])
    if content[4:8] == b"ftyp":
        return None if content[8:12].startswith(_PICTURE_BRANDS) else Format.MP4
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Format.PDF
    return None
