"""How concerns look in a terminal: one line each, or a sheet."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.config.config import Config
    from storage.concern_values import Concern, StoredTheme
    from storage.media import Media

_BEGINNING_CHARS = 60
_NONE = "–"
_BETWEEN = "  "
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_KINDS = {
    "photo": "bild",
    "video": "film",
    "voice": "röstmeddelande",
    "audio": "ljudfil",
    "document": "fil",
}
_STATES = {
    "waiting": "väntar på att hämtas",
    "kept": "sparad",
    "refused": "inte sparad",
    "failed": "inte sparad",
}
_REASONS = {
    "off": "tas inte emot enligt [media]",
    "big": "för stor",
    "many": "för många i ärendet",
    "type": "den typen tas inte emot",
    "broken": "gick inte att läsa",
    "gone": "gick inte att hämta från Telegram",
}
_STATUSES = {"new": "mottaget", "open": "pågår", "done": "åtgärdat", "closed": "avslutat"}
_SOURCES = {"telegram": "Telegram", "import": "inläst rapport"}
_SAID_BY = {"resident": "enligt den som skrev", "coordinator": "enligt samordnare"}


def legible(text: str) -> str:
    """The text without what steers a terminal, reorders its letters or cannot be printed."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\t", " "))


def lines(concerns: "Sequence[Concern]", zone: ZoneInfo) -> list[str]:
    """A line for each concern, in columns, the beginning of the masked text last."""
    rows = [_row(concern, zone) for concern in concerns]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        _BETWEEN.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def sheet(concern: "Concern", config: "Config", files: "Sequence[Media]" = ()) -> str:
    """All that is kept of a concern, with its masked text and what is known of its files."""
    from bot.cli.shown_reading import KINDS, LANGUAGES, URGENCIES
    from nlp.reading import Kind, Urgency

    zone = config.municipality.timezone
    facts = {
        "Berättat": f"{_local(concern.told_at, zone)} ({_SOURCES[concern.source]})",
        "Status": _STATUSES[concern.status],
        "Avslutat": _local(concern.closed_at, zone) if concern.closed_at else _NONE,
        "Slag": KINDS[Kind(concern.kind)],
        "Brådskar": URGENCIES[Urgency(concern.urgency)][0],
        "Återkommande": _yes(concern.recurring),
        "Teman": ", ".join(_theme(theme, config) for theme in concern.themes) or _NONE,
        "Område": concern.area or _NONE,
        "Platser": ", ".join(place.name for place in concern.places) or _NONE,
        "Språk": LANGUAGES.get(concern.language, concern.language),
        "Behöver en människa": _yes(concern.needs_human),
        "Hålls åt sidan": _yes(concern.muted),
        "Sorterat under": f"version {concern.config_version}",
        "Pseudonym": concern.pseudonym or _NONE,
        "Meddelanden": str(concern.message_count),
    }
    width = max(map(len, facts)) + 1
    rows = [f"{name + ':':<{width}} {value}" for name, value in facts.items()]
    listed = ["", "Filer:", *(_file(n, one) for n, one in enumerate(files, start=1))]
    told = [concern.reference, *rows, "", "Maskerad text:", concern.masked]
    return legible("\n".join([*told, *(listed if files else ())]))


def _file(number: int, one: "Media") -> str:
    parts = [f"{number}. {_KINDS.get(one.kind, one.kind)}"]
    if one.size is not None:
        parts.append(f"{one.media_type}, {max(1, round(one.size / 1024))} kB")
    state = _STATES[one.state.value]
    why = _REASONS.get(one.reason or "") if one.state.value in {"refused", "failed"} else None
    parts.append(f"{state}: {why}" if why else state)
    return ", ".join(parts)


def _row(concern: "Concern", zone: ZoneInfo) -> tuple[str, ...]:
    return (
        concern.reference,
        _local(concern.told_at, zone),
        str(concern.status),
        concern.kind,
        concern.urgency,
        ",".join(theme.id for theme in concern.themes) or _NONE,
        concern.area or _NONE,
        _beginning(concern.masked),
    )


def _beginning(text: str) -> str:
    line = " ".join(legible(text).split())
    if len(line) <= _BEGINNING_CHARS:
        return line
    return line[: _BEGINNING_CHARS - 1].rstrip() + "…"


def _theme(theme: "StoredTheme", config: "Config") -> str:
    known = config.theme(theme.id)
    name = f"{known.label['sv']} ({theme.id})" if known else theme.id
    return f"{name} {_SAID_BY.get(theme.origin) or f'{theme.score:.0%}'}"


def _local(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _yes(value: bool) -> str:
    return "ja" if value else "nej"
