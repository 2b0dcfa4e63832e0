"""A digest in its forms, as files; the same facts and the same words in all of them."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from bot.config.config import Config
from bot.digest.csv_table import csv_table
from bot.digest.document import pdf_document
from bot.digest.features import geojson
from bot.digest.illustrations import illustrations_of
from bot.digest.page import html_page
from bot.digest.report import Report, build_report
from bot.digest.telegram import plain_text
from bot.digest.values import Facts, facts_from_json
from bot.digest.wording import Wording
from bot.digest.workbook import workbook
from bot.form_files import write_file
from bot.texts.catalogue import Texts
from storage.digests import Digest


class Form(StrEnum):
    """What a digest may be written as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    PNG = "png"
    PDF = "pdf"
    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"


_EXTENSIONS = {Form.TEXT: "txt"}


def write_forms(
    digest: Digest | Facts,
    config: Config,
    texts: Texts,
    directory: Path,
    formats: Iterable[Form | str],
    *,
    quotes: Sequence[str] = (),
) -> list[Path]:
    """Write `digest-FOCUS_AREA-WEEK.EXT` for each format; the paths, in that order.

    Of a `Digest` its own quotes are used. Takes a second or two for pictures and PDF.

    Raises:
        DirectoryUnusable: the directory cannot be made or written into.
    """
    if isinstance(digest, Digest):
        facts, quotes = facts_from_json(digest.facts), [text for _, text in digest.quotes]
    else:
        facts = digest
    report = build_report(facts, quotes, config, texts)
    words = Wording(language=report.language, config=config, texts=texts)
    written = []
    for form in map(Form, formats):
        name = f"digest-{facts.focus_area}-{facts.week}.{_EXTENSIONS.get(form, form.value)}"
        write_file(directory / name, form_content(form, facts, report, words))
        written.append(directory / name)
    return written


def form_content(form: Form, facts: Facts, report: Report, words: Wording) -> bytes:
    """What the file of a form holds."""
    match form:
        case Form.TEXT:
            return f"{plain_text(report)}\n".encode()
        case Form.JSON:
            return json_text(facts).encode()
        case Form.HTML:
            return html_page(report, illustrations_of(facts, words)).encode()
        case Form.PNG:
            return illustrations_of(facts, words)[0].content("png")
        case Form.PDF:
            return pdf_document(report, illustrations_of(facts, words))
        case Form.CSV:
            return csv_table(facts, words)
        case Form.XLSX:
            return workbook(facts, report, words)
        case Form.GEOJSON:
            return geojson(facts, words).encode()


def json_text(facts: Facts) -> str:
    """The facts as JSON text."""
    return json.dumps(facts.as_json(), ensure_ascii=False, indent=2) + "\n"
