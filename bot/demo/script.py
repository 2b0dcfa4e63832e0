"""The bundled messages, dated within the last four whole weeks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.sandbox.values import Person

WEEKS = 4
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST_ID = 700_000_000


@dataclass(frozen=True, kw_only=True)
class Line:
    """What somebody writes, and when."""

    person: Person
    text: str
    at: datetime


def read_script(*, now: datetime, zone: ZoneInfo) -> list[Line]:
    """All lines in the order of time; the last week is the one that ended before `now`."""
    today = now.astimezone(zone).date()
    this_monday = today - timedelta(days=today.weekday())
    first_monday = this_monday - timedelta(weeks=WEEKS)
    return sorted(_lines(first_monday, zone), key=lambda line: line.at)


def weeks_played(*, now: datetime, zone: ZoneInfo) -> list[str]:
    """The ISO weeks that the script fills, the earliest first: `2026-W47`."""
    today = now.astimezone(zone).date()
    weeks = (today - timedelta(weeks=back) for back in range(WEEKS, 0, -1))
    return [f"{day.isocalendar().year}-W{day.isocalendar().week:02}" for day in weeks]


def _lines(first_monday: date, zone: ZoneInfo) -> Iterator[Line]:
    bundled = files("bot.demo") / "messages.jsonl"
    for row in bundled.read_text("utf-8").split("\n"):
        if row:
            fields = json.loads(row)
            days = timedelta(weeks=fields["week"], days=_DAYS.index(fields["day"]))
            at = datetime.combine(
                first_monday + days, time.fromisoformat(fields["time"]), tzinfo=zone
            )
            yield Line(
                person=_person(fields["resident"], fields["lang"]), text=fields["text"], at=at
            )


def _person(number: int, language: str) -> Person:
    return Person(
        id=_FIRST_ID + number,
        first_name=f"Invånare {number}",
        language_code=language,
    )
