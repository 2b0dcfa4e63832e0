"""Old reports, read as if they had been told: JSON Lines with `text`, `when` and `id`."""

import json
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.concern_values import reading_json, stored_places, stored_themes
from bot.config.config import Config
from bot.errors import InputInvalid
from nlp.reading import Message, Reading, Urgency
from storage.concerns import NewConcern, NewMessage
from storage.database import Database

BATCH = 200
"""Reports read together; one interrupted is imported whole the next time."""

_AT_ONCE = 200
"""Reports kept in one commit, a tenth of a second: a bot beside it gets its turn."""

_NAMED = 5
"""So many faulty lines are named; a file with more is of another kind altogether."""


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and half a surrogate pair: no id that a database would find again."""

T = TypeVar("T")


class _IdUnstorable(ValueError):
    """An id is empty, or has a character that is not kept as it is."""


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
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
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
    for batch in batched(reports, BATCH):
        async with database.transaction() as tx:
            known = await tx.concerns.known_external({report.id for report in batch})
        # An id that stands twice in one batch is kept once as well.
        new = {r.id: r for r in batch if r.id not in known}
        # Read outside any transaction: beside a running bot, residents must not wait for it.
        readings = list(reader.read([Message(text=r.text, id=r.id) for r in new.values()]))
        for part in batched(zip(new.values(), readings, strict=True), _AT_ONCE):
            async with database.transaction() as tx:
                told = [_concern(report, reading, config) for report, reading in part]
                await tx.concerns.record_all(told, now=now)
        yield Imported(new=len(new), known=len(batch) - len(new))


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part


def _report(line: str, zone: ZoneInfo) -> Report:
    fields: dict[str, Any] = json.loads(line)
    told_at = datetime.fromisoformat(fields["when"])
    number, text = fields["id"], fields["text"]
    if not isinstance(text, str) or not isinstance(number, str | int) or isinstance(number, bool):
        raise TypeError("text")
    if number == "" or _UNSTORABLE.search(str(number)):
        raise _IdUnstorable(number)
    local = told_at if told_at.tzinfo else told_at.replace(tzinfo=zone)
    return Report(id=str(number), text=text, told_at=local.astimezone(UTC))


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return "inte giltig JSON"
    if isinstance(error, KeyError):
        return f'nyckeln "{error.args[0]}" saknas'
    if isinstance(error, _IdUnstorable):
        return '"id" är tomt, eller har ett tecken som inte går att spara'
    if isinstance(error, ValueError | OverflowError):
        return '"when" är ingen tid, skriv som 2025-03-01T12:00'
    return "raden ska vara ett JSON-objekt där text och when är strängar, och id text eller heltal"


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
