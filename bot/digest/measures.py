"""The numbers of a picture that stand by themselves; small ones are withheld."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.digest.parts import parts
from bot.digest.periods import Period
from bot.digest.privacy import showable
from bot.digest.tally import Field, number
from bot.digest.told import Told
from bot.digest.values import AgeCount, Corrections, Facts, PartCount, WeekCount
from bot.digest.weeks import Week
from storage.concern_values import Source, Status
from storage.counting import Dated, Detailed, theme_ids

LANGUAGE = "sv"
"""The language that a concern is expected in."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_PARTS = ("night", "morning", "afternoon", "evening")
_HOURS_A_PART = 6
AGES = ((0, 6), (7, 29), (30, 89), (90, None))
"""Days since an open case was told, from and to."""
_URGENT = {"now", "soon"}


def weekdays(told: Iterable[Detailed], zone: ZoneInfo, minimum: int) -> tuple[PartCount, ...]:
    """How many were told on each weekday, local time."""
    days = ((WEEKDAYS[c.told_at.astimezone(zone).weekday()], c.voice) for c in told)
    return parts(WEEKDAYS, days, minimum)


def parts_of_day(told: Iterable[Detailed], zone: ZoneInfo, minimum: int) -> tuple[PartCount, ...]:
    """How many were told in each quarter of the day, local time."""
    hours = ((DAY_PARTS[c.told_at.astimezone(zone).hour // _HOURS_A_PART], c.voice) for c in told)
    return parts(DAY_PARTS, hours, minimum)


def recurring(told: Iterable[Detailed], minimum: int) -> int | None:
    """How many say that it happens again and again; None if these or the others are few."""
    said = (("again" if c.recurring else "once", c.voice) for c in told)
    return parts(("again", "once"), said, minimum)[0].concerns


def urgent_status(told: Iterable[Detailed], minimum: int) -> tuple[PartCount, ...]:
    """How far the work with the urgent ones has come; empty if there are none."""
    urgent = [(c.status, c.voice) for c in told if c.urgency in _URGENT]
    return parts([status.value for status in Status], urgent, minimum) if urgent else ()


def statuses(told: Iterable[Detailed]) -> tuple[PartCount, ...]:
    """How far the work with all of them has come; empty if there are none.

    Of an old report that was imported nobody here knows what was done about it.
    """
    found = Counter(c.status for c in told if c.source != Source.IMPORT)
    return tuple(PartCount(part=s.value, concerns=found[s.value]) for s in Status if found)


def open_ages(told: Told, of: Field, minimum: int) -> tuple[AgeCount, ...]:
    """How long the open cases of a field have waited; empty if there are none."""
    waiting = told.waiting[of.focus_area.id]
    if not waiting:
        return ()
    ages = {str(age): age for age in AGES}
    counted = parts(tuple(ages), ((str(_age(c, told.now)), c.voice) for c in waiting), minimum)
    return tuple(
        AgeCount(
            from_days=age[0],
            to_days=age[1],
            concerns=part.concerns,
            at_least=told.waiting_since is not None
            and (age[1] is None or age[1] >= (told.now - told.waiting_since).days),
        )
        for age, part in zip(AGES, counted, strict=True)
    )


def positives(
    told: Iterable[Detailed], of: Field, minimum: int
) -> tuple[tuple[PartCount, ...], int]:
    """The positive ones by theme, the largest first, and how many are of themes not shown."""
    voices: dict[str, list[str]] = {}
    for concern in told:
        for theme in of.openly_counted(theme_ids(concern.themes)):
            voices.setdefault(theme, []).append(concern.voice)
    numbers = {theme: number(said) for theme, said in voices.items()}
    shown = showable(numbers, minimum)
    rest = sum(numbers[theme].concerns for theme in numbers if theme not in shown)
    return tuple(PartCount(part=theme, concerns=numbers[theme].concerns) for theme in shown), rest


def late(told: Told, of: Field) -> tuple[WeekCount, ...]:
    """What of earlier weeks no digest of the focus area has counted as told, by week.

    Each is so in one digest: the first that is made after it was recorded.
    """
    field_id = of.focus_area.id
    voices: dict[Week, list[str]] = {}
    for concern in told.arrived[field_id]:
        week = Week.of(concern.told_at, told.zone)
        cutoff = _last_made(week, field_id, told.period, told.made)
        if cutoff is not None and concern.recorded_at > cutoff:
            voices.setdefault(week, []).append(concern.voice)
    return tuple(
        WeekCount(week=str(week), concerns=len(said), voices=len(set(said)))
        for week, said in sorted(voices.items())
    )


def withheld(facts: Facts, also: Mapping[str, bool]) -> tuple[str, ...]:
    """The names of the fields in which a number is withheld; `also` tells of further ones."""
    lacking = {
        **also,
        "sensitive": any(one.count is None for one in facts.sensitive),
        "areas": bool(facts.other_areas),
        "themes": bool(facts.other_themes),
        "other_languages": facts.other_languages is None,
        "weekdays": _lacks(facts.weekdays),
        "day_parts": _lacks(facts.day_parts),
        "recurring": facts.recurring is None,
        "urgent_status": _lacks(facts.urgent_status),
        "open_ages": any(one.concerns is None for one in facts.open_ages),
        "places_read": _hides(facts.places_read),
        "themes_read": _hides(facts.themes_read),
        "positive_themes": bool(facts.other_positives),
    }
    return tuple(name for name, lacks in lacking.items() if lacks)


def _lacks(parts: Sequence[PartCount]) -> bool:
    return any(part.concerns is None for part in parts)


def _hides(read: Corrections | None) -> bool:
    return read is not None and None in (read.read, read.confirmed, read.corrected, read.added)


def _age(concern: Dated, now: datetime) -> tuple[int, int | None]:
    days = (now - concern.told_at).days
    return next(age for age in reversed(AGES) if days >= age[0])


def _last_made(
    week: Week, field_id: str, period: Period, made: Mapping[tuple[str, str], datetime]
) -> datetime | None:
    """When the last digest since then was made; None without one of the week itself."""
    if (field_id, str(week)) not in made:
        return None
    times, each = [], week
    while each.monday < period.first:
        if (at := made.get((field_id, str(each)))) is not None:
            times.append(at)
        each = each.shifted(1)
    return max(times)
