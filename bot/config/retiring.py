"""Retiring a theme in the files themselves: comments and everything else stay as they are."""

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.config.examples import FOLDER
from bot.config.expectations import FILE as TESTS
from bot.config.files import read_toml
from bot.config.loader import THEMES, load_config
from bot.config.references import ids
from bot.config.spelling import nearest
from bot.errors import InputInvalid
from nlp.examples import split_example

_HEADING = re.compile(r"^(\s*\[{1,2}\s*)theme(?=\s*[.\]])")
_ANY_THEME = re.compile(r"^\s*\[\[")
_OF_TEST = re.compile(r"^\s*themes?\s*=")


def retire(directory: Path, theme_id: str, *, into: Sequence[str], since: date) -> tuple[Path, ...]:
    """Retire a theme, which goes on in the ones of `into`; the files that were changed.

    With one successor its sentences move there, and where it is named in examples and tests
    the successor is. All is checked in a copy first: an invalid result changes nothing.

    Raises:
        InputInvalid: there is no such theme to retire or to go on in, or it is the same.
        ConfigInvalid: the configuration would not be valid; tells why.
        OSError: a file cannot be written.
    """
    if theme_id in into:
        raise InputInvalid(
            f'"{theme_id}" kan inte gå upp i sig självt. Ange ett annat tema efter --into, '
            "eller inget."
        )
    with TemporaryDirectory() as temporary:
        copy = Path(temporary) / "config"
        shutil.copytree(directory, copy)
        _write_as_retired(copy / THEMES, theme_id, into, since)
        heir = into[0] if len(into) == 1 else None
        if heir is not None:
            _move_sentences(copy / FOLDER, theme_id, heir)
            _rename_in_tests(copy / TESTS, theme_id, heir)
        for path in sorted((copy / FOLDER).glob("*.txt")):
            if path.stem != theme_id:
                _rename_in_sentences(path, theme_id, heir)
        load_config(copy)
        return tuple(_taken_over(copy, directory))


def _write_as_retired(path: Path, theme_id: str, into: Sequence[str], since: date) -> None:
    themes = read_toml(path, [])
    known = [] if themes is None else ids(themes, "theme")
    unknown = next((name for name in (theme_id, *into) if name not in known), None)
    if themes is None or unknown is not None:
        guess = nearest(unknown or theme_id, known)
        hint = f' Menade du "{guess}"?' if guess else ""
        raise InputInvalid(f'"{unknown}" är inget tema i {THEMES}.{hint}')
    index = next(n for n, table in enumerate(themes.tables("theme")) if table["id"] == theme_id)
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    start, named = themes.line("theme", index) - 1, themes.line("theme", index, "id")
    lines[start] = _HEADING.sub(r"\1retired_theme", lines[start])
    for number in range(start + 1, len(lines)):
        if _ANY_THEME.match(lines[number]):
            break
        lines[number] = _HEADING.sub(r"\1retired_theme", lines[number])
    added = [f"since = {since.isoformat()}\n"]
    if into:
        named_in = ", ".join(f'"{name}"' for name in into)
        added.append(f"into = [{named_in}]\n")
    path.write_text("".join([*lines[:named], *added, *lines[named:]]), "utf-8")


def _move_sentences(folder: Path, theme_id: str, heir: str) -> None:
    old, new = folder / f"{theme_id}.txt", folder / f"{heir}.txt"
    if not old.is_file() or not new.is_file():
        return
    moved = old.read_text("utf-8-sig")
    before = new.read_text("utf-8-sig").rstrip("\n")
    new.write_text(f"{before}\n\n# Från {theme_id}:\n{moved}", "utf-8")
    old.unlink()
    _rename_in_sentences(new, heir, None)


def _rename_in_sentences(path: Path, theme_id: str, heir: str | None) -> None:
    """Name the heir, or nothing, where a sentence names the theme as a further one."""
    lines = path.read_text("utf-8-sig").splitlines()
    written = [_renamed(line, path.stem, theme_id, heir) for line in lines]
    if written != lines:
        path.write_text("".join(f"{line}\n" for line in written), "utf-8")


def _renamed(line: str, own: str, theme_id: str, heir: str | None) -> str:
    text, also = split_example(line)
    if line.lstrip().startswith("#") or theme_id not in also:
        return line
    named = (heir if name == theme_id else name for name in also)
    kept = dict.fromkeys(name for name in named if name is not None and name != own)
    return "".join([text, *(f" + {name}" for name in kept)])


def _rename_in_tests(path: Path, theme_id: str, heir: str) -> None:
    if not path.is_file():
        return
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    written = [
        line.replace(f'"{theme_id}"', f'"{heir}"') if _OF_TEST.match(line) else line
        for line in lines
    ]
    path.write_text("".join(written), "utf-8")


def _taken_over(copy: Path, directory: Path) -> Iterator[Path]:
    """Write what is other in the copy, each file whole; take away what is gone there."""
    for path in sorted(directory.rglob("*.t*")):
        name = path.relative_to(directory)
        if path.suffix not in {".toml", ".txt"}:
            continue
        if not (copy / name).is_file():
            path.unlink()
            yield path
        elif (content := (copy / name).read_bytes()) != path.read_bytes():
            unfinished = path.with_name(f".{path.name}.new")
            unfinished.write_bytes(content)
            unfinished.replace(path)
            yield path
