"""A lägesbild as files: the same words, numbers and pictures in each."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from bot.form_files import write_file
from bot.lagesbild.document import pdf_document
from bot.lagesbild.page import html_page
from bot.lagesbild.values import Lagesbild


class Form(StrEnum):
    """What a lägesbild may be written as."""

    PDF = "pdf"
    HTML = "html"


def write_forms(
    lagesbild: Lagesbild, name: str, directory: Path, forms: Iterable[Form]
) -> list[Path]:
    """Write `NAME.EXT` for each form; the paths, in that order. Takes some seconds.

    Raises:
        DirectoryUnusable: the directory cannot be made or written into.
    """
    drawn = tuple(picture.content("svg") for picture in lagesbild.pictures)
    written = []
    for form in forms:
        path = directory / f"{name}.{form.value}"
        render = pdf_document if form is Form.PDF else html_page
        write_file(path, render(lagesbild, drawn))
        written.append(path)
    return written
