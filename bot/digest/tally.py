"""Which concerns are in a focus area's field, and how many of each sort."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from bot.config.config import Config
from bot.config.models import FocusArea
from storage.counting import Dated, Detailed, theme_ids

CONCERN = "concern"
POSITIVE = "positive"


class Key(NamedTuple):
    """What is counted: a theme, an area, a theme in an area, or (neither given) all."""

    theme: str | None = None
    area: str | None = None


TOTAL = Key()
BARE = Key(theme="")
"""What has no theme that is counted."""


@dataclass(frozen=True, kw_only=True)
class Number:
    """How many concerns, from how many voices."""

    concerns: int = 0
    voices: int = 0


_ZERO = Number()


@dataclass(frozen=True, kw_only=True)
class Field:
    """What a focus area gathers, and what of it is only counted for the whole municipality.

    `themes` are those that are counted openly, `sensitive` those counted apart. A field of
    places gathers every theme, and counts no sensitive one at all. A focus area that is given
    neither themes nor places is the whole municipality.
    """

    focus_area: FocusArea
    config: Config
    themes: frozenset[str]
    sensitive: frozenset[str]
    of_places: bool

    @cached_property
    def shut(self) -> frozenset[str]:
        """The themes whose concerns stay out of all but the sensitive counts.

        In every field the same ones: else one field's number less another's would tell of them.
        """
        return self.config.sensitive_themes

    @property
    def is_whole(self) -> bool:
        """Whether it gathers everything."""
        return is_whole(self.focus_area, self.config)

    @property
    def is_one_place(self) -> bool:
        """Whether it gathers what happens in one area, and nothing else."""
        return not self.config.themes_of(self.focus_area.id) and len(self.focus_area.areas) == 1

    def is_guarded(self, key: Key) -> bool:
        """Whether a number may point at a few people where it is small."""
        narrow = key.area is not None or key.theme in self.sensitive
        return narrow or (self.of_places and key != TOTAL)

    def openly_counted(self, themes: Iterable[str]) -> tuple[str, ...]:
        """Those of the themes that are counted openly, in the order given."""
        return tuple(theme for theme in themes if theme in self.themes)


def is_whole(focus_area: FocusArea, config: Config) -> bool:
    """Whether a focus area stands for the whole municipality: it is given nothing of its own."""
    return not focus_area.areas and not config.themes_of(focus_area.id)


def field_of(focus_area: FocusArea, config: Config) -> Field:
    """The field of a focus area."""
    own = config.themes if is_whole(focus_area, config) else config.themes_of(focus_area.id)
    counted = config.themes if focus_area.areas else own
    return Field(
        focus_area=focus_area,
        config=config,
        themes=frozenset(t.id for t in counted if not t.sensitive),
        sensitive=frozenset(t.id for t in own if t.sensitive),
        of_places=bool(focus_area.areas),
    )


class Part(Enum):
    """How a concern counts in a field."""

    OPEN = auto()
    POSITIVE = auto()
    SENSITIVE = auto()


class Place(NamedTuple):
    """Where a concern counts: a focus area's field (its id), as what, and under which keys."""

    field: str
    part: Part
    keys: tuple[Key, ...]


