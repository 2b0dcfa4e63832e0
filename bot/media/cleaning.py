"""Any file, cleaned or refused."""

from bot.errors import MediaRefused
from bot.media.cleaned import Cleaned
from bot.media.signatures import Format, format_of

_IMAGES = frozenset({Format.JPEG, Format.PNG, Format.WEBP, Format.GIF})


def clean(content: bytes) -> Cleaned:
    """The content without position, time, camera, author and whatever else it was given.

    It takes a while and much memory: run it in a process of its own (`bot.media.apart`).

    Raises:
        MediaRefused: the type is not taken, it is broken, or larger than it looks.
    """
    found = format_of(content)
    if found is None:
        raise MediaRefused("type")
    if found in _IMAGES:
        from bot.media.images import clean_image

        return clean_image(content)
    if found is Format.PDF:
        from bot.media.pdf import clean_pdf

        return clean_pdf(content)
    from bot.media.recordings import clean_recording

    return clean_recording(content, found)
