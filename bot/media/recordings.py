"""Sound and film, packed anew: the streams themselves, without a word about them."""

import io
from typing import Any, Final

from bot.errors import MediaRefused
from bot.media.cleaned import Cleaned
from bot.media.signatures import Format

_READ_AS: Final = {
    Format.OGG: "ogg",
    Format.MP4: "mov,mp4,m4a,3gp,3g2,mj2",
    Format.MP3: "mp3",
    Format.WAV: "wav",
    Format.FLAC: "flac",
    Format.WEBM: "matroska,webm",
}
"""FFmpeg is told what it reads: some formats it knows would let a file fetch others."""
_WRITTEN_AS: Final = {
    Format.OGG: ("ogg", "audio/ogg"),
    Format.MP4: ("mp4", "video/mp4"),
    Format.MP3: ("mp3", "audio/mpeg"),
    Format.WAV: ("wav", "audio/wav"),
    Format.FLAC: ("flac", "audio/flac"),
    Format.WEBM: ("webm", "video/webm"),
}
_CODECS: Final = {
    Format.OGG: frozenset({"opus", "vorbis", "flac"}),
    Format.MP4: frozenset({"h264", "hevc", "aac", "mp3", "opus", "av1", "vp9", "alac"}),
    Format.MP3: frozenset({"mp3", "mp3float"}),
    Format.WAV: frozenset({"pcm_s16le", "pcm_s24le", "pcm_u8", "pcm_f32le"}),
    Format.FLAC: frozenset({"flac"}),
    Format.WEBM: frozenset({"vp8", "vp9", "av1", "opus"}),
}
"""What is packed anew without being changed. Vorbis in WebM would bring its comments along."""
_UNSAID: Final = {"h264": "filter_units=remove_types=6", "hevc": "filter_units=remove_types=39|40"}
"""Takes out the messages beside the picture (SEI) that cameras write position and time into."""
_OPTIONS: Final = {"fflags": "+bitexact"}
_MOST_STREAMS = 8
_TRIVIAL_CHARS = 8
_TECHNICAL = frozenset(
    {"compatible_brands", "major_brand", "minor_version", "handler_name", "duration", "encoder"}
)


def clean_recording(content: bytes, found: Format) -> Cleaned:
    """The first sound and the first film in the file, as they were.

    Raises:
        MediaRefused: it is broken, or holds what cannot be taken apart.
    """
    import av

    container, media_type = _WRITTEN_AS[found]
    out = io.BytesIO()
    try:
        with av.open(io.BytesIO(content), "r", format=_READ_AS[found].split(",")[0]) as source:
            chosen = _chosen(source, _CODECS[found])
            told = _told(source)
            only_sound = all(stream.type == "audio" for stream in chosen)
            with av.open(out, "w", format=container, options=dict(_OPTIONS)) as target:
                _copy(source, target, chosen)
    except (av.FFmpegError, ValueError, TypeError, KeyError) as error:
        raise MediaRefused("broken") from error
    cleaned = out.getvalue()
    if any(word in cleaned for word in told):
        raise MediaRefused("type")
    if only_sound and media_type.startswith("video/"):
        media_type = media_type.replace("video/", "audio/")
    return Cleaned(content=cleaned, media_type=media_type)


def _chosen(source: Any, codecs: frozenset[str]) -> list[Any]:  # noqa: ANN401 - imported late
    """The first film, unless it is only a cover, and the first sound; the rest is left out."""
    if len(source.streams) > _MOST_STREAMS:
        raise MediaRefused("type")
    films = [s for s in source.streams.video if not _is_cover(s)]
    chosen = [*films[:1], *source.streams.audio[:1]]
    if not chosen:
        raise MediaRefused("broken")
    if any(stream.codec_context.name not in codecs for stream in chosen):
        raise MediaRefused("type")
    return chosen


def _is_cover(stream: Any) -> bool:  # noqa: ANN401
    return "attached_pic" in str(stream.disposition).lower()


def _copy(source: Any, target: Any, chosen: list[Any]) -> None:  # noqa: ANN401
    from av.bitstream import BitStreamFilterContext

    ways = {}
    for stream in chosen:
        made = target.add_stream_from_template(stream)
        name = _UNSAID.get(stream.codec_context.name)
        ways[stream.index] = (made, name and BitStreamFilterContext(name, stream, made))
    packets = 0
    for packet in source.demux(chosen):
        made, unsaid = ways[packet.stream.index]
        if packet.dts is None:
            continue
        for one in unsaid.filter(packet) if unsaid else [packet]:
            one.stream = made
            target.mux(one)
            packets += 1
    if not packets:
        raise MediaRefused("broken")


def _told(source: Any) -> set[bytes]:  # noqa: ANN401
    """What the file says about itself, as far as it is long enough to be told by."""
    holders = [source, *source.streams]
    return {
        value.encode()
        for holder in holders
        for key, value in holder.metadata.items()
        if len(value) >= _TRIVIAL_CHARS and key.lower() not in _TECHNICAL
    }
