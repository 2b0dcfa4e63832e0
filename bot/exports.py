"""Concerns written to a file: masked, without anything that leads to who told them."""

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, TextIO

from bot.concern_desk import plain_line
from bot.config.config import Config
from bot.config.models import FocusArea
from bot.digest.periods import Period
from bot.errors import InputInvalid
from bot.focus_areas import gathers
from bot.spreadsheet import as_text
from nlp.reading import REPORTS
from storage.concern_values import Concern
from storage.database import Database
from storage.paging import Reached, Selection
from storage.private_files import private_file

EXPORTED: Final = "concerns_exported"
"""The audit log's action for an export."""

COLUMNS: Final = (
    "reference",
    "told",
    "kind",
    "themes",
    "area",
    "status",
    "urgency",
    "language",
    "text",
)

_KINDS = frozenset(kind.value for kind in REPORTS)
_PAGE = 500


class Format(StrEnum):
    """How a file is written."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to export: all there is, or of some days or a focus area.

    Concerns with a sensitive theme are left out unless there is a `reason` for them.
    """

    format: Format
    period: Period | None = None
    focus_area: FocusArea | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Exported:
    """How many concerns are in the file, and how many sensitive ones were left out."""

    concerns: int
    withheld: int


class Writer(Protocol):
    """Writes one concern."""

    def __call__(self, row: Mapping[str, Any]) -> None:
        """Add the row of a concern, by `COLUMNS`."""
        ...


async def export(
    database: Database,
    config: Config,
    wanted: Wanted,
    target: Path,
    *,
    now: datetime,
    actor: str,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write the concerns, the oldest first, to a file that is there whole or not at all.

    The audit log tells how many of which; without that entry there is no file.

    Raises:
        StorageError: the database cannot be read, or the file not be written.
    """
    with private_file(target, replace=replace) as file:
        exported = await _write(database, config, wanted, file, progress)
        async with database.transaction() as tx:
            await tx.audit.write(
                at=now,
                actor=actor,
                action=EXPORTED,
                subject="concerns",
                detail=_detail(wanted, exported),
            )
    return exported


def checked_reason(reason: str | None, *, sensitive: bool) -> str | None:
    """The reason to look at sensitive themes, as it is kept in the audit log.

    Raises:
        InputInvalid: one of the two is given without the other, or no proper reason.
    """
    if sensitive and reason is None:
        raise InputInvalid('Känsliga teman tas med bara med ett skäl: --sensitive --reason "…".')
    if reason is not None and not sensitive:
        raise InputInvalid("--reason hör ihop med --sensitive.")
    return None if reason is None else plain_line(reason, "Skälet (--reason)")


def parse_format(written: str) -> Format:
    """The format with that name; raises `InputInvalid` if there is none."""
    try:
        return Format(written)
    except ValueError:
        known = ", ".join(Format)
        raise InputInvalid(f'"{written}" är inget format. Det finns: {known}.') from None


async def _write(
    database: Database,
    config: Config,
    wanted: Wanted,
    file: BinaryIO,
    progress: Callable[[int, int], None] | None,
) -> Exported:
    zone = config.municipality.timezone
    start, end = wanted.period.bounds(zone) if wanted.period else (None, None)
    selection = Selection(kinds=_KINDS, start=start, end=end)
    # A theme that is not configured (any more) may have been a sensitive one.
    known = {theme.id for theme in (*config.themes, *config.retired_themes)}
    open_themes = known - config.sensitive_themes
    async with database.transaction() as tx:
        total = await tx.paging.count(selection)
    done = concerns = withheld = 0
    after: Reached | None = None
    text = TextIOWrapper(
        file,
        encoding="utf-8-sig" if wanted.format is Format.CSV else "utf-8",
        errors="replace",
        newline="",
    )
    write = _csv_writer(text) if wanted.format is Format.CSV else _jsonl_writer(text)
    while True:
        # A transaction for each page: nobody who writes to the bot waits for the whole file.
        async with database.transaction() as tx:
            page = await tx.paging.page(selection, after=after, limit=_PAGE)
        for concern in page:
            if not _is_in(wanted.focus_area, concern, config):
                continue
            if wanted.reason is None and not open_themes.issuperset(_themes(concern, config)):
                withheld += 1
                continue
            write(_row(concern, config))
            concerns += 1
        if not page:
            break
        after = Reached.after(page[-1])
        done += len(page)
        if progress:
            progress(done, total)
    text.detach()  # which flushes, and leaves the file open
    return Exported(concerns=concerns, withheld=withheld)


def _is_in(focus_area: FocusArea | None, concern: Concern, config: Config) -> bool:
    return focus_area is None or gathers(
        focus_area, themes=_themes(concern, config), area=concern.area, config=config
    )


def _themes(concern: Concern, config: Config) -> list[str]:
    """Those it has, with the successor in the place of one that was merged."""
    return list(config.heirs(theme.id for theme in concern.themes))


def _row(concern: Concern, config: Config) -> dict[str, Any]:
    """By `COLUMNS`; the day it was told, not the minute."""
    told = concern.told_at.astimezone(config.municipality.timezone)
    return {
        "reference": concern.reference,
        "told": told.date().isoformat(),
        "kind": concern.kind,
        "themes": _themes(concern, config),
        "area": concern.area,
        "status": concern.status.value,
        "urgency": concern.urgency,
        "language": concern.language,
        "text": concern.masked,
    }


def _csv_writer(text: TextIO) -> Writer:
    """As Excel in Swedish opens it with a double click."""
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    return lambda row: writer.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: str | list[str] | None) -> str:
    """Text that a spreadsheet would compute gets the sign that makes it text."""
    written = ", ".join(value) if isinstance(value, list) else value or ""
    return as_text(written)


def _jsonl_writer(text: TextIO) -> Writer:
    return lambda row: _written(text, json.dumps(row, ensure_ascii=False))


def _written(text: TextIO, line: str) -> None:
    text.write(line + "\n")


def _detail(wanted: Wanted, exported: Exported) -> dict[str, Any]:
    period, area = wanted.period, wanted.focus_area
    return {
        "concerns": exported.concerns,
        "withheld": exported.withheld,
        "format": wanted.format.value,
        "period": None if period is None else str(period),
        "focus_area": None if area is None else area.id,
        "reason": wanted.reason,
    }
