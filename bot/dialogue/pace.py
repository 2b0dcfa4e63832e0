"""How fast somebody writes, and what they said just now: enough to know a copy from news."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_REMEMBERED: Final = 12
_REMEMBERED_FOR = timedelta(days=1)
_COPY_WORDS: Final = 4
"""Shorter texts ("nej tack", "på Norrby") are said again without being copies."""
_MARK_CHARS: Final = 16


@dataclass(frozen=True, kw_only=True)
class Count:
    """So many since then."""

    since: datetime
    count: int

    def with_one(self, at: datetime, length: timedelta) -> "Count":
        """One more, or the first of the next stretch of that length."""
        if at - self.since >= length:
            return Count(since=at, count=1)
        return replace(self, count=self.count + 1)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A text was told then, of that concern; `mark` is a hash of its words."""

    mark: str
    concern_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Pace:
    """What came in this minute and this hour, and which texts.

    `is_limited` says that the resident was told that not everything is answered, `my_data_at`
    when they were last sent what is kept of them.
    """

    minute: Count | None = None
    hour: Count | None = None
    is_limited: bool = False
    heard: tuple[Heard, ...] = ()
    my_data_at: datetime | None = None

    def with_one(self, at: datetime) -> "Pace":
        """One more came in."""
        first = Count(since=at, count=0)
        sent_at = self.my_data_at
        return replace(
            self,
            my_data_at=sent_at if sent_at and abs(at - sent_at) <= _REMEMBERED_FOR else None,
            minute=(self.minute or first).with_one(at, _MINUTE),
            hour=(self.hour or first).with_one(at, _HOUR),
        )

    def is_over(self, *, a_minute: int, an_hour: int) -> bool:
        """Whether more came in than is answered one by one."""
        minute, hour = self.minute, self.hour
        return (minute is not None and minute.count > a_minute) or (
            hour is not None and hour.count > an_hour
        )

    def copied(self, text: str, at: datetime, within: timedelta) -> int | None:
        """The concern of which the same text was told within that time, if there is one."""
        wanted = mark(text)
        return next(
            (
                one.concern_id
                for one in self.heard
                if wanted is not None and one.mark == wanted and abs(at - one.at) <= within
            ),
            None,
        )

    def having_heard(self, text: str, concern_id: int, at: datetime) -> "Pace":
        """That text was told."""
        heard = mark(text)
        if heard is None:
            return self
        others = tuple(
            one for one in self.heard if one.mark != heard and abs(at - one.at) <= _REMEMBERED_FOR
        )
        latest = (*others, Heard(mark=heard, concern_id=concern_id, at=at))
        return replace(self, heard=latest[-_REMEMBERED:])

    def having_forgotten(self, concern_id: int) -> "Pace":
        """Nothing of that concern was ever told."""
        heard = tuple(one for one in self.heard if one.concern_id != concern_id)
        return replace(self, heard=heard)


def mark(text: str) -> str | None:
    """A hash of all words of a text, however it is spaced; None for a few words."""
    words = text.casefold().split()
    if len(words) < _COPY_WORDS:
        return None
    return sha256(" ".join(words).encode()).hexdigest()[:_MARK_CHARS]


def as_json(pace: Pace) -> dict[str, Any]:
    """The pace as JSON values; `from_json` gives it back."""
    return {
        "minute": _counted(pace.minute),
        "hour": _counted(pace.hour),
        "is_limited": pace.is_limited,
        "heard": [[one.mark, one.concern_id, one.at.isoformat()] for one in pace.heard],
        "my_data_at": pace.my_data_at.isoformat() if pace.my_data_at else None,
    }


def from_json(fields: Mapping[str, Any] | None) -> Pace:
    """The pace that was kept, or a new one."""
    if not fields:
        return Pace()
    sent = fields["my_data_at"]
    return Pace(
        minute=_count(fields["minute"]),
        hour=_count(fields["hour"]),
        is_limited=fields["is_limited"],
        heard=tuple(
            Heard(mark=mark, concern_id=concern_id, at=datetime.fromisoformat(at))
            for mark, concern_id, at in fields["heard"]
        ),
        my_data_at=datetime.fromisoformat(sent) if sent else None,
    )


def _counted(count: Count | None) -> list[Any] | None:
    return [count.since.isoformat(), count.count] if count else None


def _count(stored: list[Any] | None) -> Count | None:
    return Count(since=datetime.fromisoformat(stored[0]), count=stored[1]) if stored else None
