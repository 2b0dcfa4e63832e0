"""Which concerns are in a focus area's field, and how many of each sort."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.focus_areas import gathers
from storage.concern_values import Concern

CONCERN = "concern"
POSITIVE = "positive"


class Key(NamedTuple):
    """What is counted: a theme, an area, a theme in an area, or (neither given) all."""

    theme: str | None = None
    area: str | None = None


TOTAL = Key()


@dataclass(frozen=True, kw_only=True)
class Number:
    """How many concerns, from how many voices."""

    concerns: int = 0
    voices: int = 0


@dataclass(frozen=True, kw_only=True)
class Field:
    """What a focus area gathers, and what of it is only counted for the whole municipality.

    `themes` are those that are counted openly, `sensitive` those counted apart. A field of
    places gathers every theme, and counts no sensitive one at all.
    """

    focus_area: FocusArea
    config: Config
    themes: frozenset[str]
    sensitive: frozenset[str]
    of_places: bool

    def gathers(self, concern: Concern) -> bool:
        """Whether the concern, of whatever kind, is in the field."""
        themes = [theme.id for theme in concern.themes]
        return gathers(self.focus_area, themes=themes, area=concern.area, config=self.config)

    def is_sensitive(self, concern: Concern) -> bool:
        """Whether a concern of the field must stay out of all but the sensitive counts."""
        themes = {theme.id for theme in concern.themes}
        if self.of_places:
            return any(t.sensitive for t in self.config.themes if t.id in themes)
        return not self.sensitive.isdisjoint(themes)

    def themes_of(self, concern: Concern) -> tuple[str, ...]:
        """The openly counted themes of a concern, in its order."""
        return tuple(theme.id for theme in concern.themes if theme.id in self.themes)


def field_of(focus_area: FocusArea, config: Config) -> Field:
    """The field of a focus area."""
    own = config.themes_of(focus_area.id)
    counted = config.themes if focus_area.areas else own
    return Field(
        focus_area=focus_area,
        config=config,
        themes=frozenset(t.id for t in counted if not t.sensitive),
        sensitive=frozenset(t.id for t in own if t.sensitive),
        of_places=bool(focus_area.areas),
    )


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The concerns of some days by what they are; unknown keys count zero."""

    concerns: tuple[Concern, ...] = ()
    positives: tuple[Concern, ...] = ()
    sensitive: tuple[Concern, ...] = ()
    numbers: Mapping[Key, Number] = field(default_factory=dict)

    def __getitem__(self, key: Key) -> Number:
        return self.numbers.get(key, Number())


def tally(concerns: Iterable[Concern], of: Field) -> Tally:
    """Sort and count those of the concerns that are in the field."""
    gathered = [c for c in concerns if c.kind in {CONCERN, POSITIVE} and of.gathers(c)]
    open_ones = [c for c in gathered if not of.is_sensitive(c)]
    told = [c for c in open_ones if c.kind == CONCERN]
    sensitive = [c for c in gathered if of.is_sensitive(c) and c.kind == CONCERN]
    return Tally(
        concerns=tuple(told),
        positives=tuple(c for c in open_ones if c.kind == POSITIVE),
        sensitive=tuple(sensitive),
        numbers=_numbers(told, sensitive, of),
    )


def _numbers(told: list[Concern], sensitive: list[Concern], of: Field) -> dict[Key, Number]:
    voices: dict[Key, list[str]] = {}
    for concern in told:
        for key in _keys(concern, of):
            voices.setdefault(key, []).append(concern.voice_key)
    for concern in sensitive:
        for theme in concern.themes:
            if theme.id in of.sensitive:
                voices.setdefault(Key(theme.id), []).append(concern.voice_key)
    return {key: Number(concerns=len(said), voices=len(set(said))) for key, said in voices.items()}


def _keys(concern: Concern, of: Field) -> Iterator[Key]:
    yield TOTAL
    for theme in of.themes_of(concern):
        yield Key(theme)
        if concern.area is not None:
            yield Key(theme, concern.area)
    if concern.area is not None:
        yield Key(area=concern.area)
