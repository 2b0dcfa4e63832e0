"""Pictures, painted anew: the picture alone is left."""

import io
import struct
import warnings
from typing import TYPE_CHECKING, Final

from bot.errors import MediaRefused
from bot.media.cleaned import Cleaned

MOST_PIXELS: Final = 60_000_000
"""A picture with more is not unpacked: phones make 50 million at most."""
LONGEST_SIDE: Final = 4096
if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_QUALITY = 88
_LARGEST_PNG = 8 * 1024 * 1024


def clean_image(content: bytes) -> Cleaned:
    """The picture as JPEG, or as PNG where it was none; upright, at most 4,096 pixels wide or high.

    Raises:
        MediaRefused: it cannot be read, has too many pixels, or moves.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is not wanted anyway
            with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise MediaRefused("big")
                if opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1:
                    raise MediaRefused("type")
                was_jpeg = opened.format in {"JPEG", "MPO"}
                opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
                opened.load()
                upright = _upright(opened)
                see_through = upright.has_transparency_data
                painted = upright.convert("RGBA" if see_through else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, TypeError) as error:
        raise MediaRefused("broken") from error
    except Image.DecompressionBombError as error:
        raise MediaRefused("big") from error
    painted.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(painted.mode, painted.size)
    bare.paste(painted)
    if was_jpeg:
        return _jpeg(bare)
    out = io.BytesIO()
    bare.save(out, "PNG", optimize=False)
    if out.tell() > _LARGEST_PNG:
        return _jpeg(bare)
    return Cleaned(content=out.getvalue(), media_type="image/png")


def _upright(picture: "Image.Image") -> "Image.Image":
    """Turned as the camera says; as it is where that cannot be read."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, struct.error):
        return picture


def _jpeg(picture: "Image.Image") -> Cleaned:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return Cleaned(content=out.getvalue(), media_type="image/jpeg")
