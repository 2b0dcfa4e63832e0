"""A lägesbild as files: the same words, numbers and pictures in each."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from bot.config.spelling import nearest
from bot.errors import DirectoryUnusable, InputInvalid
from bot.lagesbild.document import pdf_document
from bot.lagesbild.page import html_page
from bot.lagesbild.values import Lagesbild


class Form(StrEnum):
    """What a lägesbild may be written as."""

    PDF = "pdf"
    HTML = "html"


def parse_forms(written: str) -> tuple[Form, ...]:
    """The forms in a list like `pdf,html`, each once.

    Raises:
        InputInvalid: one of them is none; tells the nearest and all there are.
    """
    names = dict.fromkeys(name.strip().lower() for name in written.split(","))
    known = [form.value for form in Form]
    for name in names:
        if name not in known:
            guess = nearest(name, known)
            hint = f' Menade du "{guess}"?' if guess else ""
            raise InputInvalid(f'"{name}" är inget format.{hint} Det finns: {", ".join(known)}.')
    return tuple(map(Form, names))


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
        content = render(lagesbild, drawn)
        try:
            directory.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise DirectoryUnusable(
                f"{directory} går inte att skriva i ({error.strerror}). Välj en annan med --out."
            ) from error
        written.append(path)
    return written
