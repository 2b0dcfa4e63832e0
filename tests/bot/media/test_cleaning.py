"""Nothing of a file is left but what it shows; what cannot be cleaned is refused."""

import io
import zipfile
import zlib

import av
import pikepdf
import pytest
from PIL import Image

from bot.errors import MediaRefused
from bot.media.cleaning import clean
from bot.media.images import LONGEST_SIDE
from bot.media.pdf import MOST_PAGES
from tests.bot.media import samples

CANARY = samples.CANARY.encode()

TELLING = {
    "jpeg": (samples.jpeg, "image/jpeg"),
    "png": (samples.png, "image/png"),
    "webp": (samples.webp, "image/png"),
    "gif": (samples.gif, "image/png"),
    "pdf": (samples.pdf, "application/pdf"),
    "voice": (lambda: samples.recording("ogg", "libopus"), "audio/ogg"),
    "film": (lambda: samples.recording("mp4", "libx264", "aac"), "video/mp4"),
    "m4a": (lambda: samples.recording("mp4", "aac"), "audio/mp4"),
    "mp3": (lambda: samples.recording("mp3", "libmp3lame"), "audio/mpeg"),
    "wav": (lambda: samples.recording("wav", "pcm_s16le"), "audio/wav"),
    "flac": (lambda: samples.recording("flac", "flac"), "audio/flac"),
    "webm": (lambda: samples.recording("webm", "libvpx", "libopus"), "video/webm"),
}


def opened_up(content: bytes) -> bytes:
    """The bytes, and those of a PDF's streams unpacked."""
    if not content.startswith(b"%PDF"):
        return content
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return content + out.getvalue()


def utf_16(text: bytes) -> bytes:
    return text.decode().encode("utf-16-be")


@pytest.mark.parametrize("kind", TELLING)
def test_what_a_file_told_is_gone_and_it_can_still_be_opened(kind):
    make, media_type = TELLING[kind]
    raw = make()
    assert CANARY in raw
    cleaned = clean(raw)
    assert cleaned.media_type == media_type
    left = opened_up(cleaned.content)
    for told in (b"Kanariefageln", b"57.7256N", b"Berit", utf_16(b"Berit"), b"2026-11-20"):
        assert told not in left
    if media_type.startswith("image/"):
        Image.open(io.BytesIO(cleaned.content)).load()
    elif not media_type.endswith("pdf"):
        with av.open(io.BytesIO(cleaned.content)) as container:
            assert sum(1 for _ in container.decode(container.streams[0])) > 2


@pytest.mark.parametrize("kind", TELLING)
def test_a_cleaned_file_stays_as_it_is_known(kind):
    make, media_type = TELLING[kind]
    assert clean(clean(make()).content).media_type == media_type


@pytest.mark.parametrize("kind", TELLING)
def test_a_truncated_file_is_refused_or_cleaned_but_never_breaks_anything(kind):
    raw = TELLING[kind][0]()
    for part in (0.1, 0.5, 0.9):
        try:
            left = clean(raw[: int(len(raw) * part)]).content
        except MediaRefused as error:
            assert error.reason in {"broken", "type"}
        else:
            assert b"Kanariefageln" not in opened_up(left)


def test_a_photo_stands_upright_though_nothing_says_how_it_was_held():
    sideways = clean(samples.jpeg(orientation=6)).content
    picture = Image.open(io.BytesIO(sideways))
    assert picture.size == (48, 64)
    assert not picture.getexif()
    red, _, blue = picture.getpixel((24, 4))
    assert red > blue


def test_a_large_picture_is_made_smaller():
    cleaned = clean(samples.jpeg(size=(LONGEST_SIDE + 200, 60)))
    assert max(Image.open(io.BytesIO(cleaned.content)).size) <= LONGEST_SIDE


def test_a_bomb_is_not_unpacked():
    """30,000 by 30,000 pixels in some bytes: their number alone is looked at."""
    size = (30_000).to_bytes(4, "big") * 2

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + crc

    head = chunk(b"IHDR", size + bytes([8, 2, 0, 0, 0]))
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(MediaRefused, match="big"):
        clean(bomb)


def test_a_document_with_too_many_pages_or_a_password_is_refused():
    with pytest.raises(MediaRefused, match="big"):
        clean(samples.pdf(pages=MOST_PAGES + 1))
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(MediaRefused, match="type"):
        clean(locked.getvalue())


def test_a_document_does_nothing_by_itself_and_has_nothing_attached():
    with pikepdf.open(io.BytesIO(clean(samples.pdf()).content)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert not pdf.attachments
        assert not pdf.docinfo
        (link,) = pdf.pages[0].obj.Annots
        assert "/A" not in link
        assert pdf.pages[0].obj.Resources.XObject.Im0.read_raw_bytes().startswith(b"\xff\xd8")


def test_what_is_filled_in_on_a_form_is_still_seen():
    form = pikepdf.new()
    form.add_blank_page(page_size=(200, 200))
    shown = form.make_stream(b"BT /F1 12 Tf (Lampan vid Hulta torg) Tj ET")
    shown.Type, shown.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    shown.BBox = pikepdf.Array([0, 0, 100, 20])
    field = form.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String(samples.CANARY),
            V=pikepdf.String("Lampan vid Hulta torg"),
            Rect=[10, 10, 110, 30],
            AP=pikepdf.Dictionary(N=shown),
        )
    )
    form.pages[0].obj.Annots = pikepdf.Array([field])
    form.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    out = io.BytesIO()
    form.save(out)
    left = opened_up(clean(out.getvalue()).content)
    assert b"Lampan vid Hulta torg" in left
    assert b"Widget" not in left
    assert CANARY not in left


def test_the_film_says_nothing_of_who_encoded_it():
    raw = samples.recording("mp4", "libx264", "aac")
    assert b"x264" in raw
    assert b"x264" not in clean(raw).content


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", CANARY)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [zipped(), b"", b"MZ\x90", b"hej", b"\0\0\0\x18ftypheic" + b"\0" * 40, samples.gif(3)],
    ids=["office", "empty", "program", "text", "heic", "moving"],
)
def test_other_types_are_refused_whatever_their_name(content):
    with pytest.raises(MediaRefused, match="type"):
        clean(content)


def test_a_playlist_that_would_fetch_other_files_is_no_recording():
    playlist = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"
    with pytest.raises(MediaRefused):
        clean(playlist)
    with pytest.raises(MediaRefused):
        clean(b"ID3\x04\0\0\0\0\0\0" + playlist)
