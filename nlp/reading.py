"""The Reading: what was made of a text, as plain values that any package may hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a message is; exactly one."""

    CONCERN = "concern"
    POSITIVE = "positive"
    QUESTION = "question"
    CHATTER = "chatter"
    SPAM = "spam"


REPORTS = frozenset({Kind.CONCERN, Kind.POSITIVE})
"""The kinds that are counted; the others are kept too, since a reading may be wrong."""


class Urgency(StrEnum):
    """How near the danger is; exactly one."""

    NOW = "now"
    SOON = "soon"
    NORMAL = "normal"

    @property
    def rank(self) -> int:
        """0 for normal, more the nearer the danger is."""
        return _RISING.index(self)


_RISING = (Urgency.NORMAL, Urgency.SOON, Urgency.NOW)


class Danger(StrEnum):
    """What an urgent message is about, as far as it decides which number to show."""

    LIFE = "life"
    SUICIDE = "suicide"
    PARTNER_VIOLENCE = "partner_violence"
    CHILD = "child"
    CRIME = "crime"


class Doubt(StrEnum):
    """Why a human should look at a text."""

    LANGUAGE = "language"
    KIND = "kind"
    NO_THEME = "no_theme"
    THEME_UNSURE = "theme_unsure"
    PLACE_UNSURE = "place_unsure"


@dataclass(frozen=True, kw_only=True)
class Message:
    """A text to read, with what came along.

    `lat`, `lon` are the WGS84 degrees of a shared position (both or neither); `when` is an
    ISO 8601 time, kept for the caller.
    """

    text: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    when: str | None = None


@dataclass(frozen=True, kw_only=True)
class ThemeScore:
    """A theme given to a text; `score` is the probability (0 to 1) that it is right."""

    id: str
    score: float


@dataclass(frozen=True, kw_only=True)
class PlaceMention:
    """A gazetteer name that the text means, with the code points [start, end) it rests on.

    A place taken from a shared position has an empty span (0, 0).
    """

    name: str
    area: str | None
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """A span to mask: label of the annotation guide, code points [start, end)."""

    label: str
    start: int
    end: int


class Why:
    """The lines of a Reading's `why`: given as they are, or as what makes them when asked for.

    Few lines are ever looked at, and making them costs more than the rest of the Reading.
    """

    def __get__(self, reading: "Reading | None", owner: type) -> tuple[str, ...]:
        if reading is None:
            raise AttributeError("why")  # thus dataclasses see that there is no default
        kept: dict[str, Any] = reading.__dict__
        given = kept["why"]
        if callable(given):
            given = kept["why"] = given(reading)
        lines: tuple[str, ...] = given
        return lines

    def __set__(
        self, reading: "Reading", why: tuple[str, ...] | Callable[["Reading"], tuple[str, ...]]
    ) -> None:
        reading.__dict__["why"] = why


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was made of one text. All offsets count Unicode code points of the text given.

    `themes` and `places` are ordered, the most important first, without repeats. `danger` is
    None when `urgency` is normal. `doubts` are the reasons why a human is needed. The
    lines of `why` are for an admin to read and hold no personal data.

    `alternatives` are all the places that may be meant where it happens, the one taken first;
    empty unless several in different areas are spelled alike. `other_themes` are the likeliest
    themes that were not given, at most three, the likeliest first; beside themes that were given
    only those that are likely at all. Neither is in `as_json`.
    """

    id: str | None
    kind: Kind
    themes: tuple[ThemeScore, ...]
    area: str | None
    places: tuple[PlaceMention, ...]
    urgency: Urgency
    danger: Danger | None
    recurring: bool
    language: str
    masked: str
    pii: tuple[PersonalData, ...]
    needs_human: bool
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[PlaceMention, ...] = ()
    other_themes: tuple[ThemeScore, ...] = ()
    why: Why = Why()

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it elsewhere: values alone."""
        return {**self.__dict__, "why": self.why}

    @property
    def theme_ids(self) -> tuple[str, ...]:
        """The themes' ids, the primary one first."""
        return tuple(theme.id for theme in self.themes)

    @property
    def place_names(self) -> tuple[str, ...]:
        """The places' names, the one where it happens first."""
        return tuple(place.name for place in self.places)

    def as_json(self) -> dict[str, Any]:
        """The line that `brabot read` prints; keys and order are a contract."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "themes": [{"id": t.id, "score": round(t.score, 3)} for t in self.themes],
            "area": self.area,
            "places": list(self.place_names),
            "urgency": self.urgency.value,
            "recurring": self.recurring,
            "language": self.language,
            "masked": self.masked,
            "pii": [{"label": p.label, "start": p.start, "end": p.end} for p in self.pii],
            "needs_human": self.needs_human,
            "why": list(self.why),
        }


def mask(text: str, spans: Sequence[PersonalData], markers: dict[str, str]) -> str:
    """The text with each span replaced by its label's marker; overlapping spans become one."""
    if not spans:
        return text
    parts: list[str] = []
    position = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start < position:
            continue
        parts += [text[position : span.start], markers[span.label]]
        position = span.end
    return "".join([*parts, text[position:]])
