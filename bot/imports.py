"""Old reports, read as if they had been told: JSON Lines with `text`, `when` and `id`."""

import json
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.concern_values import reading_json, stored_places, stored_themes
from bot.config.config import Config
from bot.errors import InputInvalid
from nlp.reading import Message, Reading, Urgency
from storage.concerns import NewConcern, NewMessage
from storage.database import Database

BATCH = 200
"""Reports kept in one commit; one interrupted is imported whole the next time."""

_NAMED = 5
"""So many faulty lines are named; a file with more is of another kind altogether."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """An old report: its id where it comes from, what it says, and when it was told."""

    id: str
    text: str
    told_at: datetime


@dataclass(frozen=True, kw_only=True)
class Imported:
    """How many reports were kept and how many had been kept before."""

    new: int
    known: int


class ReadsMany(Protocol):
    """What is needed of `nlp.reader.Reader`."""

    def read(self, messages: Iterable[str | Message]) -> Iterator[Reading]:
        """Read texts, in order."""
        ...


def parse_reports(lines: Iterable[str], zone: ZoneInfo) -> list[Report]:
    """The reports in a file's lines; times without a zone are in `zone`.

    Raises:
        InputInvalid: with the first faulty lines; nothing of the file is used then.
    """
    reports: list[Report] = []
    faults: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                reports.append(_report(line, zone))
            except (ValueError, KeyError, TypeError) as error:
                faults.append(f"rad {number}: {_fault(error)}")
    if faults:
        more = f"\n… och {len(faults) - _NAMED} till" if len(faults) > _NAMED else ""
        raise InputInvalid(
            "Filen går inte att läsa in, inget av den har sparats:\n"
            + "\n".join(faults[:_NAMED])
            + more
            + '\nVarje rad ska se ut så här: {"id": "17", "when": "2025-03-01T12:00", "text": "…"}'
        )
    return reports


async def import_reports(
    reports: Iterable[Report],
    *,
    reader: ReadsMany,
    database: Database,
    config: Config,
    now: datetime,
) -> AsyncIterator[Imported]:
    """Read and keep the reports that are not kept yet, telling after each commit.

    Safe to repeat and to interrupt: a report is known by its id.
    """
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        async with database.transaction() as tx:
            known = await tx.concerns.known_external({report.id for report in batch})
            # An id that stands twice in one batch is kept once as well.
            new = {r.id: r for r in batch if r.id not in known}
            readings = reader.read([Message(text=r.text, id=r.id) for r in new.values()])
            for report, reading in zip(new.values(), readings, strict=True):
                await tx.concerns.record(_concern(report, reading, config), now=now)
        yield Imported(new=len(new), known=len(batch) - len(new))


def _report(line: str, zone: ZoneInfo) -> Report:
    fields: dict[str, Any] = json.loads(line)
    told_at = datetime.fromisoformat(fields["when"])
    text = fields["text"]
    if not isinstance(text, str):
        raise TypeError("text")
    return Report(
        id=str(fields["id"]),
        text=text,
        told_at=told_at if told_at.tzinfo else told_at.replace(tzinfo=zone),
    )


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "inte giltig JSON"
    if isinstance(error, KeyError):
        return f'nyckeln "{error.args[0]}" saknas'
    if isinstance(error, ValueError):
        return '"when" är ingen tid, skriv som 2025-03-01T12:00'
    return "raden ska vara ett JSON-objekt där text och when är strängar"


def _concern(report: Report, reading: Reading, config: Config) -> NewConcern:
    return NewConcern(
        resident_id=None,
        telegram_id=None,
        source="import",
        external_id=report.id,
        told_at=report.told_at,
        kind=reading.kind.value,
        urgency=Urgency.NORMAL.value,  # what was written long ago is not going on now
        recurring=reading.recurring,
        language=reading.language,
        area=reading.area,
        themes=stored_themes(reading),
        places=stored_places(reading),
        needs_human=reading.needs_human,
        config_version=config.version,
        message=NewMessage(
            told_at=report.told_at,
            text=report.text,
            masked=reading.masked,
            telegram_message_id=None,
            reading=reading_json(reading),
        ),
    )
