"""How a concern that is kept would be sorted by another reading of its messages."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bot.concern_values import reading_json, stored_places, stored_themes
from nlp.reading import REPORTS, Kind, Reading, Urgency
from storage.concern_values import Concern, Origin, Source, StoredPlace, StoredTheme
from storage.resorting import KeptConcern, ReadMessage, Sorted

_MOST_THEMES = 3
_NORMAL = Urgency.NORMAL.value


def sorted_by(
    kept: KeptConcern, readings: Sequence[Reading], *, ended: Collection[str] = ()
) -> Sorted:
    """How the readings of its messages, in their order, sort it.

    As in the dialogue: the first message that reports something says what kind it is, and
    further ones add their themes. Themes and places that a person gave stay, and so does an
    urgency that has been told on; one of an old report that was imported is never raised.
    What no theme is found for stays under those of its themes that have `ended`.
    """
    concern = kept.concern
    said = [r for m, r in zip(kept.messages, readings, strict=True) if m.text.strip()]
    if not said:  # a file without a word: there is nothing to read
        return _as_it_is(kept, readings)
    files_only = len(said) < len(readings)
    messages, readings = tuple(_messages(kept, readings)), said
    reports = [reading for reading in readings if _reports(reading)]
    telling = reports or list(readings)
    placed = next((r for r in telling if r.area is not None or r.places), telling[0])
    keeps_place = _corrected(concern.places) or not reports
    return Sorted(
        kind=_kind(concern, telling[0]),
        urgency=_urgency(concern, readings),
        recurring=any(reading.recurring for reading in telling),
        language=readings[0].language,
        area=concern.area if keeps_place else placed.area,
        themes=()
        if kept.no_theme_fits and not concern.themes
        else _themes(concern, reports, ended),
        places=concern.places if keeps_place else stored_places(placed),
        needs_human=files_only or any(reading.needs_human for reading in telling),
        messages=messages,
    )


def _as_it_is(kept: KeptConcern, readings: Sequence[Reading]) -> Sorted:
    concern = kept.concern
    return Sorted(
        kind=concern.kind,
        urgency=concern.urgency,
        recurring=concern.recurring,
        language=concern.language,
        area=concern.area,
        themes=concern.themes,
        places=concern.places,
        needs_human=True,
        messages=tuple(_messages(kept, readings)),
    )


def is_corrected(concern: Concern) -> bool:
    """Whether a person has said what it is about."""
    return _corrected(concern.themes)


def is_report(reading: Mapping[str, Any]) -> bool:
    """Whether what is kept of a reading reports something."""
    return reading.get("kind") in REPORTS or reading.get("urgency", _NORMAL) != _NORMAL


def _reports(reading: Reading) -> bool:
    return reading.kind in REPORTS or reading.urgency is not Urgency.NORMAL


def _kind(concern: Concern, reading: Reading) -> str:
    if concern.source is Source.TELEGRAM and reading.urgency is not Urgency.NORMAL:
        return Kind.CONCERN.value
    return reading.kind.value


def _urgency(concern: Concern, readings: Sequence[Reading]) -> str:
    if concern.source is Source.IMPORT:
        return concern.urgency
    read = (reading.urgency for reading in readings)
    return max([Urgency(concern.urgency), *read], key=lambda urgency: urgency.rank).value


def _themes(
    concern: Concern, reports: Sequence[Reading], ended: Collection[str]
) -> tuple[StoredTheme, ...]:
    if _corrected(concern.themes):
        return concern.themes
    found: dict[str, StoredTheme] = {}
    for reading in reports:
        for theme in stored_themes(reading):
            found.setdefault(theme.id, theme)
    if not found:
        return tuple(theme for theme in concern.themes if theme.id in ended)
    return tuple(found.values())[:_MOST_THEMES]


def _messages(kept: KeptConcern, readings: Sequence[Reading]) -> Iterator[ReadMessage]:
    for message, reading in zip(kept.messages, readings, strict=True):
        masked = reading.masked if message.is_original else None
        yield ReadMessage(masked=masked, reading=reading_json(reading))


def _corrected(parts: Sequence[StoredTheme] | Sequence[StoredPlace]) -> bool:
    return any(part.origin != Origin.READING for part in parts)
