"""What another configuration would do to what has been told: seen before it counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.config.config import Config
from bot.focus_areas import focus_areas_of
from bot.imports import ReadsMany
from bot.tuning.resort import BATCH, read_all
from bot.tuning.sorting import is_corrected, sorted_by
from bot.tuning.trials import ReadsOne, Trial, tried
from nlp.reading import Kind
from storage.concern_values import StoredTheme
from storage.database import Database
from storage.resorting import KeptConcern

LEAST = 3
"""So many concerns a theme must have had for its loss to be worth a refusal."""
SWALLOWED = 0.25
"""From such a share of a theme's concerns on another one swallows it."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a concern stands: `themes` with the first one first."""

    kind: str
    themes: tuple[str, ...]
    area: str | None

    @property
    def theme(self) -> str | None:
        """The first theme."""
        return self.themes[0] if self.themes else None


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A concern that would stand elsewhere; `masked` is None where a theme is sensitive."""

    reference: str
    before: Place
    after: Place
    masked: str | None = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Loss:
    """A theme that would lose its concerns: all of them, or many to the theme `to`."""

    theme: str
    before: int
    lost: int
    to: str | None


@dataclass(frozen=True, kw_only=True)
class Hits:
    """How many of `of` were read right, before and after."""

    of: int
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class Impact:
    """What would change.

    `moves` counts pairs of first themes (None: none), `themes` and `focus_areas` how many
    concerns each has before and after. `corrected` are the concerns whose theme people said.
    """

    read: int
    moved: tuple[Moved, ...]
    moves: Mapping[tuple[str | None, str | None], int]
    themes: Mapping[str, tuple[int, int]]
    focus_areas: Mapping[str, tuple[int, int]]
    areas: int
    kinds: int
    corrected: Hits
    trials: Hits
    broken: tuple[Trial, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, kw_only=True)
class _Looked:
    """A concern before and after, and what was read right if people said what it is."""

    kept: KeptConcern
    before: Place
    after: Place
    truth: str | None
    read_before: str | None
    read_after: str | None


class Reader(ReadsMany, ReadsOne, Protocol):
    """What is needed of `nlp.reader.Reader`."""


async def impact(
    database: Database,
    *,
    config: Config,
    reader: Reader,
    before: Reader | None = None,
    since: datetime | None = None,
    looked: Callable[[int], None] = lambda _: None,
) -> Impact:
    """Compare how concerns told from `since` on stand with how `reader` would sort them.

    They stand as they are kept, or as the reader `before` would sort them. `looked` is told
    how many more have been read. Nothing is changed.
    """
    seen: list[_Looked] = []
    after = 0
    while True:
        async with database.transaction() as tx:
            batch = await tx.resorting.kept(version=None, since=since, after=after, limit=BATCH)
        if not batch:
            break
        after = batch[-1].concern.id
        seen += _compared(batch, config, reader, before)
        looked(len(batch))
    return _told(seen, config, reader, before)


def _compared(
    batch: Sequence[KeptConcern], config: Config, reader: Reader, before: Reader | None
) -> Iterator[_Looked]:
    earlier = read_all(before, batch) if before is not None else None
    for kept, readings in read_all(reader, batch):
        now = sorted_by(kept, readings, ended=config.ended_themes)
        concern = kept.concern
        if earlier is None:
            stood = _place(concern.kind, concern.themes, concern.area, config)
            read_before = _first_read(kept.messages[0].reading)
        else:
            was = sorted_by(kept, (found := next(earlier)[1]))
            stood = _place(was.kind, was.themes, was.area, config)
            read_before = found[0].theme_ids[0] if found[0].theme_ids else None
        first = readings[0].theme_ids
        yield _Looked(
            kept=kept,
            before=stood,
            after=_place(now.kind, now.themes, now.area, config),
            truth=config.heir(concern.themes[0].id) if is_corrected(concern) else None,
            read_before=None if read_before is None else config.heir(read_before),
            read_after=first[0] if first else None,
        )


def _told(seen: Sequence[_Looked], config: Config, reader: Reader, before: Reader | None) -> Impact:
    moved = [one for one in seen if one.before != one.after]
    trials = list(tried(config.tests, reader))
    trials_before = trials if before is None else list(tried(config.tests, before))
    corrected = [one for one in seen if one.truth is not None]
    themes = _numbers((one.before.themes, one.after.themes) for one in seen)
    moves = Counter(
        (one.before.theme, one.after.theme) for one in moved if one.before.theme != one.after.theme
    )
    return Impact(
        read=len(seen),
        moved=tuple(_moved(one, config) for one in moved),
        moves=moves,
        themes=themes,
        focus_areas=_numbers((_fields(o.before, config), _fields(o.after, config)) for o in seen),
        areas=sum(one.before.area != one.after.area for one in moved),
        kinds=sum(one.before.kind != one.after.kind for one in moved),
        corrected=Hits(
            of=len(corrected),
            before=sum(one.read_before == one.truth for one in corrected),
            after=sum(one.read_after == one.truth for one in corrected),
        ),
        trials=Hits(
            of=len(trials),
            before=sum(not trial.misses for trial in trials_before),
            after=sum(not trial.misses for trial in trials),
        ),
        broken=tuple(trial for trial in trials if trial.misses),
        losses=tuple(loss for loss in _losses(seen) if loss.theme not in config.ended_themes),
    )


def _losses(seen: Sequence[_Looked]) -> Iterator[Loss]:
    """The themes that are emptied, or lose many concerns to one other theme."""
    stood = Counter(theme for one in seen for theme in one.before.themes)
    stands = Counter(theme for one in seen for theme in one.after.themes)
    gone: Counter[tuple[str, str]] = Counter()
    for one in seen:
        for theme in set(one.before.themes) - set(one.after.themes):
            for other in set(one.after.themes) - set(one.before.themes):
                gone[theme, other] += 1
    for theme, before in sorted(stood.items()):
        if before < LEAST:
            continue
        if not stands[theme]:
            yield Loss(theme=theme, before=before, lost=before, to=None)
            continue
        for (lost_by, to), lost in sorted(gone.items()):
            if lost_by == theme and lost >= LEAST and lost >= SWALLOWED * before:
                yield Loss(theme=theme, before=before, lost=lost, to=to)


def _numbers(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]],
) -> dict[str, tuple[int, int]]:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for stood, stands in pairs:
        before.update(stood)
        after.update(stands)
    return {name: (before[name], after[name]) for name in sorted({*before, *after})}


def _fields(place: Place, config: Config) -> list[str]:
    if place.kind != Kind.CONCERN:
        return []
    found = focus_areas_of(themes=place.themes, area=place.area, config=config)
    return [focus_area.id for focus_area in found]


def _moved(one: _Looked, config: Config) -> Moved:
    themes = {*one.before.themes, *one.after.themes}
    sensitive = not config.sensitive_themes.isdisjoint(themes)
    unknown = any(config.theme(theme) is None for theme in themes)
    return Moved(
        reference=one.kept.concern.reference,
        before=one.before,
        after=one.after,
        masked=None if sensitive or unknown else one.kept.concern.masked,
    )


def _place(kind: str, themes: Sequence[StoredTheme], area: str | None, config: Config) -> Place:
    """With the successor in the place of a theme that was merged: nothing has moved then."""
    return Place(kind=kind, themes=config.heirs(theme.id for theme in themes), area=area)


def _first_read(reading: Mapping[str, object]) -> str | None:
    themes = reading.get("themes")
    if not isinstance(themes, list) or not themes:
        return None
    first = themes[0]
    return str(first["id"]) if isinstance(first, dict) and "id" in first else None
