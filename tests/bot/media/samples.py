"""Files as residents' phones make them, telling more than they show: `CANARY` is in each."""

import io
from fractions import Fraction

import av
import numpy as np
import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

CANARY = "Kanariefageln 57.7256N 12.9271E Berit Exempel"
_SIZE = (64, 48)


def picture(size: tuple[int, int] = _SIZE) -> Image.Image:
    """Red on the left, blue on the right."""
    made = Image.new("RGB", size, (200, 30, 30))
    made.paste((30, 30, 200), (size[0] // 2, 0, size[0], size[1]))
    return made


def jpeg(*, orientation: int = 1, size: tuple[int, int] = _SIZE) -> bytes:
    """A photo with its position, its camera and a comment, and something after its end."""
    exif = Image.Exif()
    exif[0x010F] = CANARY  # Make
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[29] = CANARY  # GPSDateStamp
    out = io.BytesIO()
    xmp = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
    icc = b"\0" * 40 + CANARY.encode()
    made = picture(size)
    made.save(out, "JPEG", exif=exif, comment=CANARY.encode(), xmp=xmp, icc_profile=icc)
    return out.getvalue() + CANARY.encode()


def png() -> bytes:
    told = PngInfo()
    told.add_text("Author", CANARY)
    told.add_itxt("XML:com.adobe.xmp", CANARY)
    out = io.BytesIO()
    picture().convert("RGBA").save(out, "PNG", pnginfo=told)
    return out.getvalue() + CANARY.encode()


def webp() -> bytes:
    out = io.BytesIO()
    picture().save(out, "WEBP", exif=b"Exif\0\0" + CANARY.encode(), xmp=CANARY.encode())
    return out.getvalue()


def gif(frames: int = 1) -> bytes:
    out = io.BytesIO()
    rest = [picture().rotate(90 * n) for n in range(1, frames)]
    picture().save(out, "GIF", comment=CANARY.encode(), save_all=frames > 1, append_images=rest)
    return out.getvalue()


def pdf(*, pages: int = 1) -> bytes:
    """A document with author, XMP, a script, an attached file, a note, and a photo as it came."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 200))
    photo = pikepdf.Stream(made, jpeg())
    photo.Type, photo.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    photo.Width, photo.Height, photo.BitsPerComponent = *_SIZE, 8
    photo.ColorSpace, photo.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    photo.Metadata = made.make_stream(CANARY.encode())
    page = made.pages[0]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=photo))
    page.obj.Contents = made.make_stream(b"q 64 0 0 48 10 10 cm /Im0 Do Q")
    page.obj.LastModified = pikepdf.String(CANARY)
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(CANARY))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=[0, 0, 10, 10],
        T=pikepdf.String(CANARY),
        Contents=pikepdf.String(CANARY),
    )
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 10, 10],
        T=pikepdf.String(CANARY),
        A=script,
    )
    page.obj.Annots = pikepdf.Array([made.make_indirect(note), made.make_indirect(link)])
    made.Root.OpenAction = script
    made.attachments["bilaga.txt"] = CANARY.encode()
    made.docinfo["/Author"] = CANARY
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]
    out = io.BytesIO()
    made.save(out, compress_streams=False)
    return out.getvalue()


def recording(container: str, *codecs: str, seconds: float = 0.4) -> bytes:
    """Sound or film with tags, of the file and of each stream."""
    out = io.BytesIO()
    with av.open(out, "w", format=container) as made:
        made.metadata.update(
            {
                "title": CANARY,
                "location": CANARY,
                "artist": CANARY,
                "creation_time": "2026-11-20T10:00:00Z",
            }
        )
        streams = [_stream(made, codec) for codec in codecs]
        for stream in streams:
            stream.metadata["title"] = CANARY
        for stream in streams:
            for frame in _frames(stream, seconds):
                made.mux(stream.encode(frame))
            made.mux(stream.encode(None))
    return out.getvalue()


def _stream(made, codec: str):
    if codec in {"libx264", "mpeg4", "libvpx"}:
        stream = made.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 10)
        return stream
    return made.add_stream(codec, rate=48_000)


def _frames(stream, seconds: float):
    if stream.type == "video":
        for number in range(int(10 * seconds)):
            frame = av.VideoFrame.from_image(picture())
            frame.pts, frame.time_base = number, Fraction(1, 10)
            yield frame
        return
    wave = np.sin(np.linspace(0, 400 * seconds, int(48_000 * seconds), dtype=np.float32))
    step = stream.codec_context.frame_size or 960
    for number, start in enumerate(range(0, len(wave) - step, step)):
        part = (wave[None, start : start + step] * 8000).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(part, format="s16", layout="mono")
        frame.sample_rate, frame.pts = 48_000, number * step
        yield frame
