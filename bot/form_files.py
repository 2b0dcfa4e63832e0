"""What a report may be written as: named in a list, and written to files."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bot.config.spelling import nearest
from bot.errors import DirectoryUnusable, InputInvalid

F = TypeVar("F", bound=StrEnum)


def parse_forms(written: str, forms: type[F]) -> tuple[F, ...]:
    """The forms in a list like `html,pdf`, each once.

    Raises:
        InputInvalid: one of them is none; tells the nearest and all there are.
    """
    names = dict.fromkeys(name.strip().lower() for name in written.split(","))
    known = [form.value for form in forms]
    for name in names:
        if name not in known:
            guess = nearest(name, known)
            hint = f' Menade du "{guess}"?' if guess else ""
            raise InputInvalid(f'"{name}" är inget format.{hint} Det finns: {", ".join(known)}.')
    return tuple(map(forms, names))


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and its directory if need be.

    Raises:
        DirectoryUnusable: the directory cannot be made or written into.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise DirectoryUnusable(
            f"{path.parent} går inte att skriva i ({error.strerror}). Välj en annan med --out."
        ) from error