class Sorter:
    """Tells which fields a concern is in; what it has found out once it remembers."""

    def __init__(self, config: Config) -> None:
        self.fields = {one.id: field_of(one, config) for one in config.focus_areas}
        self._heirs = config.heirs
        self._by_theme = {
            theme.id: theme.focus_area for theme in (*config.themes, *config.retired_themes)
        }
        self._whole = [id for id, of in self.fields.items() if of.is_whole]
        self._by_area: dict[str, list[str]] = {}
        for one in config.focus_areas:
            for area in one.areas:
                self._by_area.setdefault(area, []).append(one.id)
        self._found: dict[tuple[str, str | None, str], tuple[Place, ...]] = {}

    def places(self, kind: str, area: str | None, themes: str) -> tuple[Place, ...]:
        """Every field that gathers such a concern, as `bot.focus_areas` has it."""
        wanted = kind, area, themes
        if wanted not in self._found:
            self._found[wanted] = tuple(self._placed(kind, area, self._heirs(theme_ids(themes))))
        return self._found[wanted]

    def _placed(self, kind: str, area: str | None, themes: tuple[str, ...]) -> Iterator[Place]:
        if kind not in {CONCERN, POSITIVE}:
            return
        gathering = [self._by_theme[theme] for theme in themes if theme in self._by_theme]
        if area is not None:
            gathering += self._by_area.get(area, ())
        gathering += self._whole
        for id in dict.fromkeys(gathering):
            of = self.fields[id]
            if of.shut.isdisjoint(themes):
                keys = tuple(_keys(of.openly_counted(themes), area))
                yield Place(id, Part.OPEN if kind == CONCERN else Part.POSITIVE, keys)
            elif kind == CONCERN:
                keys = tuple(Key(theme) for theme in themes if theme in of.sensitive)
                yield Place(id, Part.SENSITIVE, keys)


def _keys(themes: tuple[str, ...], area: str | None) -> Iterator[Key]:
    yield TOTAL
    if not themes:
        yield BARE
    for theme in themes:
        yield Key(theme)
        if area is not None:
            yield Key(theme, area)
    if area is not None:
        yield Key(area=area)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The concerns of a field and a period by what they are; unknown keys count zero.

    `weeks` are those of the whole weeks in a quarter of a longer period: they have pictures too.
    """

    concerns: Sequence[Detailed] = ()
    positives: Sequence[Detailed] = ()
    numbers: Mapping[Key, Number] = field(default_factory=dict)
    weeks: Sequence["Tally"] = ()

    def __getitem__(self, key: Key) -> Number:
        return self.numbers.get(key, _ZERO)

    @property
    def areas(self) -> dict[str, Number]:
        """The numbers of the areas, all themes together."""
        return {
            key.area: number
            for key, number in self.numbers.items()
            if key.area is not None and key.theme is None
        }

    def mentions(self, themes: Iterable[str]) -> int:
        """How many concerns have one of the themes, each counted as often as it has."""
        return sum(self[Key(theme)].concerns for theme in themes)


def tallies(concerns: Iterable[Detailed], sorter: Sorter) -> dict[str, Tally]:
    """The concerns sorted and counted, for every field by its id."""
    open_ones: dict[str, list[Detailed]] = {id: [] for id in sorter.fields}
    positives: dict[str, list[Detailed]] = {id: [] for id in sorter.fields}
    voices: dict[str, dict[Key, list[str]]] = {id: {} for id in sorter.fields}
    for concern in concerns:
        for id, part, keys in sorter.places(concern.kind, concern.area, concern.themes):
            if part is Part.POSITIVE:
                positives[id].append(concern)
                continue
            if part is Part.OPEN:
                open_ones[id].append(concern)
            for key in keys:
                voices[id].setdefault(key, []).append(concern.voice)
    return {
        id: Tally(
            concerns=open_ones[id],
            positives=positives[id],
            numbers={key: number(said) for key, said in voices[id].items()},
        )
        for id in sorter.fields
    }


def open_in_fields(concerns: Iterable[Dated], sorter: Sorter) -> dict[str, list[Dated]]:
    """The openly counted ones of the concerns for every field by its id, in their order."""
    found: dict[str, list[Dated]] = {id: [] for id in sorter.fields}
    for concern in concerns:
        for id, part, _ in sorter.places(concern.kind, concern.area, concern.themes):
            if part is Part.OPEN:
                found[id].append(concern)
    return found


def number(voices: Sequence[str]) -> Number:
    """How many concerns have these voices, one given for each."""
    return Number(concerns=len(voices), voices=len(set(voices)))
