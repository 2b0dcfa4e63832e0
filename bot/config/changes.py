"""What differs between two states of a configuration's files, as it may stand in the audit log.

The log is kept for good and read by others than admins: of examples only the number of lines is
told, and of addresses and long texts only that they are others.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, time
from enum import StrEnum
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, Self

Files = Mapping[str, str]
"""The text of each file by its path within the directory."""

MOST = 200
"""So many differences are told one by one."""
_MOST_NAMES = 20
_LONGEST = 60
_UNSAID = frozenset({"controller", "mail"})
_NAMES = {
    "theme": "Temat",
    "retired_theme": "Det avslutade temat",
    "focus_area": "Fokusområdet",
    "helpline": "Hjälplinjen",
}
_KEYED_BY = {"helpline": ("danger", "number")}


class Change(StrEnum):
    """What happened to a key, a table or a file."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that is other than before; `key` is empty where the whole file is meant.

    `before` and `after` are as TOML has them, None where they are not told. `added` and
    `removed` are items of a list. `more` and `fewer` count lines of examples, or items that
    are too many to be named.
    """

    file: str
    key: str = ""
    change: Change = Change.CHANGED
    before: str | None = None
    after: str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    more: int = 0
    fewer: int = 0

    def as_plain(self) -> dict[str, Any]:
        """The difference as JSON can hold it, without what is empty."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in told.items()
            if value
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """What `as_plain` gave."""
        lists = {name: tuple(plain.get(name, ())) for name in ("added", "removed")}
        return cls(**{**plain, **lists, "change": Change(plain["change"])})

    def __str__(self) -> str:
        """The difference as a Swedish line."""
        what = self._what()
        if self.change is Change.ADDED:
            return f"{what} tillkom."
        if self.change is Change.REMOVED:
            return f"{what} togs bort."
        told = [
            *([f"{self.before} → {self.after}"] if self.before and self.after else []),
            *([f"nu {self.after}"] if self.after and not self.before else []),
            *([f"inte längre {self.before}"] if self.before and not self.after else []),
            *([f"+ {', '.join(self.added)}"] if self.added else []),
            *([f"+ {_counted(self.more)}"] if self.more else []),
            *([f"− {', '.join(self.removed)}"] if self.removed else []),
            *([f"− {_counted(self.fewer)}"] if self.fewer else []),
        ]
        return f"{what}: {', '.join(told) or 'ändrat'}."

    def _what(self) -> str:
        if not self.key:
            return self.file
        kind, _, rest = self.key.partition(".")
        if kind in _NAMES:
            name, _, inner = rest.partition(".")
            return f"{_NAMES[kind]} {name}" + (f", {inner}" if inner else "")
        return f"{self.file}, {self.key}"


def changes(before: Files, after: Files) -> tuple[Difference, ...]:
    """What is other in `after`, file by file, in the order of their names."""
    return tuple(
        difference
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
        for difference in _of_file(name, before.get(name), after.get(name))
    )


def _of_file(name: str, before: str | None, after: str | None) -> Iterator[Difference]:
    suffix = PurePosixPath(name).suffix
    before, after = _unmarked(before), _unmarked(after)
    if suffix == ".txt":
        yield from _of_lines(name, before or "", after or "")
    elif before is None or after is None:
        yield Difference(file=name, change=Change.ADDED if before is None else Change.REMOVED)
    elif suffix == ".toml":
        yield from _of_values(name, (), tomllib.loads(before), tomllib.loads(after))
    elif suffix == ".csv":
        yield from _of_rows(name, before, after)
    else:
        yield Difference(file=name)


def _unmarked(text: str | None) -> str | None:
    return text and text.removeprefix("\ufeff")  # as some editors on Windows begin a file


def _of_lines(name: str, before: str, after: str) -> Iterator[Difference]:
    old, new = _sentences(before), _sentences(after)
    more, fewer = (new - old).total(), (old - new).total()
    if more or fewer:
        yield Difference(file=name, more=more, fewer=fewer)


def _sentences(text: str) -> Counter[str]:
    lines = (line.strip() for line in text.splitlines())
    return Counter(line for line in lines if line and not line.startswith("#"))


def _of_rows(name: str, before: str, after: str) -> Iterator[Difference]:
    old, new = _rows(before), _rows(after)
    changed = [key for key in new if key in old and old[key] != new[key]]
    yield from _named(name, "nya", [key for key in new if key not in old])
    yield from _named(name, "borttagna", [key for key in old if key not in new], gone=True)
    yield from _named(name, "ändrade", changed)


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    rows = islice(csv.reader(text.splitlines(), delimiter=";"), 1, None)
    return {f"{row[0]} ({row[1]})": tuple(row) for row in rows if len(row) > 1}


def _named(name: str, key: str, keys: Sequence[str], *, gone: bool = False) -> Iterator[Difference]:
    """Some of the names, and how many more there are."""
    first, rest = tuple(keys[:_MOST_NAMES]), max(0, len(keys) - _MOST_NAMES)
    if gone and keys:
        yield Difference(file=name, key=key, removed=first, fewer=rest)
    elif keys:
        yield Difference(file=name, key=key, added=first, more=rest)


def _of_values(
    name: str, path: tuple[str, ...], before: object, after: object
) -> Iterator[Difference]:
    if before == after:
        return
    old, new = _by_name(path, before), _by_name(path, after)
    if old is not None and new is not None:
        many = _holds_entries(path)
        for key in dict.fromkeys([*old, *new]):
            part = _of_entry if many else _of_values
            yield from part(name, (*path, key), old.get(key), new.get(key))
    elif isinstance(before, list | None) and isinstance(after, list | None):
        yield from _of_items(name, path, before or [], after or [])
    elif isinstance(before, dict | None) and isinstance(after, dict | None):
        yield from _of_values(name, path, before or {}, after or {})
    else:
        unsaid = path[0] in _UNSAID
        yield Difference(
            file=name,
            key=".".join(path),
            before=None if unsaid else _written(before),
            after=None if unsaid else _written(after),
        )


def _holds_entries(path: tuple[str, ...]) -> bool:
    return len(path) == 1 and path[0] in _NAMES


def _of_entry(
    name: str, path: tuple[str, ...], before: object, after: object
) -> Iterator[Difference]:
    """A table that is one of many: new, gone, or with other values."""
    if before is None or after is None:
        change = Change.ADDED if before is None else Change.REMOVED
        yield Difference(file=name, key=".".join(path), change=change)
    else:
        yield from _of_values(name, path, before, after)


def _by_name(path: tuple[str, ...], value: object) -> Mapping[str, Any] | None:
    """The parts of a table or of a list of tables by their names; None for anything else."""
    if isinstance(value, dict):
        return value
    if _holds_entries(path) and isinstance(value, list | None):
        keys = _KEYED_BY.get(path[0], ("id",))
        return {" ".join(str(table.get(key, "")) for key in keys): table for table in value or []}
    return None


def _of_items(
    name: str, path: tuple[str, ...], before: Sequence[object], after: Sequence[object]
) -> Iterator[Difference]:
    old, new = [str(one) for one in before], [str(one) for one in after]
    yield Difference(
        file=name,
        key=".".join(path),
        added=tuple(one for one in new if one not in old)[:_MOST_NAMES],
        removed=tuple(one for one in old if one not in new)[:_MOST_NAMES],
    )


def _written(value: object) -> str | None:
    """A value as it stands in the file; None where there is none, or too long to be told."""
    match value:
        case None:
            return None
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) <= _LONGEST else None
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _counted(lines: int) -> str:
    return "1 rad" if lines == 1 else f"{lines} rader"
