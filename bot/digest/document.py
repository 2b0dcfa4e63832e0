"""A digest as a PDF to print, set by Typst."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Final

from bot.digest.illustrations import Illustration
from bot.digest.report import Report

_STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged and readable aloud; Typst refuses what would not be."""


def pdf_document(report: Report, pictures: Sequence[Illustration]) -> bytes:
    """The PDF's content. The words go in as data, so that none of them is taken for markup."""
    import typst

    drawn = [
        {"name": one.name, "alt": one.alt, "svg": one.content("svg").decode()} for one in pictures
    ]
    source = (files("bot.digest") / "document.typ").read_bytes()
    return typst.compile(
        source,
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=_STANDARD,
        sys_inputs={"report": json.dumps(asdict(report)), "pictures": json.dumps(drawn)},
    )
