"""PDF documents without author, history, attachments and anything that acts by itself."""

import io
from collections.abc import Iterator
from typing import Any, Final

from bot.errors import MediaRefused
from bot.media.cleaned import Cleaned
from bot.media.segments import bare_jpeg

MOST_PAGES: Final = 200
_MISSHAPEN: Final = (TypeError, KeyError, AttributeError)
"""What comes of entries that are of another kind than the format allows."""
_MOST_OBJECTS = 100_000
_TELLING: Final = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/Thumb",
    "/AA",
    "/AF",
    "/Perms",
    "/DSS",
)
"""Entries of any dictionary: what programs leave behind, and what acts. ISO 32000-2."""
_OF_CATALOG: Final = ("/OpenAction", "/AcroForm", "/Collection", "/Outlines", "/Threads", "/URI")
_OF_NAMES: Final = ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations", "/Renditions")
_ACTIONS: Final = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"}
)
_ANNOTATIONS: Final = frozenset({"/Link", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly"})
"""Marks on the page that stay; notes, forms, films and attached files do not."""
_OF_ANNOTATION: Final = ("/T", "/Contents", "/Popup", "/M", "/CreationDate", "/NM", "/Subj", "/RC")


def clean_pdf(content: bytes) -> Cleaned:
    """The document with its pages as they look.

    Raises:
        MediaRefused: it is broken, locked, has too many pages, or pictures in a form (JPEG 2000)
            that may tell more than they show.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > MOST_PAGES or len(pdf.objects) > _MOST_OBJECTS:
                raise MediaRefused("big")
            if not len(pdf.pages):
                raise MediaRefused("broken")
            # What is filled in and written on the pages stays to be seen, as part of them.
            pdf.flatten_annotations("screen")
            _strip_whole(pdf)
            for page in pdf.pages:
                _strip_annotations(page.obj)
            for found in _dictionaries(pdf):
                _strip(found)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
    except pikepdf.PasswordError as error:
        raise MediaRefused("type") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, *_MISSHAPEN) as error:
        raise MediaRefused("broken") from error
    return Cleaned(content=out.getvalue(), media_type="application/pdf")


def _strip_whole(pdf: Any) -> None:  # noqa: ANN401 - pikepdf is imported late
    trailer, root = pdf.trailer, pdf.Root
    for key in ("/Info", "/ID"):
        if key in trailer:
            del trailer[key]
    for key in _OF_CATALOG:
        if key in root:
            del root[key]
    for key in _OF_NAMES:
        if "/Names" in root and key in root.Names:
            del root.Names[key]


def _strip_annotations(page: Any) -> None:  # noqa: ANN401
    import pikepdf

    if "/Annots" not in page:
        return
    there = list(page.Annots) if isinstance(page.Annots, pikepdf.Array) else []
    marks = [one for one in there if isinstance(one, pikepdf.Dictionary)]
    kept = [one for one in marks if str(one.get("/Subtype", "")) in _ANNOTATIONS]
    for one in kept:
        for key in _OF_ANNOTATION:
            if key in one:
                del one[key]
    if kept:
        page.Annots = pikepdf.Array(kept)
    else:
        del page["/Annots"]


def _dictionaries(pdf: Any) -> Iterator[Any]:  # noqa: ANN401
    """Every dictionary and stream, those that stand within others included."""
    import pikepdf

    waiting = list(pdf.objects)
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [part for part in one if _is_within(part)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            waiting += [part for _, part in one.items() if _is_within(part)]


def _is_within(part: Any) -> bool:  # noqa: ANN401
    """Whether a value stands in its holder itself; what is referred to is met on its own."""
    import pikepdf

    return (
        isinstance(part, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)
        and not part.is_indirect
    )


def _strip(found: Any) -> None:  # noqa: ANN401
    import pikepdf

    for key in _TELLING:
        if key in found:
            del found[key]
    if "/A" in found and str(_entry(found["/A"], "/S")) in _ACTIONS:
        del found["/A"]
    if str(found.get("/S", "")) in _ACTIONS:
        for key in list(found.keys()):
            if key != "/Type":
                del found[key]
    if isinstance(found, pikepdf.Stream):
        _strip_picture(found)


def _strip_picture(found: Any) -> None:  # noqa: ANN401
    """A photo within a document may tell as much as one alone."""
    import pikepdf

    filters = found.get("/Filter")
    listed = isinstance(filters, pikepdf.Array)
    names = [str(one) for one in filters] if listed else [str(filters)]
    if "/JPXDecode" in names:
        raise MediaRefused("type")
    if names == ["/DCTDecode"]:
        parameters = found.get("/DecodeParms")
        found.write(bare_jpeg(found.read_raw_bytes()), filter=found.Filter, decode_parms=parameters)
    elif "/DCTDecode" in names:
        raise MediaRefused("type")


def _entry(value: Any, key: str) -> Any:  # noqa: ANN401
    return value.get(key, "") if hasattr(value, "get") else ""
