"""A digest as a PDF to print, set by Typst."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files

from bot.digest.illustrations import Illustration
from bot.digest.report import Report
from bot.digest.typesetting import typeset


def pdf_document(report: Report, pictures: Sequence[Illustration]) -> bytes:
    """The PDF's content. The words go in as data, so that none of them is taken for markup."""
    drawn = [
        {"name": one.name, "alt": one.alt, "svg": one.content("svg").decode()} for one in pictures
    ]
    source = (files("bot.digest") / "document.typ").read_bytes()
    inputs = {"report": asdict(report), "pictures": drawn}
    return typeset(
        source, {name: json.dumps(one, ensure_ascii=False) for name, one in inputs.items()}
    )
